// What people do to a ticket by button, and what happens to it without them. Rights are judged by whoever calls:
// employees by the staff table, clients by the room.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { BusinessCalendar } from '../../sla/business-calendar.ts';
import { addWorkingDays } from '../../sla/calendar.ts';
import type { TicketActor } from '../change.ts';
import type { ClientCompany } from '../company.ts';
import type { KeptTicket } from '../repository.ts';
import {
  CLOSE_AFTER_DAYS,
  isOver,
  type Moved,
  move,
  type TicketAction,
  type TicketMove,
} from '../ticket.ts';
import type { ChangingDeps } from './change.ts';
import { carryOut, once, type Repeated, type TicketVerbDeps } from './deps.ts';

export interface ActCommand {
  readonly ticketId: number;
  readonly action: TicketAction;
  readonly by: TicketActor;
  readonly reason?: string;
  /** The revision that whoever presses has seen; left out where it does not matter. */
  readonly revision?: number;
  /** Until then whoever does it may undo it, and nobody is called. */
  readonly undoableUntil?: Date;
  readonly cause: Cause;
}

export type ActOutcome =
  | { readonly status: 'gone' }
  /** It has changed since the button was drawn. */
  | { readonly status: 'changed-since'; readonly ticket: KeptTicket }
  | { readonly status: 'done'; readonly ticket: KeptTicket; readonly before: KeptTicket }
  | (Exclude<Moved, { status: 'done' }> & { readonly ticket: KeptTicket });

export interface ActingDeps extends TicketVerbDeps {
  /** The hours in which its people are served. */
  readonly hoursOf: (company: ClientCompany) => BusinessCalendar;
  readonly findStaff: ChangingDeps['findStaff'];
}

export function createActing(deps: ActingDeps) {
  const { tickets, companies, clock, hoursOf, findStaff } = deps;

  /** In the caller's transaction, which has settled its cause. */
  async function actIn(tx: Tx, command: ActCommand): Promise<ActOutcome> {
    const { ticketId, action, by, reason = null, revision, undoableUntil, cause } = command;
    const before = await tickets.lock(tx, ticketId);
    if (!before) return { status: 'gone' };
    const now = clock.now();
    const staffId = by.kind === 'staff' ? by.id : null;
    const moved = await moveFrom(tx, before, { action, staffId, now });
    if (moved.status !== 'done') return { ...moved, ticket: before };
    if (revision !== undefined && revision !== before.revision) {
      return { status: 'changed-since', ticket: before };
    }
    const respondedAt = before.respondedAt ?? (action === 'answered' ? now : null);
    const next = { ...before, ...moved.ticket, respondedAt };
    const after = { ...next, closeDueAt: await closeDueAt(tx, action, before, next) };
    const facts = { before, after, deed: action, by, reason } as const;
    const change = undoableUntil ? { ...facts, undoableUntil } : facts;
    return { status: 'done', before, ticket: await carryOut(deps, tx, change, cause) };
  }

  /** What comes back to be worked on is nobody's where whoever answered for it has left meanwhile. */
  async function moveFrom(tx: Tx, before: KeptTicket, asked: TicketMove): Promise<Moved> {
    const moved = move(before, asked);
    const { status, responsibleId } = before;
    const comesBack =
      moved.status === 'done' && (status === 'done' || isOver(status)) && isOwed(moved.ticket);
    if (!comesBack || responsibleId === null) return moved;
    const works = (await findStaff([responsibleId], tx)).length > 0;
    return works ? moved : move({ ...before, responsibleId: null }, asked);
  }

  /**
   * «Выполнена» closes itself after so many working days: never over words of the client's that wait for an answer, but
   * so long after that answer.
   */
  async function closeDueAt(
    tx: Tx,
    action: TicketAction,
    before: KeptTicket,
    after: KeptTicket,
  ): Promise<Date | null> {
    if (after.status !== 'done' || action === 'write') return null;
    const answers = action === 'answered' && before.closeDueAt === null;
    if (before.status === 'done' && !answers) return before.closeDueAt;
    const [company] = await companies.find(tx, [after.companyId]);
    return company ? addWorkingDays(hoursOf(company), clock.now(), CLOSE_AFTER_DAYS) : null;
  }

  function act(command: ActCommand): Promise<ActOutcome | Repeated> {
    return once(deps, command.cause, (tx) => actIn(tx, command));
  }

  return { act, actIn };
}

/** Somebody is to work on it. */
function isOwed({ status }: Pick<KeptTicket, 'status'>): boolean {
  return status !== 'done' && !isOver(status);
}
