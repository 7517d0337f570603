// Somebody has changed a message that is kept. Corrections do not cross yet: whoever made one is told,
// except where nobody on the other side has read the message, so that it simply reads as it does now.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import { type Content, formattedWordsOf, noteMarkLength, withoutStart } from '../content.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { DialogMessage, MessageAddress } from '../message.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';

export interface EditMessage {
  readonly cause: Cause;
  readonly at: MessageAddress;
  readonly content: Content;
  /** It came with `/note`. */
  readonly asNote: boolean;
}

export type EditOutcome =
  | NotDone
  /** Telegram reports edits that change no word, such as a link preview. */
  | { readonly status: 'unchanged' }
  /** Nobody had read it: it is what it says now. */
  | { readonly status: 'rewritten' }
  | { readonly status: 'not-carried' };

/** `gone`: the message at that place is not kept. */
export function createEditMessage(deps: VerbDeps): (command: EditMessage) => Promise<EditOutcome> {
  const { messages, writer } = deps;

  return async (command) => {
    const dialogId = await messages.dialogOf(command.at);
    if (dialogId === null) return { status: 'gone' };
    return onDialog<EditOutcome>(deps, command.cause, dialogId, async (tx, dialog) => {
      const message = await messages.findAt(tx, command.at);
      if (!message) return { status: 'gone' };
      const content = withoutMark(command.content, message);
      if (sameWords(content, message.content)) return { status: 'unchanged' };
      if (message.purpose === 'note' || message.purpose === 'held') {
        return await rewrite(tx, command, dialog, message, content);
      }
      return await refuse(tx, command, dialog, message);
    });
  };

  async function rewrite(
    tx: Tx,
    command: EditMessage,
    dialog: Dialog,
    message: DialogMessage,
    content: Content,
  ): Promise<EditOutcome> {
    await messages.setContent(tx, message.id, content);
    // Marked as a note after all: nobody can send it from the question that still stands there.
    const marked = noteMarkLength(command.content) > 0 || command.asNote;
    if (marked && message.purpose === 'held')
      await messages.setPurpose(tx, [message.id], 'note', null);
    const changes = [{ before: dialog, after: dialog }];
    await writer.write(tx, { changes, events: [eventOf(message)], messages: [] }, command.cause);
    return { status: 'rewritten' };
  }

  /** Said once for a message, however often it is corrected. */
  async function refuse(
    tx: Tx,
    { cause }: EditMessage,
    dialog: Dialog,
    message: DialogMessage,
  ): Promise<EditOutcome> {
    const isFirst = !(await messages.wasEdited(tx, message));
    const said: NewMessage =
      message.author === 'client'
        ? { ...to(dialog), name: 'client-edit-not-carried', args: {} }
        : { destination: threadOf(dialog.id), name: 'edit-not-carried', args: about(message) };
    const events = [eventOf(message)];
    await writer.write(tx, { changes: [], events, messages: isFirst ? [said] : [] }, cause);
    return { status: 'not-carried' };
  }
}

function to({ addressId }: Dialog): Pick<NewMessage, 'destination'> {
  return { destination: destination('client', addressId) };
}

function about({ id }: DialogMessage): NewMessage['args'] {
  return { messageId: id };
}

function withoutMark(content: Content, { author, purpose }: DialogMessage): Content {
  if (author === 'client' || purpose === 'answer') return content;
  return withoutStart(content, noteMarkLength(content));
}

function sameWords(a: Content, b: Content): boolean {
  return JSON.stringify(formattedWordsOf(a)) === JSON.stringify(formattedWordsOf(b));
}

function eventOf({ id, dialogId, author, staffId }: DialogMessage) {
  return {
    type: 'edited',
    subject: 'dialog',
    subjectId: dialogId,
    actor: author,
    actorId: staffId,
    data: { messageId: id },
  } as const;
}
