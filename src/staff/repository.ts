// The tables of staff and of the first admin's code.

import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Role, Staff } from './staff.ts';

const SELECT = {
  id: true,
  userId: true,
  name: true,
  username: true,
  locale: true,
  role: true,
} as const;

interface Row {
  id: number;
  userId: bigint;
  name: string;
  username: string | null;
  locale: string;
  role: string;
}

function toStaff({ userId, locale, role, ...rest }: Row): Staff {
  return { ...rest, userId: Number(userId), locale: locale as Locale, role: role as Role };
}

export interface NewStaff extends Omit<Staff, 'id'> {
  readonly addedById: number | null;
}

export type Profile = Pick<Staff, 'name' | 'username' | 'locale'>;

export type StaffRepository = ReturnType<typeof createStaffRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createStaffRepository() {
  async function findByUserIds(db: Tx, userIds: readonly number[]): Promise<Map<number, Staff>> {
    const rows = await db.staff.findMany({
      where: { userId: { in: [...userIds] }, removedAt: null },
      select: SELECT,
    });
    return new Map(rows.map((row) => [Number(row.userId), toStaff(row)]));
  }

  async function findByIds(db: Tx, ids: readonly number[]): Promise<Staff[]> {
    const rows = await db.staff.findMany({
      where: { id: { in: [...ids] }, removedAt: null },
      select: SELECT,
    });
    return rows.map(toStaff);
  }

  /** Whether one of these people works or has worked here; usernames in small letters, names as kept. */
  async function isAnyKnown(
    db: Tx,
    {
      usernames,
      userIds,
      names,
    }: Readonly<Record<'usernames' | 'names', readonly string[]>> & {
      readonly userIds: readonly number[];
    },
  ): Promise<boolean> {
    const rows = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM staff WHERE lower(username) = ANY(${[...usernames]}::text[])
        OR user_id = ANY(${userIds.map(BigInt)}::bigint[]) OR name = ANY(${[...names]}::text[]) LIMIT 1`;
    return rows.length > 0;
  }

  /** Of all who work or have worked here, in small letters. */
  async function listUsernames(db: Tx): Promise<string[]> {
    const rows = await db.staff.findMany({
      where: { username: { not: null } },
      select: { username: true },
    });
    return rows.flatMap(({ username }) => username?.toLowerCase() ?? []);
  }

  /** Everybody who works here, by number. */
  async function list(db: Tx): Promise<Staff[]> {
    const rows = await db.staff.findMany({
      where: { removedAt: null },
      select: SELECT,
      orderBy: { id: 'asc' },
    });
    return rows.map(toStaff);
  }

  /** Everybody, and nobody else may change a role until the transaction ends. */
  async function lockAll(tx: Tx): Promise<Staff[]> {
    await tx.$executeRaw`SELECT id FROM staff ORDER BY id FOR NO KEY UPDATE`;
    return list(tx);
  }

  /** Whoever worked here before and does no longer. */
  async function findFormer(tx: Tx, userId: number): Promise<Staff | null> {
    const row = await tx.staff.findFirst({
      where: { userId, removedAt: { not: null } },
      select: SELECT,
    });
    return row && toStaff(row);
  }

  /** Makes an employee; somebody who was removed before comes back with the same number. */
  async function put(tx: Tx, staff: NewStaff, now: Date): Promise<Staff> {
    const { userId, ...rest } = staff;
    const row = await tx.staff.upsert({
      where: { userId },
      create: { userId, ...rest, createdAt: now },
      update: { ...rest, removedAt: null },
      select: SELECT,
    });
    return toStaff(row);
  }

  async function remove(tx: Tx, id: number, now: Date): Promise<void> {
    await tx.staff.update({
      where: { id },
      data: { removedAt: now, onShiftSince: null, shiftEndsAt: null },
    });
  }

  async function updateProfile(db: Tx, id: number, profile: Profile): Promise<void> {
    await db.staff.updateMany({ where: { id }, data: profile });
  }

  async function countOpenDialogs(tx: Tx, id: number): Promise<number> {
    return tx.dialog.count({ where: { assigneeId: id, closedAt: null } });
  }

  /** Replaces the code, so that only the newest one printed is good. */
  async function putCode(tx: Tx, hash: string, now: Date): Promise<void> {
    const fresh = { hash, createdAt: now, usedAt: null };
    await tx.adminCode.upsert({ where: { id: 1 }, create: { id: 1, ...fresh }, update: fresh });
  }

  /** The hash of the code, if it was not used yet; nobody else reads it until the transaction ends. */
  async function lockCode(tx: Tx): Promise<string | null> {
    const [row] = await tx.$queryRaw<{ hash: string }[]>`
      SELECT hash FROM admin_code WHERE used_at IS NULL FOR UPDATE`;
    return row?.hash ?? null;
  }

  async function useCode(tx: Tx, now: Date): Promise<void> {
    await tx.adminCode.updateMany({ data: { usedAt: now } });
  }

  return {
    findByUserIds,
    findByIds,
    isAnyKnown,
    listUsernames,
    list,
    lockAll,
    findFormer,
    put,
    remove,
    updateProfile,
    countOpenDialogs,
    putCode,
    lockCode,
    useCode,
  };
}
