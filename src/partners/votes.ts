// The table of votes on partners: one of each person for a partner in a room.

import type { Tx } from '../platform/database/index.ts';
import type { Invitation } from './invitation.ts';

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createVotes() {
  /** The stars that this person has given before, where they have; else null, and these are kept. */
  async function vote(
    tx: Tx,
    one: Pick<Invitation, 'roomId' | 'partnerId'> & {
      readonly raterId: number;
      readonly invitationId: number;
      readonly stars: number;
    },
    now: Date,
  ): Promise<number | null> {
    const made = await tx.$executeRaw`
      INSERT INTO partner_rating (partner_id, room_id, rater_id, invitation_id, stars, created_at)
      VALUES (${one.partnerId}, ${one.roomId}, ${one.raterId}, ${one.invitationId}, ${one.stars},
        ${now}::timestamptz)
      ON CONFLICT (room_id, partner_id, rater_id) DO NOTHING`;
    return made > 0 ? null : await votedBefore(tx, one);
  }

  /** Null: no vote yet. */
  async function votedBefore(
    db: Tx,
    {
      roomId,
      partnerId,
      raterId,
    }: { readonly roomId: number; readonly partnerId: number; readonly raterId: number },
  ): Promise<number | null> {
    const row = await db.partnerRating.findUnique({
      where: { roomId_partnerId_raterId: { roomId, partnerId, raterId } },
      select: { stars: true },
    });
    return row?.stars ?? null;
  }

  return { vote, votedBefore };
}
