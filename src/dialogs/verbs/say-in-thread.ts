// A word of the desk's own in a dialog's thread, in answer to what somebody wrote there.

import type { Outsider } from '../../desks/index.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { threadOf } from '../dialog-writer.ts';
import { UNKNOWN_COMMAND } from '../note-form-repository.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from './deps.ts';

export interface SayInThread {
  readonly cause: Cause;
  readonly dialogId: number;
  /** The message's name; see outgoing/thread-words.ts. */
  readonly name: 'unknown-command' | 'edit-not-carried' | 'edit-is-command' | 'outsider';
  /** The message in the thread that it answers. */
  readonly replyTo: number;
  /** Whose words they were, where they were an employee's and are kept nowhere. */
  readonly staffId?: number;
  /** Somebody without rights in a desk, who is not told each time; null: said each time. */
  readonly outsider: Outsider | null;
}

export interface SayInThreadDeps extends VerbDeps {
  /** Whether they are to be told now. */
  readonly noteOutsider: (tx: Tx, outsider: Outsider) => Promise<boolean>;
}

export type SayInThreadOutcome = NotDone | { readonly status: 'said' | 'told-before' };

/** `told-before`: this person was told, and nothing is said. */
export function createSayInThread(
  deps: SayInThreadDeps,
): (command: SayInThread) => Promise<SayInThreadOutcome> {
  const { writer, noteOutsider } = deps;

  return ({ cause, dialogId, name, replyTo, outsider, staffId }) =>
    onDialog<SayInThreadOutcome>(deps, cause, dialogId, async (tx) => {
      const due = outsider === null || (await noteOutsider(tx, outsider));
      if (!due) return { status: 'told-before' };
      const message = { destination: threadOf(dialogId), name, args: { replyTo } };
      const events = staffId === undefined ? [] : [staffEvent(UNKNOWN_COMMAND, dialogId, staffId)];
      await writer.write(tx, { changes: [], events, messages: [message] }, cause);
      return { status: 'said' };
    });
}
