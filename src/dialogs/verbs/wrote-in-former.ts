// An employee has written in a thread that is a dialog's no more: nothing of it reaches the client, and
// they are told where the dialog goes on.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { destination, type Outbox } from '../../platform/outbox/index.ts';
import type { DeskLogRepository } from '../desk-log-repository.ts';
import type { ThreadRepository } from '../thread-repository.ts';

export interface WroteInFormer {
  readonly cause: Cause;
  readonly chatId: number;
  readonly threadId: number;
  readonly messageId: number;
  /** Told once for an album. */
  readonly album: string | null;
}

export interface WroteInFormerDeps {
  readonly database: Database;
  readonly threads: Pick<ThreadRepository, 'findFormer'>;
  readonly deskLog: Pick<DeskLogRepository, 'noteOnce'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** False: the thread was never a dialog's. */
export function createWroteInFormer(deps: WroteInFormerDeps) {
  const { database, threads, deskLog, outbox, clock } = deps;

  return async ({ cause, album, ...at }: WroteInFormer): Promise<boolean> => {
    const former = await threads.findFormer(at.chatId, at.threadId);
    if (!former) return false;
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const about = { chatId: at.chatId, album: album ?? '' };
      const said = { deskId: former.deskId, type: 'album-in-former-thread', about } as const;
      if (album !== null && !(await deskLog.noteOnce(tx, said, cause, clock.now()))) return;
      const where = destination('former', former.id);
      const args = { replyTo: at.messageId };
      await outbox.enqueue(tx, [{ destination: where, name: 'goes-on-elsewhere', args }], cause);
    });
    return true;
  };
}
