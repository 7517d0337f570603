// A registration as it is answered, kept with each answer, and handed in at the end: the first of a company
// registers it, later ones join it, by a colleague's invitation or when a colleague says so.

import type { Person } from '../../people/person.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { recordEvents } from '../../platform/events.ts';
import type { Locale } from '../../platform/i18n.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import { type Company, type CompanyPerson, holdsItsPeople, INVITATION_DAYS } from '../exporter.ts';
import type { Answers, Invitation, Registration } from '../people-repository.ts';
import { firstReminder } from '../reminding.ts';
import { type Actor, note, SYSTEM, type VerbDeps } from './deps.ts';
import type { Effects } from './effects.ts';

/** A registration as the form that asks sees it; plain JSON. */
export interface RegistrationView extends Answers {
  readonly id: number;
  /** `company`: nobody has registered it yet; `colleague`: it is there, they join it. */
  readonly asks: 'company' | 'colleague';
  readonly company: Pick<Company, 'name' | 'timeZone' | 'worksFrom' | 'worksTo' | 'locale'>;
  readonly personName: string;
  readonly hasPhone: boolean;
}

export type SubmitOutcome =
  | { readonly status: 'repeated' | 'over' }
  /** Said in words to whoever has handed it in. */
  | { readonly status: 'confirmed' | 'pending' | 'joined' | 'asked' | 'refused' };

const DAY_MS = 86_400_000;

export function createRegister(deps: VerbDeps, effects: Effects) {
  const { database, companies, belonging, outbox, clock, people } = deps;

  /** Null: it is over, or somebody else's. */
  async function registration(id: number, userId: number): Promise<RegistrationView | null> {
    const { prisma } = database;
    const found = await belonging.findRegistration(prisma, id);
    if (!found || found.endedAt) return null;
    const [person] = await people.find(prisma, [found.personId]);
    const [company] = await companies.find(prisma, [found.companyId]);
    if (!company || person?.userId !== userId) return null;
    const { name, timeZone, worksFrom, worksTo, locale } = company;
    const { endedAt: _, companyId: _company, personId: _person, invitationId, ...answers } = found;
    const isFirst = company.status === 'invited' && invitationId === null;
    return {
      ...answers,
      asks: isFirst ? 'company' : 'colleague',
      company: { name, timeZone, worksFrom, worksTo, locale },
      personName: person.name,
      hasPhone: person.phone !== null,
    };
  }

  /** Keeps an answer; the same twice changes nothing. A telephone is kept with the person. */
  async function answer(
    id: number,
    userId: number,
    answers: Partial<Answers> & { readonly phone?: string },
  ): Promise<void> {
    const { phone, ...rest } = answers;
    await database.inTransaction(async (tx) => {
      const found = await belonging.findRegistration(tx, id);
      const [person] = found ? await people.find(tx, [found.personId]) : [];
      if (!person || person.userId !== userId) return;
      await belonging.answer(tx, id, rest);
      if (rest.locale) await people.chooseLocale(tx, person.id, rest.locale);
      if (phone !== undefined) await people.setPhone(tx, person.id, phone);
    });
  }

  /** All is answered, and they agree to what becomes of it. */
  async function submit(command: {
    readonly registrationId: number;
    readonly userId: number;
    readonly cause: Cause;
  }): Promise<SubmitOutcome> {
    const { registrationId, userId, cause } = command;
    return database.inTransaction(async (tx): Promise<SubmitOutcome> => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const found = await belonging.findRegistration(tx, registrationId);
      const [person] = found ? await people.find(tx, [found.personId]) : [];
      if (!found || found.endedAt || person?.userId !== userId) return { status: 'over' };
      const company = await companies.lock(tx, found.companyId);
      if (!company) return { status: 'over' };
      await people.consent(tx, person.id);
      await noteConsent(tx, person.id, cause);
      await belonging.endRegistration(tx, found.id, clock.now());
      return handIn(tx, company, person, found, cause);
    });
  }

  /** To what, and when, can be shown later. */
  async function noteConsent(tx: Tx, personId: number, cause: Cause): Promise<void> {
    const event = { type: 'consent-given', subject: 'person', subjectId: personId } as const;
    const by = { actor: 'person', actorId: personId } as const;
    await recordEvents(tx, [{ ...event, ...by }], cause, clock.now());
  }

  async function handIn(
    tx: Tx,
    company: Company,
    person: Person,
    answers: Registration,
    cause: Cause,
  ): Promise<SubmitOutcome> {
    const why = await obstacle(tx, company, person);
    if (why) {
      const { name, reason } = company;
      await say(tx, person, 'exporter-link', { why, name, reason, company: name }, cause);
      return { status: 'refused' };
    }
    if (company.status === 'invited') return register(tx, company, person, answers, cause);
    const theirs = await belonging.members(tx, [company.id]);
    const invitation = await invitationOf(tx, answers);
    if (invitation) return join(tx, company, person, invitation, cause);
    return ask(tx, company, person, theirs, cause);
  }

  /** What has happened since the link was opened. Who was rejected elsewhere is free to go. */
  async function obstacle(tx: Tx, company: Company, { id }: Person) {
    const { status } = company;
    if (status === 'blocked' || status === 'rejected') return status;
    const [member] = await belonging.membershipsOf(tx, [id]);
    if (!member) return null;
    const [other] = await companies.find(tx, [member.companyId]);
    if (other?.id === company.id) return status === 'confirmed' ? 'confirmed' : 'pending';
    if (other && holdsItsPeople(other)) return 'elsewhere';
    await belonging.leave(tx, id, clock.now());
    return null;
  }

  async function register(
    tx: Tx,
    company: Company,
    person: Person,
    answers: Registration,
    cause: Cause,
  ): Promise<SubmitOutcome> {
    const registered = await companies.update(tx, company.id, {
      status: 'pending',
      remindAt: firstReminder(deps.officeHours, clock.now()),
      name: answers.companyName ?? company.name,
      contactName: answers.contactName ?? person.name,
      locale: answers.locale ?? person.locale,
      timeZone: answers.timeZone ?? company.timeZone,
      worksFrom: answers.worksFrom ?? company.worksFrom,
      worksTo: answers.worksTo ?? company.worksTo,
    });
    const member = { companyId: company.id, personId: person.id, isContact: true };
    await belonging.join(tx, member, clock.now());
    await effects.offerCommands(tx, person.id, cause);
    const by: Actor = { kind: 'person', personId: person.id };
    await note(tx, deps, 'company-registered', registered, by, cause);
    const isSure = deps.autoConfirm && company.announcedName !== null;
    if (isSure) await effects.confirm(tx, registered, SYSTEM, cause);
    else await say(tx, person, 'exporter-submitted', { name: registered.name }, cause);
    await effects.announce(tx, registered, cause);
    return { status: isSure ? 'confirmed' : 'pending' };
  }

  /** The colleague's invitation by which they have come, while it holds. */
  async function invitationOf(tx: Tx, { invitationId }: Registration): Promise<Invitation | null> {
    const found = invitationId === null ? null : await belonging.findInvitation(tx, invitationId);
    const holds = found?.state === 'open' && found.expiresAt > clock.now();
    return holds ? found : null;
  }

  async function join(
    tx: Tx,
    company: Company,
    person: Person,
    { id, invitedById }: Invitation,
    cause: Cause,
  ): Promise<SubmitOutcome> {
    await belonging.endInvitation(tx, id, { state: 'accepted', personId: person.id }, clock.now());
    await effects.admit(tx, company, person.id, invitedById, cause);
    await say(tx, person, 'exporter-joined', { name: company.name, status: company.status }, cause);
    const [inviter] = invitedById === null ? [] : await people.find(tx, [invitedById]);
    if (inviter) await say(tx, inviter, 'exporter-colleague-joined', { name: person.name }, cause);
    await effects.redraw(tx, company);
    return { status: 'joined' };
  }

  /** A registration link may have been passed on to anybody: whoever registered says who this is. */
  async function ask(
    tx: Tx,
    company: Company,
    person: Person,
    [contact]: readonly CompanyPerson[],
    cause: Cause,
  ): Promise<SubmitOutcome> {
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
    const before = await belonging.findAsked(tx, company.id, person.id);
    if (before) await belonging.endInvitation(tx, before.id, { state: 'closed' }, now);
    const made = { companyId: company.id, code: null, personId: person.id, invitedById: null };
    const { id } = await belonging.insertInvitation(tx, { ...made, expiresAt }, now);
    const by: Actor = { kind: 'person', personId: person.id };
    await note(tx, deps, 'company-join-asked', company, by, cause);
    await say(tx, person, 'exporter-link', { why: 'asked', name: company.name }, cause);
    if (contact) await say(tx, contact, 'exporter-asked', { invitationId: id }, cause);
    await effects.redraw(tx, company);
    return { status: 'asked' };
  }

  async function say(
    tx: Tx,
    to: { readonly userId: number; readonly locale: Locale },
    name: string,
    facts: Readonly<Record<string, string | number | null>>,
    cause: Cause,
  ): Promise<void> {
    await outbox.enqueue(tx, [wordsToPerson(to, name, facts)], cause);
  }

  return { registration, answer, submit };
}
