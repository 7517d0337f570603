import { describe, expect, it } from 'vitest';
import {
  dueOn,
  escalateAt,
  fillTemplate,
  isQuiet,
  nextRing,
  remindAt,
  titleOf,
  toShowAnew,
  toTemplate,
} from '../../src/leads/lead.ts';
import { segmentOf } from '../../src/leads/product.ts';
import { dailyCalendar } from '../../src/sla/business-calendar.ts';

/** Nine to six in Moscow, which is UTC+3. */
const moscow = dailyCalendar('Europe/Moscow', { from: '09:00', to: '18:00' });
const plan = { calendar: moscow, minutes: 30 };
const at = (moment: string) => new Date(`2026-11-${moment}Z`);

describe('an exporter who is silent', () => {
  it.each([
    ['21T09:00', '21T09:30'],
    // Ten minutes to closing: twenty are left for the next morning.
    ['21T14:50', '22T06:20'],
    // At night nothing counts.
    ['21T22:00', '22T06:30'],
    // What falls on closing time is the next morning's.
    ['21T14:30', '22T06:00'],
  ])('and was told at %s is reminded at %s', (told, reminded) => {
    expect(remindAt(plan, at(told))).toEqual(at(reminded));
  });

  it('is told of to a manager in the working time of both', () => {
    const office = dailyCalendar('Asia/Vladivostok', { from: '10:00', to: '16:00' });

    // 15:00 in Moscow is 22:00 in Vladivostok: the office opens at 00:00 UTC.
    expect(escalateAt(plan, at('21T12:00'), office)).toEqual(at('22T00:00'));
  });

  it('is not rung at night', () => {
    expect([isQuiet(moscow, at('21T05:59')), isQuiet(moscow, at('21T06:00'))]).toEqual([
      true,
      false,
    ]);
  });
});

describe('what is promised for a day', () => {
  const seller = { timeZone: 'Europe/Moscow', worksTo: '18:00' };

  it.each([
    ['2026-11-24', '21T12:00', '2026-11-24T15:00:00.000Z'],
    // Today, after work: by the end of the day.
    ['2026-11-21', '21T16:00', '2026-11-21T20:59:00.000Z'],
  ])('%s, promised at %s, is due at %s', (day, now, due) => {
    expect(dueOn(day, seller, at(now)).toISOString()).toBe(due);
  });

  it('is due at midnight where work ends then', () => {
    const late = { ...seller, worksTo: '24:00' };

    expect(dueOn('2026-11-24', late, at('21T12:00')).toISOString()).toBe(
      '2026-11-24T21:00:00.000Z',
    );
  });
});

describe('a first answer', () => {
  const names = { importer: 'John', product: 'Мёд', author: 'Анна', company: 'Мёд России' };

  it('is a template with names in their places; what is no place stays', () => {
    expect(fillTemplate('#{importer}, я #{author} (#{company}): #{product} #{price}', names)).toBe(
      'John, я Анна (Мёд России): Мёд #{price}',
    );
  });

  it('becomes a template again, the longer name first', () => {
    expect(toTemplate('John, я Анна (Мёд России): Мёд', names)).toBe(
      '#{importer}, я #{author} (#{company}): #{product}',
    );
    expect(toTemplate('Ли, объём или срок?', { ...names, importer: 'Ли' })).toBe(
      '#{importer}, объём или срок?',
    );
  });
});

describe('a room', () => {
  it('is called by its product and by who asks, within Telegram’s 128 signs', () => {
    expect(titleOf('Мёд', 'John')).toBe('Мёд · John');
    const long = titleOf('п'.repeat(300), 'и'.repeat(100));
    expect([...long]).toHaveLength(123);
    expect(long.endsWith(` · ${'и'.repeat(40)}`)).toBe(true);
  });
});

describe('a storefront', () => {
  it.each([
    ['https://x.example/russia/honey?a=1', 'russia'],
    ['https://x.example/Brazil', 'brazil'],
    ['https://x.example/%D0%BC%D1%91%D0%B4/1', 'мёд'],
    ['https://x.example/%FF/1', '%ff'],
    ['https://x.example/', null],
    ['https://x.example', null],
  ])('of %s is %s', (url, segment) => {
    expect(segmentOf(url)).toBe(segment);
  });
});

describe('employees are told of leads that wait for an exporter', () => {
  const office = dailyCalendar('Europe/Moscow', { from: '09:00', to: '21:00' });

  it.each([
    [null, '21T09:00', '21T09:00'],
    // Once an hour.
    ['21T08:30', '21T09:00', '21T09:30'],
    ['21T07:59', '21T09:00', '21T09:00'],
    // 21:30 in Moscow: in the morning.
    [null, '21T18:30', '22T06:00'],
    ['21T17:30', '21T17:45', '22T06:00'],
  ])('last at %s, one more at %s: at %s', (told, now, next) => {
    expect(nextRing(told === null ? null : at(told), at(now), office)).toEqual(at(next));
  });
});

describe('an exporter’s group in another chat', () => {
  it('begins with the newest twenty questions that wait for an answer, in their order', () => {
    const waiting = Array.from({ length: 25 }, (_, index) => ({
      id: 25 - index,
      answeredAt: null,
    }));
    const answered = { id: 26, answeredAt: at('21T09:00') };
    const ids = toShowAnew([answered, ...waiting]).map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
  });
});
