// Partners register by a link, are confirmed by staff, and look after what is known of them.

import type { PeopleService } from '../people/index.ts';
import { offerOwnCommands } from '../people/own-commands.ts';
import type { SeenPerson } from '../people/person.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import type { Locale } from '../platform/i18n.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import { token } from '../platform/random.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import type { Staff } from '../staff/staff.ts';
import {
  type Decision,
  decided,
  isAway,
  mayRegister,
  type Partner,
  type PartnerStatus,
  type Rejection,
} from './partner.ts';
import type { PartnerChange, PartnerRepository, Profile } from './partner-repository.ts';
import type { SpecializationRepository } from './specialization-repository.ts';

export interface PartnerServiceDeps {
  readonly database: Database;
  readonly partners: PartnerRepository;
  readonly specializations: SpecializationRepository;
  readonly people: Pick<
    PeopleService,
    'started' | 'chooseLocale' | 'setPhone' | 'consent' | 'find'
  >;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** Where staff hear of partners: at their desk, else each of those who decide, in private. */
  readonly staffReaders: (tx: Tx) => Promise<readonly Reader[]>;
  /** Their open invitations end with a block, in its transaction. */
  readonly withdrawAll: (tx: Tx, partnerId: number, cause: Cause) => Promise<void>;
}

/** Bytes of a code in a link: 128 bits, which nobody guesses. */
const CODE_BYTES = 16;

/** Where somebody stands who opens the link: `welcome` may fill in the form. */
export type LinkVerdict = 'welcome' | 'unknown' | 'ended' | Exclude<PartnerStatus, 'rejected'>;

export interface RegisterCommand {
  readonly seen: SeenPerson;
  readonly locale: Locale;
  readonly profile: Profile;
  /** As Telegram gave it with their own contact; null: they would rather not. */
  readonly phone: string | null;
  readonly cause: Cause;
}

export type RegisterOutcome =
  | { readonly status: 'registered' | 'repeated' | 'incomplete' }
  | { readonly status: 'refused'; readonly because: PartnerStatus };

export type DecideOutcome =
  | { readonly status: 'done' | 'stale'; readonly partner: Partner }
  | { readonly status: 'gone' | 'repeated' };

export type EditOutcome = { readonly status: 'done' | 'no-partner' | 'incomplete' | 'repeated' };

/** What a partner says about themselves; `away.until` null: until they say. */
export type Edit =
  | { readonly what: 'specializations'; readonly ids: readonly number[] }
  | { readonly what: 'languages'; readonly codes: readonly string[] }
  | { readonly what: 'about'; readonly words: string | null }
  | { readonly what: 'away'; readonly until: Date | null }
  | { readonly what: 'back' };

export type PartnerService = ReturnType<typeof createPartnerService>;

/** Methods with a `cause` have their effect once. */
export function createPartnerService(deps: PartnerServiceDeps) {
  const { database, partners, specializations, people, outbox, clock } = deps;

  /** Whether this link lets this person register; nothing is changed by looking. */
  async function judgeLink(code: string, userId: number): Promise<LinkVerdict> {
    const partner = await partners.findByUser(database.prisma, userId);
    if (partner && !mayRegister(partner.status)) return partner.status as LinkVerdict;
    const link = await partners.isLink(database.prisma, code);
    return link === 'in-force' ? 'welcome' : link;
  }

  async function register(command: RegisterCommand): Promise<RegisterOutcome> {
    const { seen, locale, profile, phone, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const person = await people.started(tx, seen);
      await people.chooseLocale(tx, person.id, locale);
      if (phone !== null) await people.setPhone(tx, person.id, phone);
      const known = await partners.lockOf(tx, person.id);
      if (known && !mayRegister(known.status)) return { status: 'refused', because: known.status };
      const clean = await complete(tx, profile, person.name);
      if (!clean) return { status: 'incomplete' };
      await people.consent(tx, person.id);
      const id = await partners.register(tx, person.id, clean, clock.now());
      if (id === null) return { status: 'refused', because: 'pending' };
      await note(tx, 'partner-registered', id, { kind: 'person', id: person.id }, cause);
      const readers = await deps.staffReaders(tx);
      const cards = readers.map((reader) => wordsFor(reader, 'partner-card', { partnerId: id }));
      const own = { destination: destination('person', person.userId), locale };
      await outbox.enqueue(tx, [...cards, wordsFor(own, 'partner-received')], cause);
      return { status: 'registered' };
    });
  }

  /** Null where something is missing without which nobody would be found. */
  async function complete(tx: Tx, profile: Profile, name: string): Promise<Profile | null> {
    const offered = new Set((await specializations.list(tx)).map(({ id }) => id));
    const specializationIds = profile.specializationIds.filter((id) => offered.has(id));
    if (specializationIds.length === 0 || profile.languages.length === 0) return null;
    const about = profile.about === null ? null : plainName(profile.about, '', 200) || null;
    return { ...profile, name: plainName(profile.name, name), about, specializationIds };
  }

  /** By whoever works here: the caller has seen that `by` does. */
  async function decide(command: {
    readonly partnerId: number;
    readonly decision: Decision;
    readonly reason: Rejection | null;
    readonly by: Staff;
    readonly cause: Cause;
  }): Promise<DecideOutcome> {
    const { partnerId, decision, reason, by, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const before = await partners.lock(tx, partnerId);
      if (!before) return { status: 'gone' };
      const status = decided(before.status, decision);
      if (status === null) return { status: 'stale', partner: before };
      await partners.update(tx, partnerId, {
        ...{ status, reason, decidedAt: clock.now(), decidedById: by.id },
      });
      const data = reason === null ? {} : { reason };
      await note(tx, `partner-${status}`, partnerId, { kind: 'staff', id: by.id }, cause, data);
      if (status === 'blocked') await deps.withdrawAll(tx, partnerId, cause);
      await tellDecision(tx, before, { status, reason, before: before.status }, cause);
      return { status: 'done', partner: { ...before, status, reason } };
    });
  }

  async function tellDecision(
    tx: Tx,
    { personId }: Partner,
    facts: { status: PartnerStatus; reason: Rejection | null; before: PartnerStatus },
    cause: Cause,
  ): Promise<void> {
    const [person] = await people.find(tx, [personId]);
    if (!person) return;
    const reader = {
      destination: destination('person', person.userId),
      locale: person.locale,
    };
    const told = wordsFor(reader, 'partner-decided', facts);
    const commands = offerOwnCommands(reader);
    await outbox.enqueue(tx, facts.status === 'rejected' ? [told] : [told, commands], cause);
  }

  /** What a confirmed partner changes about themselves is true at once. */
  async function edit(userId: number, change: Edit, cause: Cause): Promise<EditOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const found = await partners.findByUser(tx, userId);
      const partner = found && (await partners.lock(tx, found.id));
      if (partner?.status !== 'confirmed') return { status: 'no-partner' };
      if (!(await apply(tx, partner, change))) return { status: 'incomplete' };
      const by = { kind: 'person', id: partner.personId } as const;
      await note(tx, 'partner-edited', partner.id, by, cause, { what: change.what });
      return { status: 'done' };
    });
  }

  async function apply(tx: Tx, partner: Partner, change: Edit): Promise<boolean> {
    if (change.what === 'specializations') {
      const known = new Set((await specializations.list(tx)).map(({ id }) => id));
      const ids = change.ids.filter((id) => known.has(id));
      if (ids.length > 0) await partners.setSpecializations(tx, partner.id, ids);
      return ids.length > 0;
    }
    if (change.what === 'languages' && change.codes.length === 0) return false;
    await partners.update(tx, partner.id, columnsOf(change, partner));
    return true;
  }

  function columnsOf(
    change: Exclude<Edit, { what: 'specializations' }>,
    partner: Partner,
  ): PartnerChange {
    const now = clock.now();
    switch (change.what) {
      case 'languages':
        return { languages: change.codes };
      case 'about':
        return { about: change.words === null ? null : plainName(change.words, '', 200) || null };
      case 'away': {
        const since = isAway(partner, now) ? partner.awaySince : now;
        return { awaySince: since, awayUntil: change.until };
      }
      case 'back':
        return { awaySince: null, awayUntil: null };
    }
  }

  /** The code of the link in force; one is made where there is none. */
  async function link(by: Staff): Promise<string> {
    const known = await partners.findLink(database.prisma);
    if (known !== null) return known;
    await database.inTransaction((tx) =>
      partners.putLink(tx, token(CODE_BYTES), by.id, clock.now()),
    );
    return (await partners.findLink(database.prisma)) ?? '';
  }

  /** The link in force ends, another begins. False: that was done by this press before. */
  async function renewLink(by: Staff, cause: Cause): Promise<boolean> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return false;
      return partners.putLink(tx, token(CODE_BYTES), by.id, clock.now());
    });
  }

  async function note(
    tx: Tx,
    type: string,
    partnerId: number,
    by: { readonly kind: 'staff' | 'person'; readonly id: number },
    cause: Cause,
    data: { readonly reason?: string; readonly what?: string } = {},
  ): Promise<void> {
    const event = { type, subject: 'partner', subjectId: partnerId, data } as const;
    const events = [{ ...event, actor: by.kind, actorId: by.id }];
    await recordEvents(tx, events, cause, clock.now());
  }

  const { prisma } = database;
  return {
    judgeLink,
    register,
    decide,
    edit,
    link,
    renewLink,
    findByUser: (userId: number) => partners.findByUser(prisma, userId),
    find: async (id: number) => (await partners.find(prisma, [id]))[0] ?? null,
    listPage: (offset: number, limit: number) => partners.listPage(prisma, offset, limit),
  };
}
