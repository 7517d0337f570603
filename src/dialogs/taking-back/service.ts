// An employee takes an answer back: the client has it no more, or never gets it. The words stay in the
// thread and in the history. An album is one thing to both sides and is taken back whole.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type Destination, destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { DialogMessage, MessageAddress } from '../message.ts';
import type { UndeliveredLines } from '../undelivered-lines/lines.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from '../verbs/deps.ts';
import type { VersionRepository } from '../version-repository.ts';
import { type LeftThreads, nearMessage } from '../whereabouts.ts';
import { type Judgement, judgeTakingBack, type Refusal } from './judge.ts';
import type { TakingBackRepository } from './repository.ts';

export interface TakeBack {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly dialogId: number;
  /** The message in the thread that is meant; null: none was pointed at. */
  readonly which: MessageAddress | 'last-answer' | null;
  /** The command, which a refusal answers in the thread; null: a button, which is answered otherwise. */
  readonly commandId: number | null;
}

export type TakeBackOutcome =
  | NotDone
  | { readonly status: 'refused'; readonly why: Refusal }
  | { readonly status: 'never-sent' | 'take-back' };

export interface TakeBackDeps extends Omit<VerbDeps, 'noteForms'> {
  readonly versions: VersionRepository;
  readonly takingBack: TakingBackRepository;
  readonly threads: LeftThreads;
  readonly undeliveredLines: Pick<UndeliveredLines, 'overtaken'>;
}

/** Where it is told what came of it, and the message that this answers. */
export interface Near {
  readonly where: Destination;
  readonly replyTo?: number;
}

export type TakingBackService = ReturnType<typeof createTakingBackService>;

/** Rights and states are judged in the transaction; whatever comes of it is said in the thread. */
export function createTakingBackService(deps: TakeBackDeps) {
  const { database, messages, versions, takingBack, threads, writer, clock, undeliveredLines } =
    deps;

  function takeBack(command: TakeBack): Promise<TakeBackOutcome> {
    const { cause, dialogId, staff } = command;
    return onDialog<TakeBackOutcome>(deps, cause, dialogId, async (tx, dialog) => {
      const message = await find(tx, command);
      const copies = message ? await versions.listAtClient([message.id], tx) : [];
      const hasCopy = copies.length > 0;
      const verdict = judgeTakingBack(message, { staff, hasCopy, now: clock.now() });
      const near = await nearOf(tx, command, message);
      if (!message || verdict.status === 'refused') return await refuse(tx, command, verdict, near);
      const parts = await partsOf(tx, message);
      if (verdict.status === 'never-sent') await keepInside(tx, command, parts, near);
      else await send(tx, command, dialog, parts, near);
      return verdict;
    });
  }

  /** The dialog of what stands at this place, whichever thread that is in; null: nothing that is kept. */
  async function dialogOf(at: MessageAddress): Promise<number | null> {
    return (await messages.findAt(database.prisma, at))?.dialogId ?? null;
  }

  /** Of this very dialog: a reply may point into another one. */
  async function find(tx: Tx, { which, dialogId }: TakeBack): Promise<DialogMessage | null> {
    if (which === null) return null;
    if (which === 'last-answer') {
      const id = await takingBack.lastAnswer(tx, dialogId);
      return id === null ? null : messages.get(tx, id);
    }
    const found = await messages.findAt(tx, which);
    return found?.dialogId === dialogId ? found : null;
  }

  /** Where somebody asks for it, they read what comes of it; a button stands in the dialog's thread. */
  async function nearOf(
    tx: Tx,
    { which, dialogId }: TakeBack,
    message: DialogMessage | null,
  ): Promise<Near> {
    if (which === null || which === 'last-answer') return { where: threadOf(dialogId) };
    const { chatId, messageId: replyTo } = which;
    const where = message
      ? await nearMessage(threads, tx, { ...message, chatId })
      : threadOf(dialogId);
    return { where, replyTo };
  }

  async function partsOf(tx: Tx, message: DialogMessage): Promise<readonly DialogMessage[]> {
    if (!message.mediaGroupId) return [message];
    const album = await messages.listAlbum(tx, message.dialogId, message.mediaGroupId);
    return album.filter(({ delivery }) => delivery !== 'taken-back');
  }

  async function refuse(
    tx: Tx,
    { cause, commandId }: TakeBack,
    verdict: Judgement,
    { where }: Near,
  ): Promise<TakeBackOutcome> {
    const why = verdict.status === 'refused' ? verdict.why : 'usage';
    const args = { replyTo: commandId, why };
    const word = { destination: where, name: 'take-back-refused', args };
    // A press is answered where it was made.
    const said = commandId === null ? [] : [word];
    await writer.write(tx, { changes: [], events: [], messages: said }, cause);
    return { status: 'refused', why };
  }

  async function keepInside(
    tx: Tx,
    { cause, staff, dialogId }: TakeBack,
    parts: readonly DialogMessage[],
    { where, ...answering }: Near,
  ): Promise<void> {
    const ids = parts.map(({ id }) => id);
    const held = parts.filter(({ purpose }) => purpose === 'held').map(({ id }) => id);
    if (held.length > 0) await messages.setPurpose(tx, held, 'note', null);
    const failed = ids.filter((id) => !held.includes(id));
    if (failed.length > 0) await messages.setDelivery(tx, failed, 'taken-back', null, clock.now());
    const args = { messageId: ids[0] as number, arrived: false, ...answering };
    const lines = await undeliveredLines.overtaken(tx, parts);
    const said = [{ destination: where, name: 'taken-back', args }, ...lines.messages];
    const events = [
      staffEvent('answer-taken-back', dialogId, staff.id, { messageId: args.messageId }),
      ...lines.events,
    ];
    await writer.write(tx, { changes: [], events, messages: said }, cause);
  }

  /** Behind the answer itself, if that has not left: then it never will. */
  async function send(
    tx: Tx,
    { cause, staff, dialogId }: TakeBack,
    { addressId }: Dialog,
    parts: readonly DialogMessage[],
    near: Near,
  ): Promise<void> {
    const ids = parts.map(({ id }) => id);
    await messages.setDelivery(tx, ids, 'taking-back', null, clock.now());
    const args = { messageIds: ids, dialogId, staffId: staff.id, ...near };
    const order: NewMessage = {
      destination: destination('client', addressId),
      name: 'take-back',
      args,
    };
    const [messageId] = ids;
    const events = [
      staffEvent('take-back-asked', dialogId, staff.id, { messageId: messageId as number }),
    ];
    await writer.write(tx, { changes: [], events, messages: [order] }, cause);
  }

  return { takeBack, dialogOf };
}
