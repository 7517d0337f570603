// Who has a dialog, and how it passes from one to another. Pure; who may do it is asked here, and again
// in the transaction that does it.

import { mayManageStaff, type Staff } from '../staff/staff.ts';
import type { Dialog, DialogStatus } from './dialog.ts';

/** Somebody to whom a dialog may be handed. */
export interface Colleague {
  readonly id: number;
  readonly name: string;
  /** How many open dialogs they have. */
  readonly dialogs: number;
  readonly onDuty: boolean;
}

export type Released =
  | { readonly status: 'done'; readonly dialog: Dialog }
  /** Nobody has it, so there is nothing to give back. */
  | { readonly status: 'nobodys' }
  | { readonly status: 'closed' };

/** Nobody has the dialog any more: it waits for anybody, and its clock runs on. */
export function release(dialog: Dialog): Released {
  if (dialog.status === 'closed') return { status: 'closed' };
  if (dialog.assigneeId === null) return { status: 'nobodys' };
  const after = { ...dialog, status: statusInQueue(dialog), assigneeId: null, newCount: 0 };
  const kept = after.status === 'note' ? dialog.statusBeforeNote : null;
  return { status: 'done', dialog: { ...after, statusBeforeNote: kept } };
}

/** Whoever waits stands where everybody looks; without a question only В РАБОТЕ cannot stay. */
function statusInQueue({ status, waitingSince, answersDelivered }: Dialog): DialogStatus {
  if (waitingSince) return answersDelivered > 0 ? 'to_continue' : 'unanswered';
  if (status !== 'in_work') return status;
  return answersDelivered > 0 ? 'answered' : 'to_continue';
}

/** Whoever has the dialog has just done something in it; anybody else's deed says nothing about that. */
export function acted(dialog: Dialog, staffId: number, now: Date): Dialog {
  return dialog.assigneeId === staffId ? { ...dialog, holderActiveAt: now } : dialog;
}

/** Since when whoever has the dialog has let a waiting client wait; null: nobody waits for anybody. */
export function idleSince(dialog: Dialog): Date | null {
  const { status, assigneeId, waitingSince, holderActiveAt } = dialog;
  if (status === 'closed' || assigneeId === null || !waitingSince) return null;
  return holderActiveAt && holderActiveAt > waitingSince ? holderActiveAt : waitingSince;
}

export type Disposal =
  | { readonly status: 'may' }
  /** From then on, unless whoever has it does something before. */
  | { readonly status: 'not-yet'; readonly from: Date }
  /** No client waits, so that nobody is late: only those who manage staff may. */
  | { readonly status: 'chiefs-only' };

const MINUTE_MS = 60_000;

/**
 * Whether somebody may give a dialog to anybody, or take it. Only В РАБОТЕ protects whoever has it, and
 * only for as long as they do something for a waiting client.
 */
export function mayDispose(
  dialog: Dialog,
  { id, role }: Pick<Staff, 'id' | 'role'>,
  now: Date,
  takeAfterMinutes: number,
): Disposal {
  const isFree = dialog.assigneeId === null || dialog.assigneeId === id;
  if (isFree || dialog.status !== 'in_work' || mayManageStaff(role)) return { status: 'may' };
  const idle = idleSince(dialog);
  if (!idle) return { status: 'chiefs-only' };
  const from = new Date(idle.getTime() + takeAfterMinutes * MINUTE_MS);
  return from <= now ? { status: 'may' } : { status: 'not-yet', from };
}

/** The dialog is handed to somebody; its status is what it was until they do something. */
export function passTo(dialog: Dialog, staffId: number, now: Date): Dialog {
  return { ...dialog, assigneeId: staffId, holderActiveAt: now };
}

/** Somebody takes the dialog from whoever has it, and works on it. */
export function takeOver(dialog: Dialog, staffId: number, now: Date): Dialog {
  const taken = { ...passTo(dialog, staffId, now), status: 'in_work', newCount: 0 } as const;
  return { ...taken, statusBeforeNote: null };
}
