// What clients may know of their tickets: their own open ones, those of their company, and one with its history.
// Nothing is changed.

import type { Database } from '../../platform/database/index.ts';
import type { Asker, StandIn } from '../asker.ts';
import type { RequestFacts } from '../client-card/facts.ts';
import type { LookAtRequests } from '../client-card/looking.ts';
import type { IntakeRepository } from './repository.ts';
import type { StatusRepository, Step } from './status-repository.ts';

export interface StatusDeps {
  readonly database: Database;
  readonly status: StatusRepository;
  readonly intake: Pick<IntakeRepository, 'roomsOf'>;
  readonly look: LookAtRequests;
  readonly standIn: StandIn;
}

/** What a client is told of; the rest is how we work. */
export const TOLD_DEEDS = [
  'open',
  'take',
  'wait',
  'resume',
  'done',
  'close',
  'confirm',
  'return',
  'withdraw',
  'expire',
  'cancel',
  'reopen',
  'merge',
  'rate',
] as const;

export interface ToldTicket {
  readonly facts: RequestFacts;
  readonly steps: readonly Step[];
}

/** Null: alone with the bot. */
type Where = { readonly roomId: number | null; readonly asker: Asker };

export type StatusService = ReturnType<typeof createStatusService>;

export function createStatusService({ database, status, intake, look, standIn }: StatusDeps) {
  const { prisma } = database;

  /** Null: nobody knows them there. `whose`: their own open tickets, or all of the company's. */
  async function list(
    { roomId, asker }: Where,
    whose: 'mine' | 'all',
  ): Promise<readonly RequestFacts[] | null> {
    const roomIds = await roomsOf({ roomId, asker });
    if (roomIds.length === 0) return null;
    const userId = whose === 'mine' ? asker.seen.userId : null;
    return await look(await status.listOpen(prisma, { roomIds, userId }));
  }

  async function roomsOf({ roomId, asker }: Where): Promise<readonly number[]> {
    if (roomId === null) {
      return (await intake.roomsOf(prisma, asker.seen.userId)).map((one) => one.roomId);
    }
    const by = await database.inTransaction((tx) => standIn(tx, roomId, asker));
    return by ? [roomId] : [];
  }

  /** Null: there is none of that number among the tickets they may know. */
  async function one({ roomId, asker }: Where, ticketId: number): Promise<ToldTicket | null> {
    const [facts] = await look([ticketId]);
    if (!facts) return null;
    const roomIds = await roomsOf({ roomId, asker });
    if (!roomIds.includes(facts.ticket.roomId)) return null;
    return { facts, steps: await status.stepsOf(prisma, ticketId, TOLD_DEEDS) };
  }

  return { list, one };
}
