// The company's own system of record says something of a ticket, also of one that is over.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { TicketActor } from '../change.ts';
import { loggedWords, type NewComment } from '../comment.ts';
import type { CommentRepository } from '../comment-repository.ts';
import type { KeptTicket } from '../repository.ts';
import { carryOut, type TicketVerbDeps } from './deps.ts';

export interface CommentCommand {
  readonly ticketId: number;
  readonly comment: NewComment;
  readonly by: TicketActor;
  readonly cause: Cause;
}

export type CommentOutcome =
  | { readonly status: 'gone' }
  | { readonly status: 'done'; readonly ticket: KeptTicket; readonly commentId: number }
  /** It has been said before. */
  | { readonly status: 'unchanged'; readonly ticket: KeptTicket }
  | { readonly status: 'merged'; readonly ticket: KeptTicket; readonly intoId: number };

export interface CommentingDeps extends TicketVerbDeps {
  readonly comments: Pick<CommentRepository, 'add'>;
}

export function createCommenting(deps: CommentingDeps) {
  const { tickets, comments, clock } = deps;

  /** In the caller's transaction, which has settled its cause and says to the client what is for them. */
  async function commentIn(tx: Tx, command: CommentCommand): Promise<CommentOutcome> {
    const { ticketId, comment, by, cause } = command;
    const before = await tickets.lock(tx, ticketId);
    if (!before) return { status: 'gone' };
    const { mergedIntoId: intoId } = before;
    if (intoId !== null) return { status: 'merged', ticket: before, intoId };
    const commentId = await comments.add(tx, ticketId, comment, clock.now());
    if (commentId === null) return { status: 'unchanged', ticket: before };
    const deed = comment.kind === 'inside' ? 'comment-inside' : 'comment';
    const change = { before, after: before, deed, by, reason: loggedWords(comment) } as const;
    const ticket = await carryOut(deps, tx, change, cause);
    return { status: 'done', ticket, commentId };
  }

  return { commentIn };
}
