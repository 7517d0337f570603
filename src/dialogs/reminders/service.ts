// «Напомнить через…»: asked for, taken back, and said once when it is due, also of a closed dialog: who
// wants to look again after closing asks for just that. Clients see none of it.

import type { Cause } from '../../platform/cause.ts';
import type { NewEvent } from '../../platform/events.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import { mayManageStaff, type Staff } from '../../staff/staff.ts';
import { threadOf } from '../dialog-writer.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from '../verbs/deps.ts';
import type { Reminder, ReminderRepository } from './repository.ts';

export interface ReminderServiceDeps
  extends Pick<VerbDeps, 'database' | 'dialogs' | 'clock' | 'writer'> {
  readonly reminders: ReminderRepository;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
}

export interface SetReminder {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly dialogId: number;
  /** To the minute. */
  readonly dueAt: Date;
  readonly words: string | null;
}

export type SetOutcome = NotDone | { readonly status: 'set' | 'set-already' };

export interface CancelReminder {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly reminderId: number;
}

/** `over`: it was said or cancelled before. */
export type CancelOutcome = NotDone | { readonly status: 'cancelled' | 'over' | 'not-yours' };

export type ReminderService = ReturnType<typeof createReminderService>;

/** The verbs on reminders; each settles its cause, and its card shows what is to come. */
export function createReminderService(deps: ReminderServiceDeps) {
  const { reminders, writer, clock, findStaff } = deps;

  async function set({ cause, staff, dialogId, dueAt, words }: SetReminder): Promise<SetOutcome> {
    return onDialog<SetOutcome>(deps, cause, dialogId, async (tx, dialog) => {
      const reminder = { dialogId, staffId: staff.id, dueAt, words };
      const reminderId = await reminders.insert(tx, reminder, clock.now());
      if (reminderId === null) return { status: 'set-already' };
      const data = { reminderId, dueAt: dueAt.toISOString() };
      const event = staffEvent('reminder-set', dialogId, staff.id, data);
      const said = { destination: threadOf(dialogId), name: 'reminder-set', args: { reminderId } };
      await writer.write(tx, { changes: [], events: [event], messages: [said] }, cause);
      await writer.redraw(tx, dialog);
      return { status: 'set' };
    });
  }

  /** Whoever asked for it may take it back, and so may supervisors; that of somebody who left, anybody. */
  async function cancel({ cause, staff, reminderId }: CancelReminder): Promise<CancelOutcome> {
    const reminder = await reminders.find(reminderId);
    if (!reminder) return { status: 'gone' };
    if (!(await mayCancel(staff, reminder))) return { status: 'not-yours' };
    const { dialogId } = reminder;
    return onDialog<CancelOutcome>(deps, cause, dialogId, async (tx, dialog) => {
      if (!(await reminders.cancel(tx, reminderId, staff.id, clock.now())))
        return { status: 'over' };
      const event = staffEvent('reminder-cancelled', dialogId, staff.id, { reminderId });
      await writer.write(tx, { changes: [], events: [event], messages: [] }, cause);
      await writer.redraw(tx, dialog);
      return { status: 'cancelled' };
    });
  }

  async function mayCancel(staff: Staff, { staffId }: Reminder): Promise<boolean> {
    if (staff.id === staffId || mayManageStaff(staff.role)) return true;
    return (await findStaff([staffId])).length === 0;
  }

  /** The hour has come: in private to whoever asked, in the thread where they have left. */
  async function ring(command: {
    readonly cause: Cause;
    readonly reminderId: number;
    readonly dialogId: number;
  }): Promise<NotDone | { readonly status: 'said' | 'not-due' }> {
    const { cause, reminderId, dialogId } = command;
    const staffId = (await reminders.find(reminderId))?.staffId ?? 0;
    const [person] = await findStaff([staffId]);
    return onDialog(deps, cause, dialogId, async (tx, dialog) => {
      if (!(await reminders.ring(tx, reminderId, clock.now()))) return { status: 'not-due' };
      const event: NewEvent = {
        type: 'reminded',
        subject: 'dialog',
        subjectId: dialogId,
        actor: 'system',
        actorId: null,
        data: { reminderId },
      };
      const said = reminderMessage(reminderId, dialogId, person ?? null);
      await writer.write(tx, { changes: [], events: [event], messages: [said] }, cause);
      await writer.redraw(tx, dialog);
      return { status: 'said' };
    });
  }

  /** Has the times to choose from shown in the thread; `replyTo`: the message there that asked for it. */
  async function offer(command: {
    readonly cause: Cause;
    readonly dialogId: number;
    readonly replyTo: number | null;
    /** What was written was not understood as a time. */
    readonly problem: 'not-understood' | 'past' | 'too-far' | null;
  }): Promise<NotDone | { readonly status: 'offered' }> {
    const { cause, dialogId, replyTo, problem } = command;
    return onDialog(deps, cause, dialogId, async (tx) => {
      const args = { problem, ...(replyTo === null ? {} : { replyTo }) };
      const said = { destination: threadOf(dialogId), name: 'reminder-choices', args };
      await writer.write(tx, { changes: [], events: [], messages: [said] }, cause);
      return { status: 'offered' };
    });
  }

  return { set, cancel, ring, offer, find: reminders.find, listDue: reminders.listDue };
}

function reminderMessage(reminderId: number, dialogId: number, person: Staff | null): NewMessage {
  const args = { reminderId, dialogId };
  return person
    ? { destination: destination('person', person.userId), name: 'reminder', args }
    : { destination: threadOf(dialogId), name: 'reminder-in-thread', args };
}
