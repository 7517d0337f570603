// Questions to colleagues.

import type { ColleagueQuestion as Row } from '../../generated/prisma/client.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { MessageAddress } from '../message.ts';
import type { ColleagueQuestion, Ending } from './question.ts';

export type QuestionRepository = ReturnType<typeof createQuestionRepository>;

/** Methods with `tx` belong to it. */
export function createQuestionRepository({ prisma }: Database) {
  async function insert(
    tx: Tx,
    question: Pick<
      ColleagueQuestion,
      'dialogId' | 'askedById' | 'askedOfId' | 'words' | 'remindAt'
    >,
    now: Date,
  ): Promise<number> {
    return (await tx.colleagueQuestion.create({ data: { ...question, askedAt: now } })).id;
  }

  async function find(id: number): Promise<ColleagueQuestion | null> {
    const row = await prisma.colleagueQuestion.findUnique({ where: { id } });
    return row && toQuestion(row);
  }

  /** Nobody else changes it until the transaction ends; null: there is none. */
  async function lock(tx: Tx, id: number): Promise<ColleagueQuestion | null> {
    await tx.$queryRaw`SELECT 1 FROM colleague_question WHERE id = ${id} FOR NO KEY UPDATE`;
    const row = await tx.colleagueQuestion.findUnique({ where: { id } });
    return row && toQuestion(row);
  }

  /** The one that stands there in private, or whose answer this album is; null: none. */
  async function findAt(
    { chatId, messageId }: MessageAddress,
    album: string | null = null,
  ): Promise<ColleagueQuestion | null> {
    const place = { chatId: BigInt(chatId) };
    const where =
      album === null
        ? { ...place, messageId }
        : { ...place, OR: [{ messageId }, { albumKey: album }] };
    const row = await prisma.colleagueQuestion.findFirst({ where, orderBy: { id: 'desc' } });
    return row && toQuestion(row);
  }

  async function setPlace(
    tx: Tx,
    id: number,
    { chatId, messageId }: MessageAddress,
  ): Promise<void> {
    await tx.colleagueQuestion.update({
      where: { id },
      data: { chatId: BigInt(chatId), messageId },
    });
  }

  async function setAlbum(tx: Tx, id: number, albumKey: string): Promise<void> {
    await tx.colleagueQuestion.update({ where: { id }, data: { albumKey } });
  }

  /** False: it had ended. */
  async function end(tx: Tx, id: number, ending: Ending, now: Date): Promise<boolean> {
    const data = { ending, endedAt: now, remindAt: null };
    return (
      (await tx.colleagueQuestion.updateMany({ where: { id, endedAt: null }, data })).count > 0
    );
  }

  /** Whoever asked is told, once. */
  async function setReminded(tx: Tx, id: number): Promise<void> {
    await tx.colleagueQuestion.update({ where: { id }, data: { remindAt: null } });
  }

  async function due(now: Date, limit: number): Promise<number[]> {
    const rows = await prisma.colleagueQuestion.findMany({
      where: { remindAt: { lte: now } },
      orderBy: { remindAt: 'asc' },
      select: { id: true },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** What this employee was asked and has not answered. */
  async function openOf(tx: Tx, askedOfId: number): Promise<ColleagueQuestion[]> {
    const where = { askedOfId, endedAt: null };
    return (await tx.colleagueQuestion.findMany({ where, orderBy: { id: 'asc' } })).map(toQuestion);
  }

  return { insert, find, lock, findAt, setPlace, setAlbum, end, setReminded, due, openOf };
}

function toQuestion({
  chatId,
  messageId,
  ending,
  albumKey: album,
  ...row
}: Row): ColleagueQuestion {
  const at = chatId === null || messageId === null ? null : { chatId: Number(chatId), messageId };
  return { ...row, album, at, ending: ending as Ending | null };
}
