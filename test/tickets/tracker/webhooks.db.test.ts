import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkSignature, readSignature } from '../../../src/platform/http/signature.ts';
import { createSignedPost } from '../../../src/platform/http/signed-post.ts';
import { createOutbox } from '../../../src/platform/outbox/index.ts';
import type { KeptClientMessage } from '../../../src/tickets/message.ts';
import { createTicketRepository, type KeptTicket } from '../../../src/tickets/repository.ts';
import { ticketNumber } from '../../../src/tickets/ticket.ts';
import { createCourier } from '../../../src/tickets/tracker/courier-service.ts';
import { createDeliveryRepository } from '../../../src/tickets/tracker/delivery-repository.ts';
import { createDeliveryService } from '../../../src/tickets/tracker/delivery-service.ts';
import { createNoteChanges } from '../../../src/tickets/tracker/note-changes.ts';
import { createStateRepository } from '../../../src/tickets/tracker/state-repository.ts';
import { createStateService } from '../../../src/tickets/tracker/state-service.ts';
import { keptUpdate, sayings, someCause } from '../../support/causes.ts';
import { createTestClock, type TestClock } from '../../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { SECRET } from '../../support/intake.ts';
import { silentLogger } from '../../support/logger.ts';
import { openReceiver } from '../../support/receiver.ts';
import { openOne, openTickets, type ServedCompany, serveCompany } from '../../support/tickets.ts';
import { until } from '../../support/until.ts';

/** A Monday, noon in Moscow: the office is open from nine to six. */
const MONDAY_NOON = '2026-11-23T12:00:00+03:00';
const SECOND = 1_000;
const HOUR = 3_600_000;

let database: TestDatabase;
let clock: TestClock;
let served: ServedCompany;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let desk: Awaited<ReturnType<typeof openTickets>>;
let tracker: ReturnType<typeof openTracker>;
let noting: ReturnType<typeof createNoteChanges>;

beforeAll(async () => {
  database = await createTestDatabase();
  served = await serveCompany(database, new Date(MONDAY_NOON));
});
afterAll(() => database.close());

beforeEach(async () => {
  clock = createTestClock(MONDAY_NOON);
  receiver = await openReceiver();
  tracker = openTracker();
  desk = await openTickets(database, clock, (sla) => {
    const states = createStateRepository(database);
    const state = createStateService({ database, states, sla: sla.clocks });
    const { deliveries } = tracker;
    const tickets = createTicketRepository();
    noting = createNoteChanges({ clock, tickets, deliveries, states, state });
    return [noting.onChange];
  });
  await database.prisma.webhookDelivery.deleteMany();
  await database.prisma.outboxMessage.deleteMany();
  return () => receiver.close();
});

/** The side that tells, without Telegram. */
function openTracker() {
  const deliveries = createDeliveryRepository(database);
  const post = createSignedPost({ url: receiver.url, secret: SECRET, clock, patienceMs: 2_000 });
  const logger = silentLogger;
  const outbox = createOutbox({ clock });
  const admin = { id: 1, userId: 901, locale: 'ru', role: 'admin', name: 'Игорь', username: null };
  const support = { ...admin, id: 2, userId: 902, role: 'support' } as const;
  return {
    deliveries,
    courier: createCourier({ database, deliveries, post, clock, logger }),
    service: createDeliveryService({
      ...{ database, deliveries, outbox, clock },
      listStaff: async () => [
        { ...admin, locale: 'ru', role: 'admin' },
        { ...support, locale: 'ru' },
      ],
    }),
  };
}

const doneBy = (staffId: number, ticket: KeptTicket, action: 'take' | 'wait' | 'resume' | 'done') =>
  desk.service.act({
    ticketId: ticket.id,
    action,
    by: { kind: 'staff', id: staffId },
    cause: someCause,
  });
const does = (ticket: KeptTicket, action: 'take' | 'wait' | 'resume' | 'done') =>
  doneBy(served.staffIds[0], ticket, action);

interface Told {
  readonly id: string;
  readonly deed: string;
  readonly origin: string;
  readonly ticket: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}

const told = (): Told[] => receiver.received.map(({ body }) => JSON.parse(body) as Told);
const deeds = () => told().map(({ deed, ticket }) => `${String(ticket.number)} ${deed}`);
const refusing = (code: number) =>
  receiver.answers((response) => response.writeHead(code).end('unknown assignee'));
const taking = () => receiver.answers((response) => response.writeHead(204).end());

/** Walks the clock and tells what that has made due. */
async function later(ms: number): Promise<void> {
  await clock.set(new Date(clock.now().getTime() + ms));
  await tracker.courier.look();
}

const states = async () => {
  const rows = await database.prisma.webhookDelivery.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ deed, state }) => `${deed} ${state}`);
};
const dead = async () => (await tracker.service.overview()).dead;

describe('the other system', () => {
  it('is told of each change in order, signed, with the ticket as it was then', async () => {
    const ticket = await openOne(desk, served, { urgency: 'critical' });
    await clock.advance(5 * 60 * SECOND);
    await does(ticket, 'take');
    await does(ticket, 'wait');
    await tracker.courier.look();

    expect(told()).toMatchObject([
      {
        deed: 'open',
        origin: 'deskroom',
        at: '2026-11-23T09:00:00.000Z',
        by: { kind: 'person', id: served.personId, name: 'Анна' },
        previous_status: null,
        ticket: {
          external_id: null,
          company: { id: served.companyId, name: 'Вкусно и рядом' },
          ...{ type: 'incident', urgency: 'critical', status: 'new', responsible: null },
          author: { id: served.personId, name: 'Анна' },
          ...{ summary: 'Не печатает касса', rating: null, merged_into: null },
          opened_at: '2026-11-23T09:00:00.000Z',
          // A quarter of an hour to the answer, two hours to the solution.
          deadlines: {
            response: '2026-11-23T09:15:00.000Z',
            next_response: null,
            resolution: '2026-11-23T11:00:00.000Z',
          },
        },
      },
      {
        deed: 'take',
        at: '2026-11-23T09:05:00.000Z',
        by: { kind: 'staff', name: 'Катя' },
        previous_status: 'new',
        ticket: {
          status: 'in_progress',
          responsible: { id: served.staffIds[0], name: 'Катя' },
          changed_at: '2026-11-23T09:05:00.000Z',
        },
      },
      // The clock of the solution stands still.
      { deed: 'wait', ticket: { status: 'waiting', deadlines: { resolution: null } } },
    ]);
    for (const { headers, body } of receiver.received) {
      const claimed = readSignature(headers, clock.now());
      if (claimed.status === 'refused') throw new Error(claimed.error);
      expect(checkSignature(claimed, Buffer.from(body), SECRET).status).toBe('good');
      expect(headers['x-deskroom-delivery']).toBe((JSON.parse(body) as Told).id);
    }
    expect(new Set(told().map(({ id }) => id)).size).toBe(3);
  });

  it('is told nothing of what did not happen', async () => {
    const ticket = await openOne(desk, served);
    await doneBy(served.staffIds[0], ticket, 'take');
    await doneBy(served.staffIds[0], ticket, 'take');
    const failing = database.inTransaction(async (tx) => {
      const by = { kind: 'staff', id: served.staffIds[1] } as const;
      await desk.service.actIn(tx, { ticketId: ticket.id, action: 'done', by, cause: someCause });
      throw new Error('broken on the way');
    });
    await expect(failing).rejects.toThrow('broken');
    await tracker.courier.look();
    expect(told().map(({ deed }) => deed)).toEqual(['open', 'take']);
  });

  it('is told once, though a change comes twice and two look at the same time', async () => {
    const ticket = await openOne(desk, served);
    const cause = await keptUpdate(database, 81);
    const by = { kind: 'staff', id: served.staffIds[0] } as const;
    const press = { ticketId: ticket.id, action: 'take', by, cause } as const;
    await desk.service.act(press);
    await desk.service.act(press);
    const other = openTracker();
    await Promise.all([tracker.courier.look(), other.courier.look()]);
    await later(HOUR);
    expect(told().map(({ deed, origin }) => [deed, origin])).toEqual([
      ['open', 'deskroom'],
      ['take', 'telegram'],
    ]);
  });

  it('that does not answer is asked again, and its order is kept', async () => {
    refusing(503);
    const ticket = await openOne(desk, served);
    await does(ticket, 'take');
    await later(0);
    await later(5 * SECOND);
    expect(told().map(({ deed }) => deed)).toEqual(['open', 'open']);
    const [first, second] = receiver.received;
    expect(first?.headers['x-deskroom-delivery']).toBe(second?.headers['x-deskroom-delivery']);

    taking();
    await later(10 * SECOND);
    expect(told().map(({ deed }) => deed)).toEqual(['open', 'open', 'open', 'take']);
    expect(await states()).toEqual(['open delivered', 'take delivered']);
  });

  it('that is slow about one ticket hears of another meanwhile', async () => {
    const [slow, quick] = [await openOne(desk, served), await openOne(desk, served)];
    let release: () => void = () => undefined;
    receiver.answers((response, { body }) => {
      const end = () => response.writeHead(204).end();
      const { ticket } = JSON.parse(body) as Told;
      if (ticket.number !== ticketNumber(slow.id)) return void end();
      release = end;
    });
    await does(quick, 'take');
    const looking = tracker.courier.look();
    await until(() => receiver.received.length === 3, 'the quick ticket waits for the slow one');
    release();
    await looking;
    expect(deeds().filter((one) => one.startsWith(ticketNumber(quick.id)))).toHaveLength(2);
    expect((await states()).every((one) => one.endsWith('delivered'))).toBe(true);
  });

  it('hears of everything, in order, however changes and answers meet', async () => {
    const tickets = await Promise.all(Array.from({ length: 4 }, () => openOne(desk, served)));
    const other = openTracker();
    const moves = ['take', 'wait', 'resume', 'done'] as const;
    await Promise.all([
      ...tickets.map(async (ticket) => {
        for (const move of moves) {
          await does(ticket, move);
          await (move === 'wait' ? tracker : other).courier.look();
        }
      }),
      tracker.courier.look(),
    ]);
    await tracker.courier.look();
    for (const { id } of tickets) {
      const number = ticketNumber(id);
      const heard = told().filter(({ ticket }) => ticket.number === number);
      expect(heard.map(({ deed }) => deed)).toEqual(['open', ...moves]);
    }
  });

  it('is told again of what was being told when the process ended', async () => {
    await openOne(desk, served);
    const now = clock.now();
    await tracker.deliveries.claim(now, new Date(now.getTime() + 60 * SECOND));
    await later(59 * SECOND);
    expect(told()).toEqual([]);
    await later(SECOND);
    expect(told().map(({ deed }) => deed)).toEqual(['open']);
  });

  it('is told what the client says of a ticket, and says otherwise later', async () => {
    const ticket = await openOne(desk, served);
    const photo = {
      ...{ id: 5, ticketId: ticket.id, chatId: -1_001, messageId: 31, personId: served.personId },
      ...{ author: 'Анна', album: null, saidAt: clock.now() },
      content: {
        ...{ kind: 'photo', fileId: 'a', fileName: null, caption: 'Вот чек', entities: [] },
      },
    } as const satisfies KeptClientMessage;
    await database.inTransaction((tx) =>
      noting.onClientWords(tx, { ticket, messages: [photo], isOpening: false }, someCause),
    );
    const content = { ...photo.content, caption: 'Вот чек за вчера' };
    await database.inTransaction((tx) =>
      noting.onClientReworded(tx, { ...photo, content }, someCause),
    );
    await tracker.courier.look();

    const said = { id: 5, author: 'Анна', kind: 'photo', said_at: '2026-11-23T09:00:00.000Z' };
    expect(told()).toMatchObject([
      { deed: 'open', messages: [] },
      {
        ...{ deed: 'words', by: { kind: 'person', name: 'Анна' }, previous_status: 'new' },
        messages: [{ ...said, text: 'Вот чек' }],
      },
      { deed: 'reworded', messages: [{ ...said, text: 'Вот чек за вчера' }] },
    ]);
  });

  it('gets 256 KiB at most, however long the words are', async () => {
    const ticket = await openOne(desk, served);
    await database.prisma.ticket.update({
      where: { id: ticket.id },
      data: {
        description: '\u0001'.repeat(400_000),
        ratingWords: '😀'.repeat(50_000),
        rating: 5,
        ratedAt: clock.now(),
      },
    });
    const text = '\u0001'.repeat(4_096);
    const long: KeptClientMessage = {
      ...{ id: 5, ticketId: ticket.id, chatId: -1_001, messageId: 31, personId: null },
      ...{ author: text, album: null, saidAt: clock.now() },
      content: { kind: 'text', text, entities: [] },
    };
    const messages = Array.from({ length: 100 }, () => long);
    await database.inTransaction((tx) =>
      noting.onClientWords(tx, { ticket, messages, isOpening: false }, someCause),
    );
    await tracker.courier.look();
    const { body } = receiver.received[1] ?? { body: '' };
    expect(body.length).toBeGreaterThan(200_000);
    expect(Buffer.byteLength(body)).toBeLessThan(256 * 1_024);
  });
});

describe('what the other system refuses', () => {
  it('is given up at once; later changes of that ticket wait, those of others do not', async () => {
    const [refused, other] = [await openOne(desk, served), await openOne(desk, served)];
    await tracker.courier.look();
    const number = told()[0]?.ticket.number;
    receiver.answers((response, { body }) => {
      const isRefused = (JSON.parse(body) as Told).ticket.number === number;
      response.writeHead(isRefused ? 422 : 204).end('unknown assignee');
    });
    for (const ticket of [refused, other]) {
      await does(ticket, 'take');
      await does(ticket, 'done');
    }
    await later(0);
    await later(HOUR);

    expect(
      told()
        .map(({ deed }) => deed)
        .sort(),
    ).toEqual(['done', 'open', 'open', 'take', 'take']);
    expect(await dead()).toMatchObject([
      {
        ticketId: refused.id,
        deed: 'take',
        failure: { code: 422, words: 'unknown assignee' },
        behind: 1,
      },
    ]);
  });

  it('for a day is given up', async () => {
    refusing(500);
    await openOne(desk, served);
    for (let hours = 0; hours < 23; hours += 1) await later(HOUR);
    expect(await states()).toEqual(['open waiting']);
    await later(HOUR);
    await later(HOUR);
    expect(await states()).toEqual(['open dead']);
  });

  it('goes on in order when an administrator has it told again', async () => {
    refusing(400);
    const ticket = await openOne(desk, served);
    await does(ticket, 'take');
    await tracker.courier.look();
    taking();
    const [one] = await dead();
    const cause = await keptUpdate(database, 82);
    const retried = [
      await tracker.service.retry({ id: one?.id ?? 0 }, cause),
      await tracker.service.retry({ id: one?.id ?? 0 }, cause),
      await tracker.service.retry({ id: one?.id ?? 0 }, someCause),
    ];
    expect(retried.map(({ status }) => status)).toEqual(['done', 'repeated', 'decided']);
    await later(0);
    expect(told().map(({ deed }) => deed)).toEqual(['open', 'open', 'take']);
    expect(await states()).toEqual(['open delivered', 'take delivered']);
  });

  it('goes on behind what an administrator passes over, and the log says who did', async () => {
    refusing(400);
    const ticket = await openOne(desk, served);
    await does(ticket, 'take');
    await tracker.courier.look();
    taking();
    const [one] = await dead();
    const [katya] = served.staffIds;
    const by = { id: katya, userId: 9_001, name: 'Катя', username: null, locale: 'ru' } as const;
    const admin = { ...by, role: 'admin' } as const;
    const skipped = [
      await tracker.service.skip(one?.id ?? 0, admin, someCause),
      await tracker.service.skip(one?.id ?? 0, admin, someCause),
    ];
    expect(skipped.map(({ status }) => status)).toEqual(['done', 'decided']);
    await later(0);
    expect(told().map(({ deed }) => deed)).toEqual(['open', 'take']);
    expect(await states()).toEqual(['open skipped', 'take delivered']);
    const event = await database.prisma.event.findFirst({ where: { type: 'webhook-skipped' } });
    expect(event).toMatchObject({ subject: 'ticket', subjectId: ticket.id, actorId: katya });
  });

  it('is told again altogether, up to what the administrator has seen', async () => {
    refusing(400);
    for (let count = 0; count < 7; count += 1) await openOne(desk, served);
    await tracker.courier.look();
    const { dead: listed, deadCount, newestDead } = await tracker.service.overview();
    expect([listed.length, deadCount]).toEqual([5, 7]);
    await openOne(desk, served);
    await tracker.courier.look();
    const outcome = await tracker.service.retry({ upTo: newestDead }, someCause);
    expect(outcome).toEqual({ status: 'done', count: 7 });
    taking();
    await later(0);
    expect((await states()).map((one) => one.split(' ')[1])).toEqual([
      ...Array.from({ length: 7 }, () => 'delivered'),
      'dead',
    ]);
  });

  it('is told to administrators alone, once an hour at most, and only news', async () => {
    refusing(400);
    const heard = async () => {
      await tracker.service.tellTroubles(someCause);
      return (await sayings(database)).map(({ to, name }) => `${to} ${name}`);
    };
    expect(await heard()).toEqual([]);
    await openOne(desk, served);
    await later(0);
    // What is refused right after it is told with it.
    expect(await heard()).toEqual([]);
    await later(60 * SECOND);
    const first = ['person:901 webhook-list'];
    expect(await heard()).toEqual(first);
    await openOne(desk, served);
    await later(59 * 60 * SECOND);
    expect(await heard()).toEqual(first);
    await later(60 * SECOND);
    const both = [...first, ...first];
    expect(await heard()).toEqual(both);
    await later(2 * HOUR);
    expect(await heard()).toEqual(both);
    await tracker.service.retry({ upTo: 2 ** 31 - 1 }, someCause);
    await later(0);
    await later(60 * SECOND);
    expect(await heard()).toEqual([...both, ...first]);
  });
});

it('a system that takes nothing for an hour is told to administrators once, and again the next time', async () => {
  const heard = async () => {
    await tracker.service.tellTroubles(someCause);
    return (await sayings(database)).length;
  };
  const away = async (minutes: number) => {
    refusing(503);
    await openOne(desk, served);
    await later(0);
    const counts: number[] = [];
    for (let passed = 0; passed < minutes; passed += 30) {
      await later(30 * 60 * SECOND);
      await openOne(desk, served);
      counts.push(await heard());
    }
    taking();
    await later(HOUR);
    return counts;
  };
  expect(await away(180)).toEqual([0, 1, 1, 1, 1, 1]);
  expect((await states()).every((one) => one.endsWith('delivered'))).toBe(true);
  expect(await away(90)).toEqual([1, 2, 2]);
});

it('what has been told is forgotten after a week, what is to be decided is not', async () => {
  await openOne(desk, served);
  await tracker.courier.look();
  refusing(400);
  await openOne(desk, served);
  await later(SECOND);
  await clock.set(new Date(clock.now().getTime() + 7 * 24 * HOUR));
  await tracker.service.forget();
  expect(await states()).toEqual(['open dead']);
});
