// A dialog passes from one employee to another: it is handed over, taken from whoever lets a client
// wait, or given back. Everybody whom it concerns is told; the client never.

import type { Desks } from '../../desks/index.ts';
import { minutesOf } from '../../desks/settings.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { type Disposal, mayDispose, passTo, release, takeOver } from '../assignment.ts';
import type { AssignmentRepository } from '../assignment-repository.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { NewDialogMessage } from '../message.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from './deps.ts';
import { type FindStaff, noticeToFormer, passNotice } from './pass-notice.ts';

interface Passing {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly dialogId: number;
}

export interface TransferCommand extends Passing {
  readonly toId: number;
  /** Words that went with it, for the colleague alone: they are kept as a note. Null: none. */
  readonly word: Pick<NewDialogMessage, 'chatId' | 'messageId' | 'content'> | null;
}

export type Refused =
  | NotDone
  | { readonly status: 'closed' }
  | (Exclude<Disposal, { status: 'may' }> & { readonly holder: string });

export type TransferOutcome =
  | Refused
  | { readonly status: 'done' | 'theirs-already'; readonly to: string }
  /** They do not work here any more. */
  | { readonly status: 'left' };

export type TakeOverOutcome = Refused | { readonly status: 'done' | 'yours-already' };

export type ReleaseOutcome = Refused | { readonly status: 'done' | 'nobodys' };

export interface TransferDeps extends VerbDeps {
  readonly assignments: AssignmentRepository;
  readonly desks: Pick<Desks['service'], 'settingsOf'>;
  readonly findStaff: FindStaff;
}

/** Anything but `done` has changed nothing. */
export function createTransfer(deps: TransferDeps) {
  const { assignments, dialogs, messages, desks, findStaff, writer, clock } = deps;

  /** Why somebody may not pass a dialog on; null: they may. */
  async function refusalOf(dialog: Dialog, staff: Staff, tx?: Tx): Promise<Refused | null> {
    if (dialog.status === 'closed') return { status: 'closed' };
    const settings = await desks.settingsOf(dialog.deskId, tx);
    const minutes = minutesOf(settings, 'takeAfterMinutes') ?? 0;
    const disposal = mayDispose(dialog, staff, clock.now(), minutes);
    if (disposal.status === 'may') return null;
    const [holder] = await findStaff(dialog.assigneeId === null ? [] : [dialog.assigneeId], tx);
    return { ...disposal, holder: holder?.name ?? '' };
  }

  /** The same, asked before anything is offered. */
  async function mayPass(dialogId: number, staff: Staff): Promise<Refused | null> {
    const dialog = await dialogs.find(dialogId);
    return dialog ? refusalOf(dialog, staff) : { status: 'gone' };
  }

  function transfer(command: TransferCommand): Promise<TransferOutcome> {
    const { cause, staff, dialogId, toId, word } = command;
    return onDialog<TransferOutcome>(deps, cause, dialogId, async (tx, before) => {
      const [to] = await findStaff([toId], tx);
      if (!to) return { status: 'left' };
      if (before.status !== 'closed' && before.assigneeId === to.id)
        return { status: 'theirs-already', to: to.name };
      const refusal = await refusalOf(before, staff, tx);
      if (refusal) return refusal;
      const wordId = word ? await keepWord(tx, command, word) : null;
      const at = clock.now();
      const row = { dialogId, byId: staff.id, toId: to.id };
      const transferId = await assignments.addTransfer(tx, row, at);
      const data = { from: before.assigneeId, to: to.id };
      const noted =
        wordId === null ? [] : [staffEvent('noted', dialogId, staff.id, { messageId: wordId })];
      await writer.write(
        tx,
        {
          changes: [{ before, after: passTo(before, to.id, at) }],
          events: [staffEvent('transferred', dialogId, staff.id, data), ...noted],
          messages: [
            { destination: threadOf(dialogId), name: 'transferred', args: { transferId } },
            ...(to.id === staff.id
              ? []
              : [passNotice('passed-to', dialogId, to, { byId: staff.id, wordId })]),
            ...(await noticeToFormer(findStaff, tx, before, { byId: staff.id, toId: to.id })),
          ],
        },
        cause,
      );
      return { status: 'done', to: to.name };
    });
  }

  async function keepWord(
    tx: Tx,
    { dialogId, staff }: TransferCommand,
    word: NonNullable<TransferCommand['word']>,
  ): Promise<number> {
    const note = {
      ...word,
      dialogId,
      author: 'staff',
      staffId: staff.id,
      purpose: 'note',
      mediaGroupId: null,
      replyToId: null,
      receivedAt: clock.now(),
      delivery: null,
    } as const;
    const [id] = await messages.insert(tx, [note]);
    return id as number;
  }

  /** `staff` takes the dialog from whoever has it and works on it. */
  function take(command: Passing): Promise<TakeOverOutcome> {
    const { cause, staff, dialogId } = command;
    return onDialog<TakeOverOutcome>(deps, cause, dialogId, async (tx, before) => {
      const refusal = await refusalOf(before, staff, tx);
      if (refusal) return refusal;
      if (before.status === 'in_work' && before.assigneeId === staff.id)
        return { status: 'yours-already' };
      const data = { from: before.assigneeId, status: before.status };
      const after = takeOver(before, staff.id, clock.now());
      const events = [staffEvent('taken-over', dialogId, staff.id, data)];
      const who = { byId: staff.id, toId: staff.id };
      const notices = await noticeToFormer(findStaff, tx, before, who);
      await writer.write(tx, { changes: [{ before, after }], events, messages: notices }, cause);
      return { status: 'done' };
    });
  }

  /** Anybody may have it: whoever has it gives it back, or somebody who may take it from them does. */
  function giveBack({ cause, staff, dialogId }: Passing): Promise<ReleaseOutcome> {
    return onDialog<ReleaseOutcome>(deps, cause, dialogId, async (tx, before) => {
      const refusal = await refusalOf(before, staff, tx);
      if (refusal) return refusal;
      const released = release(before);
      if (released.status !== 'done') return released;
      await assignments.noteGivenBack(tx, dialogId, before.assigneeId);
      const data = { from: before.assigneeId, status: before.status };
      const events = [staffEvent('released', dialogId, staff.id, data)];
      const former = await findStaff([before.assigneeId as number], tx);
      const notices = former
        .filter(({ id }) => id !== staff.id)
        .map((one) => passNotice('released', dialogId, one, { byId: staff.id, wordId: null }));
      const changes = [{ before, after: released.dialog }];
      await writer.write(tx, { changes, events, messages: notices }, cause);
      return { status: 'done' };
    });
  }

  return { mayPass, transfer, take, giveBack };
}
