// Who works here: found, named, listed. Who gives them their roles is in role-service.ts.

import { createBatcher } from '../platform/batcher.ts';
import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import { type Person, profileOf } from './profile.ts';
import { createRoleService, type RoleServiceDeps } from './role-service.ts';
import type { Staff } from './staff.ts';
import { isOneLetterOff } from './usernames.ts';

export interface StaffServiceDeps extends RoleServiceDeps {
  /** Shows an employee's new name on all cards, for it stands in their hashtags. */
  readonly redrawTagsOf: (tx: Tx, staffId: number) => Promise<void>;
}

export type StaffService = ReturnType<typeof createStaffService>;

/** The people who have a role, and how they come by it. */
export function createStaffService(deps: StaffServiceDeps) {
  const { database, repository, outbox, clock } = deps;

  /** The employee with this Telegram id; null for everybody else. */
  const identify = createBatcher<number, Staff | null>({
    most: 500,
    sideBySide: 2,
    run: async (userIds) => {
      const found = await repository.findByUserIds(database.prisma, userIds);
      return userIds.map((userId) => found.get(userId) ?? null);
    },
  });

  /** {@link identify}, and notes a new name, username or language of the person who acts. */
  async function meet(person: Person): Promise<Staff | null> {
    const staff = await identify(person.userId);
    if (!staff) return null;
    const { name, username } = profileOf(person, staff);
    const locale = person.locale ?? staff.locale;
    if (name === staff.name && username === staff.username && locale === staff.locale) return staff;
    await database.inTransaction(async (tx) => {
      await repository.updateProfile(tx, staff.id, { name, username, locale });
      if (name !== staff.name) await deps.redrawTagsOf(tx, staff.id);
    });
    return { ...staff, name, username, locale };
  }

  /** Those of these employees who still work here. */
  async function findStaff(ids: readonly number[], tx?: Tx): Promise<Staff[]> {
    return ids.length === 0 ? [] : await repository.findByIds(tx ?? database.prisma, ids);
  }

  /** Who works here under this Telegram account; null: nobody does. */
  async function findByUser(tx: Tx, userId: number): Promise<Staff | null> {
    return (await repository.findByUserIds(tx, [userId])).get(userId) ?? null;
  }

  /**
   * Whether one of these people works or has worked here; names as Telegram shows them, usernames in
   * small letters. A username that differs from an employee's in one letter is theirs, mistyped.
   */
  async function isAnyOfUs(people: Parameters<typeof repository.isAnyKnown>[1]): Promise<boolean> {
    const { prisma } = database;
    const names = people.names.map((name) => plainName(name, '')).filter(Boolean);
    if (await repository.isAnyKnown(prisma, { ...people, names })) return true;
    if (people.usernames.length === 0) return false;
    const ours = await repository.listUsernames(prisma);
    return people.usernames.some((name) => ours.some((our) => isOneLetterOff(name, our)));
  }

  /** Sends the list as it is when it is read. */
  async function tellList({
    reader,
    cause,
  }: {
    readonly reader: Reader;
    readonly cause: Cause;
  }): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      await outbox.enqueue(tx, [wordsFor(reader, 'staff-list')], cause);
    });
  }

  /** Everybody who works here, by number. */
  async function listStaff(tx?: Tx): Promise<Staff[]> {
    return repository.list(tx ?? database.prisma);
  }

  /** Whom to tell when a client waits too long: supervisors or, where there are none, admins. */
  async function supervisors(tx?: Tx): Promise<Staff[]> {
    const everybody = await listStaff(tx);
    const found = everybody.filter(({ role }) => role === 'supervisor');
    return found.length > 0 ? found : everybody.filter(({ role }) => role === 'admin');
  }

  /** Whom to tell when something about the desk itself has to be repaired: supervisors and admins. */
  async function caretakers(tx?: Tx): Promise<Staff[]> {
    const everybody = await listStaff(tx);
    return everybody.filter(({ role }) => role === 'supervisor' || role === 'admin');
  }

  return {
    ...createRoleService(deps),
    identify,
    meet,
    findStaff,
    findByUser,
    isAnyOfUs,
    tellList,
    listStaff,
    supervisors,
    caretakers,
  };
}
