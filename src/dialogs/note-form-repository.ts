// Who has pressed «Добавить заметку» and has not written the note yet.

import type { Database, Tx } from '../platform/database/index.ts';

export interface NoteForm {
  readonly dialogId: number;
  readonly staffId: number;
}

export type NoteFormRepository = ReturnType<typeof createNoteFormRepository>;

export function createNoteFormRepository({ prisma }: Database) {
  async function open(tx: Tx, { dialogId, staffId }: NoteForm, expiresAt: Date): Promise<void> {
    await tx.noteForm.upsert({
      where: { dialogId_staffId: { dialogId, staffId } },
      create: { dialogId, staffId, expiresAt },
      update: { expiresAt },
    });
  }

  /** Ends the form; whether there was one that had not expired. */
  async function end(tx: Tx, { dialogId, staffId }: NoteForm, now: Date): Promise<boolean> {
    const where = { dialogId, staffId };
    const form = await tx.noteForm.findUnique({
      where: { dialogId_staffId: where },
      select: { expiresAt: true },
    });
    if (!form) return false;
    await tx.noteForm.deleteMany({ where });
    return form.expiresAt > now;
  }

  async function countOpen(tx: Tx, dialogId: number): Promise<number> {
    return tx.noteForm.count({ where: { dialogId } });
  }

  async function listExpired(now: Date, limit: number): Promise<NoteForm[]> {
    return prisma.noteForm.findMany({
      where: { expiresAt: { lte: now } },
      select: { dialogId: true, staffId: true },
      take: limit,
    });
  }

  return { open, end, countOpen, listExpired };
}
