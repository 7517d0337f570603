// A specialist who can be invited to rooms: what may be decided about one, and in which order they are
// offered. Nobody who is away or not confirmed is invited.

const PARTNER_STATUSES = ['pending', 'confirmed', 'rejected', 'blocked'] as const;
export type PartnerStatus = (typeof PARTNER_STATUSES)[number];

/** Why staff do not take somebody; one tap each. */
export const REJECTIONS = ['profile', 'data', 'twice', 'other'] as const;
export type Rejection = (typeof REJECTIONS)[number];

export const DECISIONS = ['confirm', 'reject', 'block', 'unblock'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Languages to choose from, by their codes (ISO 639-1): what is spoken along the company's routes. */
export const LANGUAGES = [
  ...['ru', 'en', 'zh', 'ar', 'pt', 'es', 'hi', 'fa', 'tr', 'fr', 'de', 'id'],
] as const;

export interface Specialization {
  readonly id: number;
  readonly nameRu: string;
  readonly nameEn: string;
  readonly hidden: boolean;
}

export interface Partner {
  readonly id: number;
  readonly personId: number;
  /** As they present themselves. */
  readonly name: string;
  readonly status: PartnerStatus;
  readonly reason: Rejection | null;
  readonly about: string | null;
  readonly languages: readonly string[];
  readonly specializationIds: readonly number[];
  /** Not to be invited since then; null: they are there. */
  readonly awaySince: Date | null;
  /** When they are back; null while away: they will say. */
  readonly awayUntil: Date | null;
  readonly ratingSum: number;
  readonly ratingCount: number;
}

/** A partner as one who could be invited to a room. */
export interface Candidate extends Partner {
  /** Half of their latest answers came within so many seconds; null: they have never answered. */
  readonly answerSeconds: number | null;
  /** How many invitations they have not answered yet, of all rooms. */
  readonly openInvitations: number;
  /** What they are to the room: in it, asked already, or neither. */
  readonly inRoom: 'here' | 'invited' | 'no';
}

export type Standing = 'free' | 'here' | 'invited' | 'away';

export function isAway(
  { awaySince, awayUntil }: Pick<Partner, 'awaySince' | 'awayUntil'>,
  now: Date,
): boolean {
  return awaySince !== null && (awayUntil === null || awayUntil > now);
}

/** Whether a candidate can be asked now, and if not, why. */
export function standingOf(candidate: Candidate, now: Date): Standing {
  if (candidate.inRoom !== 'no') return candidate.inRoom;
  return isAway(candidate, now) ? 'away' : 'free';
}

/** The mean of the votes, to a tenth; null: nobody has voted. */
export function ratingOf({
  ratingSum,
  ratingCount,
}: Pick<Partner, 'ratingSum' | 'ratingCount'>): number | null {
  return ratingCount === 0 ? null : Math.round((ratingSum / ratingCount) * 10) / 10;
}

/** What everybody is taken to have before the first vote, so that one 5 does not outdo forty. */
const FIRST_IMPRESSION = { votes: 3, stars: 4 };

function weight({ ratingSum, ratingCount }: Partner): number {
  const { votes, stars } = FIRST_IMPRESSION;
  return (ratingSum + votes * stars) / (ratingCount + votes);
}

/**
 * As an inviter reads them: whoever can be asked first, then the better rated, the quicker to answer, the
 * less asked, the longer known.
 */
export function inOrder(candidates: readonly Candidate[], now: Date): Candidate[] {
  const rank = (one: Candidate) => (standingOf(one, now) === 'free' ? 0 : 1);
  const slow = (one: Candidate) => one.answerSeconds ?? Number.MAX_SAFE_INTEGER;
  return candidates.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      weight(b) - weight(a) ||
      slow(a) - slow(b) ||
      a.openInvitations - b.openInvitations ||
      a.id - b.id,
  );
}

/** What a decision makes of a status; null: it cannot be decided there (any more). */
export function decided(status: PartnerStatus, decision: Decision): PartnerStatus | null {
  switch (decision) {
    case 'confirm':
      return status === 'pending' || status === 'rejected' ? 'confirmed' : null;
    case 'reject':
      return status === 'pending' ? 'rejected' : null;
    case 'block':
      return status === 'blocked' ? null : 'blocked';
    case 'unblock':
      return status === 'blocked' ? 'confirmed' : null;
  }
}

/** Whether somebody who has registered before may do so anew. */
export function mayRegister(status: PartnerStatus | null): boolean {
  return status === null || status === 'rejected';
}
