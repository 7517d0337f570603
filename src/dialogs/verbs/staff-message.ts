// An employee has written in a dialog's thread: an answer to the client, unless it is a note. Where
// there is doubt it is a note: no word meant for a colleague ever reaches a client.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { type Content, noteMarkLength, withoutStart } from '../content.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { DialogMessage, MessageAddress, Purpose } from '../message.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';
import { ALBUM_GAP_MS } from './receive-message.ts';

export interface StaffMessage {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly dialogId: number;
  readonly at: MessageAddress;
  readonly content: Content;
  readonly mediaGroupId: string | null;
  /** What it replies to, and who wrote that: an employee, or the bot (null). */
  readonly replyTo: (MessageAddress & { readonly byUserId: number | null }) | null;
  /** It came with `/note`. */
  readonly asNote: boolean;
}

export type StaffMessageOutcome =
  | NotDone
  | { readonly status: 'answer' | 'note' | 'held' | 'not-carried' };

type Decision = {
  readonly purpose: Extract<Purpose, 'answer' | 'note' | 'held'>;
  readonly content: Content;
};

export function createStaffMessage(
  deps: VerbDeps,
): (message: StaffMessage) => Promise<StaffMessageOutcome> {
  const { messages, noteForms, writer, clock } = deps;

  return (message) =>
    onDialog<StaffMessageOutcome>(deps, message.cause, message.dialogId, async (tx, dialog) => {
      const known = await messages.findKnown(tx, [message.at]);
      if (known.size > 0) return { status: 'repeated' };
      const target = message.replyTo ? await messages.findAt(tx, message.replyTo) : null;
      const decision = await decide(tx, message, dialog, target);
      if (decision.content.kind === 'unsupported' && decision.purpose !== 'note') {
        return await notCarried(tx, message, dialog);
      }
      const replyToId = target?.dialogId === dialog.id ? target.id : null;
      await keep(tx, message, dialog, decision, replyToId);
      return { status: decision.purpose };
    });

  async function decide(
    tx: Tx,
    message: StaffMessage,
    dialog: Dialog,
    target: DialogMessage | null,
  ): Promise<Decision> {
    const begun = await noteForms.end(
      tx,
      { dialogId: dialog.id, staffId: message.staff.id },
      clock.now(),
    );
    const mark = noteMarkLength(message.content);
    const content = withoutStart(message.content, mark);
    const note =
      begun ||
      message.asNote ||
      mark > 0 ||
      repliesToColleague(message, target) ||
      (await albumHasNote(tx, message, dialog));
    if (note) return { purpose: 'note', content };
    return {
      purpose: dialog.status === 'closed' && !dialog.lateWritingAt ? 'held' : 'answer',
      content,
    };
  }

  /** One part of an album that is a note makes all of it a note. */
  async function albumHasNote(
    tx: Tx,
    { mediaGroupId }: StaffMessage,
    dialog: Dialog,
  ): Promise<boolean> {
    return mediaGroupId !== null && (await messages.albumHas(tx, dialog.id, mediaGroupId, 'note'));
  }

  async function keep(
    tx: Tx,
    message: StaffMessage,
    dialog: Dialog,
    { purpose, content }: Decision,
    replyToId: number | null,
  ): Promise<void> {
    const { staff, at, mediaGroupId } = message;
    if (purpose === 'note' && mediaGroupId)
      await messages.turnAlbumIntoNote(tx, dialog.id, mediaGroupId);
    const [messageId] = await messages.insert(tx, [
      {
        ...at,
        dialogId: dialog.id,
        author: 'staff',
        staffId: staff.id,
        purpose,
        content,
        mediaGroupId,
        replyToId,
        receivedAt: clock.now(),
        delivery: purpose === 'answer' ? 'queued' : null,
      },
    ]);
    const event = staffEvent(EVENTS[purpose], dialog, staff, { messageId: messageId as number });
    const said = sayings(dialog, purpose, messageId as number, mediaGroupId);
    await writer.write(
      tx,
      { changes: [{ before: dialog, after: dialog }], events: [event], messages: said },
      message.cause,
    );
  }

  function sayings(
    dialog: Dialog,
    purpose: Decision['purpose'],
    messageId: number,
    album: string | null,
  ): NewMessage[] {
    const together = album
      ? { groupKey: album, notBefore: new Date(clock.now().getTime() + ALBUM_GAP_MS) }
      : {};
    const args = { messageId };
    if (purpose === 'answer') {
      return [
        { destination: destination('client', dialog.addressId), name: 'answer', args, ...together },
      ];
    }
    return [
      {
        destination: threadOf(dialog.id),
        name: purpose === 'note' ? 'note-kept' : 'ask-late',
        args,
        ...together,
      },
    ];
  }

  async function notCarried(
    tx: Tx,
    { content, cause, staff }: StaffMessage,
    dialog: Dialog,
  ): Promise<StaffMessageOutcome> {
    const type = content.kind === 'unsupported' ? content.type : content.kind;
    const message = {
      destination: threadOf(dialog.id),
      name: 'not-carried-to-client',
      args: { type },
    } as const;
    const event = staffEvent('not-carried', dialog, staff, { type });
    await writer.write(tx, { changes: [], events: [event], messages: [message] }, cause);
    return { status: 'not-carried' };
  }
}

const EVENTS: Record<Decision['purpose'], string> = {
  answer: 'answer-written',
  note: 'noted',
  held: 'late-answer-held',
};

function repliesToColleague(
  { replyTo, staff }: StaffMessage,
  target: DialogMessage | null,
): boolean {
  if (target?.purpose === 'note') return true;
  if (target?.author === 'staff') return target.staffId !== staff.id;
  return replyTo !== null && replyTo.byUserId !== null && replyTo.byUserId !== staff.userId;
}

function staffEvent(
  type: string,
  dialog: Dialog,
  staff: Staff,
  data: NonNullable<NewEvent['data']>,
): NewEvent {
  return { type, subject: 'dialog', subjectId: dialog.id, actor: 'staff', actorId: staff.id, data };
}
