// Roles are given and taken. Rights are judged inside the transaction that changes them, so two admins cannot
// remove each other at once.

import { type Cause, causeName } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import type { Locale } from '../platform/i18n.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { Logger } from '../platform/logger.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import { type Person, profileOf } from './profile.ts';
import type { StaffRepository } from './repository.ts';
import { judgeRoleChange, type Role, type RoleVerdict, type Staff } from './staff.ts';

export interface RoleServiceDeps {
  readonly database: Database;
  readonly repository: StaffRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Admins by setting: nobody takes that role from them here. */
  readonly adminIds: readonly number[];
  readonly defaultLocale: Locale;
  /** The language in which somebody has written to us as a client; null: they have not. */
  readonly clientLocale: (tx: Tx, userId: number) => Promise<Locale | null>;
  /** What is read at the desk; null: there is none yet. */
  readonly deskLocale: (tx: Tx) => Promise<Locale | null>;
  /** Shows on the cards of dialogs that an employee had that they left, or are back. */
  readonly redrawCardsOf: (tx: Tx, staffId: number) => Promise<void>;
  /** Somebody who worked here does so no more; what their work had opened to them is closed. */
  readonly onRemoved: (
    tx: Tx,
    removal: { readonly person: Staff; readonly by: Staff },
    cause: Cause,
  ) => Promise<void>;
}

export type Refusal = Exclude<RoleVerdict, 'allowed'> | 'admin-by-setting';

export type RoleOutcome =
  | {
      readonly status: 'granted';
      readonly name: string;
      readonly role: Role;
      readonly number: number;
    }
  | { readonly status: 'unchanged'; readonly name: string; readonly role: Role }
  | { readonly status: 'removed'; readonly name: string; readonly openDialogs: number }
  | { readonly status: 'not-staff'; readonly name: string }
  | { readonly status: 'refused'; readonly reason: Refusal; readonly name: string }
  | { readonly status: 'repeated' };

interface Change {
  readonly by: Staff;
  readonly person: Person;
  /** Who is told what came of it. */
  readonly reader: Reader;
  readonly cause: Cause;
}

export type GrantCommand = Change & { readonly role: Role };
export type RemoveCommand = Change;

/** What changes a role is refused, not thrown, where it may not be. */
export function createRoleService(deps: RoleServiceDeps) {
  const { database, repository, outbox, clock, logger, adminIds } = deps;

  /** Telegram names a person's language only when they write; it may be known from before. */
  async function localeOf(tx: Tx, { userId, locale }: Person, known: Staff | null) {
    return (
      locale ??
      known?.locale ??
      (await deps.clientLocale(tx, userId)) ??
      (await deps.deskLocale(tx)) ??
      deps.defaultLocale
    );
  }

  async function grantRole(command: GrantCommand): Promise<RoleOutcome> {
    return change(command, command.role, async (tx, known) => {
      const { by, person, role, cause } = command;
      if (known?.role === role) {
        return { status: 'unchanged', name: profileOf(person, known).name, role };
      }
      const { userId } = person;
      const before = known ?? (await repository.findFormer(tx, userId));
      const locale = await localeOf(tx, person, before);
      const profile = { ...profileOf(person, before), locale };
      const staff = await repository.put(
        tx,
        { userId, ...profile, role, addedById: by.id },
        clock.now(),
      );
      await note(tx, 'role-granted', staff, by, cause, { role, before: known?.role ?? null });
      if (!known) await deps.redrawCardsOf(tx, staff.id);
      if (userId !== by.userId) await tellNewcomer(tx, staff, command);
      return { status: 'granted', name: staff.name, role, number: staff.id };
    });
  }

  async function removeStaff(command: RemoveCommand): Promise<RoleOutcome> {
    return change(command, null, async (tx, known) => {
      if (!known) return { status: 'not-staff', name: profileOf(command.person, null).name };
      await repository.remove(tx, known.id, clock.now());
      await note(tx, 'staff-removed', known, command.by, command.cause, { before: known.role });
      await deps.redrawCardsOf(tx, known.id);
      await deps.onRemoved(tx, { person: known, by: command.by }, command.cause);
      if (known.id !== command.by.id) await tellLeaver(tx, known, command.cause);
      const openDialogs = await repository.countOpenDialogs(tx, known.id);
      return { status: 'removed', name: known.name, openDialogs };
    });
  }

  async function change(
    { by, person, reader, cause }: Change,
    to: Role | null,
    act: (tx: Tx, known: Staff | null) => Promise<RoleOutcome>,
  ): Promise<RoleOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const everybody = await repository.lockAll(tx);
      const known = everybody.find(({ userId }) => userId === person.userId) ?? null;
      const refusal = refuse(everybody, by, person, to);
      const name = profileOf(person, known).name;
      const outcome: RoleOutcome = refusal
        ? { status: 'refused', reason: refusal, name }
        : await act(tx, known);
      if (refusal) {
        const facts = { by: by.userId, person: person.userId, reason: refusal };
        logger.warn({ ...facts, cause: causeName(cause) }, 'a change of roles was refused');
      }
      await outbox.enqueue(tx, [wordsFor(reader, 'staff-change', outcome)], cause);
      return outcome;
    });
  }

  /** `by` may have lost his role since the command was read; what counts is the table as it is now. */
  function refuse(
    everybody: readonly Staff[],
    by: Staff,
    { userId }: Person,
    to: Role | null,
  ): Refusal | null {
    const actor = everybody.find(({ id }) => id === by.id);
    if (!actor) return 'no-right';
    const from = everybody.find((staff) => staff.userId === userId)?.role ?? null;
    const admins = everybody.filter(({ role }) => role === 'admin').length;
    const verdict = judgeRoleChange({ actor: actor.role, from, to, admins });
    if (verdict !== 'allowed') return verdict;
    return adminIds.includes(userId) && to !== 'admin' ? 'admin-by-setting' : null;
  }

  async function tellNewcomer(
    tx: Tx,
    staff: Staff,
    { reader, cause }: GrantCommand,
  ): Promise<void> {
    const newcomer: Reader = {
      destination: destination('person', staff.userId),
      locale: staff.locale,
    };
    const adder = { destination: reader.destination, locale: reader.locale };
    const facts = { role: staff.role, name: staff.name, adder };
    await outbox.enqueue(tx, [wordsFor(newcomer, 'staff-welcome', facts)], cause);
  }

  /** Whoever does not hear of it reads it under what they write next. */
  async function tellLeaver(tx: Tx, { userId, locale, role }: Staff, cause: Cause): Promise<void> {
    const leaver: Reader = { destination: destination('person', userId), locale };
    await outbox.enqueue(tx, [wordsFor(leaver, 'staff-farewell', { role })], cause);
  }

  async function note(
    tx: Tx,
    type: string,
    { id }: Staff,
    by: Staff,
    cause: Cause,
    data: { readonly role?: Role; readonly before: Role | null },
  ): Promise<void> {
    const event = {
      type,
      subject: 'staff',
      subjectId: id,
      actor: 'staff',
      actorId: by.id,
    } as const;
    await recordEvents(tx, [{ ...event, data }], cause, clock.now());
  }

  return { grantRole, removeStaff };
}
