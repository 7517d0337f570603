import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, dailyCalendar } from '../../src/sla/business-calendar.ts';
import { addWorkingDays, addWorkingTime, workingTimeBetween } from '../../src/sla/calendar.ts';
import {
  cancelClock,
  dueAt,
  markAt,
  pauseClock,
  resumeClock,
  retarget,
  spentBy,
  startClock,
  stopClock,
} from '../../src/sla/clock.ts';

const MOSCOW = dailyCalendar('Europe/Moscow', { from: '09:00', to: '21:00' });
const office = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
];
/** Monday to Friday with an hour for lunch, in a zone with summer time. */
const BERLIN: BusinessCalendar = {
  timeZone: 'Europe/Berlin',
  week: { '1': office, '2': office, '3': office, '4': office, '5': office },
};
/** Open at night, where the clocks change. */
const NIGHT = dailyCalendar('Europe/Berlin', { from: '00:00', to: '06:00' });
const MINUTE = 60_000;
const at = (iso: string) => new Date(iso);

const moments = fc.date({
  min: at('2026-03-20T00:00:00Z'),
  max: at('2026-11-10T00:00:00Z'),
  noInvalidDate: true,
});
const calendars = fc.constantFrom(MOSCOW, BERLIN, NIGHT);

describe('working time between two moments', () => {
  it.each([
    ['within a day', MOSCOW, '2026-11-23T10:00+03:00', '2026-11-23T10:45+03:00', 45],
    ['over a night', MOSCOW, '2026-11-23T20:30+03:00', '2026-11-24T09:15+03:00', 45],
    ['at night', MOSCOW, '2026-11-23T22:00+03:00', '2026-11-24T08:59+03:00', 0],
    ['over lunch', BERLIN, '2026-11-23T12:30+01:00', '2026-11-23T14:30+01:00', 60],
    ['over a weekend', BERLIN, '2026-11-20T17:00+01:00', '2026-11-23T10:00+01:00', 120],
    // The night of 25 October has seven hours from midnight to six.
    ['when summer ends', NIGHT, '2026-10-25T00:00+02:00', '2026-10-25T06:00+01:00', 420],
    ['when summer begins', NIGHT, '2026-03-29T00:00+01:00', '2026-03-29T06:00+02:00', 300],
    ['backwards', MOSCOW, '2026-11-23T12:00+03:00', '2026-11-23T10:00+03:00', 0],
  ])('%s', (_case, calendar, start, end, minutes) => {
    expect(workingTimeBetween(calendar, at(start), at(end))).toBe(minutes * MINUTE);
  });

  it('is the same whether it is counted at once or in parts', () => {
    fc.assert(
      fc.property(calendars, moments, moments, moments, (calendar, ...three) => {
        const [a, b, c] = three.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        const parts = workingTimeBetween(calendar, a, b) + workingTimeBetween(calendar, b, c);
        expect(parts).toBe(workingTimeBetween(calendar, a, c));
      }),
      { numRuns: 300 },
    );
  });

  it('is what was added', () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        fc.integer({ min: 1, max: 5_000 }),
        (calendar, start, minutes) => {
          const end = addWorkingTime(calendar, start, minutes);
          expect(workingTimeBetween(calendar, start, end)).toBe(minutes * MINUTE);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('working days', () => {
  it.each([
    ['from a Monday', BERLIN, '2026-11-23T15:30+01:00', 3, '2026-11-26T15:30+01:00'],
    ['over a weekend', BERLIN, '2026-11-19T15:30+01:00', 3, '2026-11-24T15:30+01:00'],
    ['from a Saturday', BERLIN, '2026-11-21T15:30+01:00', 1, '2026-11-23T15:30+01:00'],
    ['none', BERLIN, '2026-11-21T15:30+01:00', 0, '2026-11-21T15:30+01:00'],
    ['over the end of summer', BERLIN, '2026-10-23T15:30+02:00', 1, '2026-10-26T15:30+01:00'],
  ])('%s', (_case, calendar, start, days, end) => {
    expect(addWorkingDays(calendar, at(start), days)).toEqual(at(end));
  });

  it('never ends where nobody ever works: it is refused', () => {
    const never: BusinessCalendar = { timeZone: 'Europe/Berlin', week: {} };
    expect(() => addWorkingDays(never, at('2026-11-21T15:30+01:00'), 1)).toThrow(RangeError);
  });
});

describe('a clock', () => {
  const started = startClock('resolution', 240, at('2026-11-23T10:00+03:00'));

  it('is due after so much working time', () => {
    expect(dueAt(started, MOSCOW)).toEqual(at('2026-11-23T14:00+03:00'));
    expect(markAt(started, MOSCOW, 0.8)).toEqual(at('2026-11-23T13:12+03:00'));
    expect(markAt(started, MOSCOW, 1.25)).toEqual(at('2026-11-23T15:00+03:00'));
  });

  it('counts nothing while it stands still, and is due later by as much', () => {
    const paused = pauseClock(started, MOSCOW, at('2026-11-23T11:00+03:00'));
    expect(dueAt(paused, MOSCOW)).toBeNull();
    expect(spentBy(paused, MOSCOW, at('2026-11-24T11:00+03:00'))).toBe(60 * MINUTE);
    const resumed = resumeClock(paused, at('2026-11-24T09:00+03:00'));
    expect(dueAt(resumed, MOSCOW)).toEqual(at('2026-11-24T12:00+03:00'));
  });

  it.each([
    ['to the minute', '2026-11-23T14:00:00+03:00', 'met'],
    ['a second late', '2026-11-23T14:00:01+03:00', 'missed'],
  ])('%s: %s', (_case, when, outcome) => {
    expect(stopClock(started, MOSCOW, at(when)).outcome).toBe(outcome);
  });

  it('ends once, and starts no more', () => {
    const stopped = stopClock(started, MOSCOW, at('2026-11-23T12:00+03:00'));
    expect(stopClock(stopped, MOSCOW, at('2026-11-24T12:00+03:00'))).toEqual(stopped);
    expect(resumeClock(stopped, at('2026-11-24T12:00+03:00'))).toEqual(stopped);
    expect(cancelClock(stopped, MOSCOW, at('2026-11-24T12:00+03:00'))).toEqual(stopped);
  });

  it('is cancelled where nothing is owed, but what is missed stays missed', () => {
    expect(cancelClock(started, MOSCOW, at('2026-11-23T12:00+03:00')).outcome).toBe('cancelled');
    expect(cancelClock(started, MOSCOW, at('2026-11-23T15:00+03:00')).outcome).toBe('missed');
  });

  it('that gets another target or calendar keeps what it has counted', () => {
    const now = at('2026-11-23T12:00+03:00');
    const longer = retarget(started, MOSCOW, { targetMinutes: 360, at: now });
    expect(longer.spentMs).toBe(120 * MINUTE);
    expect(dueAt(longer, MOSCOW)).toEqual(at('2026-11-23T16:00+03:00'));
    // It is 10:00 in Berlin, where four hours more are over at 15:00: lunch is from 13:00 to 14:00.
    expect(dueAt(longer, BERLIN)).toEqual(at('2026-11-23T15:00+01:00'));
  });

  it('that is over before it goes on is due at once', () => {
    const late = retarget(started, MOSCOW, { targetMinutes: 60, at: at('2026-11-23T12:00+03:00') });
    expect(dueAt(late, MOSCOW)).toEqual(at('2026-11-23T12:00+03:00'));
  });

  it('is no clock without a target', () => {
    expect(() => startClock('response', 0, at('2026-11-23T10:00Z'))).toThrow(RangeError);
  });

  it('counts the same however often it was stopped and started', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.array(moments, { minLength: 2, maxLength: 12 }),
        (calendar, unsorted) => {
          const times = unsorted.toSorted((a, b) => a.getTime() - b.getTime());
          let clock = startClock('resolution', 1_000_000, times[0] as Date);
          let runs = true;
          for (const time of times.slice(1)) {
            clock = runs ? pauseClock(clock, calendar, time) : resumeClock(clock, time);
            runs = !runs;
          }
          // By hand: every second gap counts.
          let expected = 0;
          for (let gap = 0; gap + 1 < times.length; gap += 2) {
            expected += workingTimeBetween(calendar, times[gap] as Date, times[gap + 1] as Date);
          }
          expect(spentBy(clock, calendar, times.at(-1) as Date)).toBe(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});
