// An employee has pressed a button under the word about one of their messages: send what was held, send
// a note after all, repeat what failed, or say what became of a message that nobody knows about.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Dialog } from '../dialog.ts';
import type { DialogMessage } from '../message.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';
import type { AnswerArrived } from './record-delivery.ts';

export const DECISIONS = ['send-held', 'keep-held', 'send-note', 'repeat', 'arrived'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface DecideMessage {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly messageId: number;
  readonly decision: Decision;
}

export type DecideOutcome =
  | NotDone
  | { readonly status: 'done' }
  | { readonly status: 'no-longer' };

/** From which state of a message each decision leads on; from any other it is too late. */
function mayDecide(decision: Decision, message: DialogMessage): boolean {
  switch (decision) {
    case 'send-held':
    case 'keep-held':
      return message.purpose === 'held';
    case 'send-note':
      return message.purpose === 'note' && message.content.kind !== 'unsupported';
    case 'repeat':
      return (
        message.purpose === 'answer' &&
        (message.delivery === 'failed' || message.delivery === 'unknown')
      );
    case 'arrived':
      return message.purpose === 'answer' && message.delivery === 'unknown';
  }
}

const EVENTS: Record<Decision, string> = {
  'send-held': 'late-answer-sent',
  'keep-held': 'late-answer-kept',
  'send-note': 'note-sent',
  repeat: 'answer-repeated',
  arrived: 'answer-confirmed',
};

export interface DecideDeps extends VerbDeps {
  readonly answerArrived: AnswerArrived;
}

export function createDecideMessage(
  deps: DecideDeps,
): (command: DecideMessage) => Promise<DecideOutcome> {
  const { database, messages, writer, clock, answerArrived } = deps;

  return async (command) => {
    const found = await messages.list([command.messageId]);
    const dialogId = found.get(command.messageId)?.dialogId ?? 0;
    return onDialog<DecideOutcome>(
      { ...deps, database },
      command.cause,
      dialogId,
      async (tx, dialog) => {
        const message = await messages.get(tx, command.messageId);
        if (!message || !mayDecide(command.decision, message)) return { status: 'no-longer' };
        await carryOut(tx, command, dialog, message);
        return { status: 'done' };
      },
    );
  };

  async function carryOut(
    tx: Tx,
    command: DecideMessage,
    before: Dialog,
    message: DialogMessage,
  ): Promise<void> {
    const { decision, staff, cause } = command;
    const event = {
      type: EVENTS[decision],
      subject: 'dialog',
      subjectId: before.id,
      actor: 'staff',
      actorId: staff.id,
      data: { messageId: message.id },
    } as const;
    const after = await applied(tx, command, before, message);
    const said: NewMessage[] = sends(decision)
      ? [
          {
            destination: destination('client', before.addressId),
            name: 'answer',
            args: { messageId: message.id },
          },
        ]
      : [];
    await writer.write(
      tx,
      { changes: [{ before, after }], events: [event], messages: said },
      cause,
    );
  }

  async function applied(
    tx: Tx,
    { decision }: DecideMessage,
    before: Dialog,
    message: DialogMessage,
  ): Promise<Dialog> {
    switch (decision) {
      case 'keep-held':
        await messages.setPurpose(tx, message.id, 'note', null);
        return before;
      case 'arrived':
        await messages.setDelivery(tx, [message.id], 'delivered', null, clock.now());
        return answerArrived(tx, before, message);
      case 'send-held':
      case 'send-note':
        await messages.setPurpose(tx, message.id, 'answer', 'queued');
        // Whoever agreed once to write into a closed dialog is not asked again until it opens.
        return before.status === 'closed' ? { ...before, lateWritingAt: clock.now() } : before;
      case 'repeat':
        await messages.setDelivery(tx, [message.id], 'queued', null, clock.now());
        return before;
    }
  }
}

function sends(decision: Decision): boolean {
  return decision === 'send-held' || decision === 'send-note' || decision === 'repeat';
}
