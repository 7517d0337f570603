// Staff on a database of their own, empty before each test.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Locale } from '../../src/platform/i18n.ts';
import { createOutbox } from '../../src/platform/outbox/index.ts';
import { createAttempts } from '../../src/staff/attempts.ts';
import { createFirstAdmin } from '../../src/staff/first-admin.ts';
import type { Person } from '../../src/staff/profile.ts';
import { createStaffRepository } from '../../src/staff/repository.ts';
import { createStaffService } from '../../src/staff/service.ts';
import type { Role, Staff } from '../../src/staff/staff.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createMemoryLogger } from '../support/logger.ts';

export const reader = { destination: 'person:1', locale: 'ru' } as const;

export function person(userId: number, name: string | null = `Person ${userId}`): Person {
  return { userId, name, username: null, locale: 'ru' };
}

interface Surroundings {
  readonly adminIds?: readonly number[];
  /** The languages of those who have written as clients. */
  readonly clients?: Readonly<Record<number, Locale>>;
  /** The language of the desk, where there is one. */
  readonly desk?: Locale;
}

/** To be called once in a file. */
export function useStaff() {
  const clock = createTestClock();
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.prisma
      .$executeRaw`TRUNCATE staff, admin_code, outbox_message, inbox_update RESTART IDENTITY CASCADE`;
  });

  function open(surroundings: Surroundings = {}) {
    return openStaff(database, clock, surroundings);
  }

  async function employ(userId: number, role: Role): Promise<Staff> {
    return createStaffRepository().put(
      database.prisma,
      { userId, name: `Person ${userId}`, username: null, locale: 'ru', role, addedById: null },
      clock.now(),
    );
  }

  return {
    clock,
    database: () => database,
    open,
    employ,
    rolesNow: async () => (await open().listStaff()).map(({ userId, role }) => [userId, role]),
  };
}

function openStaff(
  database: TestDatabase,
  clock: ReturnType<typeof createTestClock>,
  { adminIds = [], clients = {}, desk }: Surroundings,
) {
  const { logger, lines } = createMemoryLogger();
  const common = {
    database,
    repository: createStaffRepository(),
    outbox: createOutbox({ clock }),
    clock,
    logger,
    adminIds,
    defaultLocale: 'ru',
    clientLocale: async (_tx: unknown, userId: number) => clients[userId] ?? null,
    deskLocale: async () => desk ?? null,
    redrawCardsOf: async () => undefined,
    onRemoved: async () => undefined,
    redrawTagsOf: async () => undefined,
  } as const;
  const steps: string[] = [];
  const firstAdmin = createFirstAdmin({
    ...common,
    attempts: createAttempts(clock),
    explainSteps: async (_tx, { destination }) => {
      steps.push(destination);
    },
  });
  return { ...createStaffService(common), ...firstAdmin, steps, lines };
}
