// What is promised to a client, in words: hours on their own clock, and times by urgency.

import { offsetOf, zoneNameOf } from '../../exporters/hours.ts';
import { zoneTitle } from '../../exporters/zone-words.ts';
import { duration } from '../../lookup/duration.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import type { Terms } from '../../sla/index.ts';
import { type Promises, promisesFor } from '../../sla/plan.ts';
import { isAlways, runsOf, weekIn } from '../../sla/week.ts';
import { URGENCIES, type Urgency } from '../ticket.ts';

export interface TermsViewsDeps {
  readonly t: Translate;
  readonly clock: Clock;
}

/** Whose hours are told. */
interface HoursOf {
  readonly calendar: Pick<Terms['calendar'], 'hours'>;
}

export type TermsViews = ReturnType<typeof createTermsViews>;

export function createTermsViews({ t, clock }: TermsViewsDeps) {
  /** «Москва (UTC+3)». */
  function zone(locale: Locale, timeZone: string): string {
    const offset = offsetOf(timeZone, clock.now());
    if (timeZone.startsWith('Etc/')) return `UTC${offset}`;
    const known = zoneNameOf(timeZone);
    const name = known ? t(locale, `zone-${known}`) : zoneTitle(locale, timeZone);
    return t(locale, 'zone-with-offset', { name, offset });
  }

  /** «пн–пт 09:00–18:00, сб 10:00–15:00 — Москва (UTC+3)». */
  function hours(locale: Locale, { calendar }: HoursOf, timeZone: string): string {
    const week = weekIn(calendar.hours, timeZone, clock.now());
    if (isAlways(week)) return t(locale, 'clients-always');
    const parts = week.map(({ days, intervals }) => {
      const times = intervals.map(({ from, to }) => `${from}–${to}`).join(' ');
      return days.length === 7
        ? `${t(locale, 'clients-daily')} ${times}`
        : `${daysOf(locale, days)} ${times}`;
    });
    return `${parts.join(', ')} — ${zone(locale, timeZone)}`;
  }

  function daysOf(locale: Locale, days: readonly number[]): string {
    const name = (day: number) => t(locale, `clients-day-${day}`);
    const run = ([first, last]: readonly [number, number]) => {
      if (first === last) return name(first);
      return `${name(first)}${last - first === 1 ? ', ' : '–'}${name(last)}`;
    };
    return runsOf(days).map(run).join(', ');
  }

  /** A line for each urgency, the most urgent first; one where all are promised the same. */
  function times(locale: Locale, { plan }: Terms): readonly string[] {
    const rows = URGENCIES.toReversed().map((urgency) => {
      const promised = promisesFor(plan, { subject: 'ticket', typeId: null, urgency });
      return { urgency, words: promise(locale, promised) };
    });
    if (rows.every(({ words }) => words === null)) return [t(locale, 'clients-times-none')];
    const [first] = rows;
    if (first && rows.every(({ words }) => words === first.words)) {
      return [t(locale, 'clients-times-any', { times: first.words ?? '' })];
    }
    return rows.flatMap(({ urgency, words }) => (words ? line(locale, urgency, words) : []));
  }

  function line(locale: Locale, urgency: Urgency, words: string): string {
    return t(locale, 'clients-times-line', {
      urgency: t(locale, `clients-urgency-${urgency}`),
      times: words,
    });
  }

  /** Null: nothing is promised. */
  function promise(locale: Locale, { response, resolution }: Promises): string | null {
    const parts = [
      ...(response === null
        ? []
        : [t(locale, 'clients-times-answer', { time: long(locale, response) })]),
      ...(resolution === null
        ? []
        : [t(locale, 'clients-times-solution', { time: long(locale, resolution) })]),
    ];
    return parts.length > 0 ? parts.join(', ') : null;
  }

  /** Working hours: two days of them are no two days. */
  function long(locale: Locale, minutes: number): string {
    if (minutes < 48 * 60) return duration(t, locale, minutes);
    return t(locale, 'duration-hours', { hours: Math.round(minutes / 60) });
  }

  return { zone, hours, times, long };
}
