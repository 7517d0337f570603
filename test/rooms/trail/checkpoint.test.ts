// When a checkpoint speaks up, whatever the hour it was made for; and who may change one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mayCancel,
  mayChange,
  nextDue,
  RINGS,
  ringNow,
} from '../../../src/rooms/trail/checkpoints/checkpoint.ts';
import { dailyCalendar } from '../../../src/sla/business-calendar.ts';
import { closureAt } from '../../../src/sla/calendar.ts';

const HOURS = dailyCalendar('Europe/Moscow', { from: '09:00', to: '18:00' });
const BOTH = { own: HOURS, office: HOURS };
const at = (moscow: string) => new Date(`${moscow}:00+03:00`);

function due(dueAt: string, last: (typeof RINGS)[number] | null, now: string) {
  const next = nextDue(at(dueAt), last, at(now), BOTH);
  return next && `${next.ring} ${next.at.toISOString()}`;
}

describe('a checkpoint', () => {
  it('speaks up a day and an hour before, when it is late, and an open hour later to the manager', () => {
    expect(due('2026-11-26T15:00', null, '2026-11-23T10:00')).toBe('day 2026-11-25T12:00:00.000Z');
    expect(due('2026-11-26T15:00', 'day', '2026-11-25T15:00')).toBe(
      'hour 2026-11-26T11:00:00.000Z',
    );
    expect(due('2026-11-26T15:00', 'hour', '2026-11-26T14:00')).toBe(
      'late 2026-11-26T12:00:00.000Z',
    );
    expect(due('2026-11-26T15:00', 'late', '2026-11-26T15:00')).toBe(
      'manager 2026-11-26T13:00:00.000Z',
    );
    expect(due('2026-11-26T15:00', 'manager', '2026-11-26T16:00')).toBeNull();
  });

  it('leaves out what was due before it was made', () => {
    expect(due('2026-11-23T15:00', null, '2026-11-23T10:00')).toBe('hour 2026-11-23T11:00:00.000Z');
    expect(due('2026-11-23T10:30', null, '2026-11-23T10:00')).toBe('late 2026-11-23T07:30:00.000Z');
  });

  it('waits for the end of quiet hours, and says nothing ahead that would come too late', () => {
    expect(due('2026-11-26T07:00', 'day', '2026-11-25T12:00')).toBe(
      'late 2026-11-26T06:00:00.000Z',
    );
    expect(due('2026-11-26T23:30', null, '2026-11-24T12:00')).toBe('day 2026-11-26T06:00:00.000Z');
    expect(due('2026-11-26T17:30', 'late', '2026-11-26T17:30')).toBe(
      'manager 2026-11-27T06:30:00.000Z',
    );
  });

  it('calls the manager in the office’s hours, wherever the exporter is', () => {
    const east = dailyCalendar('Asia/Vladivostok', { from: '09:00', to: '18:00' });
    const next = nextDue(at('2026-11-26T05:00'), 'late', at('2026-11-26T05:00'), {
      own: east,
      office: HOURS,
    });

    expect(next).toEqual({ ring: 'manager', at: at('2026-11-26T09:00') });
  });

  it('looked at late, at night, waits for the morning; a word ahead that comes too late gives way', () => {
    const night = at('2026-11-26T02:00');
    const late = { ring: 'late', at: at('2026-11-25T17:00') } as const;
    expect(ringNow(late, at('2026-11-25T17:00'), night, BOTH)).toEqual({
      ring: 'late',
      at: at('2026-11-26T09:00'),
    });
    const hour = { ring: 'hour', at: at('2026-11-25T17:30') } as const;
    expect(ringNow(hour, at('2026-11-26T08:00'), night, BOTH)).toEqual({
      ring: 'late',
      at: at('2026-11-26T09:00'),
    });
    const day = at('2026-11-26T10:00');
    expect(ringNow(late, at('2026-11-25T17:00'), day, BOTH)).toEqual(late);
  });

  it('calls nobody in quiet hours and nobody back in time', () => {
    const moment = fc.date({
      min: at('2026-01-01T00:00'),
      max: at('2027-12-31T00:00'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, moment, fc.constantFrom(null, ...RINGS), (dueAt, now, last) => {
        const next = nextDue(dueAt, last, now, BOTH);
        if (!next) return;
        // A closing time is the end of the open hours, and belongs to them for whoever waits.
        const before = new Date(next.at.getTime() - 1);
        expect(closureAt(HOURS, next.at) === null || closureAt(HOURS, before) === null).toBe(true);
        if (next.ring === 'day' || next.ring === 'hour') expect(next.at < dueAt).toBe(true);
        if (next.ring === 'day' || next.ring === 'hour') expect(next.at > now).toBe(true);
        expect(RINGS.indexOf(next.ring)).toBeGreaterThan(last === null ? -1 : RINGS.indexOf(last));
      }),
    );
  });

  it('is changed by whoever answers for it or made it, and by staff; by anybody while nobody does', () => {
    const owned = { responsibleId: 1, createdById: 2 };
    const someone = (personId: number) => ({ personId, isMember: true, isStaff: false });
    expect([1, 2, 3].map((id) => mayChange(owned, someone(id)))).toEqual([true, true, false]);
    expect(mayChange({ responsibleId: null, createdById: null }, someone(3))).toBe(true);
    expect(mayChange(owned, { ...someone(1), isMember: false })).toBe(false);
    expect(mayChange(owned, { personId: 9, isMember: false, isStaff: true })).toBe(true);
    expect([1, 2].map((id) => mayCancel(owned, someone(id)))).toEqual([false, true]);
  });
});
