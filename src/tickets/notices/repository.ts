// The tables of what employees were told, and of what they are still to be told.

import type { Tx } from '../../platform/database/index.ts';
import { destination, type PlacedProjection } from '../../platform/outbox/index.ts';

/** What a notice tells of: something that waits in a room, or a deadline. */
export type Subject = { readonly waitId: number } | { readonly clockId: number };

export type NoticeKind = 'raise' | 'digest' | 'evening' | 'alarm';

/** Who reads it: an employee alone, or a desk. */
export type NoticeReader = { readonly staffId: number } | { readonly deskId: number };

export interface NewNotice {
  readonly kind: NoticeKind;
  readonly reader: NoticeReader;
  readonly rang: boolean;
  readonly at: Date;
  readonly subjects: readonly Subject[];
}

export interface Notice extends Omit<NewNotice, 'subjects'> {
  readonly id: number;
  /** A deadline with the ticket whose it is. */
  readonly subjects: readonly (
    | { readonly waitId: number }
    | { readonly clockId: number; readonly ticketId: number }
  )[];
}

/** To be told to an employee as soon as they may be disturbed. */
export type NewHeld = Subject & {
  readonly staffId: number;
  /** By whose hours they may be called. */
  readonly calendarId: number;
};

export type Held = NewHeld & { readonly id: number };

/** As it stands now. */
export type HeldNow = Held & {
  /** It is still owed, and the employee works here. */
  readonly isOpen: boolean;
  /** Since when it waits. */
  readonly since: Date;
  /** The ticket whose deadline it is; null: it waits in a room. */
  readonly ticketId: number | null;
};

/** The projection of a notice. */
export const NOTICE = 'staff-notice';

export type NoticeRepository = ReturnType<typeof createNoticeRepository>;

/** Every method takes the transaction it belongs to, or the database. */
export function createNoticeRepository() {
  async function insert(tx: Tx, notice: NewNotice): Promise<number> {
    const { kind, reader, rang, at, subjects } = notice;
    const row = await tx.staffNotice.create({ data: { kind, rang, at, ...reader } });
    const items = subjects.map((subject, position) => ({
      noticeId: row.id,
      position,
      ...subject,
    }));
    await tx.staffNoticeItem.createMany({ data: items });
    return row.id;
  }

  async function find(db: Tx, ids: readonly number[]): Promise<Notice[]> {
    const rows = await db.staffNotice.findMany({
      where: { id: { in: [...ids] } },
      include: {
        items: {
          orderBy: { position: 'asc' },
          include: { clock: { select: { subjectId: true } } },
        },
      },
    });
    return rows.map(({ id, kind, rang, at, staffId, deskId, items }) => ({
      ...{ id, rang, at, kind: kind as NoticeKind },
      reader: staffId === null ? { deskId: deskId ?? 0 } : { staffId },
      subjects: items.flatMap(({ clock, ...item }) =>
        subjectOf(item).map((subject) =>
          'waitId' in subject ? subject : { ...subject, ticketId: clock?.subjectId ?? 0 },
        ),
      ),
    }));
  }

  /** Where the notices are shown that tell of this. */
  async function showing(db: Tx, waitId: number): Promise<PlacedProjection[]> {
    const rows = await db.staffNotice.findMany({
      where: { items: { some: { waitId } }, kind: { not: 'alarm' } },
      select: { id: true, deskId: true, staff: { select: { userId: true } } },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id, deskId, staff }) =>
      placed(
        id,
        staff ? destination('person', Number(staff.userId)) : destination('desk', deskId ?? 0),
      ),
    );
  }

  /** Nobody else tells this employee anything until the transaction ends. */
  async function lockReader(tx: Tx, staffId: number): Promise<void> {
    await tx.$queryRaw`SELECT id FROM staff WHERE id = ${staffId} FOR NO KEY UPDATE`;
  }

  /** When this employee was disturbed since then. */
  async function rangSince(db: Tx, staffId: number, since: Date): Promise<Date[]> {
    const where = { staffId, rang: true, at: { gt: since } };
    return (await db.staffNotice.findMany({ where, select: { at: true } })).map(({ at }) => at);
  }

  /** Whether this employee has been told of what waits there since then. */
  async function wasTold(
    db: Tx,
    staffId: number,
    { waitId, since }: { readonly waitId: number; readonly since: Date },
  ): Promise<boolean> {
    const notice = { staffId, at: { gte: since } };
    return (await db.staffNoticeItem.count({ where: { waitId, notice } })) > 0;
  }

  async function hold(tx: Tx, held: readonly NewHeld[], heldAt: Date): Promise<void> {
    const data = held.map((one) => ({ ...one, heldAt }));
    await tx.staffHeld.createMany({ data, skipDuplicates: true });
  }

  /** Of all, or of one employee; what waits longest first. */
  async function listHeld(db: Tx, staffId?: number): Promise<HeldNow[]> {
    const rows = await db.staffHeld.findMany({
      ...(staffId === undefined ? {} : { where: { staffId } }),
      include: {
        staff: { select: { removedAt: true } },
        wait: { select: { endedAt: true, since: true } },
        clock: { select: { subjectId: true, stoppedAt: true, dueAt: true } },
      },
      orderBy: { id: 'asc' },
    });
    const held = rows.flatMap(({ id, staffId: whose, calendarId, staff, wait, clock, ...row }) => {
      const isOwed = wait
        ? wait.endedAt === null
        : clock?.stoppedAt === null && clock.dueAt !== null;
      const isOpen = staff.removedAt === null && isOwed;
      const since = wait?.since ?? row.heldAt;
      const ticketId = clock?.subjectId ?? null;
      const facts = { id, staffId: whose, calendarId, isOpen, since, ticketId };
      return subjectOf(row).map((subject) => ({ ...facts, ...subject }));
    });
    return held.toSorted((a, b) => a.since.getTime() - b.since.getTime());
  }

  /** The dialog in whose thread employees work on a ticket; null: it has none yet. */
  async function dialogOf(db: Tx, ticketId: number): Promise<number | null> {
    const where = { id: ticketId };
    return (await db.ticket.findUnique({ where, select: { dialogId: true } }))?.dialogId ?? null;
  }

  async function release(tx: Tx, ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await tx.staffHeld.deleteMany({ where: { id: { in: [...ids] } } });
  }

  /** What is told of a deadline now need not be told again. */
  async function releaseClock(tx: Tx, staffId: number, clockId: number): Promise<void> {
    await tx.staffHeld.deleteMany({ where: { staffId, clockId } });
  }

  /** A civil date, «2026-11-22». False: that evening was told of before. */
  async function claimEvening(tx: Tx, day: string, at: Date): Promise<boolean> {
    const made = await tx.$executeRaw`
      INSERT INTO evening_digest (day, at) VALUES (${day}::date, ${at}::timestamptz) ON CONFLICT DO NOTHING`;
    return made === 1;
  }

  async function isEveningTold(db: Tx, day: string): Promise<boolean> {
    const rows = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM evening_digest WHERE day = ${day}::date`;
    return rows.length > 0;
  }

  return {
    ...{ insert, find, showing, lockReader, rangSince, wasTold },
    ...{ hold, listHeld, dialogOf, release, releaseClock, claimEvening, isEveningTold },
  };
}

/** Where a notice is shown. */
export function placed(id: number, place: PlacedProjection['destination']): PlacedProjection {
  return { kind: NOTICE, subjectId: id, destination: place };
}

function subjectOf({
  waitId,
  clockId,
}: {
  readonly waitId: number | null;
  readonly clockId: number | null;
}): Subject[] {
  if (waitId !== null) return [{ waitId }];
  return clockId === null ? [] : [{ clockId }];
}
