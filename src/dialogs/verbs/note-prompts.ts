// «Напишите заметку следующим сообщением» stands in a thread for as long as a note is awaited, and no longer: whoever
// reads it later would take their next words for a note.

import type { Tx } from '../../platform/database/index.ts';
import type { NewMessage } from '../../platform/outbox/index.ts';
import { threadOf } from '../dialog-writer.ts';
import type { NoteForm } from '../note-form-repository.ts';
import type { ThreadMenuRepository } from '../thread-menu-repository.ts';
import { menuGone } from './open-list.ts';

export interface NotePromptsDeps {
  readonly menus: ThreadMenuRepository;
}

export type NotePrompts = ReturnType<typeof createNotePrompts>;

export function createNotePrompts({ menus }: NotePromptsDeps) {
  /** Asks somebody for the words of their note, until `expiresAt`. */
  async function ask(tx: Tx, form: NoteForm, expiresAt: Date): Promise<NewMessage> {
    const menuId = await menus.open(tx, { ...form, kind: 'note' }, expiresAt);
    return { destination: threadOf(form.dialogId), name: 'thread-menu', args: { menuId } };
  }

  /** The note is written, cancelled or given up: nobody is asked any more. */
  async function over(tx: Tx, form: NoteForm, now: Date): Promise<NewMessage[]> {
    const ids = await menus.closeNote(tx, form, now);
    return ids.map((menuId) => menuGone(form.dialogId, menuId));
  }

  return { ask, over };
}
