// What the company's own system of record has said of a ticket is shown in its thread, once there is one: behind the
// commit, each once.

import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { destination, type Outbox } from '../../platform/outbox/index.ts';
import type { CommentRepository } from '../comment-repository.ts';

export interface CommentServiceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly comments: Pick<CommentRepository, 'listToShow' | 'noteShown'>;
}

const CAUSE = systemCause('ticket-comments');
const AT_ONCE = 100;

export function createCommentService({ database, clock, outbox, comments }: CommentServiceDeps) {
  async function show({
    id: commentId,
    dialogId,
  }: {
    readonly id: number;
    readonly dialogId: number;
  }): Promise<void> {
    const message = {
      destination: destination('thread', dialogId),
      name: 'ticket-comment-shown',
      args: { commentId },
    };
    await database.inTransaction(async (tx) => {
      if (await comments.noteShown(tx, commentId, clock.now()))
        await outbox.enqueue(tx, [message], CAUSE);
    });
  }

  return { show, toShow: () => comments.listToShow(database.prisma, AT_ONCE) };
}
