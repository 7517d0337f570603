import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyCalendar } from '../../../src/sla/business-calendar.ts';
import {
  eveningOf,
  howToTell,
  MOST_AN_HOUR,
  ringsLeft,
} from '../../../src/tickets/notices/pace.ts';

const HOURS = dailyCalendar('Europe/Moscow', { from: '09:00', to: '18:00' });
const HOUR = 3_600_000;
const MINUTE = 60_000;

const moscow = (time: string) => new Date(`2026-11-23T${time}:00+03:00`);

describe('how often somebody is disturbed', () => {
  it('is three times in any hour', () => {
    const rang = [moscow('12:00'), moscow('12:20'), moscow('12:40')];
    expect(ringsLeft(rang, null, moscow('12:59'))).toBe(0);
    expect(ringsLeft(rang, null, moscow('13:00'))).toBe(1);
    expect(ringsLeft(rang, null, moscow('13:20'))).toBe(2);
  });

  it('leaves one for the evening in the hour before it, and none for one that was told', () => {
    const evening = moscow('17:00');
    expect(ringsLeft([], evening, moscow('15:59'))).toBe(3);
    expect(ringsLeft([], evening, moscow('16:01'))).toBe(2);
    expect(ringsLeft([moscow('16:05'), moscow('16:10')], evening, moscow('16:30'))).toBe(0);
    expect(ringsLeft([moscow('16:05'), moscow('16:10')], evening, moscow('17:00'))).toBe(1);
    expect(ringsLeft([], null, moscow('16:30'))).toBe(3);
  });

  it('is singly while all of it fits, and together as soon as it does not', () => {
    expect(howToTell(0, 3)).toBe('later');
    expect(howToTell(3, 3)).toBe('singly');
    expect(howToTell(4, 3)).toBe('together');
    expect(howToTell(2, 1)).toBe('together');
    expect(howToTell(1, 0)).toBe('later');
  });
});

describe('the evening', () => {
  it('is the last hour of the working day', () => {
    const evening = eveningOf(HOURS, moscow('10:00'));
    expect(evening).toEqual({ from: moscow('17:00'), to: moscow('18:00') });
  });

  it('is all of a day shorter than an hour, and there is none on a day off', () => {
    const short = { ...HOURS, specialDays: { '2026-11-23': [{ from: '09:00', to: '09:30' }] } };
    expect(eveningOf(short, moscow('10:00'))).toEqual({
      from: moscow('09:00'),
      to: moscow('09:30'),
    });
    expect(eveningOf({ ...HOURS, holidays: ['2026-11-23'] }, moscow('10:00'))).toBeNull();
  });
});

/** One working day of one employee: what comes due when, looked at each minute. */
function played(dueMinutes: readonly number[]): { rang: Date[]; told: number } {
  const rang: Date[] = [];
  let told = 0;
  let held = 0;
  const evening = moscow('17:00');
  for (let at = moscow('09:00').getTime(); at <= evening.getTime(); at += MINUTE) {
    const now = new Date(at);
    const minute = (at - moscow('09:00').getTime()) / MINUTE;
    held += dueMinutes.filter((due) => due === minute).length;
    const left = ringsLeft(rang, evening, now);
    const isEvening = at === evening.getTime();
    const how = isEvening && left > 0 ? 'together' : howToTell(held, left);
    if (how === 'later') continue;
    for (let ring = 0; ring < (how === 'singly' ? held : 1); ring += 1) rang.push(now);
    told += held;
    held = 0;
  }
  return { rang, told };
}

describe('whatever comes due on a day', () => {
  it('rings nobody more than three times an hour, and is told by the evening', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 480 }), { maxLength: 60 }), (due) => {
        const { rang, told } = played(due);
        expect(told).toBe(due.length);
        for (const from of rang) {
          const within = rang.filter((one) => {
            const ahead = one.getTime() - from.getTime();
            return ahead >= 0 && ahead < HOUR;
          });
          expect(within.length).toBeLessThanOrEqual(MOST_AN_HOUR);
        }
      }),
    );
  });
});
