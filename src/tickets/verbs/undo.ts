// What an employee has just done by a slip is undone: the ticket is as it was before, also its clocks, and the log tells
// of both. Only right afterwards: what somebody has done since stays.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { TicketActor } from '../change.ts';
import type { KeptTicket } from '../repository.ts';
import { carryOut, type TicketVerbDeps } from './deps.ts';

export interface UndoCommand {
  readonly ticketId: number;
  /** The ticket's own revision right after what is undone. */
  readonly revision: number;
  readonly before: Pick<KeptTicket, 'status' | 'responsibleId'>;
  readonly by: TicketActor;
  readonly cause: Cause;
}

export type UndoOutcome =
  | { readonly status: 'gone' }
  | { readonly status: 'done' | 'changed-since'; readonly ticket: KeptTicket };

export function createUndoing(deps: TicketVerbDeps) {
  const { tickets } = deps;

  /** In the caller's transaction, which has settled its cause. */
  async function undoIn(tx: Tx, command: UndoCommand): Promise<UndoOutcome> {
    const { ticketId, revision, before: former, by, cause } = command;
    const before = await tickets.lock(tx, ticketId);
    if (!before) return { status: 'gone' };
    if (before.revision !== revision) return { status: 'changed-since', ticket: before };
    const open = { doneAt: null, closeDueAt: null, endedAt: null };
    const after = { ...before, ...former, ...open, revision: revision + 1 };
    const change = { before, after, deed: 'undo', by, reason: null } as const;
    return { status: 'done', ticket: await carryOut(deps, tx, change, cause) };
  }

  return { undoIn };
}
