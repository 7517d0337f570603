// Who will read a message that is about to leave, and what it is about.

import type { Database } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';

export interface DialogNotice {
  readonly dialogId: number;
  readonly clientName: string;
  readonly clientLocale: Locale;
  readonly deskLocale: Locale;
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
}

export type AudienceRepository = ReturnType<typeof createAudienceRepository>;

export function createAudienceRepository({ prisma }: Database) {
  async function dialogNotices(ids: readonly number[]): Promise<Map<number, DialogNotice>> {
    const rows = await prisma.dialog.findMany({
      where: { id: { in: [...ids] } },
      select: {
        id: true,
        threadId: true,
        closedAt: true,
        answersDelivered: true,
        rating: true,
        deadlineAt: true,
        client: { select: { name: true, locale: true } },
        desk: { select: { locale: true, chatId: true } },
      },
    });
    return new Map(
      rows.map((row) => [
        row.id,
        {
          dialogId: row.id,
          clientName: row.client.name,
          clientLocale: row.client.locale as Locale,
          deskLocale: (row.desk?.locale ?? 'ru') as Locale,
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
      select: { id: true, name: true, locale: true, userId: true },
    });
    return new Map(
      rows.map((row) => [
        row.id,
        { name: row.name, locale: row.locale as Locale, userId: Number(row.userId) },
      ]),
    );
  }

  return { dialogNotices, clientLocales, employees };
}
