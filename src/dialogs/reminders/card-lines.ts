// The reminders of a dialog on its card. A card is not drawn anew at midnight, so no day is «today».

import { formatDay, formatTime } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html } from '../../platform/telegram/html.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';

/** A reminder that is still to be said. */
export interface CardReminder {
  readonly dueAt: Date;
  readonly staffName: string;
}

export interface CardLinesContext {
  readonly t: Translate;
  readonly locale: Locale;
  /** IANA. */
  readonly timeZone: string;
  readonly now: Date;
}

const MOST = 3;

/** The soonest three; how many more there are stands behind the last of them. */
export function reminderLines(
  reminders: readonly CardReminder[],
  { t, locale, timeZone, now }: CardLinesContext,
): Html[] {
  const more = reminders.length - MOST;
  return reminders.slice(0, MOST).map(({ dueAt, staffName }, index) => {
    const time = formatTime(locale, timeZone, dueAt);
    const date = formatDay(locale, timeZone, dueAt, now);
    const line = t(locale, 'card-reminder', { date, time, name: plainName(staffName, '', 40) });
    const rest =
      index === MOST - 1 && more > 0 ? ` ${t(locale, 'card-more-reminders', { count: more })}` : '';
    return html`⏰ ${line}${rest}`;
  });
}
