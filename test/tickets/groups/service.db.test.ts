// The verbs on companies whose support we are, on a real database: once for each cause, with rights asked at the
// moment itself, whoever else does the same at the same instant.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomRight } from '../../../src/rooms/stock.ts';
import { ROOM_RIGHTS } from '../../../src/rooms/stock.ts';
import type { Role, Staff } from '../../../src/staff/staff.ts';
import { createCompanyRepository } from '../../../src/tickets/company-repository.ts';
import { createClientRepository } from '../../../src/tickets/groups/repository.ts';
import { type ClientService, createClientService } from '../../../src/tickets/groups/service.ts';
import { keptUpdate, sayings, someCause } from '../../support/causes.ts';
import { createTestClock } from '../../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { openRoomService } from '../../support/room-service.ts';
import { openTickets } from '../../support/tickets.ts';

const DESK = -1_999;
const clock = createTestClock('2026-11-21T09:00:00Z');
let database: TestDatabase;
let service: ClientService;
let katya: Staff;
let boris: Staff;
let updates = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sla, tickets } = await openTickets(database, clock);
  const { house, people, rooms, staff } = openRoomService(
    database,
    clock,
    (chatId) => chatId === DESK,
  );
  service = createClientService({
    ...{ ...house, people, rooms, staff, sla, tickets },
    companies: createCompanyRepository(),
    clients: createClientRepository(),
    titleOf: (_, name) => name,
    onDeadlines: async () => undefined,
  });
  katya = await hire('Катя', 902, 'manager');
  boris = await hire('Борис', 903, 'support');
});
afterAll(() => database.close());

async function hire(name: string, userId: number, role: Role): Promise<Staff> {
  const facts = { userId, name, locale: 'ru', role } as const;
  const { id } = await database.prisma.staff.create({ data: { ...facts, createdAt: clock.now() } });
  return { ...facts, id, username: null };
}

async function twice<T>(act: (cause: Awaited<ReturnType<typeof keptUpdate>>) => Promise<T>) {
  updates += 1;
  const cause = await keptUpdate(database, updates);
  return [await act(cause), await act(cause)];
}

const facts = (name: string) => ({
  ...{ name, managerId: katya.id, planId: null },
  ...{ locale: 'ru' as const, timeZone: 'Europe/Moscow' },
});

async function made(name: string) {
  const outcome = await service.make({ client: facts(name), by: katya, cause: someCause });
  if (outcome.status !== 'made') throw new Error(outcome.status);
  return outcome.company;
}

/** A group as Telegram shows it to the bot. */
const group = (chatId: number, more: object = {}) => ({
  ...{ chatId, title: 'Кафе на Мира', isSupergroup: true, isPublic: false, bots: 1 },
  ...{ place: 'administrator' as const, rights: [...ROOM_RIGHTS] as RoomRight[] },
  ...{ admins: [katya.userId], memberCount: 3, ...more },
});

const connects = (code: string, chatId: number, more: object = {}) =>
  service.connect({ code, site: group(chatId, more), by: katya, cause: someCause });

const kept = (id: number) => database.prisma.clientCompany.findUniqueOrThrow({ where: { id } });
const eventsOf = async (subjectId: number) => {
  const where = { subject: 'client-company', subjectId };
  const rows = await database.prisma.event.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map(({ type }) => type);
};

describe('a client', () => {
  it('is made once, though the press comes twice or two colleagues name the same', async () => {
    const client = facts('Вкусно');
    const outcomes = await twice((cause) => service.make({ client, by: katya, cause }));
    expect(outcomes.map(({ status }) => status)).toEqual(['made', 'repeated']);
    const again = await service.make({ client, by: katya, cause: someCause });
    expect(again.status).toBe('exists');
    expect(await database.prisma.clientCompany.count({ where: { name: 'Вкусно' } })).toBe(1);
  });

  it('is made and changed by nobody who only answers, nor by whoever works here no more', async () => {
    const { id: companyId, code } = await made('Чужое');
    const left = await hire('Пётр', 904, 'manager');
    await database.prisma.staff.update({
      where: { id: left.id },
      data: { removedAt: clock.now() },
    });
    for (const by of [boris, left]) {
      const order = { by, cause: someCause };
      const wish = { kind: 'name', name: 'Своё' } as const;
      const site = group(-1_500);
      const outcomes = [
        await service.change({ ...order, companyId, wish }),
        await service.end({ ...order, companyId }),
        await service.giveFromStock({ ...order, companyId }),
        await service.connect({ ...order, code, site }),
      ];
      expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'no-right'));
    }
    expect(await kept(companyId)).toMatchObject({ name: 'Чужое', endedAt: null, roomId: null });
  });
});

describe('a group', () => {
  it('is connected once, though the link comes twice; its manager gets a way in', async () => {
    const { id, code } = await made('Пекарня');
    const site = group(-1_001);
    const outcomes = await twice((cause) => service.connect({ code, site, by: katya, cause }));
    expect(outcomes.map(({ status }) => status)).toEqual(['connected', 'repeated']);
    expect((await connects(code, -1_001)).status).toBe('connected-already');
    expect(await eventsOf(id)).toEqual(['client-made', 'client-group']);
    expect(await database.prisma.room.count({ where: { kind: 'support' } })).toBe(1);
    const told = (await sayings(database)).filter(({ name }) => name === 'clients-connected');
    expect(told.map(({ facts }) => facts)).toMatchObject([
      { status: 'connected', title: 'Кафе на Мира', companyId: id },
      { status: 'connected-already' },
    ]);
  });

  it('is one company’s, whichever of two is quicker', async () => {
    const [one, other] = [await made('Первая'), await made('Вторая')];
    const outcomes = await Promise.all([connects(one.code, -1_002), connects(other.code, -1_002)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['connected', 'in-use']);
    const rooms = [await kept(one.id), await kept(other.id)].map(({ roomId }) => roomId);
    expect(rooms.filter(Boolean)).toHaveLength(1);
  });

  it('is one of its company’s, whichever of two links is opened first', async () => {
    const { id, code } = await made('Третья');
    const outcomes = await Promise.all([connects(code, -1_003), connects(code, -1_004)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['connected', 'has-group']);
    expect((await kept(id)).roomId).not.toBeNull();
  });

  it('is none that is a desk, a room of somebody else, or that the bot is not in', async () => {
    const { id, code } = await made('Четвёртая');
    const taken = await database.prisma.room.create({
      data: { kind: 'product', title: 'Мёд', locales: ['ru'], createdAt: clock.now() },
    });
    await database.prisma.roomGroup.create({
      data: {
        ...{ chatId: -1_005, roomId: taken.id, state: 'used', title: 'Мёд', missing: [] },
        ...{ addedById: katya.id, addedAt: clock.now(), usedAt: clock.now() },
      },
    });
    const outcomes = [
      await connects(code, DESK),
      await connects(code, -1_005),
      await connects(code, -1_006, { place: 'outside' }),
      await connects('nobody', -1_007),
    ];
    expect(outcomes.map(({ status }) => status)).toEqual(['desk', 'in-use', 'outside', 'unknown']);
    expect((await kept(id)).roomId).toBeNull();
  });

  it('in which the bot is no administrator is connected with what it lacks', async () => {
    const { code } = await made('Пятая');
    const outcome = await connects(code, -1_008, { place: 'member', rights: [] });
    expect(outcome).toMatchObject({
      status: 'connected',
      missing: expect.arrayContaining(['admin']),
    });
  });
});

describe('a client that we serve no more', () => {
  it('is told so by its link and its code, and finds its group again when it is served anew', async () => {
    const { id: companyId, code, qrCode } = await made('Шестая');
    await connects(code, -1_009);
    const { roomId } = await kept(companyId);
    const order = { companyId, by: katya };
    const ended = await twice((cause) => service.end({ ...order, cause }));
    expect(ended.map(({ status }) => status)).toEqual(['ended', 'repeated']);
    expect((await service.end({ ...order, cause: someCause })).status).toBe('same');
    expect((await connects(code, -1_010)).status).toBe('ended');
    const seen = { userId: 7_001, name: 'Анна', username: null, locale: 'ru' } as const;
    const enters = () => service.enter({ qrCode, seen, cause: someCause });
    expect((await enters()).status).toBe('ended');
    const wish = { kind: 'qr', enabled: false } as const;
    expect((await service.change({ ...order, wish, cause: someCause })).status).toBe('ended');
    expect(await database.prisma.room.findUnique({ where: { id: roomId ?? 0 } })).toMatchObject({
      ...{ state: 'closed', closedReason: 'served' },
    });

    const resumed = await twice((cause) => service.resume({ ...order, cause }));
    expect(resumed.map(({ status }) => status)).toEqual(['resumed', 'repeated']);
    expect((await kept(companyId)).roomId).toBe(roomId);
    expect((await enters()).status).toBe('coming');
    expect(await eventsOf(companyId)).toEqual([
      ...['client-made', 'client-group', 'client-ended', 'client-resumed'],
    ]);
  });
});

describe('the code at the workplace', () => {
  it('gives a person one way in, though it is opened twice', async () => {
    const { code, qrCode } = await made('Седьмая');
    const seen = { userId: 7_002, name: 'Глеб', username: null, locale: 'ru' } as const;
    expect((await service.enter({ qrCode, seen, cause: someCause })).status).toBe('no-group');
    await connects(code, -1_011);
    const outcomes = await twice((cause) => service.enter({ qrCode, seen, cause }));
    expect(outcomes.map(({ status }) => status)).toEqual(['coming', 'repeated']);
    await service.enter({ qrCode, seen, cause: someCause });
    const person = await database.prisma.person.findUniqueOrThrow({ where: { userId: 7_002n } });
    const ways = { where: { personId: person.id, endedAt: null } };
    expect(await database.prisma.roomEntry.count(ways)).toBe(1);
    expect((await service.enter({ qrCode: 'nobody', seen, cause: someCause })).status).toBe(
      'unknown',
    );
  });
});
