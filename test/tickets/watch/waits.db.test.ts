// What waits is written once and ends once, whatever comes twice; and what is nobody's business of it.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../../src/platform/database/index.ts';
import { createOutbox } from '../../../src/platform/outbox/index.ts';
import { createRoomRepository } from '../../../src/rooms/repository.ts';
import { createStaffRepository } from '../../../src/staff/repository.ts';
import { createCompanyRepository } from '../../../src/tickets/company-repository.ts';
import { createNoticeRepository } from '../../../src/tickets/notices/repository.ts';
import { createNotices } from '../../../src/tickets/notices/service.ts';
import { createLookingRepository } from '../../../src/tickets/watch/looking-repository.ts';
import { createOpenChats } from '../../../src/tickets/watch/open-chats.ts';
import { createRaising } from '../../../src/tickets/watch/raising-service.ts';
import { createWaitRepository } from '../../../src/tickets/watch/wait-repository.ts';
import { createWaits } from '../../../src/tickets/watch/waits-service.ts';
import { keptUpdate } from '../../support/causes.ts';
import { createTestClock, type TestClock } from '../../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { openTickets, type ServedCompany, serveCompany } from '../../support/tickets.ts';

const moscow = (time: string) => new Date(`2026-11-23T${time}:00+03:00`);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let database: TestDatabase;
let clock: TestClock;
let served: ServedCompany;
let desk: Awaited<ReturnType<typeof opened>>;
let lastMessage = 0;
let lastUpdate = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  served = await serveCompany(database, moscow('08:00'));
});
afterAll(() => database.close());

beforeEach(async () => {
  clock = createTestClock(moscow('12:00').toISOString());
  desk = await opened();
  await database.prisma.roomWaitMessage.updateMany({
    where: { endedAt: null },
    data: { endedAt: clock.now(), outcome: 'closed' },
  });
  await database.prisma.roomWait.updateMany({
    where: { endedAt: null },
    data: { endedAt: clock.now(), lookAt: null },
  });
});

/** As the door wires it, at rest. */
async function opened() {
  const outbox = createOutbox({ clock });
  const { sla } = await openTickets(database, clock);
  const waits = createWaitRepository();
  const notices = createNoticeRepository();
  const { findByIds } = createStaffRepository();
  const findStaff = (ids: readonly number[], tx?: Tx) => findByIds(tx ?? database.prisma, ids);
  const rooms = createRoomRepository();
  const base = { database, outbox, clock, sla, waits, notices };
  const openChats = createOpenChats();
  const telling = createNotices({ ...base, findStaff });
  const service = createWaits({
    ...{ ...base, openChats, look: createLookingRepository().look },
    rooms: { roleOf: async () => null },
    thanksWords: { thanks: new Set(['спасибо']), beside: new Set() },
    callSupport: async () => undefined,
  });
  const raising = createRaising({
    ...{ ...base, rooms, telling, findStaff, endIn: service.endIn, raiseMinutes: 30 },
    companies: createCompanyRepository(),
    supervisors: (tx?: Tx) => findStaff([served.staffIds[0]], tx),
    deskId: async () => null,
  });
  /** As `flush` leaves it: whoever was to be told has been. */
  async function told(held: readonly { readonly waitId: number | null }[], at: Date) {
    const [staffId] = served.staffIds;
    const subjects = held.flatMap(({ waitId }) => (waitId === null ? [] : [{ waitId }]));
    await database.inTransaction(async (tx) => {
      await notices.insert(tx, { kind: 'raise', reader: { staffId }, rang: true, at, subjects });
      await tx.staffHeld.deleteMany();
    });
  }
  return { service, raising, waits, told };
}

const CHAT = -1_001;
const words = (text: string) => ({ kind: 'text' as const, text, entities: [] });

/** A message as its room keeps it; the client's, unless a role is named. */
async function kept(text: string, more: { readonly role?: string; readonly roomId?: number } = {}) {
  lastMessage += 1;
  const { role = 'client', roomId = served.roomId } = more;
  await database.prisma.roomMessage.create({
    data: {
      ...{ roomId, role, chatId: BigInt(CHAT), messageId: lastMessage, author: 'Анна' },
      ...{ personId: served.personId, kind: 'text', content: words(text) },
      saidAt: clock.now(),
    },
  });
  return { at: { chatId: CHAT, messageId: lastMessage }, content: words(text), staffId: null };
}

const open = () => desk.waits.listOpen(database.prisma);
const held = () => database.prisma.staffHeld.findMany({ where: { wait: { endedAt: null } } });

async function press(waitId: number, upTo: number, updateId: number) {
  const [by] = await createStaffRepository().findByIds(database.prisma, [served.staffIds[1]]);
  if (!by) throw new Error('nobody works here');
  const cause = { kind: 'update', botId: 42, updateId } as const;
  return await desk.service.mark({ waitId, upTo, by, cause }, 'marked');
}

describe('a message that comes twice', () => {
  it('waits once, and no more once it was answered', async () => {
    const said = await kept('Где груз?');
    await desk.service.hear(said);
    await desk.service.hear(said);
    expect(await open()).toHaveLength(1);
    expect(await database.prisma.roomWaitMessage.count({ where: said.at })).toBe(1);
    await desk.service.hear({ ...(await kept('В порту', { role: 'manager' })), staffId: 1 });
    await desk.service.hear(said);
    expect(await open()).toEqual([]);
  });

  it('of an employee answers nothing that was said after it', async () => {
    const answer = { ...(await kept('Добрый день', { role: 'manager' })), staffId: 1 };
    await clock.advance(MINUTE);
    await desk.service.hear(await kept('Где груз?'));
    await desk.service.hear(answer);
    expect(await open()).toHaveLength(1);
  });
});

describe('a sign of an employee', () => {
  it('that is taken away again takes back all that it had answered', async () => {
    await desk.service.hear(await kept('Где груз?'));
    const last = await kept('И документы?');
    await desk.service.hear(last);
    const [staffId] = served.staffIds;
    const sign = { at: last.at, userId: 1, staffId };
    await desk.service.react({ ...sign, isAnswer: true });
    expect(await open()).toEqual([]);
    await clock.advance(MINUTE);
    await desk.service.react({ ...sign, isAnswer: false });
    const where = { endedAt: null };
    expect(await database.prisma.roomWaitMessage.count({ where })).toBe(2);
    expect((await open()).map(({ since }) => since)).toEqual([moscow('12:00')]);
  });
});

describe('a press that comes twice', () => {
  it('ends what it ended, and nothing more', async () => {
    await desk.service.hear(await kept('Где груз?'));
    const [wait] = await open();
    const row = await database.prisma.roomWaitMessage.findFirstOrThrow({ orderBy: { id: 'desc' } });
    lastUpdate += 1;
    await keptUpdate(database, lastUpdate);
    expect(await press(wait?.id ?? 0, row.id, lastUpdate)).toEqual({ status: 'done', left: 0 });
    await desk.service.hear(await kept('А деньги?'));
    const [next] = await open();
    expect(await press(next?.id ?? 0, row.id + 10, lastUpdate)).toEqual({ status: 'repeated' });
    expect(await open()).toHaveLength(1);
  });

  it('of something that is over says how it ended', async () => {
    await desk.service.hear(await kept('Где груз?'));
    const [wait] = await open();
    await desk.service.hear({ ...(await kept('В порту', { role: 'manager' })), staffId: null });
    await desk.service.hear({ ...(await kept('В порту', { role: 'manager' })), staffId: 1 });
    lastUpdate += 1;
    await keptUpdate(database, lastUpdate);
    const outcome = await press(wait?.id ?? 0, 1_000_000, lastUpdate);
    expect(outcome).toMatchObject({ status: 'over', wait: { ended: { outcome: 'answered' } } });
  });
});

describe('thanks, commands and what belongs to a ticket', () => {
  it('wait for nobody', async () => {
    await desk.service.hear(await kept('спасибо'));
    await desk.service.hear(await kept('/menu'));
    const said = await kept('Из формы');
    const type = { typeId: served.typeId, urgency: 'normal', origin: 'form' };
    const ticket = await database.prisma.ticket.create({
      data: {
        ...{ ...type, companyId: served.companyId, roomId: served.roomId, summary: 'Из формы' },
        openedAt: clock.now(),
      },
    });
    await database.prisma.ticketMessage.create({
      data: {
        ...{ ticketId: ticket.id, side: 'client', chatId: BigInt(CHAT), author: 'Анна' },
        ...{ messageId: said.at.messageId, content: said.content, saidAt: clock.now() },
      },
    });
    await desk.service.hear(said);
    expect(await open()).toEqual([]);
  });
});

describe('the sweep', () => {
  it('raises by the contract as it is when it is due, once, also after a long stop', async () => {
    await desk.service.hear(await kept('Где груз?'));
    await desk.raising.raiseDue();
    const id = { id: served.companyId };
    await database.prisma.clientCompany.update({ where: id, data: { raiseMinutes: 60 } });
    await clock.advance(31 * MINUTE);
    await desk.raising.raiseDue();
    expect((await open()).map(({ raisedAt, lookAt }) => ({ raisedAt, lookAt }))).toEqual([
      { raisedAt: null, lookAt: moscow('13:00') },
    ]);
    // It stands still till late in the evening: nobody is called before nine.
    await clock.set(moscow('22:00').toISOString());
    await desk.raising.raiseDue();
    expect([(await open())[0]?.raisedAt, await held()]).toEqual([null, []]);
    await clock.advance(11 * HOUR);
    await desk.raising.raiseDue();
    await desk.raising.raiseDue();
    expect((await open())[0]?.raisedAt).toEqual(clock.now());
    expect((await held()).map(({ staffId }) => staffId)).toEqual([served.staffIds[0]]);
    await database.prisma.clientCompany.update({ where: id, data: { raiseMinutes: 30 } });
  });

  it('raises what came later by itself once all that was raised is answered', async () => {
    await desk.service.hear(await kept('Где груз?'));
    await clock.advance(31 * MINUTE);
    await desk.raising.raiseDue();
    const raisedAt = clock.now();
    const before = await held();
    await clock.advance(5 * MINUTE);
    const first = await database.prisma.roomWaitMessage.findFirstOrThrow({
      where: { endedAt: null },
    });
    await desk.service.hear(await kept('А документы?'));
    lastUpdate += 1;
    await keptUpdate(database, lastUpdate);
    await press(first.waitId, first.id, lastUpdate);
    expect((await open()).map((one) => one.raisedAt)).toEqual([null]);
    await clock.advance(29 * MINUTE);
    await desk.raising.raiseDue();
    expect((await open()).map((one) => one.raisedAt)).toEqual([null]);
    await desk.told(before, raisedAt);
    await clock.advance(MINUTE);
    await desk.raising.raiseDue();
    expect((await open()).map((one) => one.raisedAt)).toEqual([clock.now()]);
    expect((await held()).map(({ staffId }) => staffId)).toEqual([served.staffIds[0]]);
  });

  it('rings for no buyer whose first answer leads care for, and learns it from them', async () => {
    const { prisma } = database;
    const at = { createdAt: clock.now() };
    const seller = await prisma.company.create({
      data: {
        ...at,
        code: 'code-of-agro',
        name: 'Агро',
        status: 'confirmed',
        locale: 'ru',
        ...{ timeZone: 'Europe/Moscow', worksFrom: '09:00', worksTo: '18:00' },
      },
    });
    const product = await prisma.product.create({
      data: {
        ...{ ...at, updatedAt: clock.now(), code: 'wheat', externalId: 'p-1', name: 'Пшеница' },
        ...{ companyId: seller.id, url: 'https://shop.example/russia/1' },
      },
    });
    const { id: roomId } = await prisma.room.create({
      data: { ...at, kind: 'product', state: 'ready', title: 'Пшеница', locales: ['ru'] },
    });
    const lead = await prisma.lead.create({
      data: {
        ...{ ...at, productId: product.id, companyId: seller.id, roomId, state: 'open' },
        ...{ personId: served.personId, importerName: 'Павел', locale: 'ru', move: 'exporter' },
        ...{ openedAt: clock.now(), moveSince: clock.now() },
      },
    });
    await desk.service.hear(await kept('Какая цена?', { role: 'importer', roomId }));
    await clock.advance(HOUR);
    await desk.raising.raiseDue();
    expect((await open()).map(({ raisedAt }) => raisedAt)).toEqual([null]);
    const { openFor } = desk.raising;
    expect([...(await openFor(prisma)).values()].flat()).toHaveLength(1);
    const answeredAt = clock.now();
    await prisma.lead.update({
      where: { id: lead.id },
      data: { answeredAt, answeredBy: 'exporter' },
    });
    await clock.advance(10 * MINUTE);
    await desk.raising.raiseDue();
    expect(await open()).toEqual([]);
  });

  it('ends what waits in a room that is closed', async () => {
    await desk.service.hear(await kept('Где груз?'));
    const where = { id: served.roomId };
    await database.prisma.room.update({ where, data: { state: 'closed', closedAt: clock.now() } });
    await desk.raising.raiseDue();
    expect(await open()).toEqual([]);
    await database.prisma.room.update({ where, data: { state: 'ready', closedAt: null } });
  });
});

describe('a group that has become another', () => {
  it('is known by both of its numbers, so that an answer in the new one ends what was asked in the old', async () => {
    const now = { addedAt: clock.now(), usedAt: clock.now() };
    const moved = -1_002;
    await database.prisma.roomGroup.create({
      data: {
        ...{ ...now, roomId: served.roomId, chatId: BigInt(moved), state: 'used', title: 'Чат' },
        ...{ missing: [], addedById: served.staffIds[0] },
      },
    });
    await desk.service.hear(await kept('Где груз?'));
    const { chatIds } = await desk.waits.overview(database.prisma);
    expect(chatIds.toSorted((a, b) => b - a)).toEqual([CHAT, moved]);
    const answer = await kept('В порту', { role: 'manager' });
    const at = { ...answer.at, chatId: moved };
    const where = { chatId_messageId: { ...answer.at, chatId: BigInt(CHAT) } };
    await database.prisma.roomMessage.update({ where, data: { chatId: BigInt(moved) } });
    await desk.service.hear({ ...answer, at, staffId: served.staffIds[0] });
    expect(await open()).toEqual([]);
  });
});
