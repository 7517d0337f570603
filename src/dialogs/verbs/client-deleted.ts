// A channel has told us that a client deleted messages of theirs. Staff have read them: their words stay,
// with a line that says so. A clock that runs goes on.

import type { Cause } from '../../platform/cause.ts';
import { recordEvents } from '../../platform/events.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { MessageAddress } from '../message.ts';
import { copyEdited, type EditDeps } from './edit-message.ts';

export interface ClientDeleted {
  readonly cause: Cause;
  /** Where the client's messages stood. Answers of ours, and what is not kept, are passed over. */
  readonly at: readonly MessageAddress[];
}

export type ClientDeletedOutcome =
  | { readonly status: 'repeated' }
  | { readonly status: 'marked'; readonly messageIds: readonly number[] };

/** One transaction for all of them, in whichever dialogs they stand. */
export function createClientDeleted(
  deps: Omit<EditDeps, 'noteForms' | 'writer' | 'threads' | 'undeliveredLines'>,
): (command: ClientDeleted) => Promise<ClientDeletedOutcome> {
  const { database, dialogs, messages, versions, outbox, clock } = deps;

  return ({ cause, at }) =>
    database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const found = [];
      for (const address of at) found.push(...(await messages.findAllAt(tx, address)));
      const theirs = found.filter(
        (one) => one.author === 'client' && at.some((address) => isAt(one, address)),
      );
      const locked = await dialogs.lock(tx, [...new Set(theirs.map(({ dialogId }) => dialogId))]);
      const ids = await versions.markDeleted(
        tx,
        theirs.map(({ id }) => id),
        clock.now(),
      );
      const marked = theirs.filter(({ id }) => ids.includes(id));
      const pairs = marked.flatMap((message) => {
        const dialog = locked.find(({ id }) => id === message.dialogId);
        return dialog ? [{ message, dialog }] : [];
      });
      const events = pairs.map(({ message, dialog }) => ({
        type: 'client-deleted',
        subject: 'dialog' as const,
        subjectId: dialog.id,
        actor: 'client' as const,
        actorId: dialog.clientId,
        data: { messageId: message.id },
      }));
      const said = pairs.map(({ message, dialog }) => copyEdited(dialog, message));
      await recordEvents(tx, events, cause, clock.now());
      await outbox.enqueue(tx, said, cause);
      return { status: 'marked', messageIds: ids };
    });
}

function isAt(message: MessageAddress, { chatId, messageId }: MessageAddress): boolean {
  return message.chatId === chatId && message.messageId === messageId;
}
