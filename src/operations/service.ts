// What an administrator may do about updates that could not be handled: see them, have them handled
// once more, and let them go.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import { type PoisonRepository, settleCause } from '../platform/inbox/index.ts';
import type { Logger } from '../platform/logger.ts';
import type { Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';

export interface OperationsServiceDeps {
  readonly database: Database;
  readonly poison: PoisonRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Something was given back to the inbox. */
  readonly lookBack: () => void;
}

/** `number`: of the update, as text, for it may be larger than JSON numbers are. */
export type PoisonOutcome =
  | { readonly status: 'replayed'; readonly count: number }
  | { readonly status: 'dropped'; readonly number: string }
  /** Nothing is set aside at all. */
  | { readonly status: 'none' }
  /** Not this one. */
  | { readonly status: 'gone'; readonly number: string }
  /** It could not be stored as it came, so nothing can handle it. */
  | { readonly status: 'unreadable'; readonly number: string };

interface Command {
  /** Who is told what came of it. */
  readonly reader: Reader;
  readonly cause: Cause;
  /** The employee's number. */
  readonly by: number;
}

export type OperationsService = ReturnType<typeof createOperationsService>;

/** Each verb happens once for its cause, and its reader is told what came of it. */
export function createOperationsService(deps: OperationsServiceDeps) {
  const { database, poison, outbox, clock, logger, lookBack } = deps;

  /** Tells what is set aside, as it is when it is read. */
  async function tellPoison({ reader, cause }: Omit<Command, 'by'>): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      await outbox.enqueue(tx, [wordsFor(reader, 'poison-list')], cause);
    });
  }

  /** Has one, or all, handled once more. */
  async function replay(command: Command & { readonly which: bigint | 'all' }): Promise<void> {
    const { which } = command;
    await decide(command, async (tx) => {
      const count = await poison.giveBack(tx, which);
      if (count > 0) return { status: 'replayed', count };
      if (which === 'all') return { status: 'none' };
      const status = (await poison.exists(tx, which)) ? 'unreadable' : 'gone';
      return { status, number: String(which) };
    });
    lookBack();
  }

  /** Lets one go unhandled; the log of events keeps who did. */
  async function drop(command: Command & { readonly seq: bigint }): Promise<void> {
    const { by, cause, seq } = command;
    await decide(command, async (tx) => {
      const number = String(seq);
      if (!(await poison.drop(tx, seq, clock.now()))) return { status: 'gone', number };
      const about = { subject: 'staff', subjectId: by, actor: 'staff', actorId: by } as const;
      const event = { type: 'poison-dropped', ...about, data: { number } };
      await recordEvents(tx, [event], cause, clock.now());
      return { status: 'dropped', number };
    });
  }

  async function decide(
    { reader, cause, by }: Command,
    act: (tx: Tx) => Promise<PoisonOutcome>,
  ): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const outcome = await act(tx);
      logger.warn({ by, ...outcome }, 'an administrator decided about updates set aside');
      await outbox.enqueue(tx, [wordsFor(reader, 'poison-outcome', outcome)], cause);
    });
  }

  return { tellPoison, replay, drop };
}
