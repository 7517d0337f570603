// Somebody has changed a message that is kept: what it said stays in the history, and its copy on the
// other side is changed too. A change starts no clock and moves no status. Whoever makes one that
// cannot reach the other side is told so.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage, type Outbox } from '../../platform/outbox/index.ts';
import { reachesClient } from '../content/told.ts';
import { type Content, noteMarkLength, withoutStart, wordsOf } from '../content.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import { isSameContent } from '../lines.ts';
import {
  type DialogMessage,
  isOfClientsChat,
  type MessageAddress,
  neverArrived,
} from '../message.ts';
import type { UndeliveredLines } from '../undelivered-lines/lines.ts';
import type { VersionRepository } from '../version-repository.ts';
import { type LeftThreads, nearMessage } from '../whereabouts.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';

export interface EditMessage {
  readonly cause: Cause;
  readonly at: MessageAddress;
  /** When it was changed, by the channel's clock. */
  readonly editedAt: Date;
  readonly content: Content;
  /** It came with `/note`. */
  readonly asNote: boolean;
}

export type EditOutcome =
  | NotDone
  /** It says what it said before, or the change is older than one that is kept. */
  | { readonly status: 'unchanged' }
  /** Nobody on the other side has read it: it is what it says now. */
  | { readonly status: 'rewritten' }
  /** The copy is changed too, or its change is on its way. */
  | { readonly status: 'mirrored' }
  /** It stays as it was on the other side; its author is told why. */
  | { readonly status: 'not-carried' };

export interface EditDeps extends VerbDeps {
  readonly versions: VersionRepository;
  readonly threads: LeftThreads;
  readonly undeliveredLines: Pick<UndeliveredLines, 'overtaken'>;
  readonly outbox: Pick<Outbox, 'enqueue' | 'refreshAtLeisure'>;
}

/** The projection of a location that moves; its subject is the message. */
export const LIVE_LOCATION = 'live-location';

/** What an answer's author is told when the client does not get the change. */
type Refusal =
  | 'edit-not-carried'
  | 'edit-too-late-for-note'
  | 'edit-unknown-for-note'
  | 'edit-of-undelivered'
  | 'edit-of-dropped'
  | 'edit-impossible'
  | 'edit-of-taken-back';

interface Edit {
  readonly command: EditMessage;
  readonly dialog: Dialog;
  readonly message: DialogMessage;
  /** What it says now, without the mark of a note. */
  readonly content: Content;
}

/** `gone`: the message at that place is not kept. */
export function createEditMessage(deps: EditDeps): (command: EditMessage) => Promise<EditOutcome> {
  const { messages, versions, writer, outbox, threads, undeliveredLines } = deps;

  return async (command) => {
    const dialogId = await messages.dialogOf(command.at);
    if (dialogId === null) return { status: 'gone' };
    return onDialog<EditOutcome>(deps, command.cause, dialogId, async (tx, dialog) => {
      const message = await messages.findAt(tx, command.at);
      if (!message) return { status: 'gone' };
      const content = withoutMark(command.content, message);
      const isOutdated = message.editedAt !== null && command.editedAt < message.editedAt;
      const isKept = message.purpose === 'held' && isMarked(command);
      const isSame = isSameContent(content, message.content) && !isKept;
      if (isOutdated || isSame) return { status: 'unchanged' };
      const edit = { command, dialog, message, content };
      if (isMove(edit)) return await move(tx, edit);
      if (isOfClientsChat(message)) return await mirror(tx, edit);
      return message.purpose === 'answer' ? await answer(tx, edit) : await rewrite(tx, edit);
    });
  };

  /** A live location goes on, and no more is made of it than of a hand on a clock. */
  async function move(tx: Tx, edit: Edit): Promise<EditOutcome> {
    const { command, dialog, message, content } = edit;
    await versions.move(tx, message.id, content, command.editedAt);
    const said = copyEdited(dialog, message);
    const goesOn = content.kind === 'location' && content.liveUntil !== undefined;
    const where = { kind: LIVE_LOCATION, subjectId: message.id, destination: said.destination };
    if (goesOn) await outbox.refreshAtLeisure(tx, [where]);
    else await outbox.enqueue(tx, [said], command.cause);
    return { status: 'mirrored' };
  }

  /** The change crosses, behind whatever is on its way to the same place. */
  async function mirror(tx: Tx, edit: Edit): Promise<EditOutcome> {
    const { command, dialog, message, content } = edit;
    await versions.reword(tx, message.id, content, command.editedAt);
    const after =
      message.purpose === 'rating-words' ? { ...dialog, ratingWords: wordsOf(content) } : dialog;
    const changes = [{ before: dialog, after }];
    const said = copyEdited(dialog, message);
    await writer.write(
      tx,
      { changes, events: [eventOf(message)], messages: [said] },
      command.cause,
    );
    return { status: 'mirrored' };
  }

  async function rewrite(tx: Tx, edit: Edit): Promise<EditOutcome> {
    const { command, dialog, message, content } = edit;
    await versions.reword(tx, message.id, content, command.editedAt);
    const isKept = isMarked(command) && message.purpose === 'held';
    // Marked as a note after all: nobody can send it from the question that still stands there.
    if (isKept) await keepHeldInside(tx, edit);
    const args = { messageId: message.id };
    const kept = { destination: await nearMessage(threads, tx, message), name: 'note-kept', args };
    const changes = [{ before: dialog, after: dialog }];
    const consequences = { changes, events: [eventOf(message)], messages: isKept ? [kept] : [] };
    await writer.write(tx, consequences, command.cause);
    return { status: 'rewritten' };
  }

  /** Of an album no part is sent. */
  async function keepHeldInside(tx: Tx, { dialog, message }: Edit): Promise<void> {
    const { mediaGroupId } = message;
    const album = mediaGroupId ? await messages.listAlbum(tx, dialog.id, mediaGroupId) : [message];
    const held = album.filter(({ purpose }) => purpose === 'held');
    await messages.setPurpose(
      tx,
      held.map(({ id }) => id),
      'note',
      null,
    );
  }

  async function answer(tx: Tx, edit: Edit): Promise<EditOutcome> {
    const { command, message } = edit;
    const { delivery } = message;
    if (delivery === 'taking-back' || delivery === 'taken-back')
      return await refuse(tx, edit, 'edit-of-taken-back');
    if (isMarked(command)) return await annotate(tx, edit);
    if (!reachesClient(edit.content, edit.dialog.channel))
      return await refuse(tx, edit, 'edit-not-carried');
    if (neverArrived(message) || delivery === 'unknown') {
      await versions.reword(tx, message.id, edit.content, command.editedAt);
      return await refuse(
        tx,
        edit,
        delivery === 'dropped' ? 'edit-of-dropped' : 'edit-of-undelivered',
      );
    }
    const reached =
      delivery === 'queued' || (await versions.listAtClient([message.id], tx)).length > 0;
    return reached ? mirror(tx, edit) : refuse(tx, edit, 'edit-impossible');
  }

  /** It is to be a note after all, and can be where the client has certainly not got it. */
  async function annotate(tx: Tx, edit: Edit): Promise<EditOutcome> {
    if (isStillInside(edit.message)) return await keepInside(tx, edit);
    const isWithClient = edit.message.delivery === 'delivered';
    return await refuse(
      tx,
      edit,
      isWithClient ? 'edit-too-late-for-note' : 'edit-unknown-for-note',
    );
  }

  /** It has not left: of an album, no part that has not. */
  async function keepInside(tx: Tx, edit: Edit): Promise<EditOutcome> {
    const { command, dialog, message } = edit;
    const { mediaGroupId } = message;
    const album = mediaGroupId ? await messages.listAlbum(tx, dialog.id, mediaGroupId) : [message];
    const inside = album.filter(isStillInside);
    await messages.setPurpose(
      tx,
      inside.map(({ id }) => id),
      'note',
      null,
    );
    const content = withoutStart(edit.content, noteMarkLength(edit.content));
    if (wordsOf(content) !== '') await versions.reword(tx, message.id, content, command.editedAt);
    const lines = await undeliveredLines.overtaken(tx, inside);
    const args = { messageId: message.id };
    const kept = { destination: await nearMessage(threads, tx, message), name: 'note-kept', args };
    const consequences = {
      changes: [{ before: dialog, after: dialog }],
      events: [{ ...eventOf(message), type: 'noted' }, ...lines.events],
      messages: [kept, ...lines.messages],
    };
    await writer.write(tx, consequences, command.cause);
    return { status: 'rewritten' };
  }

  async function refuse(tx: Tx, edit: Edit, name: Refusal): Promise<EditOutcome> {
    const { command, message } = edit;
    const args = { messageId: message.id };
    const messagesToSay = [{ destination: await nearMessage(threads, tx, message), name, args }];
    const events = [{ ...eventOf(message), type: 'edit-refused' }];
    await writer.write(tx, { changes: [], events, messages: messagesToSay }, command.cause);
    return { status: 'not-carried' };
  }
}

function isStillInside(message: DialogMessage): boolean {
  return message.delivery === 'queued' || neverArrived(message);
}

/** A note does not cross, however it moves; and what is a text or a file now is no move. */
function isMove({ message, content }: Edit): boolean {
  const crosses = message.author === 'client' || message.purpose === 'answer';
  return crosses && message.content.kind === 'location' && content.kind === 'location';
}

/** The copy of this message is to show what it says when that leaves. */
export function copyEdited({ id, addressId }: Dialog, message: DialogMessage): NewMessage {
  const to = isOfClientsChat(message) ? threadOf(id) : destination('client', addressId);
  return { destination: to, name: 'copy-edited', args: { messageId: message.id } };
}

function isMarked({ content, asNote }: EditMessage): boolean {
  return asNote || noteMarkLength(content) > 0;
}

function withoutMark(content: Content, { author, purpose }: DialogMessage): Content {
  if (author === 'client' || purpose === 'answer') return content;
  return withoutStart(content, noteMarkLength(content));
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
