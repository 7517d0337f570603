import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BusinessCalendar, dailyCalendar } from '../../src/sla/business-calendar.ts';
import {
  addWorkingTime,
  closureAt,
  startOfWork,
  workingTimeBefore,
  workingTimeBetween,
} from '../../src/sla/calendar.ts';

const office = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
];
const MOSCOW = dailyCalendar('Europe/Moscow', { from: '09:00', to: '21:00' });
/** Monday to Friday with an hour for lunch; 1 January is off, Saturday 9 January makes up for it. */
const BERLIN: BusinessCalendar = {
  timeZone: 'Europe/Berlin',
  week: { '1': office, '2': office, '3': office, '4': office, '5': office },
  holidays: ['2027-01-01'],
  specialDays: { '2027-01-09': [{ from: '10:00', to: '12:00' }], '2026-12-24': [] },
};
/** Open at night, where the clocks change. */
const NIGHT: BusinessCalendar = dailyCalendar('Europe/Berlin', { from: '00:00', to: '06:00' });
const ALWAYS: BusinessCalendar = dailyCalendar('Europe/Moscow', { from: '00:00', to: '24:00' });

const at = (iso: string) => new Date(iso);

describe('working time in Moscow, 9:00–21:00 every day', () => {
  it.each([
    ['in the day', '2026-11-21T12:00+03:00', 30, '2026-11-21T12:30+03:00'],
    ['to the very end of the day', '2026-11-21T20:30+03:00', 30, '2026-11-21T21:00+03:00'],
    ['over the night', '2026-11-21T20:50+03:00', 30, '2026-11-22T09:20+03:00'],
    ['asked at night', '2026-11-21T23:15+03:00', 30, '2026-11-22T09:30+03:00'],
    ['asked early', '2026-11-21T04:00+03:00', 30, '2026-11-21T09:30+03:00'],
    ['asked as it closes', '2026-11-21T21:00+03:00', 30, '2026-11-22T09:30+03:00'],
    ['asked as it opens', '2026-11-21T09:00+03:00', 30, '2026-11-21T09:30+03:00'],
    ['two days and a half', '2026-11-21T09:00+03:00', 30 * 60, '2026-11-23T15:00+03:00'],
    ['over New Year', '2026-12-31T20:59+03:00', 2, '2027-01-01T09:01+03:00'],
    ['no time at all, at night', '2026-11-21T23:15+03:00', 0, '2026-11-21T23:15+03:00'],
  ])('%s', (_case, start, minutes, end) => {
    expect(addWorkingTime(MOSCOW, at(start), minutes)).toEqual(at(end));
  });
});

describe('the moment since which somebody has waited so long', () => {
  it.each([
    ['in the day', '2026-11-21T12:30+03:00', 30, '2026-11-21T12:00+03:00'],
    ['over the night', '2026-11-22T09:20+03:00', 30, '2026-11-21T20:50+03:00'],
    ['looked at in the night', '2026-11-22T03:00+03:00', 60, '2026-11-21T20:00+03:00'],
    ['two days and a half', '2026-11-23T15:00+03:00', 30 * 60, '2026-11-21T09:00+03:00'],
  ])('%s', (_case, end, minutes, start) => {
    expect(workingTimeBefore(MOSCOW, at(end), minutes)).toEqual(at(start));
  });

  it.each([MOSCOW, BERLIN, NIGHT])(
    'is the last one from which that much time has passed',
    (calendar) => {
      const moments = fc.date({
        min: at('2026-03-20T00:00Z'),
        max: at('2026-11-20T00:00Z'),
        noInvalidDate: true,
      });
      fc.assert(
        fc.property(moments, fc.integer({ min: 1, max: 600 }), (end, minutes) => {
          const start = workingTimeBefore(calendar, end, minutes);
          const afterwards = new Date(start.getTime() + 1);

          expect(addWorkingTime(calendar, start, minutes).getTime()).toBeLessThanOrEqual(
            end.getTime(),
          );
          expect(addWorkingTime(calendar, afterwards, minutes).getTime()).toBeGreaterThan(
            end.getTime(),
          );
        }),
        { numRuns: 60 },
      );
    },
  );

  it('is no moment for no time', () => {
    expect(() => workingTimeBefore(MOSCOW, at('2026-11-22T09:20+03:00'), 0)).toThrow(RangeError);
  });
});

describe('working time with lunch, weekends and days off', () => {
  it.each([
    ['over lunch', '2026-11-20T12:50+01:00', 30, '2026-11-20T14:20+01:00'],
    ['over a weekend', '2026-11-20T17:50+01:00', 30, '2026-11-23T09:20+01:00'],
    ['asked on Saturday', '2026-11-21T11:00+01:00', 30, '2026-11-23T09:30+01:00'],
    ['over New Year and its weekend', '2026-12-31T17:50+01:00', 30, '2027-01-04T09:20+01:00'],
    ['over a day that is closed for once', '2026-12-23T17:50+01:00', 30, '2026-12-25T09:20+01:00'],
    ['into a working Saturday', '2027-01-08T17:50+01:00', 30, '2027-01-09T10:20+01:00'],
    ['into summer time', '2026-03-27T17:30+01:00', 60, '2026-03-30T09:30+02:00'],
    ['out of summer time', '2026-10-23T17:30+02:00', 60, '2026-10-26T09:30+01:00'],
  ])('%s', (_case, start, minutes, end) => {
    expect(addWorkingTime(BERLIN, at(start), minutes)).toEqual(at(end));
  });

  it('a night in which the clocks go forward has an hour less, the other one an hour more', () => {
    const workedFrom = (midnight: string, hours: number) =>
      addWorkingTime(NIGHT, at(midnight), hours * 60);

    expect(workedFrom('2026-03-28T00:00+01:00', 6)).toEqual(at('2026-03-28T06:00+01:00'));
    expect(workedFrom('2026-03-29T00:00+01:00', 5)).toEqual(at('2026-03-29T06:00+02:00'));
    expect(workedFrom('2026-03-29T00:00+01:00', 6)).toEqual(at('2026-03-30T01:00+02:00'));
    expect(workedFrom('2026-10-25T00:00+02:00', 7)).toEqual(at('2026-10-25T06:00+01:00'));
  });

  it('hours that the clocks skip are not counted twice', () => {
    const skipped = dailyCalendar('Europe/Berlin', { from: '02:00', to: '02:30' });
    const both = {
      ...skipped,
      week: {
        '7': [
          { from: '02:00', to: '02:30' },
          { from: '03:00', to: '03:30' },
        ],
      },
    };

    const later = (minutes: number) => addWorkingTime(both, at('2026-03-29T00:00+01:00'), minutes);

    expect(later(30)).toEqual(at('2026-03-29T03:30+02:00'));
    expect(later(31)).toEqual(at('2026-04-05T02:01+02:00'));
  });

  it('round the clock is round the clock', () => {
    expect(addWorkingTime(ALWAYS, at('2026-11-21T23:50+03:00'), 3 * 24 * 60)).toEqual(
      at('2026-11-24T23:50+03:00'),
    );
  });

  it('a calendar that never opens again is a mistake that is named', () => {
    const never: BusinessCalendar = { timeZone: 'Europe/Moscow', week: {} };

    expect(() => addWorkingTime(never, at('2026-11-21T12:00Z'), 1)).toThrow(/never opens again/);
    expect(() => addWorkingTime(ALWAYS, at('2026-11-21T12:00Z'), -1)).toThrow(/cannot go back/);
    expect(() => addWorkingTime(ALWAYS, at('2026-11-21T12:00Z'), Number.NaN)).toThrow(
      /cannot go back/,
    );
  });
});

describe('a time in which nobody works', () => {
  it.each([
    ['at night', '2026-11-19T23:15+01:00', '2026-11-19T18:00+01:00', '2026-11-20T09:00+01:00'],
    ['early', '2026-11-20T04:00+01:00', '2026-11-19T18:00+01:00', '2026-11-20T09:00+01:00'],
    ['at lunch', '2026-11-20T13:20+01:00', '2026-11-20T13:00+01:00', '2026-11-20T14:00+01:00'],
    ['as it closes', '2026-11-20T18:00+01:00', '2026-11-20T18:00+01:00', '2026-11-23T09:00+01:00'],
    ['on Sunday', '2026-11-22T12:00+01:00', '2026-11-20T18:00+01:00', '2026-11-23T09:00+01:00'],
    ['over New Year', '2027-01-01T12:00+01:00', '2026-12-31T18:00+01:00', '2027-01-04T09:00+01:00'],
    [
      'by a short day',
      '2026-12-24T12:00+01:00',
      '2026-12-23T18:00+01:00',
      '2026-12-25T09:00+01:00',
    ],
    [
      'into summer time',
      '2026-03-28T12:00+01:00',
      '2026-03-27T18:00+01:00',
      '2026-03-30T09:00+02:00',
    ],
  ])('%s ends with the next opening', (_case, moment, since, until) => {
    expect(closureAt(BERLIN, at(moment))).toEqual({ since: at(since), until: at(until) });
  });

  it.each([
    ['as it opens', BERLIN, '2026-11-20T09:00+01:00'],
    ['in the last minute', BERLIN, '2026-11-20T17:59:59+01:00'],
    ['on a working Saturday', BERLIN, '2027-01-09T11:00+01:00'],
    ['at midnight, round the clock', ALWAYS, '2026-11-21T00:00+03:00'],
  ])('there is none %s', (_case, calendar, moment) => {
    expect(closureAt(calendar, at(moment))).toBeNull();
  });

  it('in a calendar that never opens again is a mistake that is named', () => {
    const never: BusinessCalendar = { timeZone: 'Europe/Moscow', week: {} };
    expect(() => closureAt(never, at('2026-11-21T12:00Z'))).toThrow(/never opens again/);
  });
});

describe('the start of a working day', () => {
  it.each([
    ['before it', BERLIN, '2026-11-20T00:30+01:00', '2026-11-20T09:00+01:00'],
    ['in the evening', BERLIN, '2026-11-20T23:59+01:00', '2026-11-20T09:00+01:00'],
    ['of a working Saturday', BERLIN, '2027-01-09T08:00+01:00', '2027-01-09T10:00+01:00'],
    ['where the zone is a day ahead', MOSCOW, '2026-11-20T22:30Z', '2026-11-21T09:00+03:00'],
  ])('%s', (_case, calendar, moment, start) => {
    expect(startOfWork(calendar, at(moment))).toEqual(at(start));
  });

  it('is none on a day off', () => {
    expect(startOfWork(BERLIN, at('2026-11-21T12:00+01:00'))).toBeNull();
    expect(startOfWork(BERLIN, at('2027-01-01T12:00+01:00'))).toBeNull();
    expect(startOfWork(BERLIN, at('2026-12-24T12:00+01:00'))).toBeNull();
  });
});

describe('a calendar that was changed', () => {
  const DAY = dailyCalendar('Europe/Moscow', { from: '09:00', to: '18:00' });
  const LATE = dailyCalendar('Europe/Moscow', { from: '12:00', to: '16:00' });
  /** On Monday at 14:00 the hours of nine to six became those of twelve to four. */
  const CHANGED = { ...LATE, former: { until: at('2026-11-23T14:00+03:00'), hours: DAY } };

  it.each([
    // Ten to two by the old hours, two to four by the new ones.
    ['over the change', '2026-11-23T10:00+03:00', '2026-11-23T18:00+03:00', 6 * 60],
    ['before it', '2026-11-20T17:00+03:00', '2026-11-21T10:00+03:00', 2 * 60],
    ['after it', '2026-11-23T15:00+03:00', '2026-11-24T13:00+03:00', 2 * 60],
  ])('counts what was %s as it was then', (_case, start, end, minutes) => {
    expect(workingTimeBetween(CHANGED, at(start), at(end))).toBe(minutes * 60_000);
    expect(addWorkingTime(CHANGED, at(start), minutes)).toEqual(
      minutes === 6 * 60 ? at('2026-11-23T16:00+03:00') : at(end),
    );
  });

  it('finds the way back over the change', () => {
    const end = at('2026-11-23T15:00+03:00');
    expect(workingTimeBefore(CHANGED, end, 3 * 60)).toEqual(at('2026-11-23T12:00+03:00'));
    expect(workingTimeBefore(CHANGED, end, 7 * 60)).toEqual(at('2026-11-22T17:00+03:00'));
  });

  it('is closed by the hours of the moment', () => {
    const cut = { ...LATE, former: { until: at('2026-11-23T17:00+03:00'), hours: DAY } };
    expect(closureAt(cut, at('2026-11-23T16:59+03:00'))).toBeNull();
    expect(closureAt(cut, at('2026-11-23T17:30+03:00'))).toEqual({
      since: at('2026-11-23T17:00+03:00'),
      until: at('2026-11-24T12:00+03:00'),
    });
    expect(startOfWork(cut, at('2026-11-22T23:00+03:00'))).toEqual(at('2026-11-22T09:00+03:00'));
    expect(startOfWork(cut, at('2026-11-24T08:00+03:00'))).toEqual(at('2026-11-24T12:00+03:00'));
  });
});

describe('any calendar at any time', () => {
  const moment = fc.date({
    min: at('2026-01-01T00:00Z'),
    max: at('2028-01-01T00:00Z'),
    noInvalidDate: true,
  });
  const minutes = fc.integer({ min: 0, max: 6_000 });
  const zone = fc.constantFrom(
    ...['Europe/Berlin', 'Europe/Moscow', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'],
    ...['Pacific/Kiritimati', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/Los_Angeles'],
  );
  const time = fc.integer({ min: 0, max: 96 }).map((quarter) => {
    const two = (part: number) => String(part).padStart(2, '0');
    return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
  });
  const day = fc.uniqueArray(time, { minLength: 0, maxLength: 6 }).map((times) => {
    const sorted = times.toSorted();
    return sorted.flatMap((from, i) =>
      i % 2 === 0 && sorted[i + 1] ? [{ from, to: `${sorted[i + 1]}` }] : [],
    );
  });
  const calendar = fc
    .record({
      zone,
      days: fc.array(day, { minLength: 7, maxLength: 7 }),
      off: fc.uniqueArray(fc.constantFrom('2026-03-29', '2026-10-25', '2027-01-01')),
    })
    .filter(({ days }) => days.some((intervals) => intervals.length > 0))
    .map(({ zone, days, off }) =>
      BusinessCalendar.parse({
        timeZone: zone,
        week: Object.fromEntries(days.map((intervals, i) => [String(i + 1), intervals])),
        holidays: off,
      }),
    );

  it('more time never ends earlier, and time can be added in two steps', () => {
    fc.assert(
      fc.property(calendar, moment, minutes, minutes, (calendar, start, a, b) => {
        const first = addWorkingTime(calendar, start, a);
        const both = addWorkingTime(calendar, start, a + b);

        expect(first >= start).toBe(true);
        expect(both >= first).toBe(true);
        expect(addWorkingTime(calendar, first, b)).toEqual(both);
      }),
      { numRuns: 300 },
    );
  });

  it('counts what was before a change as it was counted then, and the rest by what holds now', () => {
    fc.assert(
      fc.property(
        ...([calendar, calendar, moment, moment, moment] as const),
        (before, now, a, b, until) => {
          const [start, end] = a < b ? [a, b] : [b, a];
          const changed = { ...now, former: { until, hours: before } };
          const cut = until < start ? start : until > end ? end : until;

          const counted = workingTimeBetween(changed, start, end);
          const apart = workingTimeBetween(before, start, cut) + workingTimeBetween(now, cut, end);
          expect(counted).toBe(apart);
          expect(
            workingTimeBetween(changed, start, cut) + workingTimeBetween(changed, cut, end),
          ).toBe(counted);
          if (counted === 0) return;
          const back = addWorkingTime(changed, start, counted / 60_000);
          expect(back <= end).toBe(true);
          expect(workingTimeBetween(changed, start, back)).toBe(counted);
          const early = workingTimeBefore(changed, end, counted / 60_000);
          expect(early >= start).toBe(true);
          expect(workingTimeBetween(changed, early, end)).toBe(counted);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('round the clock counts as much as has passed, whatever the clocks of the zone do', () => {
    fc.assert(
      fc.property(zone, moment, moment, (timeZone, a, b) => {
        const always = dailyCalendar(timeZone, { from: '00:00', to: '24:00' });
        const [start, end] = a < b ? [a, b] : [b, a];
        expect(workingTimeBetween(always, start, end)).toBe(end.getTime() - start.getTime());
      }),
      { numRuns: 60 },
    );
  });

  it('is closed exactly while no working time passes, and until it does', () => {
    const MILLISECOND = 1 / 60_000;
    fc.assert(
      fc.property(calendar, moment, (calendar, start) => {
        const closure = closureAt(calendar, start);
        const worked = addWorkingTime(calendar, start, MILLISECOND).getTime();

        expect(worked - (closure?.until ?? start).getTime()).toBe(1);
        if (closure === null) return;
        expect(closure.since <= start && start < closure.until).toBe(true);
        expect(closureAt(calendar, closure.since)).toEqual(closure);
        expect(closureAt(calendar, closure.until)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('never works before the start of the day', () => {
    fc.assert(
      fc.property(calendar, moment, (calendar, day) => {
        const start = startOfWork(calendar, day);
        if (!start) return;
        expect(closureAt(calendar, start)).toBeNull();
        const before = closureAt(calendar, new Date(start.getTime() - 1));
        if (before) expect(before.until).toEqual(start);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a calendar as data', () => {
  const week = (...intervals: unknown[]) => ({
    timeZone: 'Europe/Moscow',
    week: { '1': intervals },
  });

  it('is read, its hours put in order', () => {
    const read = BusinessCalendar.parse(
      week({ from: '14:00', to: '18:00' }, { from: '09:00', to: '13:00' }),
    );

    expect(read.week['1']).toEqual(office);
  });

  it.each([
    ['an unknown zone', { ...MOSCOW, timeZone: 'Moscow' }],
    ['a time that is none', week({ from: '9:00', to: '18:00' })],
    ['an hour too many', week({ from: '09:00', to: '24:30' })],
    ['an end before the beginning', week({ from: '18:00', to: '09:00' })],
    ['hours that overlap', week({ from: '09:00', to: '13:00' }, { from: '12:00', to: '18:00' })],
    ['an eighth weekday', { ...MOSCOW, week: { '8': office } }],
    ['a week without an hour', { ...MOSCOW, week: { '1': [] } }],
    ['a holiday that is no date', { ...MOSCOW, holidays: ['2026-02-30'] }],
  ])('is refused with %s', (_what, data) => {
    expect(BusinessCalendar.safeParse(data).success).toBe(false);
  });
});
