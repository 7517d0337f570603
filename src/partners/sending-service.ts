// Partners are invited to rooms: one, or the best three by one question of whom the first to accept is
// taken. Whoever is silent or has declined is replaced by another for the same question.

import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import type { BusinessCalendar } from '../sla/business-calendar.ts';
import { ASKED_AT_ONCE, deadlinesOf, LONGEST_LINE, MOST_OPEN_IN_ROOM } from './invitation.ts';
import type { Actor, InvitationKeeping, InvitationKeepingDeps } from './invitation-keeping.ts';
import type { InvitationNotes } from './invitation-notes.ts';
import type { Offer, ToldInvitation } from './invitation-repository.ts';
import { type Candidate, inOrder, type Standing, standingOf } from './partner.ts';
import type { PartnerRepository } from './partner-repository.ts';
import { createTakeBack } from './taking-back.ts';

export interface SendingServiceDeps extends InvitationKeepingDeps {
  readonly keeping: InvitationKeeping;
  readonly notes: InvitationNotes;
  readonly partners: PartnerRepository;
  /** The company's own hours. */
  readonly calendar: BusinessCalendar;
}

export interface SendCommand {
  readonly roomId: number;
  readonly by: Actor;
  readonly specializationId: number;
  /** One partner, or the first to accept of the best three. */
  readonly ask: { readonly partnerId: number } | 'three';
  readonly role: string | null;
  readonly expects: string | null;
  readonly cause: Cause;
}

export type SendOutcome =
  | { readonly status: 'sent'; readonly offerId: number; readonly names: readonly string[] }
  /** The partner cannot be asked (any more). */
  | { readonly status: 'not-free'; readonly standing: Exclude<Standing, 'free'> }
  | { readonly status: 'nobody' | 'taken' | 'no-right' | 'room-closed' | 'too-many' | 'repeated' };

/** What a room looks for, and in whose name. */
interface Search {
  readonly roomId: number;
  readonly specializationId: number;
  /** The number of the person who invites: nobody invites themselves. */
  readonly inviter: number;
}

/** Whoever has just said no to a room is not asked again as one of several; by name they can be. */
const LET_BE_MS = 24 * 3_600_000;

export type SendingService = ReturnType<typeof createSendingService>;

/** Verbs happen once for their cause, and each checks rights and states anew. */
export function createSendingService(deps: SendingServiceDeps) {
  const { database, invitations, partners, rooms, keeping, notes, clock, calendar } = deps;
  const takeBack = createTakeBack(deps);

  async function send(command: SendCommand): Promise<SendOutcome> {
    const { roomId, by, specializationId, cause } = command;
    return keeping.once<SendOutcome>(cause, async (tx) => {
      if (!(await isOpenRoom(tx, roomId))) return { status: 'room-closed' };
      const inviter = await keeping.inviterIn(tx, roomId, by);
      if (inviter === null) return { status: 'no-right' };
      const chosen = await choose(tx, { roomId, specializationId, inviter }, command.ask);
      if ('status' in chosen) return chosen;
      const lines = { role: lineOf(command.role), expects: lineOf(command.expects) };
      const offer = { roomId, specializationId, ...lines, invitedById: inviter };
      const offerId = await invitations.insertOffer(tx, offer, clock.now());
      return await ask(tx, offerId, roomId, chosen.asked, cause);
    });
  }

  async function isOpenRoom(tx: Tx, roomId: number): Promise<boolean> {
    const [room] = await rooms.find(tx, [roomId]);
    return room !== undefined && room.state !== 'closed';
  }

  /** Whom to ask, of those who can be asked now. */
  async function choose(
    tx: Tx,
    search: Search,
    wanted: SendCommand['ask'],
  ): Promise<SendOutcome | { readonly asked: readonly Candidate[] }> {
    const open = await invitations.listOpen(tx, { roomId: search.roomId });
    if (open.length >= MOST_OPEN_IN_ROOM) return { status: 'too-many' };
    const all = await listCandidates(search, tx);
    if (wanted === 'three') {
      const since = new Date(clock.now().getTime() - LET_BE_MS);
      const declined = await partners.declinedSince(tx, search.roomId, since);
      const willing = all.filter((one) => isFree(one) && !declined.has(one.id));
      const free = willing.slice(0, ASKED_AT_ONCE);
      return free.length === 0 ? { status: 'nobody' } : { asked: free };
    }
    const one = all.find(({ id }) => id === wanted.partnerId);
    if (!one) return { status: 'nobody' };
    const standing = standingOf(one, clock.now());
    return standing === 'free' ? { asked: [one] } : { status: 'not-free', standing };
  }

  function isFree(candidate: Candidate): boolean {
    return standingOf(candidate, clock.now()) === 'free';
  }

  /** Whoever was asked by somebody else in this very moment is left out. */
  async function ask(
    tx: Tx,
    offerId: number,
    roomId: number,
    asked: readonly Candidate[],
    cause: Cause,
  ): Promise<SendOutcome> {
    const sentAt = clock.now();
    const times = { sentAt, ...deadlinesOf(calendar, sentAt) };
    const names: string[] = [];
    for (const { id: partnerId, name } of asked) {
      const id = await invitations.insert(tx, { offerId, roomId, partnerId, ...times });
      if (id === null) continue;
      await notes.asked(tx, id, cause);
      names.push(name);
    }
    if (names.length === 0) return { status: 'not-free', standing: 'invited' };
    await notes.sent(tx, offerId);
    return { status: 'sent', offerId, names };
  }

  /** Another is asked the same: whoever has not answered yet is asked no more. */
  async function replace(
    offerId: number,
    partnerId: number,
    by: Actor,
    cause: Cause,
  ): Promise<SendOutcome> {
    return keeping.once<SendOutcome>(cause, async (tx) => {
      await invitations.lockOffer(tx, offerId);
      const offer = await invitations.findOffer(tx, offerId);
      if (!offer || !keeping.mayManage(offer, by)) return { status: 'no-right' };
      const { roomId } = offer;
      if (!(await isOpenRoom(tx, roomId))) return { status: 'room-closed' };
      // Whoever has left the room since invites nobody there any more.
      if ((await keeping.inviterIn(tx, roomId, by)) === null) return { status: 'no-right' };
      const before = await invitations.listOfOffer(tx, offerId);
      const accepted = before.find(({ state }) => state === 'accepted');
      const chosen = await choose(tx, { ...offer, inviter: offer.invitedById }, { partnerId });
      if ('status' in chosen) return chosen;
      // Whoever said yes and has not come in gives way.
      if (accepted && !(await takeBack(tx, accepted, by, cause))) return { status: 'taken' };
      for (const one of before) await release(tx, one, by, cause);
      return await ask(tx, offerId, roomId, chosen.asked, cause);
    });
  }

  async function release(tx: Tx, one: ToldInvitation, by: Actor, cause: Cause): Promise<void> {
    if (!(await invitations.end(tx, one.id, 'withdrawn', clock.now()))) return;
    await notes.ended(tx, one, 'withdrawn', cause, keeping.byOf(one.offer, by));
  }

  /** Everybody who does this, as an inviter reads them; the inviter is none of them. */
  async function listCandidates(search: Search, db: Tx = database.prisma): Promise<Candidate[]> {
    const all = await partners.candidates(db, search);
    const others = all.filter(({ personId }) => personId !== search.inviter);
    return inOrder(others, clock.now());
  }

  /** Whom the room waits for; `own`: whoever looks may take it back. */
  async function open(roomId: number, by: Actor) {
    const all = await invitations.listOpen(database.prisma, { roomId });
    return all.map((one) => ({ ...one, own: keeping.mayManage(one.offer, by) }));
  }

  /** Who could be asked instead, as of now; null: nobody more. */
  async function nextFor(offer: Offer): Promise<Candidate | null> {
    const before = await invitations.listOfOffer(database.prisma, offer.id);
    const asked = new Set(before.map(({ partnerId }) => partnerId));
    const all = await listCandidates({ ...offer, inviter: offer.invitedById });
    return all.find((one) => isFree(one) && !asked.has(one.id)) ?? null;
  }

  const { prisma } = database;
  return {
    send,
    replace,
    listCandidates,
    nextFor,
    /** The number of the person, if they may invite to this room; else null. */
    inviterIn: (roomId: number, by: Actor) => keeping.inviterIn(prisma, roomId, by),
    open,
  };
}

function lineOf(words: string | null): string | null {
  return words === null ? null : plainName(words, '', LONGEST_LINE) || null;
}
