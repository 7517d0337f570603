// A room with its people, as the stock and the invitations leave it: for tests of what happens inside.
import { createDatabase, type Database } from '../../src/platform/database/index.ts';
import type { RoomKind, RoomRole } from '../../src/rooms/room.ts';
import type { DeskCompany } from './desk.ts';
import type { Person, Place } from './people.ts';

export interface RoomPeople {
  readonly person: Person;
  readonly role: RoomRole;
  readonly locale?: 'ru' | 'en';
  /** They have opened the chat with the bot; true unless told otherwise. */
  readonly started?: boolean;
}

export interface RoomPlan {
  readonly kind: RoomKind;
  readonly title: string;
  readonly locales: readonly ('ru' | 'en')[];
  readonly people: readonly RoomPeople[];
  /** The employee who answers for it. */
  readonly manager?: Person;
  /** The hours of its exporter in Moscow; none: it has no exporter. */
  readonly works?: { readonly from: string; readonly to: string };
}

/** Looks into the database, or changes it, while the program stands still. */
export async function inDatabase<T>(
  company: DeskCompany,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  await company.stopApp();
  const database = await createDatabase(company.location);
  try {
    return await work(database);
  } finally {
    await database.close();
    await company.startApp();
  }
}

/** Rooms of these plans, each with a group of its own; their places, in the same order. */
export async function openRooms(
  company: DeskCompany,
  plans: readonly RoomPlan[],
): Promise<readonly Place[]> {
  const groups: Place[] = [];
  for (const { title, people } of plans) {
    const members = people.map(({ person }) => person);
    groups.push(await company.igor.createsGroup({ title, kind: 'supergroup', members }));
  }
  await inDatabase(company, async (database) => {
    for (const [index, plan] of plans.entries())
      await insert(database, plan, (groups[index] as Place).chatId, company.clock.now());
  });
  for (const group of groups) {
    await company.igor.adds('bot', group);
    await company.control.promote({ chatId: group.chatId, userId: 'bot' });
  }
  await company.settle();
  return groups;
}

async function insert({ prisma }: Database, plan: RoomPlan, chatId: number, now: Date) {
  const { kind, title, locales, manager, works } = plan;
  const chief = await prisma.staff.findFirstOrThrow();
  const staff = manager && (await prisma.staff.findUnique({ where: { userId: manager.id } }));
  const company = works && {
    create: {
      ...{ code: `code-${chatId}`, name: title, status: 'confirmed', locale: 'ru', createdAt: now },
      ...{ timeZone: 'Europe/Moscow', worksFrom: works.from, worksTo: works.to },
    },
  };
  const room = await prisma.room.create({
    data: {
      ...{ kind, title, locales: [...locales], state: 'ready', createdAt: now, readyAt: now },
      ...(staff ? { manager: { connect: { id: staff.id } } } : {}),
      ...(company ? { company } : {}),
    },
  });
  await prisma.roomGroup.create({
    data: {
      ...{ chatId, roomId: room.id, state: 'used', title, missing: [] },
      ...{ addedById: chief.id, addedAt: now, usedAt: now },
    },
  });
  for (const { person, role, locale = 'ru', started = true } of plan.people) {
    const startedAt = started ? now : null;
    const { id: personId } = await prisma.person.upsert({
      where: { userId: person.id },
      update: {},
      create: { userId: person.id, name: person.name, locale, startedAt, createdAt: now },
    });
    await prisma.roomMember.create({ data: { roomId: room.id, personId, role, since: now } });
  }
}
