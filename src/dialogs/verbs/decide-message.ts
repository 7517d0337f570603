// An employee has pressed a button under the word about one of their messages: send what was held, send
// a note after all, repeat what failed, or say what became of a message that nobody knows about.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { acted } from '../assignment.ts';
import { reachesClient } from '../content/told.ts';
import type { Dialog } from '../dialog.ts';
import type { DialogMessage } from '../message.ts';
import type { Overtaken, UndeliveredLines } from '../undelivered-lines/lines.ts';
import { together } from './album.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from './deps.ts';
import { copyEdited } from './edit-message.ts';
import type { OthersDialog, Told } from './others-dialog.ts';
import type { AnswerArrived } from './record-delivery.ts';

export const DECISIONS = [
  'send-held',
  'keep-held',
  'send-note',
  'repeat',
  'arrived',
  'repeat-edit',
] as const;
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
  /** `givenUp`: somebody has taken it out of what did not arrive. */
  | { readonly status: 'no-longer'; readonly givenUp: boolean };

/** From which state of a message each decision leads on; from any other it is too late. */
function mayDecide(
  decision: Decision,
  message: DialogMessage,
  { channel }: Pick<Dialog, 'channel'>,
): boolean {
  switch (decision) {
    case 'send-held':
    case 'keep-held':
      return message.purpose === 'held';
    case 'send-note':
      return message.purpose === 'note' && reachesClient(message.content, channel);
    case 'repeat':
      return (
        message.purpose === 'answer' &&
        (message.delivery === 'failed' || message.delivery === 'unknown')
      );
    case 'arrived':
      return message.purpose === 'answer' && message.delivery === 'unknown';
    case 'repeat-edit':
      return message.purpose === 'answer' && message.delivery === 'delivered';
  }
}

const EVENTS: Record<Decision, string> = {
  'send-held': 'late-answer-sent',
  'keep-held': 'late-answer-kept',
  'send-note': 'note-sent',
  repeat: 'answer-repeated',
  arrived: 'answer-confirmed',
  'repeat-edit': 'edit-repeated',
};

/** What leaves for the client by it: the message, or what was changed in it since. */
const SENDS: Record<Decision, 'answer' | 'copy-edited' | null> = {
  'send-held': 'answer',
  'keep-held': null,
  'send-note': 'answer',
  repeat: 'answer',
  arrived: null,
  'repeat-edit': 'copy-edited',
};

export interface DecideDeps extends VerbDeps {
  readonly answerArrived: AnswerArrived;
  readonly others: OthersDialog;
  readonly undeliveredLines: Pick<UndeliveredLines, 'overtaken'>;
}

/** `no-longer`: somebody has decided before. Of an album all parts that can be are decided about. */
export function createDecideMessage(
  deps: DecideDeps,
): (command: DecideMessage) => Promise<DecideOutcome> {
  const { messages, writer, clock, answerArrived, others, undeliveredLines } = deps;

  return async (command) => {
    const found = await messages.list([command.messageId]);
    const dialogId = found.get(command.messageId)?.dialogId ?? 0;
    return onDialog<DecideOutcome>(deps, command.cause, dialogId, async (tx, dialog) => {
      const parts = await partsOf(tx, command);
      const decided = parts.filter((part) => mayDecide(command.decision, part, dialog));
      if (decided.length === 0) {
        const givenUp = parts.some(({ delivery }) => delivery === 'dropped');
        return { status: 'no-longer', givenUp };
      }
      await carryOut(tx, command, dialog, decided);
      return { status: 'done' };
    });
  };

  /**
   * The message; of an album, all of it: it is decided about as one. Whoever agrees to send what was held
   * agrees for what its author has written since, too: they are asked once.
   */
  async function partsOf(
    tx: Tx,
    { messageId, decision }: DecideMessage,
  ): Promise<readonly DialogMessage[]> {
    const message = await messages.get(tx, messageId);
    if (!message) return [];
    const album = message.mediaGroupId
      ? await messages.listAlbum(tx, message.dialogId, message.mediaGroupId)
      : [message];
    if (decision !== 'send-held') return album;
    const later = await messages.listHeldSince(tx, message);
    const known = new Set(album.map(({ id }) => id));
    return [...album, ...later.filter(({ id }) => !known.has(id))].sort((a, b) => a.id - b.id);
  }

  async function carryOut(
    tx: Tx,
    { decision, staff, cause, messageId }: DecideMessage,
    before: Dialog,
    parts: readonly DialogMessage[],
  ): Promise<void> {
    const applying = await applied(tx, decision, before, parts);
    const after = acted(applying, staff.id, clock.now());
    const told = await agreed(tx, decision, before, parts);
    const isAboutDelivery = decision === 'repeat' || decision === 'arrived';
    const lines = await undeliveredLines.overtaken(tx, isAboutDelivery ? parts : []);
    const event = staffEvent(EVENTS[decision], before.id, staff.id, { messageId });
    await writer.write(
      tx,
      {
        changes: [{ before, after }],
        events: [event, ...told.events, ...lines.events],
        messages: [...leaving(decision, before, parts, lines), ...told.messages, ...lines.messages],
      },
      cause,
    );
  }

  function leaving(
    decision: Decision,
    dialog: Dialog,
    parts: readonly DialogMessage[],
    lines: Overtaken,
  ): NewMessage[] {
    const name = SENDS[decision];
    if (name === null) return [];
    if (name === 'copy-edited') return parts.map((part) => copyEdited(dialog, part));
    return parts.map((part) => answerOf(dialog, part, lines));
  }

  /** Whoever writes in a colleague's dialog is not asked again; both are told that both do. */
  async function agreed(
    tx: Tx,
    decision: Decision,
    dialog: Dialog,
    [first]: readonly DialogMessage[],
  ): Promise<Told> {
    const nothing = { events: [], messages: [] };
    const writerId = first?.staffId ?? null;
    if (decision !== 'send-held' || dialog.status === 'closed' || writerId === null) return nothing;
    await others.agree(tx, dialog, writerId);
    return others.tellWriters(tx, dialog.id, writerId);
  }

  function answerOf(
    { addressId }: Dialog,
    part: DialogMessage,
    { carried }: Overtaken,
  ): NewMessage {
    const album = together('album', part.mediaGroupId, clock.now());
    const args = { messageId: part.id, ...carried(part.id) };
    return { destination: destination('client', addressId), name: 'answer', args, ...album };
  }

  async function applied(
    tx: Tx,
    decision: Decision,
    before: Dialog,
    parts: readonly DialogMessage[],
  ): Promise<Dialog> {
    const ids = parts.map(({ id }) => id);
    switch (decision) {
      case 'keep-held':
        await messages.setPurpose(tx, ids, 'note', null);
        return before;
      case 'arrived': {
        await messages.setDelivery(tx, ids, 'delivered', null, clock.now());
        let dialog = before;
        for (const part of parts) dialog = await answerArrived(tx, dialog, part);
        return dialog;
      }
      case 'send-held':
      case 'send-note':
        await messages.setPurpose(tx, ids, 'answer', 'queued');
        // Whoever agreed once to write into a closed dialog is not asked again until it opens.
        return before.status === 'closed' ? { ...before, lateWritingAt: clock.now() } : before;
      case 'repeat-edit':
        return before;
      case 'repeat':
        await messages.setDelivery(tx, ids, 'queued', null, clock.now());
        return before;
    }
  }
}
