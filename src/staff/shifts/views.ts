// A shift as its person reads it, with the button that begins or ends it.

import { formatDate, formatTime, formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import type { View } from '../../platform/outbox/words.ts';
import { defineChoice } from '../../platform/telegram/callback-data.ts';
import type { Shift } from './repository.ts';

/** The id is the employee's number. */
export const shiftButton = defineChoice('shift', ['start', 'end']);

export interface ShiftViewDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

export type ShiftView = ReturnType<typeof createShiftView>;

/** Words without markup; hours are of `timeZone` (IANA). */
export function createShiftView({ t, timeZone }: ShiftViewDeps) {
  return (locale: Locale, { staffId, since, endsAt }: Shift, now: Date): View => {
    const choice = since ? 'end' : 'start';
    const time = since ? formatWhen(locale, timeZone, since, now) : '';
    const until = endsAt ? formatTime(locale, timeZone, endsAt) : '';
    // A shift ends by itself within half a day.
    const isToday =
      endsAt && formatDate(locale, timeZone, endsAt) === formatDate(locale, timeZone, now);
    const day = isToday ? 'today' : 'tomorrow';
    const button = {
      text: t(locale, `shift-${choice}`),
      callback_data: shiftButton.encode({ id: staffId, revision: 0, choice }),
    };
    return {
      text: since ? t(locale, 'shift-on', { time, day, until }) : t(locale, 'shift-off'),
      keyboard: { inline_keyboard: [[button]] },
    };
  };
}
