// Somebody has closed a dialog's topic in Telegram, or opened it again.

import type { Cause } from '../../platform/cause.ts';
import type { Outbox } from '../../platform/outbox/index.ts';
import { threadOf } from '../dialog-writer.ts';
import type { ThreadRepository } from '../thread-repository.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';

export interface NoteTopic {
  readonly cause: Cause;
  readonly dialogId: number;
  readonly closed: boolean;
}

/** The dialog itself stays as it is: only its buttons close it. */
export function createNoteTopic(
  deps: VerbDeps & {
    readonly threads: Pick<ThreadRepository, 'setTopicClosed'>;
    readonly outbox: Outbox;
  },
): (command: NoteTopic) => Promise<NotDone | { readonly status: 'noted' }> {
  const { threads, outbox } = deps;

  return ({ cause, dialogId, closed }) =>
    onDialog<{ readonly status: 'noted' }>(deps, cause, dialogId, async (tx) => {
      await threads.setTopicClosed(tx, dialogId, closed);
      outbox.relocate(tx, [threadOf(dialogId)]);
      return { status: 'noted' };
    });
}
