// Whoever invited a partner says how it was, when the partner has left the room: one vote of one to five.

import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import { wordsForAll } from '../platform/outbox/in-languages.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import { wordsFor } from '../platform/outbox/words.ts';
import type { InvitationKeeping, InvitationKeepingDeps } from './invitation-keeping.ts';
import type { ToldInvitation } from './invitation-repository.ts';
import type { PartnerRepository } from './partner-repository.ts';

export interface RatingServiceDeps extends InvitationKeepingDeps {
  readonly keeping: InvitationKeeping;
  readonly partners: PartnerRepository;
  readonly outbox: Outbox;
}

export type RateOutcome =
  | { readonly status: 'rated'; readonly one: ToldInvitation }
  /** They have voted before; with so many. */
  | { readonly status: 'so-already'; readonly one: ToldInvitation; readonly stars: number }
  | { readonly status: 'not-yours' }
  | { readonly status: 'repeated' };

/** Somebody has come into a room, or is in it no more. */
export interface Passage {
  readonly roomId: number;
  readonly personId: number;
}

export type RatingService = ReturnType<typeof createRatingService>;

export function createRatingService(deps: RatingServiceDeps) {
  const { invitations, partners, rooms, keeping, outbox, clock } = deps;

  /** A partner is in the room: it reads who came, what for, and who invited them. */
  async function joined(tx: Tx, passage: Passage, cause: Cause): Promise<void> {
    const one = await invitations.findAccepted(tx, passage);
    const [room] = await rooms.find(tx, [passage.roomId]);
    if (!one || !room) return;
    await invitations.expectIn(tx, one.id, null, clock.now());
    const readers = { destination: destination('room', room.id), locales: room.locales };
    const message = wordsForAll(readers, 'partner-joined', { invitationId: one.id });
    await outbox.enqueue(tx, [message], cause);
  }

  /** A partner has left: whoever invited them is asked, unless they have voted before. */
  async function left(tx: Tx, passage: Passage, cause: Cause): Promise<void> {
    const one = await invitations.findAccepted(tx, passage);
    if (!one) return;
    const { inviter } = one.offer;
    const { roomId, partnerId } = one;
    const voted = await invitations.votedBefore(tx, { roomId, partnerId, raterId: inviter.id });
    if (voted !== null) return;
    const reader = { destination: destination('person', inviter.userId), locale: inviter.locale };
    await outbox.enqueue(tx, [wordsFor(reader, 'partner-rate', { invitationId: one.id })], cause);
  }

  /** `stars`: 1–5. */
  async function rate(
    invitationId: number,
    userId: number,
    stars: number,
    cause: Cause,
  ): Promise<RateOutcome> {
    return keeping.once<RateOutcome>(cause, async (tx) => {
      const one = await keeping.lock(tx, invitationId);
      if (one?.state !== 'accepted' || one.offer.inviter.userId !== userId)
        return { status: 'not-yours' };
      const { roomId, partnerId, offer } = one;
      const vote = { roomId, partnerId, invitationId, raterId: offer.inviter.id, stars };
      const before = await invitations.vote(tx, vote, clock.now());
      if (before !== null) return { status: 'so-already', one, stars: before };
      await partners.addVote(tx, partnerId, stars);
      const event = {
        type: 'partner-rated',
        subject: 'partner',
        subjectId: partnerId,
        data: { roomId, stars },
      } as const;
      const by = { actor: 'person', actorId: offer.inviter.id } as const;
      await recordEvents(tx, [{ ...event, ...by }], cause, clock.now());
      return { status: 'rated', one };
    });
  }

  return { joined, left, rate };
}
