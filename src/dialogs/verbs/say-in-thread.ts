// A word of the desk's own in a dialog's thread, in answer to what somebody wrote there.

import type { Cause } from '../../platform/cause.ts';
import type { JsonObject } from '../../platform/outbox/index.ts';
import { threadOf } from '../dialog-writer.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';

export interface SayInThread {
  readonly cause: Cause;
  readonly dialogId: number;
  /** The message's name; see outgoing/notices.ts. */
  readonly name: 'outsider' | 'unknown-command' | 'edit-not-carried';
  readonly args: JsonObject;
}

export function createSayInThread(
  deps: VerbDeps,
): (command: SayInThread) => Promise<NotDone | { readonly status: 'said' }> {
  const { writer } = deps;
  return ({ cause, dialogId, name, args }) =>
    onDialog<NotDone | { readonly status: 'said' }>(deps, cause, dialogId, async (tx) => {
      const message = { destination: threadOf(dialogId), name, args };
      await writer.write(tx, { changes: [], events: [], messages: [message] }, cause);
      return { status: 'said' };
    });
}
