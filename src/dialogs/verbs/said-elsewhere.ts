// Something was said to the client past the desk, in the client's own chat: an employee has answered from
// their phone, or their account has greeted by itself. Staff read it in the thread; only the employee's
// own words are an answer.

import type { AddressKey } from '../../clients/index.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Content } from '../content.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { DialogMessage, MessageAddress } from '../message.ts';
import { together } from './album.ts';
import { staffEvent, type VerbDeps } from './deps.ts';
import type { AnswerArrived } from './record-delivery.ts';

export interface SaidElsewhere {
  readonly cause: Cause;
  readonly staff: Staff;
  /** To whom. */
  readonly address: AddressKey;
  readonly at: MessageAddress;
  readonly saidAt: Date;
  readonly content: Content;
  readonly mediaGroupId: string | null;
  readonly replyTo: MessageAddress | null;
  /** Nobody has written it now: a greeting, an «away», something scheduled. */
  readonly byItself: boolean;
}

export interface SaidElsewhereDeps extends VerbDeps {
  readonly answerArrived: AnswerArrived;
  /** The address of a client; null: nobody knows them. */
  readonly findAddress: (tx: Tx, key: AddressKey) => Promise<number | null>;
}

/** `no-dialog`: the client has never asked anything, and the desk has nothing to show it in. */
export type SaidElsewhereOutcome = {
  readonly status: 'repeated' | 'no-dialog' | 'answered' | 'shown';
};

/** It is kept as delivered: the client has it. */
export function createSaidElsewhere(
  deps: SaidElsewhereDeps,
): (command: SaidElsewhere) => Promise<SaidElsewhereOutcome> {
  const { database, dialogs, messages, writer, clock, findAddress, answerArrived } = deps;

  return async (command) =>
    database.inTransaction(async (tx) => {
      const { cause, at, address } = command;
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const known = await messages.findKnown(tx, [at]);
      if (known.size > 0) return { status: 'repeated' };
      const addressId = await findAddress(tx, address);
      const last = addressId === null ? null : await dialogs.lockLast(tx, [addressId]);
      const dialog = last?.get(addressId as number);
      return dialog ? await keep(tx, command, dialog) : { status: 'no-dialog' };
    });

  async function keep(
    tx: Tx,
    command: SaidElsewhere,
    dialog: Dialog,
  ): Promise<SaidElsewhereOutcome> {
    const { cause, byItself, staff } = command;
    const message = await insert(tx, command, dialog);
    const { id: messageId, mediaGroupId } = message;
    const isFirst = !mediaGroupId || (await isFirstOf(tx, message, mediaGroupId));
    const after = byItself ? dialog : await answerArrived(tx, dialog, message, isFirst);
    const type = byItself ? 'said-by-itself' : 'answer-delivered';
    const event = staffEvent(type, dialog.id, staff.id, { messageId, elsewhere: true });
    const said: NewMessage = {
      destination: threadOf(dialog.id),
      name: 'said-elsewhere',
      args: { messageId },
      ...together('album', mediaGroupId, clock.now()),
    };
    const changes = byItself ? [] : [{ before: dialog, after }];
    await writer.write(tx, { changes, events: isFirst ? [event] : [], messages: [said] }, cause);
    return { status: byItself ? 'shown' : 'answered' };
  }

  async function insert(
    tx: Tx,
    { at, replyTo, content, mediaGroupId, staff, byItself }: SaidElsewhere,
    { id: dialogId }: Dialog,
  ): Promise<DialogMessage> {
    const target = replyTo ? await messages.findAt(tx, replyTo) : null;
    const row = {
      ...at,
      dialogId,
      author: 'staff',
      staffId: staff.id,
      purpose: byItself ? 'said-by-itself' : 'answer',
      content,
      mediaGroupId,
      replyToId: target?.dialogId === dialogId ? target.id : null,
      receivedAt: clock.now(),
      delivery: 'delivered',
    } as const;
    const [id] = await messages.insert(tx, [row]);
    await messages.setDelivery(tx, [id as number], 'delivered', null, clock.now());
    return (await messages.get(tx, id as number)) as DialogMessage;
  }

  async function isFirstOf(tx: Tx, { id, dialogId }: DialogMessage, album: string) {
    const parts = await messages.listAlbum(tx, dialogId, album);
    return parts[0]?.id === id;
  }
}
