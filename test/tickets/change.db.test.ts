import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeptTicket } from '../../src/tickets/repository.ts';
import { keptUpdate } from '../support/causes.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openOne, openTickets, type ServedCompany, serveCompany } from '../support/tickets.ts';

/** A Monday, noon in Moscow: the office is open from nine to six. */
const MONDAY_NOON = '2026-11-23T12:00:00+03:00';
const moscow = (time: string, day = 23) => new Date(`2026-11-${day}T${time}:00+03:00`);

let database: TestDatabase;
let clock: TestClock;
let served: ServedCompany;
let desk: Awaited<ReturnType<typeof openTickets>>;
let ticket: KeptTicket;

beforeAll(async () => {
  database = await createTestDatabase();
  served = await serveCompany(database, moscow('08:00'));
});
afterAll(() => database.close());

beforeEach(async () => {
  clock = createTestClock(MONDAY_NOON);
  desk = await openTickets(database, clock);
  ticket = await openOne(desk, served);
});

const byKatya = () => ({
  ticketId: ticket.id,
  by: { kind: 'staff', id: served.staffIds[0] } as const,
  cause: desk.cause,
});

async function typeOf(code: string): Promise<number> {
  return (await database.prisma.ticketType.findUniqueOrThrow({ where: { code } })).id;
}

const lastEvent = () =>
  database.prisma.event.findFirst({
    where: { subject: 'ticket', subjectId: ticket.id },
    orderBy: { id: 'desc' },
  });

describe('the employee who answers for a ticket', () => {
  it('is another one, and everybody hears of it', async () => {
    const [, oleg] = served.staffIds;
    const outcome = await desk.service.assign({
      ...byKatya(),
      responsibleId: oleg,
      reason: 'Олег знает эту кассу',
    });

    expect(outcome).toMatchObject({
      status: 'done',
      ticket: { responsibleId: oleg, status: 'new', revision: 2 },
    });
    expect(desk.changes.at(-1)).toMatchObject({ deed: 'assign', by: { id: served.staffIds[0] } });
    expect(await lastEvent()).toMatchObject({
      type: 'ticket-assign',
      data: { responsibleId: oleg, responsibleIdBefore: null, reason: 'Олег знает эту кассу' },
    });
  });

  it('may be nobody again', async () => {
    await desk.service.assign({ ...byKatya(), responsibleId: served.staffIds[1] });
    const outcome = await desk.service.assign({ ...byKatya(), responsibleId: null });
    expect(outcome).toMatchObject({ status: 'done', ticket: { responsibleId: null } });
  });

  it('is somebody who works here', async () => {
    const left = await database.prisma.staff.create({
      data: {
        ...{ userId: 9_777n, name: 'Пётр', role: 'support', locale: 'ru' },
        ...{ createdAt: moscow('08:00'), removedAt: moscow('09:00') },
      },
    });
    for (const responsibleId of [left.id, 999_999]) {
      const outcome = await desk.service.assign({ ...byKatya(), responsibleId });
      expect(outcome.status).toBe('unknown');
    }
    expect(desk.changes).toHaveLength(1);
  });

  it('changes once, though the press comes twice', async () => {
    const cause = await keptUpdate(database, 71);
    const press = { ...byKatya(), responsibleId: served.staffIds[1], cause };
    expect((await desk.service.assign(press)).status).toBe('done');
    expect((await desk.service.assign(press)).status).toBe('repeated');
  });

  it('is not changed by a button that was drawn before another change', async () => {
    await desk.service.changeUrgency({ ...byKatya(), urgency: 'high' });
    const press = { ...byKatya(), responsibleId: served.staffIds[1], revision: 1 };
    expect(await desk.service.assign(press)).toMatchObject({
      status: 'changed-since',
      ticket: { urgency: 'high', responsibleId: null },
    });
  });

  it('who has it already gets no news', async () => {
    const press = { ...byKatya(), responsibleId: served.staffIds[1] };
    await desk.service.assign(press);
    expect((await desk.service.assign(press)).status).toBe('unchanged');
    expect(desk.changes).toHaveLength(2);
  });
});

describe('another urgency', () => {
  it('counts from now on: what was spent stays spent', async () => {
    await clock.set(moscow('12:05'));
    await desk.service.changeUrgency({ ...byKatya(), urgency: 'critical', reason: 'Очередь' });

    const open = await desk.sla.clocks.openOn(database.prisma, 'ticket', [ticket.id]);
    const dues = open.get(ticket.id)?.map(({ kind, dueAt }) => [kind, dueAt]);
    // Of a quarter of an hour five minutes are spent, of two hours as well.
    expect(dues).toEqual([
      ['response', moscow('12:15')],
      ['resolution', moscow('14:00')],
    ]);
    expect(await lastEvent()).toMatchObject({
      data: { urgency: 'critical', urgencyBefore: 'normal', reason: 'Очередь' },
    });
  });

  it.each(['closed', 'cancelled'] as const)('is refused once it is %s', async (end) => {
    const { service } = desk;
    if (end === 'closed') await service.act({ ...byKatya(), action: 'done' });
    await service.act({ ...byKatya(), action: end === 'closed' ? 'close' : 'cancel' });
    const outcome = await service.changeUrgency({ ...byKatya(), urgency: 'low' });
    expect(outcome).toMatchObject({ status: 'over', ticket: { status: end, urgency: 'normal' } });
  });

  it('is refused of what turned out to be another ticket, and of none', async () => {
    const other = await openOne(desk, served);
    const data = { mergedIntoId: other.id, status: 'cancelled', endedAt: clock.now() };
    await database.prisma.ticket.update({ where: { id: ticket.id }, data });
    const { service } = desk;
    expect(await service.changeUrgency({ ...byKatya(), urgency: 'low' })).toMatchObject({
      status: 'merged',
      intoId: other.id,
    });
    const none = { ...byKatya(), ticketId: 999_999, urgency: 'low' } as const;
    expect(await service.changeUrgency(none)).toEqual({ status: 'gone' });
  });
});

describe('another type', () => {
  it('brings its own list of what is to be done; what is done stays', async () => {
    const [question, access] = [await typeOf('question'), await typeOf('access')];
    const lists = [
      [question, ['Прочитать базу знаний', 'Ответить']],
      [access, ['Спросить директора', 'Ответить']],
    ] as const;
    for (const [id, checklist] of lists) {
      await database.prisma.ticketType.update({
        where: { id },
        data: { checklist: [...checklist] },
      });
    }
    await desk.service.changeType({ ...byKatya(), typeId: question });
    await database.prisma.ticketCheck.create({
      data: { ticketId: ticket.id, position: 2, text: 'Позвонить Анне' },
    });
    await database.prisma.ticketCheck.update({
      where: { ticketId_position: { ticketId: ticket.id, position: 0 } },
      data: { doneAt: clock.now(), doneById: served.staffIds[0] },
    });
    const outcome = await desk.service.changeType({ ...byKatya(), typeId: access });

    expect(outcome).toMatchObject({ status: 'done', ticket: { typeId: access } });
    const checks = await database.prisma.ticketCheck.findMany({
      where: { ticketId: ticket.id },
      orderBy: { position: 'asc' },
    });
    expect(checks.map(({ text, doneAt }) => [text, doneAt !== null])).toEqual([
      ['Прочитать базу знаний', true],
      ['Ответить', false],
      ['Позвонить Анне', false],
      ['Спросить директора', false],
    ]);
  });

  it('is one that tickets may have now', async () => {
    const old = await database.prisma.ticketType.create({
      data: {
        ...{ code: 'fax', position: 9, nameRu: 'Факс', nameEn: 'Fax' },
        archivedAt: moscow('08:00'),
      },
    });
    for (const typeId of [old.id, 999_999]) {
      const outcome = await desk.service.changeType({ ...byKatya(), typeId });
      expect(outcome.status).toBe('unknown');
    }
  });
});
