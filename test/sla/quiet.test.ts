import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, dailyCalendar } from '../../src/sla/business-calendar.ts';
import { closureAt, quietUntil } from '../../src/sla/calendar.ts';
import { markAt, startClock } from '../../src/sla/clock.ts';

const office = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
];
const BERLIN: BusinessCalendar = {
  timeZone: 'Europe/Berlin',
  week: { '1': office, '2': office, '3': office, '4': office, '5': office },
};
const MOSCOW = dailyCalendar('Europe/Moscow', { from: '09:00', to: '18:00' });
const at = (iso: string) => new Date(iso);
const moments = fc.date({
  min: at('2026-03-20T00:00:00Z'),
  max: at('2026-11-10T00:00:00Z'),
  noInvalidDate: true,
});
const calendars = fc.constantFrom(MOSCOW, BERLIN);

describe('whether somebody may be disturbed', () => {
  it.each([
    ['at noon', '2026-11-23T12:00:00+03:00', null],
    [
      'at closing time, when the last deadlines of the day fall due',
      '2026-11-23T18:00:00+03:00',
      null,
    ],
    ['a quarter of an hour later', '2026-11-23T18:15:00+03:00', null],
    ['after that', '2026-11-23T18:15:01+03:00', '2026-11-24T09:00:00+03:00'],
    ['at night', '2026-11-23T03:00:00+03:00', '2026-11-23T09:00:00+03:00'],
  ])('%s', (_case, now, until) => {
    expect(quietUntil(MOSCOW, at(now))).toEqual(until && at(until));
  });

  it('is never put off to an hour at which nobody is there either', () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, now) => {
        const until = quietUntil(calendar, now);
        if (!until) return;
        expect(until.getTime()).toBeGreaterThan(now.getTime());
        expect(closureAt(calendar, until)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('is always so when a deadline or a mark before or after it falls due, whenever the clock began', () => {
    const shares = fc.constantFrom(0.5, 0.8, 1, 1.25, 2);
    fc.assert(
      fc.property(
        ...([calendars, moments, fc.integer({ min: 1, max: 3_000 }), shares] as const),
        (calendar, start, minutes, share) => {
          const due = markAt(startClock('response', minutes, start), calendar, share);
          expect(due && quietUntil(calendar, due)).toBeNull();
        },
      ),
      { numRuns: 100 },
    );
  });
});
