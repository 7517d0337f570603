// Who will read a message that is about to leave, and what it is about.

import type { DeskKindName } from '../desks/kinds/kinds.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { type Destination, parseDestination } from '../platform/outbox/index.ts';

export interface DialogNotice {
  readonly dialogId: number;
  readonly clientName: string;
  /** The client's. */
  readonly channel: string;
  readonly deskLocale: Locale;
  readonly deskKind: DeskKindName | null;
  /** Its department, or the title of its chat. */
  readonly deskName: string | null;
  readonly deskChatId: number | null;
  readonly threadId: number | null;
  readonly closed: boolean;
  readonly answersDelivered: number;
  readonly rating: number | null;
  readonly deadlineAt: Date | null;
}

export interface Person {
  readonly name: string;
  readonly locale: Locale;
  readonly userId: number;
  /** False: a role was taken from them. */
  readonly worksHere: boolean;
}

/** What the log calls a request for a rating that has reached the client. */
export const RATING_REQUESTED = 'rating-requested';

export interface RatingRequest {
  /** In the client's chat with the bot. */
  readonly messageId: number;
  /** Whether the client has asked, or an answer has reached them, since. */
  readonly saidSince: boolean;
}

export type AudienceRepository = ReturnType<typeof createAudienceRepository>;

/** Reads by numbers, many at once; what does not exist is not in the map. */
export function createAudienceRepository({ prisma }: Database) {
  async function dialogNotices(ids: readonly number[]): Promise<Map<number, DialogNotice>> {
    const rows = await prisma.dialog.findMany({
      where: { id: { in: [...ids] } },
      select: {
        id: true,
        channel: true,
        threadId: true,
        closedAt: true,
        answersDelivered: true,
        rating: true,
        deadlineAt: true,
        client: { select: { name: true } },
        desk: {
          select: { kind: true, locale: true, chatId: true, title: true, department: true },
        },
      },
    });
    return new Map(
      rows.map((row) => [
        row.id,
        {
          dialogId: row.id,
          clientName: row.client.name,
          channel: row.channel,
          deskLocale: (row.desk?.locale ?? 'ru') as Locale,
          deskKind: (row.desk?.kind ?? null) as DeskKindName | null,
          deskName: row.desk?.department ?? row.desk?.title ?? null,
          deskChatId: row.desk ? Number(row.desk.chatId) : null,
          threadId: row.threadId,
          closed: row.closedAt !== null,
          answersDelivered: row.answersDelivered,
          rating: row.rating,
          deadlineAt: row.deadlineAt,
        },
      ]),
    );
  }

  /** The dialog that is spoken of there: in its thread, or in one that it has left. */
  async function noticeAt(where: Destination): Promise<DialogNotice | null> {
    const { kind, id } = parseDestination(where);
    const dialogId = kind === 'former' ? await dialogOfFormer(id) : id;
    return (await dialogNotices([dialogId])).get(dialogId) ?? null;
  }

  async function dialogOfFormer(id: number): Promise<number> {
    const row = await prisma.formerThread.findUnique({
      where: { id },
      select: { dialogId: true },
    });
    return row?.dialogId ?? 0;
  }

  /** The last request for a rating of a dialog that has reached the client; null: there was none. */
  async function lastRatingRequest(
    dialogId: number,
    db: Tx = prisma,
  ): Promise<RatingRequest | null> {
    const [row] = await db.$queryRaw<RatingRequest[]>`
      SELECT (r.data->>'messageId')::int AS "messageId", EXISTS (
        SELECT FROM event e WHERE e.subject = 'dialog' AND e.subject_id = r.subject_id AND e.id > r.id
          AND e.type IN ('asked', 'answer-delivered')) AS "saidSince"
      FROM event r
      WHERE r.subject = 'dialog' AND r.subject_id = ${dialogId} AND r.type = ${RATING_REQUESTED}
      ORDER BY r.id DESC LIMIT 1`;
    return row ?? null;
  }

  async function clientLocales(addressIds: readonly number[]): Promise<Map<number, Locale>> {
    const rows = await prisma.clientAddress.findMany({
      where: { id: { in: [...addressIds] } },
      select: { id: true, client: { select: { locale: true } } },
    });
    return new Map(rows.map((row) => [row.id, row.client.locale as Locale]));
  }

  async function employees(ids: readonly number[]): Promise<Map<number, Person>> {
    const rows = await prisma.staff.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, name: true, locale: true, userId: true, removedAt: true },
    });
    return new Map(
      rows.map((row) => [
        row.id,
        {
          name: row.name,
          locale: row.locale as Locale,
          userId: Number(row.userId),
          worksHere: row.removedAt === null,
        },
      ]),
    );
  }

  return { dialogNotices, noticeAt, lastRatingRequest, clientLocales, employees };
}
