import { describe, expect, it } from 'vitest';
import { readFieldOrder } from '../../src/partners/field-order.ts';
import { deadlinesOf, stateAt, tagOf } from '../../src/partners/invitation.ts';
import { mayInvite } from '../../src/partners/rooms-door.ts';
import { dailyCalendar } from '../../src/sla/business-calendar.ts';

const MOSCOW = dailyCalendar('Europe/Moscow', { from: '09:00', to: '21:00' });

describe('the time to answer an invitation', () => {
  it('is twelve hours of work, with a reminder after three', () => {
    expect(deadlinesOf(MOSCOW, new Date('2026-11-21T06:00:00Z'))).toEqual({
      remindAt: new Date('2026-11-21T09:00:00Z'),
      expiresAt: new Date('2026-11-21T18:00:00Z'),
    });
  });

  it('goes on the next morning: nobody is reminded at night', () => {
    // 20:00 in Moscow: one hour today, two tomorrow; eleven tomorrow for the end.
    expect(deadlinesOf(MOSCOW, new Date('2026-11-21T17:00:00Z'))).toEqual({
      remindAt: new Date('2026-11-22T08:00:00Z'),
      expiresAt: new Date('2026-11-22T17:00:00Z'),
    });
  });

  it('is over at its last moment, also before anybody has noted it', () => {
    const expiresAt = new Date('2026-11-21T18:00:00Z');
    const before = new Date(expiresAt.getTime() - 1);
    expect(stateAt({ state: 'sent', expiresAt }, before)).toBe('sent');
    expect(stateAt({ state: 'sent', expiresAt }, expiresAt)).toBe('expired');
    expect(stateAt({ state: 'accepted', expiresAt }, expiresAt)).toBe('accepted');
  });
});

describe('the tag beside a partner’s name', () => {
  it('is their role where it fits into sixteen signs, else their field', () => {
    expect(tagOf('Брокер', 'Таможня')).toBe('Брокер');
    expect(tagOf('Перевозка до порта Сантос', 'Логистика')).toBe('Логистика');
    expect(tagOf(null, 'Страхование грузов в пути')).toBe('Страхование груз');
  });
});

describe('partners', () => {
  it('are invited by the exporter’s people and staff alone', () => {
    const roles = ['exporter', 'importer', 'partner', 'manager', 'support', 'guest', null] as const;
    expect(roles.filter((role) => mayInvite(role, false))).toEqual(['exporter']);
    expect(roles.every((role) => mayInvite(role, true))).toBe(true);
  });
});

describe('/specializations', () => {
  it.each([
    ['', { kind: 'list' }],
    ['Упаковка / Packaging', { kind: 'add', names: { nameRu: 'Упаковка', nameEn: 'Packaging' } }],
    [
      '3 Реклама / Advertising',
      { kind: 'rename', id: 3, names: { nameRu: 'Реклама', nameEn: 'Advertising' } },
    ],
    ['Упаковка', { kind: 'unreadable' }],
    ['3', { kind: 'unreadable' }],
    ['/ Packaging', { kind: 'unreadable' }],
    [`${'я'.repeat(41)} / Packaging`, { kind: 'unreadable' }],
  ])('followed by «%s» is understood', (text, order) => {
    expect(readFieldOrder(text)).toEqual(order);
  });
});
