import { describe, expect, it } from 'vitest';
import { dailyCalendar } from '../../src/sla/business-calendar.ts';
import { answerDeadline } from '../../src/sla/deadline.ts';

const plan = {
  calendar: dailyCalendar('Europe/Moscow', { from: '09:00', to: '21:00' }),
  answerMinutes: 30,
  nextAnswerMinutes: 30,
  warnShare: 0.8,
};

describe('the deadline of an answer', () => {
  it.each([
    ['asked at noon', '12:00', '2026-11-21T12:30+03:00', '2026-11-21T12:24+03:00'],
    [
      'asked ten minutes before closing',
      '20:50',
      '2026-11-22T09:20+03:00',
      '2026-11-22T09:14+03:00',
    ],
    [
      'asked 25 minutes before closing',
      '20:35',
      '2026-11-22T09:05+03:00',
      '2026-11-21T20:59+03:00',
    ],
    ['asked at night', '23:00', '2026-11-22T09:30+03:00', '2026-11-22T09:24+03:00'],
  ])('%s', (_when, time, deadlineAt, warnAt) => {
    expect(
      answerDeadline(plan, { askedAt: new Date(`2026-11-21T${time}+03:00`), isFirst: true }),
    ).toEqual({
      deadlineAt: new Date(deadlineAt),
      warnAt: new Date(warnAt),
    });
  });
});
