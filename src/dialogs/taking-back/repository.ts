// What a taken-back answer leaves behind: its questions, if nobody else has answered them.

import type { Tx } from '../../platform/database/index.ts';

export type TakingBackRepository = ReturnType<typeof createTakingBackRepository>;

/** Every method belongs to its transaction. */
export function createTakingBackRepository() {
  /** The employee's answer that was written last, in this dialog; null: there is none. */
  async function lastAnswer(tx: Tx, dialogId: number): Promise<number | null> {
    const row = await tx.message.findFirst({
      where: { dialogId, purpose: 'answer', delivery: { in: ['queued', 'delivered'] } },
      orderBy: { id: 'desc' },
      select: { id: true },
    });
    return row?.id ?? null;
  }

  /**
   * The questions that these answers settled are settled by the next answer that the client has; where
   * there is none, and no call and no closing came after, they wait again.
   */
  async function reopenQuestions(
    tx: Tx,
    dialogId: number,
    answerIds: readonly number[],
  ): Promise<void> {
    const ids = [...answerIds];
    await tx.$executeRaw`
      WITH settled AS (
        SELECT q.id, (
          SELECT min(a.id) FROM message a
          WHERE a.dialog_id = ${dialogId} AND a.id > q.id AND a.purpose = 'answer'
            AND a.delivery = 'delivered' AND a.id <> ALL(${ids}::int[])) AS next_id
        FROM message q
        WHERE q.dialog_id = ${dialogId} AND q.purpose = 'question'
          AND q.answered_by_id = ANY(${ids}::int[]))
      UPDATE message q SET answered_by_id = settled.next_id,
        answered_at = CASE WHEN settled.next_id IS NOT NULL OR EXISTS (
          SELECT FROM event e WHERE e.subject = 'dialog' AND e.subject_id = ${dialogId}
            AND e.type IN ('called', 'closed') AND e.at >= q.answered_at) THEN q.answered_at END
      FROM settled WHERE q.id = settled.id`;
  }

  return { lastAnswer, reopenQuestions };
}
