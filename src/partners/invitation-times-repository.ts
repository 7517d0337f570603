// What is due of invitations: to be brought to mind, or over; and partners who said yes and were to come in.

import type { Tx } from '../platform/database/index.ts';

/** A sweep does so many at a time; what is left comes with its next turn. */
const SWEPT_AT_ONCE = 200;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createInvitationTimes() {
  /** A yes has been noted: when they are to be reminded of coming in; null: they are in already. */
  async function expectIn(tx: Tx, id: number, remindAt: Date | null, now: Date): Promise<void> {
    const data = remindAt ? { remindAt, remindedAt: null } : { remindedAt: now };
    await tx.partnerInvitation.updateMany({ where: { id, state: 'accepted' }, data });
  }

  /** Those who have said yes, were to come in by now, and have not. */
  async function listAbsent(db: Tx, now: Date): Promise<number[]> {
    const rows = await db.partnerInvitation.findMany({
      where: { state: 'accepted', remindedAt: null, remindAt: { lte: now } },
      select: { id: true },
      take: SWEPT_AT_ONCE,
    });
    return rows.map(({ id }) => id);
  }

  async function listToRemind(db: Tx, now: Date): Promise<number[]> {
    const rows = await db.partnerInvitation.findMany({
      where: { state: 'sent', remindedAt: null, remindAt: { lte: now }, expiresAt: { gt: now } },
      select: { id: true },
      take: SWEPT_AT_ONCE,
    });
    return rows.map(({ id }) => id);
  }

  async function listExpired(db: Tx, now: Date): Promise<number[]> {
    const rows = await db.partnerInvitation.findMany({
      where: { state: 'sent', expiresAt: { lte: now } },
      select: { id: true },
      take: SWEPT_AT_ONCE,
    });
    return rows.map(({ id }) => id);
  }

  /** False: that was done before, or it is not open any more. */
  async function markReminded(tx: Tx, id: number, now: Date): Promise<boolean> {
    const { count } = await tx.partnerInvitation.updateMany({
      where: { id, state: 'sent', remindedAt: null },
      data: { remindedAt: now },
    });
    return count > 0;
  }

  /** A yes came after the time; false: that was noted before, or somebody else of that question said yes. */
  async function markLate(tx: Tx, id: number): Promise<boolean> {
    return (
      (await tx.$executeRaw`
        UPDATE partner_invitation AS i SET reason = 'late'
        WHERE i.id = ${id} AND i.state = 'expired' AND i.reason IS NULL AND NOT EXISTS (
          SELECT FROM partner_invitation AS other
          WHERE other.offer_id = i.offer_id AND other.state = 'accepted')`) > 0
    );
  }

  return { expectIn, listAbsent, listToRemind, listExpired, markReminded, markLate };
}
