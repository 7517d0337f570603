// Where threads say that an answer did not arrive, as the log of events has it: rare, and read only when
// somebody does something about such an answer.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type NewEvent, recordEvents } from '../../platform/events.ts';
import type { DialogMessage, MessageAddress } from '../message.ts';

/** Those whose fate is told. */
export type Answer = Pick<DialogMessage, 'id' | 'dialogId'>;

export interface SaidLine {
  /** The answer that it is about. */
  readonly answer: Answer;
  readonly at: MessageAddress;
  readonly saidAt: Date;
}

const SAID = 'undelivered-said';
const OVERTAKEN = 'undelivered-overtaken';

export type UndeliveredLineRepository = ReturnType<typeof createUndeliveredLineRepository>;

/** Every method takes the transaction it belongs to. */
export function createUndeliveredLineRepository() {
  async function note(
    tx: Tx,
    lines: readonly Omit<SaidLine, 'saidAt'>[],
    cause: Cause,
    now: Date,
  ): Promise<void> {
    const events = lines.map(({ answer, at }) => {
      const data = { messageId: answer.id, chatId: at.chatId, lineId: at.messageId };
      return { ...eventOf(SAID, answer), data };
    });
    await recordEvents(tx, events, cause, now);
  }

  /** The lines about these answers that still say what was so when they were said; the oldest first. */
  async function listOpen(tx: Tx, answers: readonly Answer[]): Promise<SaidLine[]> {
    const ids = answers.map(({ id }) => id);
    const dialogIds = [...new Set(answers.map(({ dialogId }) => dialogId))];
    const rows = await tx.$queryRaw<LineRow[]>`
      SELECT e.at, e.subject_id AS dialog_id, (e.data->>'messageId')::int AS id,
        (e.data->>'chatId')::bigint AS chat_id, (e.data->>'lineId')::int AS line_id
      FROM event e
      WHERE e.subject = 'dialog' AND e.subject_id = ANY(${dialogIds}::int[]) AND e.type = ${SAID}
        AND (e.data->>'messageId')::int = ANY(${ids}::int[])
        AND NOT EXISTS (SELECT FROM event o WHERE o.subject = 'dialog' AND o.subject_id = e.subject_id
          AND o.id > e.id AND o.type = ${OVERTAKEN} AND o.data->'messageId' = e.data->'messageId')
      ORDER BY e.id`;
    return rows.map((row) => ({
      answer: { id: row.id, dialogId: row.dialog_id },
      at: { chatId: Number(row.chat_id), messageId: row.line_id },
      saidAt: row.at,
    }));
  }

  return { note, listOpen };
}

/** What the lines about an answer said until now is true no more. */
export function overtakenEvent(answer: Answer): NewEvent {
  return { ...eventOf(OVERTAKEN, answer), data: { messageId: answer.id } };
}

function eventOf(type: string, { dialogId }: Answer) {
  return { type, subject: 'dialog', subjectId: dialogId, actor: 'system', actorId: null } as const;
}

interface LineRow {
  at: Date;
  dialog_id: number;
  id: number;
  chat_id: bigint;
  line_id: number;
}
