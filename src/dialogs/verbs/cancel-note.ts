// A note was begun and is not written after all: its writer says so, or ten minutes have passed.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewMessage } from '../../platform/outbox/index.ts';
import { cancelNote } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import { NOTE_TIMED_OUT, type NoteForm } from '../note-form-repository.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from './deps.ts';
import type { NotePrompts } from './note-prompts.ts';

export interface CancelNote extends NoteForm {
  readonly cause: Cause;
  readonly how:
    | { readonly by: 'button' }
    /** `replyTo`: the message in the thread that was the command. */
    | { readonly by: 'command'; readonly replyTo: number }
    | { readonly by: 'time-out' };
}

export type CancelNoteOutcome = NotDone | { readonly status: 'cancelled' | 'not-begun' };

/** `not-begun`: there was no such note, or, for the time-out, it is not overdue. */
export function createCancelNote(
  deps: VerbDeps & { readonly notePrompts: NotePrompts },
): (command: CancelNote) => Promise<CancelNoteOutcome> {
  const { noteForms, notePrompts, writer, clock } = deps;

  return (command) =>
    onDialog<CancelNoteOutcome>(deps, command.cause, command.dialogId, async (tx, before) => {
      const { cause, dialogId, staffId, how } = command;
      const ended = await end(tx, command);
      const messages = sayings(command, ended);
      if (!ended) {
        await writer.write(tx, { changes: [], events: [], messages }, cause);
        return { status: 'not-begun' };
      }
      // A colleague may be writing a note at the same time: the status is his now.
      const after = (await noteForms.countOpen(tx, dialogId)) > 0 ? before : cancelNote(before);
      const type = how.by === 'time-out' ? NOTE_TIMED_OUT : 'note-cancelled';
      const events = [staffEvent(type, dialogId, staffId)];
      const over = await notePrompts.over(tx, command, clock.now());
      // Whoever is too late may be replying to the question just now: with it gone, their words would go to the client.
      const told = how.by === 'time-out' ? messages : [...messages, ...over];
      await writer.write(tx, { changes: [{ before, after }], events, messages: told }, cause);
      return { status: 'cancelled' };
    });

  function end(tx: Tx, { how, ...form }: CancelNote): Promise<boolean> {
    return how.by === 'time-out'
      ? noteForms.endOverdue(tx, form, clock.now())
      : noteForms.end(tx, form);
  }
}

/** A button is answered by itself. */
function sayings({ how, dialogId, staffId }: CancelNote, ended: boolean): NewMessage[] {
  const destination = threadOf(dialogId);
  if (how.by === 'command') {
    const name = ended ? 'note-cancelled' : 'note-not-begun';
    return [{ destination, name, args: { replyTo: how.replyTo } }];
  }
  // From now on this person's words go to the client again: they must know.
  if (how.by === 'time-out' && ended) {
    return [{ destination, name: NOTE_TIMED_OUT, args: { staffId } }];
  }
  return [];
}
