// Plans and calendars are changed while clocks run, stand still and are over. Every hour is worked out by hand.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarChange } from '../../src/sla/calendar-change.ts';
import type { PlanChange } from '../../src/sla/plan-change.ts';
import type { Staff } from '../../src/staff/staff.ts';
import type { KeptTicket } from '../../src/tickets/repository.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openOne, openTickets, type ServedCompany, serveCompany } from '../support/tickets.ts';

const MINUTE = 60_000;
const moscow = (time: string, day = 23) => new Date(`2026-11-${day}T${time}:00+03:00`);

let database: TestDatabase;
let clock: TestClock;
let served: ServedCompany;
let desk: Awaited<ReturnType<typeof openTickets>>;
let olga: Staff;
let planId: number;
let calendarId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  served = await serveCompany(database, moscow('08:00'));
  const facts = { userId: 9_050n, name: 'Ольга', locale: 'ru', createdAt: moscow('08:00') };
  const { id } = await database.prisma.staff.create({ data: { ...facts, role: 'supervisor' } });
  olga = { id, userId: 9_050, name: 'Ольга', username: null, locale: 'ru', role: 'supervisor' };
  await openTickets(database, createTestClock(moscow('08:00')));
  const plan = await database.prisma.slaPlan.findFirstOrThrow();
  ({ id: planId, calendarId } = plan);
});
afterAll(() => database.close());

/** A Monday, noon in Moscow; the office is open from nine to six; an hour to an answer, eight to a solution. */
beforeEach(async () => {
  clock = createTestClock(moscow('12:00'));
  const over = { stoppedAt: moscow('12:00'), outcome: 'cancelled', runningSince: null };
  await database.prisma.slaClock.updateMany({
    where: { stoppedAt: null },
    data: { ...over, dueAt: null, tellAt: null },
  });
  await database.prisma.slaTarget.deleteMany({ where: { planId, urgency: 'normal' } });
  await database.prisma.slaPlan.update({ where: { id: planId }, data: { warnPercents: [80] } });
  await database.prisma.slaFormerHours.deleteMany();
  await database.prisma.slaCalendar.update({
    where: { id: calendarId },
    data: { week: everyDay('09:00', '18:00'), specialDays: {}, dayNotes: {}, holidays: null },
  });
  desk = await openTickets(database, clock);
});

function everyDay(from: string, to: string) {
  return Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), [{ from, to }]]));
}

const opened = () => openOne(desk, served);
const run = (name: string) => desk.sla.sweeps.find((sweep) => sweep.name === name)?.run();

async function change(wish: PlanChange, of = planId) {
  const { revision } = await database.prisma.slaPlan.findUniqueOrThrow({ where: { id: of } });
  const order = { planId: of, revision, wish, by: olga, cause: desk.cause };
  const status = await desk.sla.plans.change(order);
  await run('sla-recount');
  return status;
}

async function changeHours(wish: CalendarChange) {
  const { revision } = await database.prisma.slaCalendar.findUniqueOrThrow({
    where: { id: calendarId },
  });
  return desk.sla.calendars.change({ calendarId, revision, wish, by: olga, cause: desk.cause });
}

const NORMAL = { subject: 'ticket', typeId: null, urgency: 'normal' } as const;
const promise = (of: 'response' | 'next_response' | 'resolution', minutes: number | null) =>
  change({ kind: 'promise', row: NORMAL, of, minutes });

const act = (ticket: KeptTicket, action: 'wait' | 'resume' | 'done' | 'close' | 'answered') =>
  desk.service.act({
    ...{ ticketId: ticket.id, action, cause: desk.cause },
    by: { kind: 'staff', id: served.staffIds[0] },
  });

async function clockOf({ id }: KeptTicket, kind: string) {
  const where = { subject: 'ticket', subjectId: id, kind };
  const { spentMs, ...row } = await database.prisma.slaClock.findFirstOrThrow({ where });
  return { ...row, spent: Number(spentMs) / MINUTE };
}

describe('another time for an answer', () => {
  it('that is longer moves what runs, counted from where it began', async () => {
    const ticket = await opened();
    await clock.set(moscow('12:20'));
    expect(await promise('response', 120)).toBe('changed');

    // Twenty minutes are spent, a hundred are left; the warning is at 96 of 120.
    expect(await clockOf(ticket, 'response')).toMatchObject({
      ...{ dueAt: moscow('14:00'), tellAt: moscow('13:36'), targetMinutes: 120, spent: 20 },
    });
    expect(desk.recounted.map(({ subjectId }) => subjectId)).toContain(ticket.id);
  });

  it('that has passed by it is told once, however often it is made shorter', async () => {
    const ticket = await opened();
    await clock.set(moscow('12:30'));
    await promise('response', 10);
    await run('sla-clocks');
    await run('sla-clocks');
    // Ten minutes and the team's fifteen more are over, all in one sentence for each circle.
    expect(desk.told.map(({ circles }) => circles)).toEqual([['responsible', 'team']]);

    await promise('response', 9);
    await run('sla-clocks');
    expect(desk.told).toHaveLength(1);
    // The supervisors' half an hour after nine minutes is over at 12:39.
    expect(await clockOf(ticket, 'response')).toMatchObject({ tellAt: moscow('12:39'), told: 3 });
    await clock.set(moscow('12:39'));
    await run('sla-clocks');
    expect(desk.told.map(({ circles }) => circles).at(-1)).toEqual(['supervisors']);
  });

  it('leaves what stands still as it is, and counts it from then on', async () => {
    const ticket = await opened();
    await clock.set(moscow('12:30'));
    await act(ticket, 'wait');
    await clock.set(moscow('13:00'));
    await promise('resolution', 240);
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ dueAt: null, spent: 30 });

    await clock.set(moscow('14:00'));
    await act(ticket, 'resume');
    // Of four hours half an hour is spent.
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ dueAt: moscow('17:30') });
  });

  it('makes nothing late that is «Выполнена», and counts once that comes back', async () => {
    const [solved, returned] = [await opened(), await opened()];
    await clock.set(moscow('15:00'));
    for (const ticket of [solved, returned]) await act(ticket, 'done');
    await promise('resolution', 120);
    await clock.set(moscow('16:00'));
    await act(solved, 'close');
    expect(await clockOf(solved, 'resolution')).toMatchObject({
      ...{ outcome: 'met', spent: 180, targetMinutes: 480 },
    });

    await promise('resolution', 240);
    await act(returned, 'resume');
    // Three of four hours are spent.
    expect(await clockOf(returned, 'resolution')).toMatchObject({
      ...{ targetMinutes: 240, dueAt: moscow('17:00') },
    });
  });

  it('rewrites nothing of what has ended', async () => {
    const ticket = await opened();
    await clock.set(moscow('12:40'));
    await act(ticket, 'answered');
    const before = await clockOf(ticket, 'response');
    await promise('response', 30);

    expect(await clockOf(ticket, 'response')).toEqual(before);
    expect(before).toMatchObject({ outcome: 'met', spent: 40, targetMinutes: 60 });
  });

  it('taken away ends what runs: in time it counts nowhere, late it stays late', async () => {
    const late = await opened();
    await clock.set(moscow('13:10'));
    const fresh = await opened();
    expect(await promise('response', null)).toBe('changed');

    expect(await clockOf(late, 'response')).toMatchObject({ outcome: 'missed', spent: 70 });
    expect(await clockOf(fresh, 'response')).toMatchObject({ outcome: 'cancelled', spent: 0 });
  });

  it('that is the same already changes nothing', async () => {
    expect(await promise('response', 60)).toBe('same');
    expect(await change({ kind: 'inherit', row: NORMAL })).toBe('same');
  });
});

describe('other marks', () => {
  it('tell nobody twice of what they know', async () => {
    const ticket = await opened();
    await clock.set(moscow('12:48'));
    await run('sla-clocks');
    expect(desk.told.map(({ step }) => step)).toEqual([{ kind: 'warn', percent: 80 }]);

    await change({ kind: 'warn', percents: [50, 80] });
    await run('sla-clocks');
    expect(desk.told).toHaveLength(1);
    expect(await clockOf(ticket, 'response')).toMatchObject({ told: 2, tellAt: moscow('13:00') });
  });

  it('are told where they come earlier than what was told', async () => {
    const ticket = await opened();
    await clock.set(moscow('12:20'));
    await change({ kind: 'warn', percents: [50, 80] });
    expect(await clockOf(ticket, 'response')).toMatchObject({ told: 0, tellAt: moscow('12:30') });
  });
});

describe('who changes a plan', () => {
  it('leaves it in the log with what was before, and takes it from the environment', async () => {
    await promise('response', 45);
    const event = await database.prisma.event.findFirstOrThrow({
      where: { subject: 'sla-plan', subjectId: planId },
      orderBy: { id: 'desc' },
    });
    expect(event).toMatchObject({ type: 'sla-plan-promise', actor: 'staff', actorId: olga.id });
    expect(event.data).toMatchObject({
      ...{ subject: 'ticket', urgency: 'normal', before: null },
      after: { response: 45, next_response: 60, resolution: 480 },
    });
    const plan = await database.prisma.slaPlan.findUniqueOrThrow({ where: { id: planId } });
    expect(plan.fromEnvironment).toBe(false);
  });

  it('has to have seen it as it is, and to be a supervisor at that moment', async () => {
    const { revision } = await database.prisma.slaPlan.findUniqueOrThrow({ where: { id: planId } });
    const wish = { kind: 'warn', percents: [70] } as const;
    const order = { planId, wish, cause: desk.cause };
    const { change: tries } = desk.sla.plans;
    expect(await tries({ ...order, revision: revision - 1, by: olga })).toBe('stale');

    const support = { ...olga, id: served.staffIds[0] };
    expect(await tries({ ...order, revision, by: support })).toBe('no-right');
    expect(await tries({ ...order, planId: 999, revision, by: olga })).toBe('gone');
    expect(desk.sla.terms.of({ planId, calendarId: null }).plan.warnPercents).toEqual([80]);
  });

  it('of two who have seen the same the second is told', async () => {
    const { revision } = await database.prisma.slaPlan.findUniqueOrThrow({ where: { id: planId } });
    const order = { planId, revision, by: olga, cause: desk.cause };
    const [one, other] = await Promise.all([
      desk.sla.plans.change({ ...order, wish: { kind: 'warn', percents: [60] } }),
      desk.sla.plans.change({ ...order, wish: { kind: 'warn', percents: [70] } }),
    ]);
    expect([one, other].toSorted()).toEqual(['changed', 'stale']);
  });
});

describe('another plan', () => {
  it('is a copy, holds once it is the default, and moves what is open by no other contract', async () => {
    const copy = { planId, by: olga, cause: desk.cause };
    expect(await desk.sla.plans.copy({ ...copy, name: 'обычный' })).toEqual({
      status: 'name-taken',
    });
    const made = await desk.sla.plans.copy({ ...copy, name: 'Строгий' });
    if (made.status !== 'made') throw new Error(made.status);
    const row = { subject: 'ticket', typeId: null, urgency: null } as const;
    await change({ kind: 'promise', row, of: 'response', minutes: 30 }, made.planId);

    const ticket = await opened();
    expect(await clockOf(ticket, 'response')).toMatchObject({ planId, dueAt: moscow('13:00') });
    await clock.set(moscow('12:10'));
    expect(await change({ kind: 'default' }, made.planId)).toBe('changed');
    expect(await clockOf(ticket, 'response')).toMatchObject({
      ...{ planId: made.planId, dueAt: moscow('12:30'), spent: 10 },
    });

    expect(await change({ kind: 'archive' }, made.planId)).toBe('is-default');
    await change({ kind: 'default' });
    await database.prisma.clientCompany.update({
      where: { id: served.companyId },
      data: { planId: made.planId },
    });
    expect(await change({ kind: 'archive' }, made.planId)).toBe('has-clients');
    await database.prisma.clientCompany.update({
      where: { id: served.companyId },
      data: { planId: null },
    });
    expect(await change({ kind: 'archive' }, made.planId)).toBe('changed');
    expect(await change({ kind: 'name', name: 'Мягкий' }, made.planId)).toBe('archived');
    expect(await change({ kind: 'restore' }, made.planId)).toBe('changed');
  });
});

describe('another week, from two o’clock on', () => {
  const shorter = { kind: 'week', week: everyDay('10:00', '16:00') } as const;

  it('counts what runs by the hours that held, and then by the new ones', async () => {
    const ticket = await opened();
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ dueAt: moscow('11:00', 24) });
    await clock.set(moscow('14:00'));
    expect(await changeHours(shorter)).toBe('changed');
    await run('sla-recount');

    // Two of eight hours are spent; two more today till four, four tomorrow from ten.
    expect(await clockOf(ticket, 'resolution')).toMatchObject({
      ...{ dueAt: moscow('14:00', 24), spent: 120, runningSince: moscow('14:00') },
    });
    expect(await database.prisma.slaRecount.count()).toBe(0);
  });

  it('leaves what stands still, and counts it by the new hours when it goes on', async () => {
    const ticket = await opened();
    await clock.set(moscow('13:00'));
    await act(ticket, 'wait');
    await clock.set(moscow('14:00'));
    await changeHours(shorter);
    await run('sla-recount');
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ dueAt: null, spent: 60 });

    await clock.set(moscow('15:00'));
    await act(ticket, 'resume');
    // Seven hours are left: one today, six tomorrow.
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ dueAt: moscow('16:00', 24) });
  });

  it('rewrites nothing of what is over', async () => {
    const ticket = await opened();
    await clock.set(moscow('12:40'));
    await act(ticket, 'answered');
    await act(ticket, 'close');
    const before = await clockOf(ticket, 'response');
    await clock.set(moscow('14:00'));
    await changeHours(shorter);
    await run('sla-recount');
    expect(await clockOf(ticket, 'response')).toEqual(before);
  });

  it('counts by both what ends before anybody has come to count it anew', async () => {
    const ticket = await opened();
    await clock.set(moscow('14:00'));
    await changeHours({ kind: 'week', week: everyDay('16:00', '17:00') });
    await clock.set(moscow('16:30'));
    await act(ticket, 'done');
    // Two hours till the change, half an hour since four.
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ spent: 150 });
    await run('sla-recount');
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ spent: 150 });
  });

  it('tells of a deadline that has passed by it once, and nobody at night', async () => {
    await opened();
    await clock.set(moscow('19:00'));
    await changeHours({ kind: 'week', week: everyDay('09:00', '22:00') });
    await run('sla-recount');
    await run('sla-clocks');
    // Response ran out at one, of which nobody had looked: everybody hears once.
    expect(desk.told.filter(({ clock: { kind } }) => kind === 'response')).toHaveLength(1);
    await changeHours({ kind: 'week', week: everyDay('08:00', '22:00') });
    await run('sla-recount');
    await run('sla-clocks');
    expect(desk.told.filter(({ clock: { kind } }) => kind === 'response')).toHaveLength(1);
  });
});

describe('days of one’s own', () => {
  it('move what runs over them, and are in the log', async () => {
    const ticket = await opened();
    await clock.set(moscow('14:00'));
    const days = { kind: 'days', from: '2026-11-24', to: '2026-11-24' } as const;
    expect(await changeHours({ ...days, hours: [], note: 'переезд' })).toBe('changed');
    await run('sla-recount');
    // Six hours today, none on Tuesday, two on Wednesday.
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ dueAt: moscow('11:00', 25) });
    const event = await database.prisma.event.findFirstOrThrow({
      where: { subject: 'sla-calendar', subjectId: calendarId },
      orderBy: { id: 'desc' },
    });
    expect(event).toMatchObject({ type: 'sla-calendar-days', actorId: olga.id });
    expect(event.data).toEqual({
      specialDays: { before: {}, after: { '2026-11-24': [] } },
      dayNotes: { before: {}, after: { '2026-11-24': 'переезд' } },
    });

    expect(await changeHours({ kind: 'drop', from: '2026-11-24', to: '2026-11-24' })).toBe(
      'changed',
    );
    await run('sla-recount');
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ dueAt: moscow('11:00', 24) });
    expect(await changeHours({ kind: 'drop', from: '2026-11-24', to: '2026-11-24' })).toBe('same');
  });

  it('of the production calendar count once it is on', async () => {
    await clock.set(new Date('2026-12-30T17:00:00+03:00'));
    desk = await openTickets(database, clock);
    const ticket = await opened();
    expect(await clockOf(ticket, 'resolution')).toMatchObject({
      dueAt: new Date('2026-12-31T16:00:00+03:00'),
    });
    await changeHours({ kind: 'production', isOn: true });
    await run('sla-recount');
    // 31 December to 8 January are off; this company works on Saturdays.
    expect(await clockOf(ticket, 'resolution')).toMatchObject({
      dueAt: new Date('2027-01-09T16:00:00+03:00'),
    });
  });
});

describe('hundreds of open clocks', () => {
  it('are counted in parts, each once, and a restart goes on where it was', async () => {
    const clocks = Array.from({ length: 450 }, (_, index) => ({
      ...{ subject: 'ticket', subjectId: 100_000 + index, kind: 'response', planId, calendarId },
      ...{ targetMinutes: 60, startedAt: clock.now(), runningSince: clock.now(), told: 0 },
      ...{ dueAt: moscow('13:00'), tellAt: moscow('12:48'), companyId: served.companyId },
      ...{ typeId: served.typeId, urgency: 'normal' },
    }));
    await database.prisma.slaClock.createMany({ data: clocks });
    const first = await database.prisma.slaClock.findFirstOrThrow({
      where: { subjectId: 100_000 },
    });
    // As a process leaves it that ends after the first part.
    await promise('response', 90);
    await database.prisma.slaClock.updateMany({
      where: { subjectId: { gte: 100_200 }, stoppedAt: null },
      data: { targetMinutes: 60, dueAt: moscow('13:00') },
    });
    const job = { planId, dialogs: false, askedAt: clock.now(), clockId: first.id + 199 };
    await database.prisma.slaRecount.create({ data: job });
    await run('sla-recount');

    const due = { subjectId: { gte: 100_000 }, dueAt: moscow('13:30') };
    expect(await database.prisma.slaClock.count({ where: due })).toBe(450);
    expect(await database.prisma.slaRecount.count()).toBe(0);
  });
});
