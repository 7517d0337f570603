// An employee has pressed a button on a card.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { acted } from '../assignment.ts';
import {
  type Action,
  asksForRating,
  type Dialog,
  type Pressed,
  press,
  settlesQuestions,
} from '../dialog.ts';
import { isThreadOfSubject } from '../subject.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from './deps.ts';
import type { NotePrompts } from './note-prompts.ts';
import { type FindStaff, noticeToFormer } from './pass-notice.ts';

/** How long a begun note waits for its words. */
const NOTE_MINUTES = 10;

export interface PressCard {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly dialogId: number;
  readonly action: Action;
  /** The dialog's revision when the button was drawn. */
  readonly revision: number;
}

export type PressOutcome =
  | Pressed
  | NotDone
  /** It cannot be opened again: the client has an open dialog already. */
  | { readonly status: 'another-is-open'; readonly dialogId: number };

const EVENTS: Record<Action, string> = {
  take: 'taken',
  resume: 'resumed',
  call: 'called',
  note: 'note-begun',
  close: 'closed',
  'close-unrated': 'closed',
  reopen: 'reopened',
};

export interface PressCardDeps extends VerbDeps {
  readonly findStaff: FindStaff;
  readonly notePrompts: NotePrompts;
}

/** Anything but `done` has changed nothing. */
export function createPressCard(
  deps: PressCardDeps,
): (command: PressCard) => Promise<PressOutcome> {
  const { dialogs, messages, noteForms, notePrompts, findStaff, writer, clock } = deps;

  return (command) =>
    onDialog<PressOutcome>(deps, command.cause, command.dialogId, async (tx, before) => {
      const { staff, action, revision } = command;
      const pressed = isPossible(before, action)
        ? press(before, { action, revision, staffId: staff.id, now: clock.now() })
        : ({ status: 'no-longer', now: before.status } as const);
      if (pressed.status !== 'done') {
        await writer.redraw(tx, before);
        return pressed;
      }
      const other = action === 'reopen' ? await dialogs.findOtherOpen(tx, before) : null;
      if (other !== null) return { status: 'another-is-open', dialogId: other };
      await carryOut(tx, command, before, acted(pressed.dialog, staff.id, clock.now()));
      return pressed;
    });

  async function carryOut(
    tx: Tx,
    { cause, staff, action }: PressCard,
    before: Dialog,
    after: Dialog,
  ): Promise<void> {
    if (settlesQuestions(action)) await messages.answerQuestions(tx, after.id, clock.now());
    const was = { status: before.status, assigneeId: before.assigneeId };
    const event = staffEvent(EVENTS[action], after.id, staff.id, was);
    const said = await sayings(tx, action, after, staff);
    const passed = before.assigneeId !== null && before.assigneeId !== after.assigneeId;
    const who = { byId: staff.id, toId: staff.id };
    const notices = passed ? await noticeToFormer(findStaff, tx, before, who) : [];
    const changes = [{ before, after }];
    const told = [...said, ...notices];
    await writer.write(tx, { changes, events: [event], messages: told }, cause);
  }

  async function sayings(
    tx: Tx,
    action: Action,
    dialog: Dialog,
    staff: Staff,
  ): Promise<NewMessage[]> {
    const client = destination('client', dialog.addressId);
    if (action === 'take' || action === 'resume') {
      const messageId = await messages.lastOfClient(tx, dialog.id);
      return messageId === null
        ? []
        : [{ destination: client, name: 'seen', args: { messageId }, rank: 'adornment' }];
    }
    if (action === 'note') {
      const form = { dialogId: dialog.id, staffId: staff.id };
      const expiresAt = new Date(clock.now().getTime() + NOTE_MINUTES * 60_000);
      // Pressed twice: the question for the words stands there already.
      const isNew = await noteForms.open(tx, form, expiresAt);
      return isNew ? [await notePrompts.ask(tx, form, expiresAt)] : [];
    }
    // Whether an answer was delivered is known when this comes to be sent: answers go before it.
    return asksForRating(action)
      ? [{ destination: client, name: 'rating-request', args: { dialogId: dialog.id } }]
      : [];
  }
}

/** What a dialog is about that keeps no state of its own has buttons of its own; a note is a note everywhere. */
function isPossible({ channel }: Dialog, action: Action): boolean {
  return action === 'note' || !isThreadOfSubject(channel);
}
