// How the first admin comes to be: by a setting, or by a one-time code that only who reads the log has.

import { type Cause, systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import type { Locale } from '../platform/i18n.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { Logger } from '../platform/logger.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import { matchesCode, newAdminCode } from './admin-code.ts';
import type { Attempts } from './attempts.ts';
import type { Person } from './profile.ts';
import type { StaffRepository } from './repository.ts';
import type { Staff } from './staff.ts';

export interface FirstAdminDeps {
  readonly database: Database;
  readonly repository: StaffRepository;
  readonly attempts: Attempts;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly adminIds: readonly number[];
  readonly defaultLocale: Locale;
  /** Says to a new admin what comes next. */
  readonly explainSteps: (tx: Tx, reader: Reader, cause: Cause) => Promise<void>;
}

export type Preparation =
  | { readonly status: 'admins-by-setting'; readonly count: number }
  /** To be shown once, to whoever reads the log; only its hash is kept. */
  | { readonly status: 'code'; readonly code: string }
  | { readonly status: 'not-needed' };

export type ClaimOutcome =
  | { readonly status: 'claimed'; readonly staff: Staff }
  /** Wrong, used, or not wanted any more: who asks is not told which. */
  | { readonly status: 'refused' }
  | { readonly status: 'too-many-tries' }
  | { readonly status: 'repeated' };

const START = systemCause('start');

/** Of two who send the code at the same moment one becomes an administrator. */
export function createFirstAdmin(deps: FirstAdminDeps) {
  const { database, repository, attempts, outbox, clock, logger, adminIds, defaultLocale } = deps;

  /**
   * At each start. People named by setting are made admins again, whatever was done to them since; with
   * nobody named and no admin a new code replaces the one before.
   */
  async function prepareAdminCode(): Promise<Preparation> {
    return database.inTransaction(async (tx) => {
      const everybody = await repository.lockAll(tx);
      if (adminIds.length > 0) {
        for (const userId of adminIds) {
          const known = everybody.find((staff) => staff.userId === userId);
          if (known?.role !== 'admin') await makeAdmin(tx, userId, known, START);
        }
        return { status: 'admins-by-setting', count: adminIds.length };
      }
      if (everybody.some(({ role }) => role === 'admin')) return { status: 'not-needed' };
      const { code, hash } = newAdminCode();
      await repository.putCode(tx, hash, clock.now());
      return { status: 'code', code };
    });
  }

  async function makeAdmin(
    tx: Tx,
    userId: number,
    profile: Pick<Staff, 'name' | 'username' | 'locale'> | undefined,
    cause: Cause,
  ): Promise<Staff> {
    const now = clock.now();
    // A name nobody has shown yet is the number, until the person acts for the first time.
    const { name, username, locale } = profile ?? {
      name: String(userId),
      username: null,
      locale: defaultLocale,
    };
    const admin = { userId, name, username, locale, role: 'admin', addedById: null } as const;
    const staff = await repository.put(tx, admin, now);
    await recordEvents(
      tx,
      [
        {
          type: 'role-granted',
          subject: 'staff',
          subjectId: staff.id,
          actor: 'system',
          actorId: null,
          data: { role: 'admin' },
        },
      ],
      cause,
      now,
    );
    return staff;
  }

  async function claimAdmin(command: {
    readonly code: string;
    readonly person: Person;
    readonly cause: Cause;
  }): Promise<ClaimOutcome> {
    const { code, person, cause } = command;
    const { userId } = person;
    if (!attempts.mayTry(userId)) {
      logger.warn({ userId }, 'too many wrong admin codes from one person');
      return { status: 'too-many-tries' };
    }
    const outcome = await database.inTransaction((tx) => claim(tx, code, person, cause));
    if (outcome.status === 'refused') logger.warn({ userId }, 'a wrong admin code was refused');
    if (outcome.status === 'claimed') logger.info({ userId }, 'the first admin has come');
    return outcome;
  }

  async function claim(tx: Tx, code: string, person: Person, cause: Cause): Promise<ClaimOutcome> {
    const hash = await repository.lockCode(tx);
    const everybody = await repository.lockAll(tx);
    const matches = matchesCode(code, hash);
    if (!matches || everybody.some(({ role }) => role === 'admin')) return { status: 'refused' };
    const now = clock.now();
    if (!(await settleCause(tx, cause, now))) return { status: 'repeated' };
    await repository.useCode(tx, now);
    const { userId, username } = person;
    const profile = {
      name: plainName(person.name, String(userId)),
      username,
      locale: person.locale ?? defaultLocale,
    };
    const staff = await makeAdmin(tx, userId, profile, cause);
    const reader: Reader = {
      destination: destination('person', userId),
      locale: staff.locale,
    };
    await outbox.enqueue(tx, [wordsFor(reader, 'staff-first-admin')], cause);
    await deps.explainSteps(tx, reader, cause);
    return { status: 'claimed', staff };
  }

  return { prepareAdminCode, claimAdmin };
}
