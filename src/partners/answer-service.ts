// What becomes of invitations: accepted, declined, withdrawn, late, not arrived. The first to accept is let
// in, and in the same transaction the others of the same question hear that the place is taken.

import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Room } from '../rooms/room.ts';
import type { BusinessCalendar } from '../sla/business-calendar.ts';
import { closureAt } from '../sla/calendar.ts';
import {
  type DeclineReason,
  type InvitationState,
  remindedAt,
  stateAt,
  tagOf,
} from './invitation.ts';
import type { Actor, InvitationKeeping, InvitationKeepingDeps } from './invitation-keeping.ts';
import type { InvitationNotes } from './invitation-notes.ts';
import type { InvitationRepository, ToldInvitation } from './invitation-repository.ts';
import type { RatingService } from './rating-service.ts';
import { createTakeBack } from './taking-back.ts';

export interface AnswerServiceDeps extends InvitationKeepingDeps {
  readonly keeping: InvitationKeeping;
  readonly notes: InvitationNotes;
  /** The company's own hours. */
  readonly calendar: BusinessCalendar;
  /** A partner is in the room. */
  readonly joined: RatingService['joined'];
}

type Over = Exclude<InvitationState, 'sent'>;

/** Where somebody is to a room: in it, on their way, or neither (any more). */
type Place = 'inside' | 'at-the-door' | 'outside';

export type AnswerOutcome =
  /** `waits`: the room has no group yet, the way in follows. `inside`: they were in the room before. */
  | {
      readonly status: 'accepted';
      readonly one: ToldInvitation;
      readonly waits: boolean;
      readonly inside: boolean;
    }
  | { readonly status: 'declined'; readonly one: ToldInvitation }
  /** It was not open any more. */
  | {
      readonly status: 'over';
      readonly state: Over;
      readonly one: ToldInvitation;
      readonly place: Place;
    }
  | { readonly status: 'room-closed' | 'not-yours' | 'repeated' };

export type WithdrawOutcome =
  | { readonly status: 'withdrawn'; readonly one: ToldInvitation }
  | { readonly status: 'over'; readonly state: Over }
  | { readonly status: 'no-right' | 'repeated' };

export type AnswerService = ReturnType<typeof createAnswerService>;

/** Verbs happen once for their cause, and each checks whose answer it is and whether it is in time. */
export function createAnswerService(deps: AnswerServiceDeps) {
  const { database, invitations, people, rooms, keeping, notes, clock, calendar } = deps;
  const takeBack = createTakeBack(deps);

  async function accept(id: number, userId: number, cause: Cause): Promise<AnswerOutcome> {
    return answer({ id, userId, cause, late: noteLate }, async (tx, one) => {
      if (!(await rooms.vouches(tx, one.roomId, one.offer.inviter.id))) {
        await end(tx, one, 'withdrawn', cause);
        return { status: 'over', state: 'withdrawn', one, place: 'outside' };
      }
      const [room] = await rooms.find(tx, [one.roomId]);
      const way = room && (await letIn(tx, one, room, cause));
      if (!room || way === 'room-closed') {
        await end(tx, one, 'withdrawn', cause);
        return { status: 'room-closed' };
      }
      await invitations.end(tx, one.id, 'accepted', clock.now());
      const inside = way === 'already-in';
      await expectIn(tx, one.id, inside);
      const by = { kind: 'person', id: one.person.id } as const;
      await notes.ended(tx, one, 'accepted', cause, by, inside ? 'inside' : 'accepted');
      const passage = { roomId: one.roomId, personId: one.person.id };
      if (inside) await deps.joined(tx, passage, cause);
      for (const other of await invitations.listOfOffer(tx, one.offerId)) {
        await end(tx, other, 'taken', cause);
      }
      return { status: 'accepted', one, waits: room.state !== 'ready' && !inside, inside };
    });
  }

  async function expectIn(tx: Tx, id: number, isIn: boolean): Promise<void> {
    const now = clock.now();
    await invitations.expectIn(tx, id, isIn ? null : remindedAt(calendar, now), now);
  }

  /** Somebody has said yes and has not come in: they get their way in once more, and the inviter hears of it. */
  async function remindAbsent(id: number, cause: Cause): Promise<void> {
    await keeping.once(cause, async (tx) => {
      const one = await keeping.lock(tx, id);
      if (one?.state !== 'accepted') return;
      const [room] = await rooms.find(tx, [one.roomId]);
      // Without a group there is no way in yet: it comes by itself.
      if (room?.state === 'waiting' || room?.state === 'lost') return await expectIn(tx, id, false);
      await expectIn(tx, id, true);
      const place = await placeOf(tx, one, cause);
      if (place === 'at-the-door') await notes.tellInviter(tx, one, 'absent', cause);
    });
  }

  async function decline(
    id: number,
    userId: number,
    reason: DeclineReason,
    cause: Cause,
  ): Promise<AnswerOutcome> {
    return answer({ id, userId, cause }, async (tx, one) => {
      await invitations.end(tx, one.id, 'declined', clock.now(), reason);
      const by = { kind: 'person', id: one.person.id } as const;
      await notes.ended(tx, { ...one, reason }, 'declined', cause, by);
      return { status: 'declined', one };
    });
  }

  async function answer(
    {
      id,
      userId,
      cause,
      late,
    }: {
      readonly id: number;
      readonly userId: number;
      readonly cause: Cause;
      /** What comes of an answer after the time. */
      readonly late?: typeof noteLate;
    },
    act: (tx: Tx, one: ToldInvitation) => Promise<AnswerOutcome>,
  ): Promise<AnswerOutcome> {
    return keeping.once<AnswerOutcome>(cause, async (tx) => {
      const one = await keeping.lock(tx, id);
      if (one?.person.userId !== userId) return { status: 'not-yours' };
      const state = stateAt(one, clock.now());
      if (state === 'sent') return await act(tx, one);
      if (state === 'expired') await late?.(tx, one, cause);
      return { status: 'over', state, one, place: await placeOf(tx, one, cause) };
    });
  }

  /** Whoever has not come in yet is given their way in once more. */
  async function placeOf(tx: Tx, one: ToldInvitation, cause: Cause): Promise<Place> {
    const { role } = await keeping.whoIs(tx, one.roomId, one.person.userId);
    if (role !== null) return 'inside';
    const entryId = await invitations.findWayIn(tx, one);
    const [person] = await people.find(tx, [one.person.id]);
    if (entryId === null || !person) return 'outside';
    await rooms.lead(tx, entryId, person, cause);
    return 'at-the-door';
  }

  /** A way in for the partner, who is told of the link as soon as there is one. */
  async function letIn(tx: Tx, one: ToldInvitation, room: Room, cause: Cause) {
    const { roomId, offer } = one;
    const { nameRu, nameEn } = offer.specialization;
    const tag = tagOf(offer.role, room.locales[0] === 'en' ? nameEn : nameRu);
    const personId = one.person.id;
    const way = { roomId, personId, role: 'partner', tag, invitedById: offer.inviter.id } as const;
    const outcome = await rooms.invite(tx, way, cause);
    // Whoever is there, or about to be, without a role of their own has this one from now on.
    if (outcome.status === 'already-in' || outcome.status === 'already-invited')
      await rooms.raise(tx, way, cause);
    const [person] = await people.find(tx, [personId]);
    if ('entryId' in outcome && person) await rooms.lead(tx, outcome.entryId, person, cause);
    return outcome.status;
  }

  /** A yes when the time is over: the inviter hears it once, and may ask again. */
  async function noteLate(tx: Tx, one: ToldInvitation, cause: Cause): Promise<void> {
    await invitations.end(tx, one.id, 'expired', clock.now());
    if (await invitations.markLate(tx, one.id)) await notes.ended(tx, one, 'late', cause);
  }

  async function end(
    tx: Tx,
    one: ToldInvitation,
    how: 'taken' | 'expired' | 'withdrawn',
    cause: Cause,
  ): Promise<void> {
    if (await invitations.end(tx, one.id, how, clock.now())) await notes.ended(tx, one, how, cause);
  }

  /** By whoever invited, or staff; also after a yes, until the partner is in. */
  async function withdraw(id: number, by: Actor, cause: Cause): Promise<WithdrawOutcome> {
    return keeping.once<WithdrawOutcome>(cause, async (tx) => {
      const one = await keeping.lock(tx, id);
      if (!one || !keeping.mayManage(one.offer, by)) return { status: 'no-right' };
      const state = stateAt(one, clock.now());
      if (state === 'accepted' && (await takeBack(tx, one, by, cause)))
        return { status: 'withdrawn', one };
      if (state !== 'sent') return { status: 'over', state };
      await invitations.end(tx, one.id, 'withdrawn', clock.now());
      await notes.ended(tx, one, 'withdrawn', cause, keeping.byOf(one.offer, by));
      return { status: 'withdrawn', one };
    });
  }

  async function remind(id: number, cause: Cause): Promise<void> {
    await keeping.once(cause, async (tx) => {
      const one = await keeping.lock(tx, id);
      if (!one || stateAt(one, clock.now()) !== 'sent') return;
      if (await invitations.markReminded(tx, id, clock.now())) await notes.reminded(tx, one, cause);
    });
  }

  async function expire(id: number, cause: Cause): Promise<void> {
    await keeping.once(cause, async (tx) => {
      const one = await keeping.lock(tx, id);
      if (one && stateAt(one, clock.now()) === 'expired') await end(tx, one, 'expired', cause);
    });
  }

  /** It did not reach the partner; in the transaction that records so. */
  async function noteNotArrived(tx: Tx, id: number, reason: string, cause: Cause): Promise<void> {
    const one = await keeping.lock(tx, id);
    if (!one || !(await invitations.end(tx, id, 'undeliverable', clock.now(), reason))) return;
    await notes.ended(tx, { ...one, reason }, 'undeliverable', cause);
  }

  /**
   * Whoever asked has left the room (null: works here no more, whichever the room): who has not answered
   * yet hears that nobody waits for it, unless the inviter still may bring people there.
   */
  async function withdrawOf(tx: Tx, inviterId: number, roomId: number | null, cause: Cause) {
    const offer = { invitedById: inviterId, ...(roomId === null ? {} : { roomId }) };
    for (const { id } of await invitations.listOpen(tx, { offer })) {
      const one = await keeping.lock(tx, id);
      if (one && !(await rooms.vouches(tx, one.roomId, inviterId))) {
        await end(tx, one, 'withdrawn', cause);
      }
    }
  }

  /** A room is closed: nobody is asked into it any more. */
  async function withdrawIn(tx: Tx, roomId: number, cause: Cause): Promise<void> {
    for (const { id } of await invitations.listOpen(tx, { roomId })) {
      const one = await keeping.lock(tx, id);
      if (one) await end(tx, one, 'withdrawn', cause);
    }
  }

  /** The same for an employee, once they are none any more. */
  async function withdrawOfStaff(tx: Tx, userId: number, cause: Cause): Promise<void> {
    const [person] = await people.findByUser(tx, [userId]);
    if (person) await withdrawOf(tx, person.id, null, cause);
  }

  /** All that a partner has not answered or not come in by, when staff have blocked them. */
  async function withdrawAll(tx: Tx, partnerId: number, cause: Cause): Promise<void> {
    for (const { id } of await invitations.listOpen(tx, { partnerId })) {
      const one = await keeping.lock(tx, id);
      if (one && (await invitations.end(tx, id, 'withdrawn', clock.now())))
        await notes.ended(tx, one, 'blocked', cause);
    }
    // Asked for last: whoever said yes in this very moment has a way in by now.
    for (const way of await invitations.listWaysIn(tx, partnerId)) {
      if (!(await rooms.withdraw(tx, way.id, cause))) continue;
      const accepted = await invitations.findAccepted(tx, way);
      if (accepted) await notes.ended(tx, accepted, 'blocked', cause);
    }
  }

  const { prisma } = database;

  /** Nobody hears of them at night, also where a sweep looks late: what is due waits for the morning. */
  function byDay(list: InvitationRepository['listExpired']): () => Promise<number[]> {
    return async () => {
      const now = clock.now();
      return closureAt(calendar, now) ? [] : await list(prisma, now);
    };
  }

  return {
    accept,
    decline,
    withdraw,
    remind,
    expire,
    noteNotArrived,
    withdrawAll,
    remindAbsent,
    withdrawOf,
    withdrawIn,
    withdrawOfStaff,
    listAbsent: byDay(invitations.listAbsent),
    listToRemind: byDay(invitations.listToRemind),
    listExpired: byDay(invitations.listExpired),
    find: async (id: number) => (await invitations.find(prisma, [id]))[0] ?? null,
  };
}
