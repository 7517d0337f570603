// At which desk a ticket's thread is.

import type { Database, Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';

export type AlarmRepository = ReturnType<typeof createAlarmRepository>;

export function createAlarmRepository({ prisma }: Pick<Database, 'prisma'>) {
  /** Null: it has no thread yet. */
  async function deskOf(
    dialogId: number | null,
    db: Tx = prisma,
  ): Promise<{ readonly id: number; readonly locale: Locale } | null> {
    if (dialogId === null) return null;
    const row = await db.dialog.findUnique({
      where: { id: dialogId },
      select: { desk: { select: { id: true, locale: true } } },
    });
    const desk = row?.desk;
    return desk ? { id: desk.id, locale: desk.locale as Locale } : null;
  }

  return { deskOf };
}
