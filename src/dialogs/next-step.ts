// What to do next, as a card says it.

import { type Dialog, isAbandoned } from './dialog.ts';

/** Which sentence says it: the end of a key «next-step-…». */
export function nextStepOf(dialog: Dialog): string {
  const { status, thankedAt, waitingSince } = dialog;
  if (isAbandoned(dialog)) return 'abandoned';
  if (status === 'closed' && thankedAt) return 'thanked';
  if (status === 'note' && waitingSince) return 'note-waiting';
  return status === 'to_continue' && !waitingSince ? 'reopened' : status;
}
