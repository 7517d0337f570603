import { describe, expect, it } from 'vitest';
import { firstReminder, nextReminder } from '../../src/exporters/reminding.ts';
import { BusinessCalendar } from '../../src/sla/business-calendar.ts';

/** Monday to Friday, nine to six in Moscow, which is UTC+3. 21 November 2026 is a Saturday. */
const day = [{ from: '09:00', to: '18:00' }];
const week = { '1': day, '2': day, '3': day, '4': day, '5': day };
const office = BusinessCalendar.parse({ timeZone: 'Europe/Moscow', week });
const at = (moment: string) => new Date(`2026-11-${moment}Z`);

describe('an exporter that waits for a decision', () => {
  it.each([
    ['19T08:00', '19T09:00'],
    // Half an hour to closing.
    ['19T14:30', '20T06:30'],
    // What falls on closing time is the next morning's.
    ['19T14:00', '20T06:00'],
    // From Friday night to Monday.
    ['20T20:00', '23T07:00'],
  ])('since %s is first spoken of at %s', (since, first) => {
    expect(firstReminder(office, at(since))).toEqual(at(first));
  });

  it.each([
    ['19T09:00', '20T06:00'],
    ['20T06:00', '23T06:00'],
  ])('and was spoken of at %s, is again at %s', (told, next) => {
    expect(nextReminder(office, at(told))).toEqual(at(next));
  });
});
