// Who has pressed «Добавить заметку» and has not written the note yet.

import type { Database, Tx } from '../platform/database/index.ts';

export interface NoteForm {
  readonly dialogId: number;
  readonly staffId: number;
}

/** What the log calls a form that nobody filled in. */
export const NOTE_TIMED_OUT = 'note-timed-out';

/** What the log calls words in a thread that went nowhere. */
export const EMPTY_NOTE = 'note-empty';
export const UNKNOWN_COMMAND = 'command-unknown';
const ASIDES = [EMPTY_NOTE, UNKNOWN_COMMAND, 'reminder-set', 'transferred'];

export type NoteFormRepository = ReturnType<typeof createNoteFormRepository>;

/** One form for a person in a dialog; an overdue one stands until it is ended. */
export function createNoteFormRepository({ prisma }: Database) {
  /** False: it was open already, and now stays open until then. */
  async function open(tx: Tx, { dialogId, staffId }: NoteForm, expiresAt: Date): Promise<boolean> {
    const where = { dialogId, staffId };
    const { count } = await tx.noteForm.updateMany({ where, data: { expiresAt } });
    if (count > 0) return false;
    await tx.noteForm.create({ data: { ...where, expiresAt } });
    return true;
  }

  /** Whether there was one; it is open until somebody ends it, even if it is overdue. */
  async function end(tx: Tx, { dialogId, staffId }: NoteForm): Promise<boolean> {
    const { count } = await tx.noteForm.deleteMany({ where: { dialogId, staffId } });
    return count > 0;
  }

  async function endOverdue(tx: Tx, { dialogId, staffId }: NoteForm, now: Date): Promise<boolean> {
    const { count } = await tx.noteForm.deleteMany({
      where: { dialogId, staffId, expiresAt: { lte: now } },
    });
    return count > 0;
  }

  /**
   * Whether this person's form ran out after `moment`: what they wrote by then, before they were told,
   * was meant as the note, however late it comes in.
   */
  async function ranOutAfter(tx: Tx, { dialogId, staffId }: NoteForm, moment: Date) {
    const event = await tx.event.findFirst({
      where: {
        subject: 'dialog',
        subjectId: dialogId,
        actor: 'staff',
        actorId: staffId,
        type: NOTE_TIMED_OUT,
        at: { gte: moment },
      },
      select: { id: true },
    });
    return event !== null;
  }

  /**
   * Whether what this person wrote in the thread last, not before `since`, was for the bot or nothing at
   * all, and is not kept: a command, a note without words.
   */
  async function spokeAside(tx: Tx, { dialogId, staffId }: NoteForm, since: Date) {
    const by = { actor: 'staff', actorId: staffId, type: { in: [...ASIDES] } };
    const where = { subject: 'dialog', subjectId: dialogId, ...by, at: { gte: since } };
    return (await tx.event.findFirst({ where, select: { id: true } })) !== null;
  }

  async function countOpen(tx: Tx, dialogId: number): Promise<number> {
    return tx.noteForm.count({ where: { dialogId } });
  }

  async function listOverdue(now: Date, limit: number): Promise<NoteForm[]> {
    return prisma.noteForm.findMany({
      where: { expiresAt: { lte: now } },
      select: { dialogId: true, staffId: true },
      take: limit,
    });
  }

  return { open, end, endOverdue, ranOutAfter, spokeAside, countOpen, listOverdue };
}
