// An employee has written in a dialog's thread: an answer to the client, unless it is a note. Where
// there is doubt it is a note: no word meant for a colleague ever reaches a client.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { acted } from '../assignment.ts';
import type { AssignmentRepository } from '../assignment-repository.ts';
import { meantBy } from '../content/meant.ts';
import { kindNameOf, reachesClient } from '../content/told.ts';
import { type Content, noteMarkLength, withoutStart } from '../content.ts';
import { type Dialog, noteWritten } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { DialogMessage, MessageAddress, Purpose } from '../message.ts';
import { EMPTY_NOTE, type NoteForm } from '../note-form-repository.ts';
import { together } from './album.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from './deps.ts';
import { createGoesOnInside } from './goes-on-inside.ts';
import type { NotePrompts } from './note-prompts.ts';
import type { OthersDialog, Told } from './others-dialog.ts';
import { passNotice } from './pass-notice.ts';

export interface StaffMessage {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly dialogId: number;
  readonly at: MessageAddress;
  /** When it was written, by the channel's clock. */
  readonly saidAt: Date;
  readonly content: Content;
  readonly mediaGroupId: string | null;
  readonly replyTo: RepliedTo | null;
  /** When words were first said that are forwarded, and whose author does not tell for whom; else null. */
  readonly firstSaidAt: Date | null;
  /** It came with `/note`, or speaks to somebody of us. */
  readonly asNote: boolean;
}

export interface RepliedTo extends MessageAddress {
  /** Who wrote it: a person, or the bot (null). */
  readonly byUserId: number | null;
  /** It stands in another chat: nothing is known of it but what is kept. */
  readonly outside?: true;
}

export type StaffMessageOutcome =
  | NotDone
  | { readonly status: 'answer' | 'note' | 'held' | 'not-carried' | 'empty-note' };

type StaffPurpose = Extract<Purpose, 'answer' | 'note' | 'held'>;

/** All that decides what a message is for. */
interface Circumstances {
  readonly message: StaffMessage;
  readonly dialog: Dialog;
  /** The kept message that it replies to. */
  readonly target: DialogMessage | null;
  /** The parts of the same album that came before. */
  readonly siblings: readonly DialogMessage[];
  /** Its author had begun a note. */
  readonly begun: boolean;
  /** It replies to what is kept nowhere and is not the card: the bot's words to staff, a command, a stranger's. */
  readonly amongOurselves: boolean;
}

/** Why a message is not sent before somebody agrees. */
type Question =
  | { readonly kind: 'late' }
  /** A colleague has the dialog. */
  | { readonly kind: 'other'; readonly holderId: number }
  /** It is a further part of an album that was asked about. */
  | { readonly kind: 'asked' };

export interface StaffMessageDeps extends VerbDeps {
  readonly notePrompts: NotePrompts;
  readonly others: OthersDialog;
  readonly assignments: Pick<AssignmentRepository, 'transferAt'>;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
}

const EVENTS: Record<StaffPurpose, string> = {
  answer: 'answer-written',
  note: 'noted',
  held: 'late-answer-held',
};

/**
 * Resolves with what the message was taken for; whatever it is, it is kept, but for a note without
 * words.
 */
export function createStaffMessage(
  deps: StaffMessageDeps,
): (message: StaffMessage) => Promise<StaffMessageOutcome> {
  const { messages, noteForms, notePrompts, others, assignments, findStaff, writer, clock } = deps;
  const goesOnInside = createGoesOnInside(deps);

  return (message) =>
    onDialog<StaffMessageOutcome>(deps, message.cause, message.dialogId, async (tx, dialog) => {
      const known = await messages.findKnown(tx, [message.at]);
      if (known.size > 0) return { status: 'repeated' };
      const mark = noteMarkLength(message.content);
      const content = withoutStart(message.content, mark);
      if (content.kind === 'text' && content.text === '') return await emptyNote(tx, message);
      const circumstances = await gather(tx, message, dialog);
      if (mark > 0 || isNote(circumstances) || (await goesOnInside(tx, message, dialog))) {
        return await keep(tx, circumstances, content, 'note');
      }
      if (!reachesClient(content, dialog.channel))
        return await notCarried(tx, circumstances, content);
      const question = await questionAbout(tx, circumstances);
      return await keep(tx, circumstances, content, question ? 'held' : 'answer', question);
    });

  /** What is to be asked before the message leaves; null: nothing. */
  async function questionAbout(
    tx: Tx,
    { dialog, siblings, message }: Circumstances,
  ): Promise<Question | null> {
    if (siblings.some(({ purpose }) => purpose === 'held')) return { kind: 'asked' };
    // Into a closed dialog nothing goes before somebody has agreed once.
    if (dialog.status === 'closed') return dialog.lateWritingAt === null ? { kind: 'late' } : null;
    // An album that has begun to leave is not torn.
    if (siblings.some(({ purpose }) => purpose === 'answer')) return null;
    const holder = await others.holderToAskAbout(tx, dialog, message.staff.id);
    return holder && { kind: 'other', holderId: holder.id };
  }

  async function gather(tx: Tx, message: StaffMessage, dialog: Dialog): Promise<Circumstances> {
    const { replyTo, mediaGroupId, saidAt } = message;
    const form = formOf({ message, dialog });
    const here = replyTo ? await messages.findAllAt(tx, replyTo) : [];
    const target = meantBy(here, message.content.quote);
    const isUnkept = replyTo !== null && !replyTo.outside && target === null;
    const toTheBot = isUnkept && replyTo.byUserId === null;
    const card = toTheBot ? await writer.cardMessage(tx, dialog) : null;
    return {
      message,
      dialog,
      target,
      amongOurselves: isUnkept && !(toTheBot && replyTo.messageId === card),
      siblings: mediaGroupId ? await messages.listAlbum(tx, dialog.id, mediaGroupId) : [],
      begun: (await noteForms.end(tx, form)) || (await noteForms.ranOutAfter(tx, form, saidAt)),
    };
  }

  async function keep(
    tx: Tx,
    circumstances: Circumstances,
    content: Content,
    purpose: StaffPurpose,
    question: Question | null = null,
  ): Promise<StaffMessageOutcome> {
    const { message, dialog, siblings, begun } = circumstances;
    if (purpose === 'note') await keepInside(tx, siblings);
    const messageId = await insert(tx, circumstances, content, purpose);
    // An album is one thing to the log and to the thread, however many parts it has.
    const isFirst = !siblings.some((part) => part.purpose === purpose);
    const after = acted(begun ? noteWritten(dialog) : dialog, message.staff.id, clock.now());
    const { type, data } = eventOf(purpose, question, messageId);
    const events = [staffEvent(type, dialog.id, message.staff.id, data)];
    const told = await alsoTold(tx, circumstances, purpose, messageId);
    await writer.write(
      tx,
      {
        changes: [{ before: dialog, after }],
        events: isFirst ? [...events, ...told.events] : [],
        messages: [
          ...sayings(circumstances, purpose, messageId, isFirst ? question : { kind: 'asked' }),
          ...(begun ? await notePrompts.over(tx, formOf(circumstances), clock.now()) : []),
          ...told.messages,
        ],
      },
      message.cause,
    );
    return { status: purpose };
  }

  /** A colleague who answers here too, or who is handed the dialog and is to read this word. */
  async function alsoTold(
    tx: Tx,
    { message: { staff, replyTo }, dialog, amongOurselves }: Circumstances,
    purpose: StaffPurpose,
    messageId: number,
  ): Promise<Told> {
    if (purpose === 'answer') return others.tellWriters(tx, dialog.id, staff.id);
    const asked = purpose === 'note' && amongOurselves && replyTo;
    const transfer = asked ? await assignments.transferAt(tx, placeOf(replyTo)) : null;
    if (transfer?.byId !== staff.id || transfer.toId === staff.id)
      return { events: [], messages: [] };
    const to = await findStaff([transfer.toId], tx);
    const facts = { byId: staff.id, wordId: messageId };
    return { events: [], messages: to.map((one) => passNotice('word', dialog.id, one, facts)) };
  }

  /** One part of an album that is a note makes a note of those that have not left yet. */
  async function keepInside(tx: Tx, siblings: readonly DialogMessage[]): Promise<void> {
    const ids = siblings.filter(({ delivery }) => delivery !== 'delivered').map(({ id }) => id);
    if (ids.length > 0) await messages.setPurpose(tx, ids, 'note', null);
  }

  async function insert(
    tx: Tx,
    { message, dialog, target }: Circumstances,
    content: Content,
    purpose: StaffPurpose,
  ): Promise<number> {
    const { at, staff, mediaGroupId } = message;
    const row = {
      ...at,
      dialogId: dialog.id,
      author: 'staff',
      staffId: staff.id,
      purpose,
      content,
      mediaGroupId,
      // What a client said in an earlier dialog stands in the same chat, and can be pointed at.
      replyToId: target?.dialogId === dialog.id || target?.author === 'client' ? target.id : null,
      receivedAt: message.saidAt,
      delivery: purpose === 'answer' ? 'queued' : null,
    } as const;
    const [id] = await messages.insert(tx, [row]);
    return id as number;
  }

  /** A note and a question are told with the first part of an album (`asked`: this is a further one). */
  function sayings(
    { dialog, message: { mediaGroupId } }: Circumstances,
    purpose: StaffPurpose,
    messageId: number,
    question: Question | null,
  ): NewMessage[] {
    const args = { messageId };
    if (purpose === 'answer') {
      const client = destination('client', dialog.addressId);
      const album = together('album', mediaGroupId, clock.now());
      return [{ destination: client, name: 'answer', args, ...album }];
    }
    if (question?.kind === 'asked') return [];
    const thread = { destination: threadOf(dialog.id) };
    if (purpose === 'note') return [{ ...thread, name: 'note-kept', args }];
    if (question?.kind !== 'other') return [{ ...thread, name: 'ask-late', args }];
    return [{ ...thread, name: 'ask-other', args: { ...args, staffId: question.holderId } }];
  }

  /** It stays with staff, and they are told so. */
  async function notCarried(
    tx: Tx,
    circumstances: Circumstances,
    content: Content,
  ): Promise<StaffMessageOutcome> {
    const { message, dialog } = circumstances;
    const messageId = await insert(tx, circumstances, content, 'note');
    const data = { messageId, type: kindNameOf(content) };
    const events = [staffEvent('not-carried', dialog.id, message.staff.id, data)];
    const said = { name: 'not-carried-to-client', args: { messageId } } as const;
    const messages = [{ destination: threadOf(dialog.id), ...said }];
    await writer.write(tx, { changes: [], events, messages }, message.cause);
    return { status: 'not-carried' };
  }

  async function emptyNote(tx: Tx, { cause, dialogId, staff, at }: StaffMessage) {
    const args = { replyTo: at.messageId };
    const messages = [{ destination: threadOf(dialogId), name: 'note-empty', args }];
    const events = [staffEvent(EMPTY_NOTE, dialogId, staff.id)];
    await writer.write(tx, { changes: [], events, messages }, cause);
    return { status: 'empty-note' } as const;
  }
}

function formOf({ message, dialog }: Pick<Circumstances, 'message' | 'dialog'>): NoteForm {
  return { dialogId: dialog.id, staffId: message.staff.id };
}

/** How the log calls it. */
function eventOf(purpose: StaffPurpose, question: Question | null, messageId: number) {
  const data = { messageId };
  if (question?.kind !== 'other') return { type: EVENTS[purpose], data };
  return { type: 'answer-held', data: { ...data, holder: question.holderId } };
}

function placeOf({ chatId, messageId }: MessageAddress): MessageAddress {
  return { chatId, messageId };
}

function isNote(circumstances: Circumstances): boolean {
  const { message, siblings, begun, amongOurselves } = circumstances;
  return (
    begun ||
    message.asNote ||
    amongOurselves ||
    repliesToColleague(circumstances) ||
    siblings.some(({ purpose }) => purpose === 'note')
  );
}

function repliesToColleague({ message: { staff }, target }: Circumstances): boolean {
  if (target?.purpose === 'note') return true;
  return target?.author === 'staff' && target.staffId !== staff.id;
}
