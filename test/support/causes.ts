// Updates for services to settle: kept as the inbox keeps them, so that coming twice is what it is at
// work.
import { type Cause, systemCause } from '../../src/platform/cause.ts';
import type { Database } from '../../src/platform/database/index.ts';

const BOT_ID = 42;

/** The cause of nothing in particular; always new. */
export const someCause: Cause = systemCause('test');

/** An update that has been kept and not been handled. */
export async function keptUpdate({ prisma }: Database, updateId: number): Promise<Cause> {
  const receivedAt = new Date('2026-11-21T09:00:00Z');
  await prisma.inboxUpdate.create({
    data: { botId: BOT_ID, updateId, lane: 'test', urgent: false, payload: {}, receivedAt },
  });
  return { kind: 'update', botId: BOT_ID, updateId };
}

export type Said = { readonly to: string; readonly name: string; readonly facts: unknown };

/** What waits in the outbox, oldest first. */
export async function sayings({ prisma }: Database): Promise<Said[]> {
  const rows = await prisma.outboxMessage.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ destination, name, args }) => ({
    to: destination,
    name,
    facts: (args as { facts?: unknown } | null)?.facts,
  }));
}
