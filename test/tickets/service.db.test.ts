import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIntakeRepository } from '../../src/tickets/intake/repository.ts';
import type { KeptTicket } from '../../src/tickets/repository.ts';
import { keptUpdate } from '../support/causes.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openOne, openTickets, type ServedCompany, serveCompany } from '../support/tickets.ts';

/** A Monday, noon in Moscow: the office is open from nine to six. */
const MONDAY_NOON = '2026-11-23T12:00:00+03:00';
const MINUTE = 60_000;
const moscow = (time: string, day = 23) => new Date(`2026-11-${day}T${time}:00+03:00`);

let database: TestDatabase;
let clock: TestClock;
let served: ServedCompany;
let desk: Awaited<ReturnType<typeof openTickets>>;
let lastUpdate = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  served = await serveCompany(database, moscow('08:00'));
});
afterAll(() => database.close());

beforeEach(async () => {
  clock = createTestClock(MONDAY_NOON);
  desk = await openTickets(database, clock);
});

const opened = (facts: Parameters<typeof openOne>[2] = {}) => openOne(desk, served, facts);

const act = (ticket: KeptTicket, action: Parameters<typeof desk.service.act>[0]['action']) => {
  const clientDoes = ['confirm', 'return', 'withdraw', 'write'].includes(action);
  const by = clientDoes
    ? ({ kind: 'person', id: served.personId } as const)
    : ({ kind: 'staff', id: served.staffIds[0] } as const);
  return desk.service.act({ ticketId: ticket.id, action, by, cause: desk.cause });
};

const clocksOf = async ({ id }: KeptTicket) => {
  const rows = await database.prisma.slaClock.findMany({
    where: { subject: 'ticket', subjectId: id },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ kind, outcome, dueAt, spentMs }) => {
    const spent = Number(spentMs) / MINUTE;
    return { kind, outcome, dueAt, spent };
  });
};

describe('a ticket that is opened', () => {
  it('has clocks on its first answer and on its solution', async () => {
    const ticket = await opened();
    expect(await clocksOf(ticket)).toEqual([
      { kind: 'response', outcome: null, dueAt: moscow('13:00'), spent: 0 },
      // Six hours of Monday are left, two are counted on Tuesday.
      { kind: 'resolution', outcome: null, dueAt: moscow('11:00', 24), spent: 0 },
    ]);
  });

  it('is sooner due where it is urgent', async () => {
    const ticket = await opened({ urgency: 'critical' });
    const [response, resolution] = await clocksOf(ticket);
    expect(response?.dueAt).toEqual(moscow('12:15'));
    expect(resolution?.dueAt).toEqual(moscow('14:00'));
  });

  it('is one, however often its message is made a ticket', async () => {
    const first = await opened({ message: 17 });
    const again = await desk.service.open({
      ticket: {
        ...{ companyId: served.companyId, authorId: served.personId, typeId: served.typeId },
        ...{ urgency: 'low', summary: 'То же самое', description: '', responsibleId: null },
        ...{ origin: 'reply', source: { chatId: -1_001, messageId: 17 } },
      },
      by: { kind: 'person', id: served.personId },
      cause: desk.cause,
    });
    expect(again).toMatchObject({ status: 'known', ticket: { id: first.id, urgency: 'normal' } });
  });

  it('is not opened for a company that we serve no more', async () => {
    await database.prisma.clientCompany.update({
      where: { id: served.companyId },
      data: { endedAt: moscow('09:00') },
    });
    await expect(opened()).rejects.toThrow('not-served');
    await database.prisma.clientCompany.update({
      where: { id: served.companyId },
      data: { endedAt: null },
    });
  });

  it('has a log that nobody can change', async () => {
    const ticket = await opened();
    await act(ticket, 'take');
    const events = await database.prisma.event.findMany({
      where: { subject: 'ticket', subjectId: ticket.id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ type, actor }) => [type, actor])).toEqual([
      ['ticket-open', 'person'],
      ['ticket-take', 'staff'],
    ]);
    expect(events[1]?.data).toMatchObject({ status: 'in_progress', statusBefore: 'new' });
    const change = database.prisma.event.update({
      where: { id: events[0]?.id ?? 0n },
      data: { type: 'ticket-done' },
    });
    await expect(change).rejects.toThrow();
  });
});

describe('what is done to it', () => {
  it('happens once, though its update comes twice', async () => {
    const ticket = await opened();
    lastUpdate += 1;
    const cause = await keptUpdate(database, lastUpdate);
    const by = { kind: 'staff', id: served.staffIds[0] } as const;
    const press = { ticketId: ticket.id, action: 'done', by, cause } as const;
    expect((await desk.service.act(press)).status).toBe('done');
    expect((await desk.service.act(press)).status).toBe('repeated');
  });

  it('is refused to whoever has not seen how it stands', async () => {
    const ticket = await opened();
    await act(ticket, 'take');
    const by = { kind: 'staff', id: served.staffIds[1] } as const;
    const stale = {
      ticketId: ticket.id,
      action: 'done',
      by,
      revision: 1,
      cause: desk.cause,
    } as const;
    expect(await desk.service.act(stale)).toMatchObject({
      status: 'changed-since',
      ticket: { status: 'in_progress' },
    });
  });

  it('is not there for a ticket that is not', async () => {
    const by = { kind: 'staff', id: served.staffIds[0] } as const;
    const outcome = await desk.service.act({
      ticketId: 999_999,
      action: 'take',
      by,
      cause: desk.cause,
    });
    expect(outcome).toEqual({ status: 'gone' });
  });
});

describe('the clocks of a ticket', () => {
  it('taking it is no answer; the first words of an employee are', async () => {
    const ticket = await opened();
    await clock.advance(20 * MINUTE);
    await act(ticket, 'take');
    expect((await clocksOf(ticket))[0]).toMatchObject({ kind: 'response', outcome: null });
    await clock.advance(10 * MINUTE);
    await act(ticket, 'answered');
    expect((await clocksOf(ticket))[0]).toMatchObject({ outcome: 'met', spent: 30 });
  });

  it('each later question has one, and only one while it is open', async () => {
    const ticket = await opened();
    await act(ticket, 'answered');
    await clock.advance(30 * MINUTE);
    await act(ticket, 'write');
    await clock.advance(10 * MINUTE);
    await act(ticket, 'write');
    const next = (await clocksOf(ticket)).filter(({ kind }) => kind === 'next_response');
    expect(next).toEqual([
      { kind: 'next_response', outcome: null, dueAt: moscow('13:30'), spent: 0 },
    ]);
    await clock.advance(61 * MINUTE);
    await act(ticket, 'answered');
    expect((await clocksOf(ticket)).at(-1)).toMatchObject({ outcome: 'missed', spent: 71 });
  });

  it('that of the solution stands still while the client is waited for', async () => {
    const ticket = await opened();
    await clock.advance(60 * MINUTE);
    await act(ticket, 'wait');
    await clock.advance(24 * 60 * MINUTE);
    expect((await clocksOf(ticket))[1]).toMatchObject({ dueAt: null, spent: 60 });
    await act(ticket, 'write');
    // Seven hours are left at 13:00 on Tuesday: five of that day, two of Wednesday.
    expect((await clocksOf(ticket))[1]).toMatchObject({ dueAt: moscow('11:00', 25) });
  });

  it('what the client returns goes on where it stood, and is met by what was spent', async () => {
    const ticket = await opened();
    await clock.advance(120 * MINUTE);
    await act(ticket, 'done');
    await clock.advance(60 * MINUTE);
    await act(ticket, 'return');
    expect((await clocksOf(ticket))[1]).toMatchObject({ dueAt: moscow('12:00', 24), spent: 120 });
    await clock.advance(60 * MINUTE);
    await act(ticket, 'done');
    await act(ticket, 'confirm');
    const [response, resolution] = await clocksOf(ticket);
    expect(resolution).toMatchObject({ outcome: 'met', spent: 180 });
    // Nobody ever answered in words, and the hour for it was over.
    expect(response).toMatchObject({ kind: 'response', outcome: 'missed' });
  });

  it('a first answer that nobody has given is owed again where a closed ticket comes back', async () => {
    const ticket = await opened();
    await clock.advance(10 * MINUTE);
    await act(ticket, 'done');
    await act(ticket, 'confirm');
    await clock.advance(60 * MINUTE);
    await act(ticket, 'return');
    expect((await clocksOf(ticket)).slice(2)).toMatchObject([
      { kind: 'response', outcome: null, dueAt: moscow('14:10') },
      { kind: 'resolution', outcome: null },
    ]);
    await act(ticket, 'answered');
    await act(ticket, 'done');
    await act(ticket, 'confirm');
    await act(ticket, 'return');
    const kinds = (await clocksOf(ticket)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'response')).toHaveLength(2);
  });

  it('warned at 80 %, then told to the responsible person, the team and supervisors, each once', async () => {
    const { id } = await opened({ urgency: 'critical' });
    const steps = async () => {
      await desk.sla.clocks.tellDue();
      const ofIt = desk.told.splice(0).filter(({ clock: { subjectId } }) => subjectId === id);
      return ofIt.map(({ clock: { kind }, step }) => [kind, step]);
    };
    await clock.advance(11 * MINUTE);
    expect(await steps()).toEqual([]);
    await clock.advance(MINUTE);
    expect(await steps()).toEqual([['response', { kind: 'warn', percent: 80 }]]);
    expect(await steps()).toEqual([]);
    await clock.advance(3 * MINUTE);
    expect(await steps()).toEqual([['response', { kind: 'escalate', circle: 'responsible' }]]);
    await clock.advance(60 * MINUTE);
    // Long silence: what came due meanwhile is told once.
    expect(await steps()).toEqual([['response', { kind: 'escalate', circle: 'supervisors' }]]);
    await clock.advance(24 * 60 * MINUTE);
    expect(await steps()).toEqual([['resolution', { kind: 'escalate', circle: 'supervisors' }]]);
    expect(await steps()).toEqual([]);
  });
});

describe('the limit of a person', () => {
  it('counts what they have opened, and nothing that employees have made of their words', async () => {
    await clock.set(moscow('12:00', 25));
    await opened();
    const { companyId, personId: authorId, typeId, staffIds } = served;
    await desk.service.open({
      ticket: {
        ...{ companyId, authorId, typeId, urgency: 'normal', summary: 'Из группы' },
        ...{ description: '', responsibleId: null, origin: 'reply', source: null },
      },
      by: { kind: 'staff', id: staffIds[0] },
      cause: desk.cause,
    });
    const { countOfAuthor } = createIntakeRepository();
    expect(await countOfAuthor(database.prisma, authorId, moscow('11:00', 25))).toBe(1);
  });
});

describe('«Выполнена»', () => {
  it('closes itself after three working days without an answer', async () => {
    const ticket = await opened();
    await act(ticket, 'done');
    await clock.set(moscow('11:59', 26));
    await desk.service.closeUnanswered(desk.cause);
    const status = async () => (await desk.tickets.find(database.prisma, [ticket.id]))[0]?.status;
    expect(await status()).toBe('done');
    await clock.advance(MINUTE);
    await desk.service.closeUnanswered(desk.cause);
    expect(await status()).toBe('closed');
    expect(desk.changes.at(-1)).toMatchObject({ deed: 'expire', by: { kind: 'system' } });
  });

  it('does not close itself over a question of the client, but three working days after its answer', async () => {
    const ticket = await opened();
    await act(ticket, 'done');
    await clock.set(moscow('15:00', 24));
    await act(ticket, 'write');
    await clock.set(moscow('10:00', 27));
    await desk.service.closeUnanswered(desk.cause);
    const now = async () => (await desk.tickets.find(database.prisma, [ticket.id]))[0];
    expect(await now()).toMatchObject({ status: 'done', closeDueAt: null });
    await act(ticket, 'answered');
    expect(await now()).toMatchObject({ status: 'done', closeDueAt: moscow('10:00', 30) });
  });
});
