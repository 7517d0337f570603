// A note was begun and is not written after all: by a press, or because ten minutes have passed.

import type { Cause } from '../../platform/cause.ts';
import { cancelNote } from '../dialog.ts';
import type { NoteForm } from '../note-form-repository.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';

export type CancelNoteOutcome = NotDone | { readonly status: 'cancelled' | 'not-begun' };

export function createCancelNote(
  deps: VerbDeps,
): (form: NoteForm & { readonly cause: Cause }) => Promise<CancelNoteOutcome> {
  const { noteForms, writer, clock } = deps;

  return ({ cause, dialogId, staffId }) =>
    onDialog<CancelNoteOutcome>(deps, cause, dialogId, async (tx, before) => {
      const begun = await noteForms.end(tx, { dialogId, staffId }, clock.now());
      if (!begun && cause.kind !== 'sweep') return { status: 'not-begun' };
      // A colleague may be writing a note at the same time: the status is his now.
      const after = (await noteForms.countOpen(tx, dialogId)) > 0 ? before : cancelNote(before);
      const event = {
        type: 'note-cancelled',
        subject: 'dialog',
        subjectId: dialogId,
        actor: 'staff',
        actorId: staffId,
      } as const;
      await writer.write(
        tx,
        { changes: [{ before, after }], events: [event], messages: [] },
        cause,
      );
      return { status: 'cancelled' };
    });
}
