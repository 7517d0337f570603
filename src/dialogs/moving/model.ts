// What becomes of a dialog that goes to another desk.

import type { DeskKindName } from '../../desks/kinds/kinds.ts';
import type { Dialog } from '../dialog.ts';

/**
 * There nobody has it yet, and somebody is to go on with it: whatever was done about it, its status is
 * `to_continue`. What nobody has answered stays unanswered, and what is closed stays closed. The clock
 * runs on.
 */
export function movedTo(
  dialog: Dialog,
  desk: { readonly id: number; readonly kind: DeskKindName },
): Dialog {
  const stays = dialog.status === 'unanswered' || dialog.status === 'closed';
  return {
    ...dialog,
    deskId: desk.id,
    deskKind: desk.kind,
    assigneeId: dialog.status === 'closed' ? dialog.assigneeId : null,
    status: stays ? dialog.status : 'to_continue',
    statusBeforeNote: null,
    newCount: 0,
    revision: dialog.revision + 1,
  };
}
