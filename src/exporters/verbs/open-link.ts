// Where a link leads whoever opens it: to the registration of an exporter, on with one that was left, into
// a colleague's company; everybody else is told in words why it leads nowhere. A link gives nobody a right.

import type { Person, SeenPerson } from '../../people/person.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { JsonObject } from '../../platform/outbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import { type Company, holdsItsPeople } from '../exporter.ts';
import type { Invitation } from '../people-repository.ts';
import { note, type VerbDeps } from './deps.ts';

export interface LinkCommand {
  readonly kind: 'registration' | 'colleague';
  readonly code: string;
  readonly seen: SeenPerson;
  /** They work here. */
  readonly isStaff: boolean;
  readonly cause: Cause;
}

export type LinkOutcome =
  /** Told why it leads nowhere, or asked for their language; or all that was done before. */
  | { readonly status: 'answered' }
  /** A form is to be opened in this language; the cause is not settled yet. */
  | { readonly status: 'begins'; readonly registrationId: number; readonly locale: Locale };

/** Why a link does not lead to a registration: the end of a sentence's key, `exporter-link-…`. */
export type DeadEnd =
  | 'unknown'
  | 'staff'
  | 'rejected'
  | 'blocked'
  | 'elsewhere'
  | 'pending'
  | 'confirmed'
  | 'used'
  | 'withdrawn'
  | 'expired'
  | 'asked'
  | 'refused';

type Way =
  | {
      readonly to: 'form';
      readonly company: Company;
      readonly invitationId: number | null;
    }
  | { readonly to: 'words'; readonly why: DeadEnd; readonly facts?: JsonObject };

export function createOpenLink(deps: VerbDeps) {
  const { database, companies, belonging, outbox, clock, people } = deps;

  return async function openLink(command: LinkCommand): Promise<LinkOutcome> {
    const { seen, cause } = command;
    return database.inTransaction(async (tx): Promise<LinkOutcome> => {
      const person = await people.started(tx, seen);
      const way = await wayOf(tx, person, command);
      if (way.to === 'form') return await begin(tx, person, way, cause);
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'answered' };
      const facts = { why: way.why, ...way.facts };
      await outbox.enqueue(tx, [wordsToPerson(person, 'exporter-link', facts)], cause);
      return { status: 'answered' };
    });
  };

  async function begin(
    tx: Tx,
    person: Person,
    { company, invitationId }: Extract<Way, { to: 'form' }>,
    cause: Cause,
  ): Promise<LinkOutcome> {
    const begun = { companyId: company.id, personId: person.id, invitationId };
    const { id, isNew, locale } = await belonging.beginRegistration(tx, begun, clock.now());
    const by = { kind: 'person', personId: person.id } as const;
    if (isNew) await note(tx, deps, 'company-registration-begun', company, by, cause);
    if (locale) return { status: 'begins', registrationId: id, locale };
    if (!(await settleCause(tx, cause, clock.now()))) return { status: 'answered' };
    await outbox.enqueue(
      tx,
      [wordsToPerson(person, 'exporter-language', { registrationId: id })],
      cause,
    );
    return { status: 'answered' };
  }

  async function wayOf(tx: Tx, person: Person, command: LinkCommand): Promise<Way> {
    const { kind, code, isStaff } = command;
    const invitation = kind === 'colleague' ? await belonging.findInvitationByCode(tx, code) : null;
    const company =
      kind === 'registration'
        ? await companies.findByCode(tx, code)
        : ((await companies.find(tx, [invitation?.companyId ?? 0]))[0] ?? null);
    if (!company) return words('unknown');
    if (isStaff) return words('staff', { name: company.name });
    const theirs = await standing(tx, person, company);
    if (theirs) return theirs;
    const { status, reason, name } = company;
    if (status === 'blocked' || status === 'rejected') return words(status, { name, reason });
    return invitation ? byInvitation(company, invitation) : await byCode(tx, company, person);
  }

  /** Null: they belong to nobody who would keep them. */
  async function standing(tx: Tx, { id }: Person, company: Company): Promise<Way | null> {
    const [member] = await belonging.membershipsOf(tx, [id]);
    if (!member) return null;
    const [other] = await companies.find(tx, [member.companyId]);
    if (!other) return null;
    if (other.id !== company.id) {
      const { name } = other;
      return holdsItsPeople(other) ? words('elsewhere', { name, company: company.name }) : null;
    }
    const { name, reason } = company;
    return company.status === 'invited' ? null : words(company.status, { name, reason });
  }

  function byInvitation(company: Company, invitation: Invitation): Way {
    const { name } = company;
    if (invitation.state === 'accepted') return words('used', { name });
    if (invitation.state !== 'open') return words('withdrawn', { name });
    if (invitation.expiresAt <= clock.now()) return words('expired', { name });
    return { to: 'form', company, invitationId: invitation.id };
  }

  /** Whoever asks a second time is told that the answer is not there yet. */
  async function byCode(tx: Tx, company: Company, person: Person): Promise<Way> {
    const asked = await belonging.findAsked(tx, company.id, person.id);
    if (asked && asked.expiresAt > clock.now()) return words('asked', { name: company.name });
    if (await belonging.isRefused(tx, company.id, person.id)) {
      return words('refused', { name: company.name });
    }
    return { to: 'form', company, invitationId: null };
  }
}

function words(why: DeadEnd, facts: JsonObject = {}): Way {
  return { to: 'words', why, facts };
}
