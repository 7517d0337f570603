// A dialog goes to another desk with all that was said in it: because an employee sends it there, or
// because the client has chosen that desk.

import type { Desk } from '../../desks/desk.ts';
import type { Desks } from '../../desks/index.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { Outbox } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Dialog } from '../dialog.ts';
import { cardsOf, threadOf, topicOf } from '../dialog-writer.ts';
import type { ThreadRepository } from '../thread-repository.ts';
import { hungAgain, type Threads } from '../threads.ts';
import { type NotDone, onDialog, type VerbDeps } from '../verbs/deps.ts';
import { createBringAlong } from './bring-along.ts';
import { movedTo } from './model.ts';
import type { MovingRepository } from './repository.ts';

export interface MovingServiceDeps extends Omit<VerbDeps, 'noteForms' | 'messages'> {
  readonly moving: MovingRepository;
  readonly threads: Pick<ThreadRepository, 'leave' | 'takeAgain'>;
  readonly threadKeeping: Pick<Threads, 'tellFormer'>;
  readonly desks: Pick<Desks['service'], 'listDesks'>;
  readonly outbox: Outbox;
}

export interface MoveDialog {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly dialogId: number;
  readonly deskId: number;
}

export type MoveOutcome =
  | NotDone
  | { readonly status: 'moved' | 'here-already'; readonly desk: string }
  | { readonly status: 'no-such-desk' };

export type MovingService = ReturnType<typeof createMovingService>;

/** The verbs of moving. A cause that comes again changes nothing. */
export function createMovingService(deps: MovingServiceDeps) {
  const { database, dialogs, moving, threads, threadKeeping, desks, writer, outbox, clock } = deps;
  const bringAlong = createBringAlong(moving);

  async function move({ cause, staff, dialogId, deskId }: MoveDialog): Promise<MoveOutcome> {
    const desk = (await desks.listDesks()).find(({ id }) => id === deskId);
    return onDialog<MoveOutcome>(deps, cause, dialogId, async (tx, dialog) => {
      if (!desk) return { status: 'no-such-desk' };
      const name = desk.department ?? desk.title;
      if (dialog.deskId === deskId) return { status: 'here-already', desk: name };
      await carry(tx, dialog, desk, cause, { actor: 'staff', actorId: staff.id });
      return { status: 'moved', desk: name };
    });
  }

  /** The client of this address has chosen a desk: the open dialog goes there, if there is one. */
  async function followClient(
    tx: Tx,
    chosen: { readonly addressId: number; readonly deskId: number; readonly cause: Cause },
  ): Promise<void> {
    const dialogId = await moving.findOpen(tx, chosen.addressId);
    const [dialog] = dialogId === null ? [] : await dialogs.lock(tx, [dialogId]);
    const desk = (await desks.listDesks(tx)).find(({ id }) => id === chosen.deskId);
    if (!dialog || !desk || dialog.deskId === desk.id) return;
    await carry(tx, dialog, desk, chosen.cause, { actor: 'client', actorId: dialog.clientId });
  }

  async function carry(
    tx: Tx,
    before: Dialog,
    desk: Desk,
    cause: Cause,
    by: Pick<NewEvent, 'actor' | 'actorId'>,
  ): Promise<void> {
    const { id: dialogId } = before;
    const leaving = { reason: 'moved', inSilence: false } as const;
    await threads.leave(tx, { dialogId }, leaving, clock.now());
    await moving.setDesk(tx, dialogId, desk.id);
    const [again] = await threads.takeAgain(tx, { dialogId });
    const after = movedTo(before, desk);
    await moving.endNotes(tx, dialogId);
    // A topic that it comes back to was called otherwise meanwhile.
    const topic = topicOf(after).map((one) => ({ ...one, messageId: null }));
    await outbox.hang(tx, [...hungAgain(after, again), ...topic]);
    const event: NewEvent = {
      type: 'moved',
      subject: 'dialog',
      subjectId: dialogId,
      ...by,
      data: { from: before.deskId, to: desk.id },
    };
    const messages = await bringAlong(tx, dialogId);
    await writer.write(tx, { changes: [{ before, after }], events: [event], messages }, cause);
    await outbox.refresh(tx, [...cardsOf(after), ...topicOf(after)]);
    if (again) await threadKeeping.tellFormer(tx, dialogId);
    outbox.relocate(tx, [threadOf(dialogId)]);
  }

  /** Asks in the thread where the dialog is to go. */
  async function offer(command: {
    readonly cause: Cause;
    readonly dialogId: number;
    readonly replyTo: number | null;
  }): Promise<{ readonly status: 'asked' | 'nowhere' | 'repeated' }> {
    const { cause, dialogId, replyTo } = command;
    const all = await desks.listDesks();
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const name = all.length > 1 ? 'move-choices' : 'move-nowhere';
      const message = { destination: threadOf(dialogId), name, args: { replyTo } };
      await outbox.enqueue(tx, [message], cause);
      return { status: all.length > 1 ? 'asked' : 'nowhere' };
    });
  }

  /** Whether there is another desk that a dialog could go to. */
  async function hasElsewhere(): Promise<boolean> {
    return (await desks.listDesks()).length > 1;
  }

  return { move, followClient, offer, hasElsewhere };
}
