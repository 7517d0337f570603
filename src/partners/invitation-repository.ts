// The tables of offers and of the invitations that carry them; what is due of them and votes are apart.

import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Invitation, InvitationState } from './invitation.ts';
import { createInvitationTimes } from './invitation-times-repository.ts';
import type { Specialization } from './partner.ts';
import { createVotes } from './votes.ts';

/** Somebody as they are written to. */
export interface Someone {
  readonly id: number;
  readonly userId: number;
  readonly name: string;
  readonly locale: Locale;
}

export interface NewOffer {
  readonly roomId: number;
  readonly specializationId: number;
  readonly role: string | null;
  readonly expects: string | null;
  readonly invitedById: number;
}

export interface Offer extends NewOffer {
  readonly id: number;
  readonly specialization: Omit<Specialization, 'hidden'>;
  readonly inviter: Someone;
}

/** An invitation with all that is said about it. */
export interface ToldInvitation extends Invitation {
  readonly offer: Offer;
  readonly partnerName: string;
  /** The partner as a person. */
  readonly person: Someone;
}

const PERSON = { select: { id: true, userId: true, name: true, locale: true } } as const;
const SPECIALIZATION = { select: { id: true, nameRu: true, nameEn: true } } as const;
const INCLUDE = {
  offer: { include: { specialization: SPECIALIZATION, invitedBy: PERSON } },
  partner: { select: { name: true, person: PERSON } },
} as const;

interface PersonRow {
  id: number;
  userId: bigint;
  name: string;
  locale: string;
}

function toSomeone({ userId, locale, ...rest }: PersonRow): Someone {
  return { ...rest, userId: Number(userId), locale: locale as Locale };
}

type Row = NonNullable<Awaited<ReturnType<typeof readOne>>>;

function readOne(db: Tx) {
  return db.partnerInvitation.findFirst({ include: INCLUDE });
}

function toTold({ offer: { invitedBy, ...offer }, partner, state, ...rest }: Row): ToldInvitation {
  return {
    ...rest,
    state: state as InvitationState,
    offer: { ...offer, inviter: toSomeone(invitedBy) },
    partnerName: partner.name,
    person: toSomeone(partner.person),
  };
}

export type InvitationRepository = ReturnType<typeof createInvitationRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createInvitationRepository() {
  async function find(db: Tx, ids: readonly number[]): Promise<ToldInvitation[]> {
    const where = { id: { in: [...ids] } };
    return (await db.partnerInvitation.findMany({ where, include: INCLUDE })).map(toTold);
  }

  async function findOffer(db: Tx, id: number): Promise<Offer | null> {
    const include = { specialization: SPECIALIZATION, invitedBy: PERSON } as const;
    const row = await db.partnerOffer.findUnique({ where: { id }, include });
    if (!row) return null;
    const { invitedBy, ...offer } = row;
    return { ...offer, inviter: toSomeone(invitedBy) };
  }

  /** Nobody else answers, withdraws or replaces anything of this offer until the transaction ends. */
  async function lockOffer(tx: Tx, id: number): Promise<void> {
    await tx.$queryRaw`SELECT id FROM partner_offer WHERE id = ${id} FOR NO KEY UPDATE`;
  }

  async function insertOffer(tx: Tx, offer: NewOffer, now: Date): Promise<number> {
    const { id } = await tx.partnerOffer.create({
      data: { ...offer, createdAt: now },
      select: { id: true },
    });
    return id;
  }

  /** Null: this partner has an open one to this room already. */
  async function insert(
    tx: Tx,
    one: Pick<Invitation, 'offerId' | 'roomId' | 'partnerId' | 'sentAt' | 'expiresAt'> & {
      readonly remindAt: Date;
    },
  ): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO partner_invitation (offer_id, room_id, partner_id, sent_at, remind_at, expires_at)
      VALUES (${one.offerId}, ${one.roomId}, ${one.partnerId}, ${one.sentAt}::timestamptz,
        ${one.remindAt}::timestamptz, ${one.expiresAt}::timestamptz)
      ON CONFLICT (room_id, partner_id) WHERE state = 'sent' DO NOTHING
      RETURNING id`;
    return row?.id ?? null;
  }

  /** False: it was not open any more. */
  async function end(
    tx: Tx,
    id: number,
    state: Exclude<InvitationState, 'sent'>,
    now: Date,
    reason: string | null = null,
  ): Promise<boolean> {
    const answered = state === 'accepted' || state === 'declined';
    const { count } = await tx.partnerInvitation.updateMany({
      where: { id, state: 'sent' },
      data: { state, reason, endedAt: now, ...(answered ? { answeredAt: now } : {}) },
    });
    return count > 0;
  }

  /** False: it is not accepted any more. */
  async function takeBack(tx: Tx, id: number, now: Date): Promise<boolean> {
    const data = { state: 'withdrawn', endedAt: now, answeredAt: null };
    const where = { id, state: 'accepted' };
    return (await tx.partnerInvitation.updateMany({ where, data })).count > 0;
  }

  async function listOfOffer(db: Tx, offerId: number): Promise<ToldInvitation[]> {
    const rows = await db.partnerInvitation.findMany({
      where: { offerId },
      include: INCLUDE,
      orderBy: { id: 'asc' },
    });
    return rows.map(toTold);
  }

  /** Not answered yet, the oldest first. */
  async function listOpen(
    db: Tx,
    of:
      | { readonly roomId: number }
      | { readonly partnerId: number }
      /** Of whoever asked; `roomId` undefined: in every room. */
      | { readonly offer: { readonly invitedById: number; readonly roomId?: number } },
  ): Promise<ToldInvitation[]> {
    const rows = await db.partnerInvitation.findMany({
      where: { ...of, state: 'sent' },
      include: INCLUDE,
      orderBy: { id: 'asc' },
    });
    return rows.map(toTold);
  }

  /** By which this person came, or was to come, to this room last; null: by none. */
  async function findAccepted(
    db: Tx,
    { roomId, personId }: { readonly roomId: number; readonly personId: number },
  ): Promise<ToldInvitation | null> {
    const row = await db.partnerInvitation.findFirst({
      where: { roomId, partner: { personId }, state: 'accepted' },
      include: INCLUDE,
      orderBy: { id: 'desc' },
    });
    return row && toTold(row);
  }

  /** The open way in that this partner has to this room; null: none. */
  async function findWayIn(db: Tx, { roomId, person }: ToldInvitation): Promise<number | null> {
    const row = await db.roomEntry.findFirst({
      where: { roomId, personId: person.id, state: 'open' },
      select: { id: true },
    });
    return row?.id ?? null;
  }

  /** The open ways in that this partner has as one, to whichever room. */
  async function listWaysIn(db: Tx, partnerId: number) {
    const rows = await db.roomEntry.findMany({
      where: { person: { partner: { id: partnerId } }, role: 'partner', state: 'open' },
      select: { id: true, roomId: true, personId: true },
      orderBy: { id: 'asc' },
    });
    return rows.flatMap(({ personId, ...way }) => (personId === null ? [] : { ...way, personId }));
  }

  return {
    find,
    findOffer,
    lockOffer,
    insertOffer,
    insert,
    ...{ end, takeBack },
    listOfOffer,
    listOpen,
    findAccepted,
    findWayIn,
    listWaysIn,
    ...createInvitationTimes(),
    ...createVotes(),
  };
}
