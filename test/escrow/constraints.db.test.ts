// What the tables themselves refuse, whatever the program believes: sums that do not add up, money without
// an agreement, a second deal beside an open one.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ESCROW_STATUSES } from '../../src/escrow/escrow.ts';
import { createEscrowRepository } from '../../src/escrow/repository.ts';
import type { Prisma } from '../../src/generated/prisma/client.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { createTestDatabase } from '../support/database.ts';
import { dealIn, hoursAfter, NOON } from './deals.ts';

let database: Database;
let roomId: number;
const repository = createEscrowRepository('Europe/Moscow');

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  const room = { kind: 'product', title: 'Сталь', locales: ['ru'], createdAt: NOON };
  ({ id: roomId } = await database.prisma.room.create({ data: room }));
});

function store(escrow = dealIn('working')): Promise<number | null> {
  return database.inTransaction((tx) => repository.insert(tx, roomId, escrow, NOON));
}

describe('a deal', () => {
  it.each(ESCROW_STATUSES)('in %s is read back as it was written', async (status) => {
    const deal = dealIn(status);
    const id = (await store(deal)) ?? 0;

    const [read] = await repository.find(database.prisma, [id]);
    // A room without an exporter goes by Moscow's clock.
    const facts = { roomId, timeZone: 'Europe/Moscow', createdAt: NOON };
    expect(read).toEqual({ ...deal, ...facts, id });
  });

  it('stands alone in its room until it is over', async () => {
    const id = await store();
    expect(id).not.toBeNull();
    expect(await store()).toBeNull();

    const [open] = await repository.find(database.prisma, [id ?? 0]);
    if (!open) throw new Error('there is no deal');
    const over = { ...dealIn('completed'), id: open.id };
    await database.inTransaction((tx) => repository.save(tx, open, over, hoursAfter(NOON, 1)));
    expect(await store()).not.toBeNull();
  });

  it.each<[string, Prisma.EscrowUncheckedUpdateInput]>([
    ['sums that do not add up', { held: 1n }],
    ['money out of nothing', { held: 30_000_001n, refunded: -1n }],
    ['money before both have agreed', { agreedBy: ['exporter'] }],
    ['money that has come and is still to come', { unpaid: 30_000_000n, held: 0n }],
    ['an end that holds money', { status: 'completed', endedAt: NOON }],
    ['an end without a time', { status: 'cancelled' }],
    ['a step without a deadline', { deadlineAt: null }],
    ['a status nobody knows', { status: 'lost' }],
    ['a side nobody knows', { agreedBy: ['exporter', 'broker'] }],
    ['a question nobody asked', { status: 'asked' }],
    ['a decision nobody took', { status: 'settling' }],
    ['a currency that is none', { currency: 'rubles' }],
  ])('refuses %s', async (_, data) => {
    const id = (await store()) ?? 0;

    await expect(database.prisma.escrow.update({ where: { id }, data })).rejects.toThrow();
  });
});
