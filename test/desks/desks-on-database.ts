// Desks on a database of their own, empty before each test.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createAdjust } from '../../src/desks/adjust.ts';
import { footingIn, type Membership } from '../../src/desks/desk.ts';
import { createDeskDestination } from '../../src/desks/destination.ts';
import { createMembership } from '../../src/desks/membership.ts';
import { DESK_RIGHTS, type DeskRight } from '../../src/desks/needs.ts';
import { createDeskRepository } from '../../src/desks/repository.ts';
import { createDeskService } from '../../src/desks/service.ts';
import { createDeskSetUp, type Intent, type SetUpCommand } from '../../src/desks/set-up.ts';
import { createDialogRepository } from '../../src/dialogs/dialog-repository.ts';
import { createThreadRepository } from '../../src/dialogs/thread-repository.ts';
import { createThreads } from '../../src/dialogs/threads.ts';
import { createOutbox } from '../../src/platform/outbox/index.ts';
import type { Role, Staff } from '../../src/staff/staff.ts';
import { sayings, someCause } from '../support/causes.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { silentLogger } from '../support/logger.ts';

export function employee(id: number, role: Role): Staff {
  return { id, userId: 900 + id, name: `Person ${id}`, username: null, locale: 'ru', role };
}
export const igor = employee(1, 'admin');
export const olga = employee(4, 'supervisor');

export const all: Membership = { status: 'administrator', rights: DESK_RIGHTS };
export function without(...lost: DeskRight[]): Membership {
  return {
    status: 'administrator',
    rights: DESK_RIGHTS.filter((right) => !lost.includes(right)),
  };
}
export const window = { id: -100500, title: 'Единое окно' };
export const other = { id: -100600, title: 'Второе окно' };

/** To be called once in a file. */
export function useDesks() {
  const clock = createTestClock();
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.prisma.$executeRaw`
      TRUNCATE desk, staff, client, card_header, outbox_message, projection, inbox_update
      RESTART IDENTITY CASCADE`;
  });

  return {
    clock,
    database: () => database,
    open: () => openDesks(database, clock),
    theDesk: () => database.prisma.desk.findFirst(),
    told: async (name: string) =>
      (await sayings(database)).filter((saying) => saying.name === name).map(({ to }) => to),
  };
}

/** `/desk` by the administrator. */
export function asked(chat = window, membership: Membership = all): SetUpCommand {
  const site = { kind: 'forum', chatId: chat.id, channelId: null, title: chat.title } as const;
  const place = { ...site, footing: footingIn(membership) };
  return { by: igor, site: place, intent: 'unsaid', reader: null, cause: someCause };
}

function openDesks(database: TestDatabase, clock: ReturnType<typeof createTestClock>) {
  const adopted: number[] = [];
  const redrawn: number[] = [];
  const common = {
    database,
    repository: createDeskRepository(),
    clock,
    outbox: createOutbox({ clock }),
    logger: silentLogger,
  };
  const threadKeeping = createThreads({
    ...common,
    threads: createThreadRepository(database),
    dialogs: createDialogRepository(database),
  });
  const service = createDeskService({
    ...common,
    moveThreads: threadKeeping.moveThreads,
    caretakers: async () => [igor, olga],
    findDialog: async (_deskId, threadId) => (threadId === 77 ? 7 : null),
  });
  const rooms = {
    ...common,
    service,
    adoptDialogs: async (_tx: unknown, deskId: number) => void adopted.push(deskId),
    repostBareCards: threadKeeping.repostBareCards,
    redrawCards: async (_tx: unknown, deskId: number) => void redrawn.push(deskId),
  };
  const setUp = createDeskSetUp(rooms);
  return {
    ...service,
    ...setUp,
    ...createMembership(rooms),
    ...createAdjust(rooms),
    destination: createDeskDestination(rooms),
    adopted,
    redrawn,
    setUp: (chat = window, membership: Membership = all, intent: Intent = 'unsaid') =>
      setUp.setUpDesk({ ...asked(chat, membership), intent }),
    fail: (failure: Parameters<typeof service.troubled>[2]) =>
      database.inTransaction((tx) => service.troubled(tx, 1, failure)),
    member: (membership: Membership, isForum = true) =>
      createMembership(rooms).noteMembership({
        chat: { ...window, isForum },
        membership,
        by: null,
        cause: someCause,
      }),
  };
}
