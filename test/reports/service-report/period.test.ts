import { describe, expect, it } from 'vitest';
import {
  bucketsOf,
  bucketUnitOf,
  type NamedPeriod,
  type Period,
  spanOf,
  weekBefore,
} from '../../../src/reports/service-report/period.ts';

const MOSCOW = 'Europe/Moscow';
/** A Wednesday. */
const NOW = new Date('2026-11-25T15:00:00+03:00');
const moscow = (iso: string) => new Date(`${iso}+03:00`);

const named = (name: NamedPeriod): Period => ({ kind: 'named', name });
const dates = (first: string, last: string): Period => ({ kind: 'dates', first, last });

describe('the period of a report', () => {
  it.each([
    ['today', '2026-11-25T00:00', '2026-11-26T00:00', '2026-11-24T00:00', '2026-11-24T15:00'],
    ['week', '2026-11-23T00:00', '2026-11-30T00:00', '2026-11-16T00:00', '2026-11-18T15:00'],
    ['last-week', '2026-11-16T00:00', '2026-11-23T00:00', '2026-11-09T00:00', '2026-11-16T00:00'],
    ['month', '2026-11-01T00:00', '2026-12-01T00:00', '2026-10-01T00:00', '2026-10-25T15:00'],
    ['last-month', '2026-10-01T00:00', '2026-11-01T00:00', '2026-09-01T00:00', '2026-10-01T00:00'],
    ['quarter', '2026-10-01T00:00', '2027-01-01T00:00', '2026-07-01T00:00', '2026-08-25T15:00'],
  ] as const)(
    '«%s» is compared with as much of the one before',
    (name, from, until, earlier, cut) => {
      expect(spanOf(named(name), MOSCOW, NOW)).toEqual({
        from: moscow(from),
        until: moscow(until),
        runs: !name.startsWith('last-'),
        before: { from: moscow(earlier), until: moscow(cut) },
      });
    },
  );

  it('of dates of one’s own holds both days, and is compared with as many days before', () => {
    expect(spanOf(dates('2026-11-10', '2026-11-12'), MOSCOW, NOW)).toEqual({
      from: moscow('2026-11-10T00:00'),
      until: moscow('2026-11-13T00:00'),
      runs: false,
      before: { from: moscow('2026-11-07T00:00'), until: moscow('2026-11-10T00:00') },
    });
    expect(() => spanOf(dates('2026-11-12', '2026-11-10'), MOSCOW, NOW)).toThrow(RangeError);
    expect(() => spanOf(dates('2026-02-30', '2026-03-10'), MOSCOW, NOW)).toThrow(RangeError);
  });

  it('of a long month that has passed its end in the month before is compared with all of that', () => {
    const last = spanOf(named('month'), MOSCOW, moscow('2026-03-31T12:00'));
    expect(last.before.until).toEqual(moscow('2026-03-01T00:00'));
  });

  it('is the week before, from Monday to Sunday, also on a Monday', () => {
    expect(weekBefore(MOSCOW, moscow('2026-11-23T09:00'))).toEqual(
      dates('2026-11-16', '2026-11-22'),
    );
  });
});

describe('the steps of a chart', () => {
  const stepsIn = (period: Period, timeZone = MOSCOW, now = NOW) => {
    const span = spanOf(period, timeZone, now);
    const unit = bucketUnitOf(span);
    return { unit, keys: bucketsOf(span, unit, timeZone, now).map(({ key }) => key) };
  };

  it('are hours of a day, days of a month, weeks of a quarter, months of a year', () => {
    expect(stepsIn(named('today')).unit).toBe('hour');
    expect(stepsIn(named('last-month')).unit).toBe('day');
    expect(stepsIn(named('quarter')).unit).toBe('week');
    expect(stepsIn(dates('2026-01-01', '2026-11-25')).unit).toBe('month');
  });

  it('end now where the period goes on', () => {
    expect(stepsIn(named('week')).keys).toEqual([
      '2026-11-23 00:00',
      '2026-11-24 00:00',
      '2026-11-25 00:00',
    ]);
  });

  it('are counted by the clocks of the company: the hour that is there twice is one', () => {
    const { unit, keys } = stepsIn(
      dates('2026-10-25', '2026-10-25'),
      'Europe/Berlin',
      new Date('2026-10-27T12:00:00Z'),
    );
    expect(unit).toBe('hour');
    expect(keys).toHaveLength(24);
    expect(new Set(keys).size).toBe(24);
  });
});
