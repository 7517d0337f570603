// The log of a ticket, asked for by whoever may have it; it comes to them in private.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { recordEvents } from '../../platform/events.ts';
import type { Locale } from '../../platform/i18n.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { type Destination, destination, type Outbox } from '../../platform/outbox/index.ts';
import { wordsFor } from '../../platform/outbox/words.ts';
import type { RoomMember } from '../../rooms/room.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Format } from './log.ts';

export interface ProofServiceDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** In which room a ticket was opened; null: there is no such ticket. */
  readonly roomOf: (tx: Tx, ticketId: number) => Promise<number | null>;
  readonly rooms: {
    roleOf(tx: Tx, roomId: number, userId: number): Promise<RoomMember | null>;
  };
}

export interface ProofCommand {
  readonly cause: Cause;
  readonly ticketId: number;
  readonly format: Format;
  readonly userId: number;
  readonly staff: Staff | null;
  readonly locale: Locale;
}

export interface ProofOutcome {
  /** `gone`: there is none that they may know of; `not-started`: the bot cannot write to them. */
  readonly status: 'repeated' | 'gone' | 'not-started' | 'coming';
}

/** With which its message is made. */
export type ProofFacts = {
  readonly ticketId: number;
  readonly format: Format;
  /** What is inside goes along. */
  readonly inside: boolean;
};

export type ProofService = ReturnType<typeof createProofService>;

export function createProofService({ database, outbox, clock, ...deps }: ProofServiceDeps) {
  const { roomOf, rooms } = deps;

  /**
   * Has the log sent, in the caller's transaction. The caller answers for the rights: `inside` is for employees
   * alone.
   */
  async function send(
    tx: Tx,
    order: ProofFacts & {
      readonly to: Destination;
      readonly locale: Locale;
      readonly cause: Cause;
    },
  ): Promise<void> {
    const { to, locale, cause, ticketId, format, inside } = order;
    const facts: ProofFacts = { ticketId, format, inside };
    await outbox.enqueue(tx, [wordsFor({ destination: to, locale }, 'ticket-log', facts)], cause);
  }

  /** Whether they may have it: employees, and whoever is in the client's group for the client. */
  async function judge(
    tx: Tx,
    { ticketId, userId, staff }: Pick<ProofCommand, 'ticketId' | 'userId' | 'staff'>,
  ): Promise<'gone' | 'not-started' | { readonly personId: number | null }> {
    const roomId = await roomOf(tx, ticketId);
    if (roomId === null) return 'gone';
    if (staff) return { personId: null };
    const member = await rooms.roleOf(tx, roomId, userId);
    // Whoever may not have it is not told that there is one.
    if (member?.role !== 'client') return 'gone';
    return member.person.hasStarted ? { personId: member.person.id } : 'not-started';
  }

  /** Looks only; the file is asked for by a button. */
  async function mayAsk(asked: Pick<ProofCommand, 'ticketId' | 'userId' | 'staff'>) {
    const judged = await judge(database.prisma, asked);
    return typeof judged === 'string' ? judged : 'may';
  }

  async function ask(command: ProofCommand): Promise<ProofOutcome> {
    const { cause, ticketId, format, userId, staff, locale } = command;
    return database.inTransaction<ProofOutcome>(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const judged = await judge(tx, command);
      if (typeof judged === 'string') return { status: judged };
      const to = destination('person', userId);
      await send(tx, { ticketId, format, inside: staff !== null, to, locale, cause });
      const by = staff
        ? { actor: 'staff' as const, actorId: staff.id }
        : { actor: 'person' as const, actorId: judged.personId };
      const event = { type: 'log-exported', subject: 'ticket', subjectId: ticketId } as const;
      await recordEvents(tx, [{ ...event, ...by, data: { format } }], cause, clock.now());
      return { status: 'coming' };
    });
  }

  return { send, ask, mayAsk };
}
