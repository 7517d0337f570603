// What people may type about plans and calendars: the words of all languages, found once.

import { type Day, readDay } from '../../platform/forms/read-day.ts';
import { type Translate, wordsInAll } from '../../platform/i18n.ts';
import type { SpanWords } from '../../sla/span-text.ts';
import type { WeekWords } from '../../sla/week-text.ts';

export function spanWordsIn(t: Translate): SpanWords {
  return {
    minutes: wordsInAll(t, 'sla-words-minutes'),
    hours: wordsInAll(t, 'sla-words-hours'),
    days: wordsInAll(t, 'sla-words-days'),
    now: wordsInAll(t, 'sla-words-now'),
  };
}

export function weekWordsIn(t: Translate): WeekWords {
  return {
    days: [1, 2, 3, 4, 5, 6, 7].map((day) => wordsInAll(t, `sla-words-day-${day}`)),
    daily: wordsInAll(t, 'sla-words-daily'),
    always: wordsInAll(t, 'sla-words-always'),
  };
}

/** «30.12», «30.12–08.01»: the first and the last day; a day without a year is the next such day. Null: no such days. */
export function readDays(
  text: string,
  today: Day,
): { readonly from: Day; readonly to: Day } | null {
  const whole = readDay(text, today);
  if (whole) return { from: whole, to: whole };
  for (const dash of text.matchAll(/[-–—]/g)) {
    const from = readDay(text.slice(0, dash.index), today);
    const to = from && readDay(text.slice(dash.index + 1), from);
    if (from && to && from <= to) return { from, to };
  }
  return null;
}
