// Who has a dialog, and how it passes from one to another. Pure; who may do it is asked here, and again
// in the transaction that does it.

import type { Dialog, DialogStatus } from './dialog.ts';

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
