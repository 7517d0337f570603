import { describe, expect, it } from 'vitest';
import { dailyCalendar } from '../../src/sla/business-calendar.ts';
import { pauseClock, startClock } from '../../src/sla/clock.ts';
import {
  dueStep,
  promisesFor,
  type SlaPlan,
  type SlaTarget,
  stepDueAt,
  toldUnder,
} from '../../src/sla/plan.ts';
import { productionDays } from '../../src/sla/production-calendar.ts';

const HOURS = dailyCalendar('Europe/Moscow', { from: '09:00', to: '18:00' });
const at = (iso: string) => new Date(iso);

const row = (typeId: number | null, urgency: string | null, response: number): SlaTarget => ({
  subject: 'ticket',
  typeId,
  urgency,
  promises: { response, next_response: null, resolution: null },
});
const PLAN: SlaPlan = {
  id: 1,
  name: 'Обычный',
  isDefault: true,
  calendarId: 1,
  warnPercents: [50, 80],
  escalationMinutes: [0, 15, 30],
  targets: [row(null, null, 60), row(null, 'critical', 10), row(5, null, 30), row(5, 'low', 240)],
};

describe('what a plan promises', () => {
  it.each([
    ['the most particular row', 5, 'low', 240],
    ['a type weighs more than an urgency', 5, 'critical', 30],
    ['an urgency of any type', 2, 'critical', 10],
    ['what holds for all', 2, 'normal', 60],
  ])('%s', (_case, typeId, urgency, response) => {
    expect(promisesFor(PLAN, { subject: 'ticket', typeId, urgency }).response).toBe(response);
  });

  it('is nothing where no row fits', () => {
    const dialog = { subject: 'dialog', typeId: null, urgency: null } as const;
    expect(promisesFor(PLAN, dialog).response).toBeNull();
  });
});

describe('what is told of a clock of an hour that began at ten', () => {
  const clock = startClock('response', 60, at('2026-11-23T10:00+03:00'));

  it.each([
    [0, '2026-11-23T10:30+03:00'],
    [1, '2026-11-23T10:48+03:00'],
    [2, '2026-11-23T11:00+03:00'],
    [3, '2026-11-23T11:15+03:00'],
    [4, '2026-11-23T11:30+03:00'],
  ])('step %i at %s', (step, when) => {
    expect(stepDueAt(PLAN, HOURS, clock, step)).toEqual(at(when));
  });

  it('ends with the last circle', () => {
    expect(stepDueAt(PLAN, HOURS, clock, 5)).toBeNull();
  });

  it.each([
    ['nothing yet', '10:29:59', 0, null],
    ['half of it', '10:30:00', 0, { step: { kind: 'warn', percent: 50 }, told: 1 }],
    ['the same once only', '10:40:00', 1, null],
    [
      'of several the last alone',
      '11:20:00',
      0,
      { step: { kind: 'escalate', circle: 'team' }, told: 4 },
    ],
    ['no circle is left', '17:00:00', 5, null],
  ])('%s', (_case, time, told, due) => {
    const now = at(`2026-11-23T${time}+03:00`);
    expect(dueStep(PLAN, HOURS, { clock, told, now })).toEqual(due);
  });

  it('is nothing while it stands still', () => {
    const paused = pauseClock(clock, HOURS, at('2026-11-23T10:10+03:00'));
    const now = at('2026-11-23T17:00+03:00');
    expect(dueStep(PLAN, HOURS, { clock: paused, told: 0, now })).toBeNull();
  });
});

describe('what was told by other marks', () => {
  const marks = (warnPercents: number[], escalationMinutes: number[]) => ({
    warnPercents,
    escalationMinutes,
  });

  it.each([
    ['nothing', marks([80], [0]), 0, marks([50, 80], [0]), 0],
    ['a later mark, so the earlier as well', marks([80], [0]), 1, marks([50, 80], [0]), 2],
    ['an earlier mark only', marks([50], [0]), 1, marks([50, 80], [0]), 1],
    ['a mark that is there no more', marks([80], [0]), 1, marks([50], [0]), 1],
    ['a circle, so all marks', marks([80], [0, 15]), 2, marks([50, 80, 95], [0, 15]), 4],
    ['more circles than are told now', marks([80], [0, 15, 30]), 4, marks([80], [0]), 2],
    ['the first of more circles', marks([], [0]), 1, marks([], [0, 15, 30]), 1],
  ])('is known: %s', (_case, before, told, after, known) => {
    expect(toldUnder(before, after, told)).toBe(known);
  });
});

describe('the Russian production calendar over a week of 9:00–18:00 with lunch', () => {
  const day = [
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
  ];
  const days = productionDays('ru', { '1': day, '2': day, '3': day, '4': day, '5': day });

  it.each(['2026-01-09', '2026-02-23', '2026-03-09', '2026-05-11', '2026-11-04', '2026-12-31'])(
    '%s is off',
    (date) => {
      expect(days[date]).toEqual([]);
    },
  );

  it.each(['2026-04-30', '2026-05-08', '2026-06-11', '2026-11-03'])(
    '%s ends an hour early',
    (date) => {
      expect(days[date]).toEqual([
        { from: '09:00', to: '13:00' },
        { from: '14:00', to: '17:00' },
      ]);
    },
  );

  it.each(['2026-01-12', '2026-12-30', '2026-02-20'])('%s is a day like any other', (date) => {
    expect(days[date]).toBeUndefined();
  });
});
