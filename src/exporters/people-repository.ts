// Who belongs to which exporter, who is to, and how far they have come.

import type { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { CompanyPerson } from './exporter.ts';

const PERSON = {
  select: { userId: true, name: true, username: true, locale: true, phone: true },
} as const;
const MEMBER = {
  companyId: true,
  personId: true,
  isContact: true,
  since: true,
  person: PERSON,
} as const;

type MemberRow = Prisma.CompanyPersonGetPayload<{ select: typeof MEMBER }>;

function toMember({ person, ...rest }: MemberRow): CompanyPerson {
  return {
    ...rest,
    ...person,
    userId: Number(person.userId),
    locale: person.locale as Locale,
  };
}

/** What somebody has answered so far; null: not yet. */
export interface Answers {
  readonly locale: Locale | null;
  readonly companyName: string | null;
  readonly contactName: string | null;
  readonly phoneAsked: boolean;
  readonly timeZone: string | null;
  readonly worksFrom: string | null;
  readonly worksTo: string | null;
}

export interface Registration extends Answers {
  readonly id: number;
  readonly companyId: number;
  readonly personId: number;
  readonly invitationId: number | null;
  readonly endedAt: Date | null;
}

const REGISTRATION = {
  id: true,
  companyId: true,
  personId: true,
  invitationId: true,
  locale: true,
  companyName: true,
  contactName: true,
  phoneAsked: true,
  timeZone: true,
  worksFrom: true,
  worksTo: true,
  endedAt: true,
} as const;

type RegistrationRow = Prisma.CompanyRegistrationGetPayload<{ select: typeof REGISTRATION }>;

function toRegistration({ locale, ...rest }: RegistrationRow): Registration {
  return { ...rest, locale: locale as Locale | null };
}

export interface Invitation {
  readonly id: number;
  readonly companyId: number;
  /** Null: the person asks to be let in. */
  readonly code: string | null;
  readonly personId: number | null;
  readonly invitedById: number | null;
  readonly state: 'open' | 'accepted' | 'refused' | 'closed';
  readonly expiresAt: Date;
}

const INVITATION = {
  id: true,
  companyId: true,
  code: true,
  personId: true,
  invitedById: true,
  state: true,
  expiresAt: true,
} as const;

type InvitationRow = Prisma.CompanyInvitationGetPayload<{ select: typeof INVITATION }>;

function toInvitation({ state, ...rest }: InvitationRow): Invitation {
  return { ...rest, state: state as Invitation['state'] };
}

/** Somebody who asks to belong to a company. */
export interface Asked {
  /** Of the invitation. */
  readonly id: number;
  readonly companyId: number;
  readonly name: string;
  readonly username: string | null;
}

export type CompanyPeopleRepository = ReturnType<typeof createCompanyPeopleRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createCompanyPeopleRepository() {
  /** Those who belong to these companies now, whoever registered first. */
  async function members(db: Tx, companyIds: readonly number[]): Promise<CompanyPerson[]> {
    const rows = await db.companyPerson.findMany({
      where: { companyId: { in: [...companyIds] }, leftAt: null },
      select: MEMBER,
      orderBy: [{ isContact: 'desc' }, { id: 'asc' }],
    });
    return rows.map(toMember);
  }

  /** Where these people belong now. */
  async function membershipsOf(db: Tx, personIds: readonly number[]): Promise<CompanyPerson[]> {
    const rows = await db.companyPerson.findMany({
      where: { personId: { in: [...personIds] }, leftAt: null },
      select: MEMBER,
    });
    return rows.map(toMember);
  }

  async function join(
    tx: Tx,
    member: Pick<CompanyPerson, 'companyId' | 'personId' | 'isContact'>,
    now: Date,
  ): Promise<void> {
    await tx.companyPerson.create({ data: { ...member, since: now } });
  }

  /** They speak for their company from now on; nobody else may at that moment. */
  async function makeContact(tx: Tx, personId: number): Promise<void> {
    await tx.companyPerson.updateMany({
      where: { personId, leftAt: null },
      data: { isContact: true },
    });
  }

  async function leave(tx: Tx, personId: number, now: Date): Promise<void> {
    await tx.companyPerson.updateMany({
      where: { personId, leftAt: null },
      data: { leftAt: now },
    });
  }

  async function findRegistration(db: Tx, id: number): Promise<Registration | null> {
    const row = await db.companyRegistration.findUnique({
      where: { id },
      select: REGISTRATION,
    });
    return row && toRegistration(row);
  }

  /** The one that this person has begun and not ended, or a new one. */
  async function beginRegistration(
    tx: Tx,
    begun: Pick<Registration, 'companyId' | 'personId' | 'invitationId'>,
    now: Date,
  ): Promise<Registration & { readonly isNew: boolean }> {
    const { companyId, personId, invitationId } = begun;
    const where = { companyId, personId, endedAt: null };
    const known = await tx.companyRegistration.findFirst({ where, select: REGISTRATION });
    if (!known) {
      const data = { ...begun, createdAt: now };
      const made = await tx.companyRegistration.create({ data, select: REGISTRATION });
      return { ...toRegistration(made), isNew: true };
    }
    // Who began without a colleague's invitation and has one now comes in by it.
    const row = await tx.companyRegistration.update({
      where: { id: known.id },
      data: { invitationId: invitationId ?? known.invitationId },
      select: REGISTRATION,
    });
    return { ...toRegistration(row), isNew: false };
  }

  async function answer(tx: Tx, id: number, answers: Partial<Answers>): Promise<void> {
    await tx.companyRegistration.updateMany({ where: { id, endedAt: null }, data: answers });
  }

  async function endRegistration(tx: Tx, id: number, now: Date): Promise<void> {
    await tx.companyRegistration.updateMany({ where: { id }, data: { endedAt: now } });
  }

  async function insertInvitation(
    tx: Tx,
    made: Pick<Invitation, 'companyId' | 'code' | 'personId' | 'invitedById' | 'expiresAt'>,
    now: Date,
  ): Promise<Invitation> {
    const data = { ...made, createdAt: now };
    return toInvitation(await tx.companyInvitation.create({ data, select: INVITATION }));
  }

  async function findInvitationByCode(db: Tx, code: string): Promise<Invitation | null> {
    const row = await db.companyInvitation.findUnique({ where: { code }, select: INVITATION });
    return row && toInvitation(row);
  }

  async function findInvitation(db: Tx, id: number): Promise<Invitation | null> {
    const row = await db.companyInvitation.findUnique({ where: { id }, select: INVITATION });
    return row && toInvitation(row);
  }

  /** That this person asks to belong to this company, and nobody has answered yet. */
  async function findAsked(db: Tx, companyId: number, personId: number) {
    const where = { companyId, personId, code: null, state: 'open' };
    const row = await db.companyInvitation.findFirst({ where, select: INVITATION });
    return row && toInvitation(row);
  }

  /** Whether this company has said that this person is no colleague. */
  async function isRefused(db: Tx, companyId: number, personId: number): Promise<boolean> {
    const where = { companyId, personId, code: null, state: 'refused' };
    return (await db.companyInvitation.count({ where })) > 0;
  }

  /** Who asks to belong to these companies and has not been answered. */
  async function listAsked(db: Tx, companyIds: readonly number[], now: Date) {
    const rows = await db.companyInvitation.findMany({
      where: {
        companyId: { in: [...companyIds] },
        code: null,
        state: 'open',
        expiresAt: { gt: now },
      },
      select: { id: true, companyId: true, person: PERSON },
      orderBy: { id: 'asc' },
    });
    return rows.flatMap(({ id, companyId, person }): Asked[] =>
      person ? [{ id, companyId, name: person.name, username: person.username }] : [],
    );
  }

  /** Nobody comes any more by what this person has passed on. */
  async function closeInvitationsBy(tx: Tx, personId: number, now: Date): Promise<void> {
    await tx.companyInvitation.updateMany({
      where: { invitedById: personId, state: 'open' },
      data: { state: 'closed', endedAt: now },
    });
  }

  async function endInvitation(
    tx: Tx,
    id: number,
    end: { readonly state: 'accepted' | 'refused' | 'closed'; readonly personId?: number },
    now: Date,
  ): Promise<void> {
    await tx.companyInvitation.update({ where: { id }, data: { ...end, endedAt: now } });
  }

  return {
    members,
    membershipsOf,
    join,
    makeContact,
    leave,
    findRegistration,
    beginRegistration,
    answer,
    endRegistration,
    insertInvitation,
    findInvitationByCode,
    findInvitation,
    findAsked,
    isRefused,
    listAsked,
    closeInvitationsBy,
    endInvitation,
  };
}
