import { describe, expect, it } from 'vitest';
import { daysBetween, upcomingDays, withDays, withoutDays } from '../../src/sla/special-days.ts';

const day = [{ from: '09:00', to: '18:00' }];
const week = { '1': day, '2': day, '3': day, '4': day, '5': day };
const plain = { week, holidays: null, specialDays: {}, dayNotes: {} } as const;

describe('the special days to come', () => {
  it('are those of the production calendar in runs, from today on', () => {
    const found = upcomingDays({ ...plain, holidays: 'ru' }, '2026-12-31', 2);
    expect(found.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      ['2026-12-31', '2027-01-08', 'off'],
      ['2027-02-22', '2027-02-22', 'short'],
    ]);
  });

  it('are the company’s own where both have one, with a word why', () => {
    const own = withDays(plain, ['2026-12-31'], {
      hours: [{ from: '09:00', to: '12:00' }],
      note: 'ёлка',
    });
    const [first, second] = upcomingDays({ ...plain, holidays: 'ru', ...own }, '2026-12-30', 2);
    expect(first).toMatchObject({ to: '2026-12-31', kind: 'short', own: { note: 'ёлка' } });
    expect(second).toMatchObject({ from: '2027-01-01', to: '2027-01-08', own: null });
  });

  it('are told apart by what they are to the week', () => {
    const set = (one: string, from: string, to: string) =>
      upcomingDays(
        { ...plain, ...withDays(plain, [one], { hours: [{ from, to }], note: '' }) },
        '2026-11-01',
        1,
      )[0]?.kind;
    // A Saturday, a Monday.
    expect(set('2026-11-28', '10:00', '14:00')).toBe('working');
    expect(set('2026-11-30', '10:00', '14:00')).toBe('short');
    expect(set('2026-11-30', '08:00', '20:00')).toBe('other');
  });
});

describe('days of one’s own', () => {
  it('are set over several days in a row, and taken away with their word', () => {
    const days = daysBetween('2026-12-30', '2027-01-02');
    expect(days).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    const set = withDays(plain, days, { hours: [], note: 'переезд' });
    expect(Object.keys(set.dayNotes)).toEqual(days);
    expect(withoutDays(set, days)).toEqual({ specialDays: {}, dayNotes: {} });
    // Without a word the old one goes.
    expect(withDays(set, days, { hours: [], note: '' }).dayNotes).toEqual({});
  });

  it('are none where they are the wrong way round, or more than a year', () => {
    expect(daysBetween('2027-01-02', '2026-12-30')).toEqual([]);
    expect(daysBetween('2026-01-01', '2027-01-02')).toEqual([]);
    expect(daysBetween('2026-01-01', '2027-01-01')).toHaveLength(366);
  });
});
