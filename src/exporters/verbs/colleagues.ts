// People of one exporter: one invites another by a link for one person, or says whether somebody who asks
// is a colleague. Staff may answer too, where the exporter's own do not.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import { token } from '../../platform/random.ts';
import type { Staff } from '../../staff/staff.ts';
import {
  CODE_BYTES,
  type Company,
  type CompanyPerson,
  INVITATION_DAYS,
  isAtWork,
} from '../exporter.ts';
import type { Invitation } from '../people-repository.ts';
import { type Actor, note, type VerbDeps } from './deps.ts';
import type { Effects } from './effects.ts';

export type InviteOutcome =
  | { readonly status: 'repeated' | 'invited' }
  /** They belong to no exporter, or to one that may not invite now. */
  | { readonly status: 'not-yours' | 'not-at-work' };

export interface AnswerCommand {
  readonly invitationId: number;
  readonly verdict: 'accept' | 'refuse';
  /** Whoever pressed. */
  readonly userId: number;
  readonly staff: Staff | null;
  readonly cause: Cause;
}

export type AnswerOutcome =
  | { readonly status: 'repeated' | 'not-yours' | 'unknown' }
  | { readonly status: 'accepted' | 'refused'; readonly name: string }
  /** Somebody was quicker, or nobody answered in time. */
  | { readonly status: 'over'; readonly is: Exclude<Invitation['state'], 'open'> };

const DAY_MS = 86_400_000;

export function createColleagues(deps: VerbDeps, effects: Effects) {
  const { database, companies, belonging, outbox, clock, people } = deps;

  /** What a person sees of their own company: nothing where they belong to none. */
  async function companyOf(
    userId: number,
    tx: Tx = database.prisma,
  ): Promise<{ readonly company: Company; readonly member: CompanyPerson } | null> {
    const [person] = await people.findByUser(tx, [userId]);
    const [member] = person ? await belonging.membershipsOf(tx, [person.id]) : [];
    const [company] = member ? await companies.find(tx, [member.companyId]) : [];
    return company && member ? { company, member } : null;
  }

  async function invite(userId: number, cause: Cause): Promise<InviteOutcome> {
    return database.inTransaction(async (tx): Promise<InviteOutcome> => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const own = await companyOf(userId, tx);
      if (!own) return { status: 'not-yours' };
      const { company, member } = own;
      if (!isAtWork(company)) return { status: 'not-at-work' };
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
      const made = { companyId: company.id, code: token(CODE_BYTES), personId: null, expiresAt };
      const invitedById = member.personId;
      const { id } = await belonging.insertInvitation(tx, { ...made, invitedById }, now);
      const by: Actor = { kind: 'person', personId: invitedById };
      await note(tx, deps, 'company-colleague-invited', company, by, cause, { invitationId: id });
      const facts = { invitationId: id };
      await outbox.enqueue(tx, [wordsToPerson(member, 'exporter-invitation', facts)], cause);
      return { status: 'invited' };
    });
  }

  /** A page (from 0) of the groups of somebody's own company; null: they belong to none, or it may not work. */
  async function ownRooms(userId: number, page: number, size: number) {
    const own = await companyOf(userId);
    if (!own || !isAtWork(own.company)) return null;
    const { company, member } = own;
    const range = { skip: page * size, take: size };
    return await companies.listRooms(database.prisma, company.id, member.personId, range);
  }

  /** Shows a person their company, or says that they belong to none. */
  async function showOwn(
    to: { readonly userId: number; readonly locale: CompanyPerson['locale'] },
    cause: Cause,
  ): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const own = await companyOf(to.userId, tx);
      const facts = { companyId: own?.company.id ?? null, userId: to.userId };
      await outbox.enqueue(tx, [wordsToPerson(own?.member ?? to, 'exporter-own', facts)], cause);
    });
  }

  /** Whether somebody who asks belongs to the company. */
  async function answerAsked(command: AnswerCommand): Promise<AnswerOutcome> {
    const { invitationId, cause } = command;
    return database.inTransaction(async (tx): Promise<AnswerOutcome> => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const asked = await belonging.findInvitation(tx, invitationId);
      const company = asked && (await companies.lock(tx, asked.companyId));
      if (!asked || !company || asked.personId === null) return { status: 'unknown' };
      const actor = await mayAnswer(tx, company, command);
      if (!actor) return { status: 'not-yours' };
      // Read again, now that nobody else can answer.
      const now = await belonging.findInvitation(tx, invitationId);
      if (now && now.state !== 'open') return { status: 'over', is: now.state };
      return settleAsked(tx, company, { ...asked, personId: asked.personId }, actor, command);
    });
  }

  async function mayAnswer(
    tx: Tx,
    { id }: Company,
    { userId, staff }: AnswerCommand,
  ): Promise<Actor | null> {
    if (staff) return { kind: 'staff', staff };
    const theirs = await belonging.members(tx, [id]);
    const member = theirs.find((one) => one.userId === userId);
    return member ? { kind: 'person', personId: member.personId } : null;
  }

  async function settleAsked(
    tx: Tx,
    company: Company,
    { id, personId, expiresAt }: Invitation & { readonly personId: number },
    actor: Actor,
    { verdict, cause }: AnswerCommand,
  ): Promise<AnswerOutcome> {
    const [person] = await people.find(tx, [personId]);
    const [elsewhere] = await belonging.membershipsOf(tx, [personId]);
    if (!person || elsewhere || expiresAt <= clock.now()) {
      await belonging.endInvitation(tx, id, { state: 'closed' }, clock.now());
      return { status: 'over', is: 'closed' };
    }
    const state = verdict === 'accept' ? 'accepted' : 'refused';
    await belonging.endInvitation(tx, id, { state }, clock.now());
    const { name, status } = company;
    if (state === 'accepted') {
      const by = actor.kind === 'person' ? actor.personId : null;
      await effects.admit(tx, company, personId, by, cause);
      await outbox.enqueue(tx, [wordsToPerson(person, 'exporter-joined', { name, status })], cause);
    } else {
      await note(tx, deps, 'company-join-refused', company, actor, cause, { personId });
      await outbox.enqueue(tx, [wordsToPerson(person, 'exporter-not-joined', { name })], cause);
    }
    await effects.redraw(tx, company);
    return { status: state, name: person.name };
  }

  return { companyOf, ownRooms, invite, showOwn, answerAsked };
}
