import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOutbox } from '../../src/platform/outbox/index.ts';
import { createAttempts } from '../../src/staff/attempts.ts';
import { createFirstAdmin } from '../../src/staff/first-admin.ts';
import { createStaffRepository } from '../../src/staff/repository.ts';
import { createStaffService, type Person } from '../../src/staff/service.ts';
import type { Role, Staff } from '../../src/staff/staff.ts';
import { keptUpdate, sayings, someCause } from '../support/causes.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createMemoryLogger } from '../support/logger.ts';

let database: TestDatabase;
const clock = createTestClock();
const reader = { destination: 'person:1', locale: 'ru' } as const;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.prisma
    .$executeRaw`TRUNCATE staff, admin_code, outbox_message, inbox_update RESTART IDENTITY CASCADE`;
});

function person(userId: number, name: string | null = `Person ${userId}`): Person {
  return { userId, name, username: null, locale: 'ru' };
}

function open(adminIds: readonly number[] = []) {
  const { logger, lines } = createMemoryLogger();
  const repository = createStaffRepository();
  const outbox = createOutbox({ clock });
  const common = {
    database,
    repository,
    outbox,
    clock,
    logger,
    adminIds,
    defaultLocale: 'ru',
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

async function employ(userId: number, role: Role): Promise<Staff> {
  return createStaffRepository().put(
    database.prisma,
    { userId, name: `Person ${userId}`, username: null, locale: 'ru', role, addedById: null },
    clock.now(),
  );
}

const rolesNow = async () => (await open().listStaff()).map(({ userId, role }) => [userId, role]);

describe('the first admin', () => {
  it('is named by setting, at once, under his number until he shows his name', async () => {
    const staff = open([901, 902]);

    expect(await staff.prepareAdminCode()).toEqual({ status: 'admins-by-setting', count: 2 });
    expect(await staff.meet(person(901, 'Игорь Ким'))).toMatchObject({
      role: 'admin',
      name: 'Игорь Ким',
    });
    expect((await staff.listStaff()).map(({ name }) => name)).toEqual(['Игорь Ким', '902']);
  });

  it('named by setting is an admin again after the next start, whatever was done meanwhile', async () => {
    const staff = open([901]);
    await staff.prepareAdminCode();
    await database.prisma.staff.updateMany({ data: { removedAt: clock.now() } });

    await staff.prepareAdminCode();

    expect(await rolesNow()).toEqual([[901, 'admin']]);
  });

  it('has the code from the log, and it is good once', async () => {
    const staff = open();
    const prepared = await staff.prepareAdminCode();
    const code = prepared.status === 'code' ? prepared.code : '';

    const first = await staff.claimAdmin({ code, person: person(5, 'Игорь'), cause: someCause });
    const second = await staff.claimAdmin({ code, person: person(6), cause: someCause });

    expect(first).toMatchObject({
      status: 'claimed',
      staff: { userId: 5, role: 'admin', name: 'Игорь' },
    });
    expect(second).toEqual({ status: 'refused' });
    expect(staff.steps).toEqual(['person:5']);
    expect(await staff.prepareAdminCode()).toEqual({ status: 'not-needed' });
  });

  it('has only the newest code: each start without an admin makes a new one', async () => {
    const staff = open();
    const old = await staff.prepareAdminCode();
    await staff.prepareAdminCode();

    const code = old.status === 'code' ? old.code : '';
    expect(await staff.claimAdmin({ code, person: person(5), cause: someCause })).toEqual({
      status: 'refused',
    });
  });

  it('who guesses is refused, noted in the log, and after five tries not heard', async () => {
    const staff = open();
    await staff.prepareAdminCode();
    const guess = () => staff.claimAdmin({ code: 'guess', person: person(7), cause: someCause });

    for (let tries = 0; tries < 5; tries += 1) expect(await guess()).toEqual({ status: 'refused' });

    expect(await guess()).toEqual({ status: 'too-many-tries' });
    expect(staff.lines.filter(({ msg }) => msg === 'a wrong admin code was refused')).toHaveLength(
      5,
    );
    expect(await rolesNow()).toEqual([]);
  });

  it('is one of two who send the code at the same moment', async () => {
    const staff = open();
    const prepared = await staff.prepareAdminCode();
    const code = prepared.status === 'code' ? prepared.code : '';

    const outcomes = await Promise.all(
      [5, 6].map((userId) => staff.claimAdmin({ code, person: person(userId), cause: someCause })),
    );

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['claimed', 'refused']);
    expect(await rolesNow()).toHaveLength(1);
  });

  it('keeps no code that could be read', async () => {
    const prepared = await open().prepareAdminCode();
    const row = await database.prisma.adminCode.findFirstOrThrow();

    expect(prepared).toMatchObject({ status: 'code' });
    expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('roles', () => {
  it('are given, told to whoever gave them and to whoever got them, and noted', async () => {
    const staff = open();
    const by = await employ(1, 'admin');

    const outcome = await staff.grantRole({
      by,
      person: person(2, 'Катя'),
      role: 'manager',
      reader,
      cause: someCause,
    });

    expect(outcome).toEqual({ status: 'granted', name: 'Катя', role: 'manager', number: 2 });
    expect(await sayings(database)).toEqual([
      {
        to: 'person:2',
        name: 'staff-welcome',
        facts: { role: 'manager', name: 'Катя', adder: reader },
      },
      { to: 'person:1', name: 'staff-change', facts: outcome },
    ]);
    const [event] = await database.prisma.event.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(event).toMatchObject({
      type: 'role-granted',
      subject: 'staff',
      subjectId: 2,
      actor: 'staff',
      actorId: by.id,
      data: { role: 'manager', before: null },
    });
  });

  it('given twice change nothing the second time', async () => {
    const staff = open();
    const by = await employ(1, 'admin');
    const command = {
      by,
      person: person(2, 'Катя'),
      role: 'manager',
      reader,
      cause: someCause,
    } as const;
    await staff.grantRole(command);

    expect(await staff.grantRole(command)).toEqual({
      status: 'unchanged',
      name: 'Катя',
      role: 'manager',
    });
  });

  it('a command that comes twice has its effect once, and is answered once', async () => {
    const staff = open();
    const by = await employ(1, 'admin');
    const cause = await keptUpdate(database, 7);
    const command = { by, person: person(2), role: 'manager', reader, cause } as const;
    await staff.grantRole(command);
    const told = (await sayings(database)).length;

    expect(await staff.grantRole({ ...command, role: 'admin' })).toEqual({ status: 'repeated' });
    expect(await sayings(database)).toHaveLength(told);
    expect(await rolesNow()).toEqual([
      [1, 'admin'],
      [2, 'manager'],
    ]);
  });

  it('are refused above one’s own, and the attempt is noted in the log', async () => {
    const staff = open();
    const by = await employ(1, 'supervisor');

    const outcome = await staff.grantRole({
      by,
      person: person(2),
      role: 'admin',
      reader,
      cause: someCause,
    });

    expect(outcome).toEqual({ status: 'refused', reason: 'role-above-actor', name: 'Person 2' });
    expect(await rolesNow()).toEqual([[1, 'supervisor']]);
    expect(staff.lines).toMatchObject([
      { level: 'warn', by: 1, person: 2, reason: 'role-above-actor' },
    ]);
  });

  it('are judged by what the giver is now, not by what he was when he wrote', async () => {
    const staff = open();
    const by = await employ(1, 'admin');
    await employ(3, 'admin');
    await database.prisma.staff.update({ where: { userId: 1 }, data: { role: 'manager' } });

    const outcome = await staff.grantRole({
      by,
      person: person(2),
      role: 'manager',
      reader,
      cause: someCause,
    });

    expect(outcome).toMatchObject({ status: 'refused', reason: 'no-right' });
  });

  it('of a person known by number alone wait for the name', async () => {
    const staff = open();
    const by = await employ(1, 'admin');
    const unknown = { userId: 2, name: null, username: null, locale: null };
    await staff.grantRole({ by, person: unknown, role: 'manager', reader, cause: someCause });

    expect((await staff.findStaff([2])).map(({ name }) => name)).toEqual(['2']);

    const katya = { userId: 2, name: 'Катя\u202e', username: 'katya', locale: 'en' } as const;
    expect(await staff.meet(katya)).toMatchObject({
      name: 'Катя',
      username: 'katya',
      locale: 'en',
    });
    expect(await staff.identify(2)).toMatchObject({ name: 'Катя', locale: 'en' });
  });
});

describe('taking a role away', () => {
  it('leaves nobody who is still found, and says how many dialogs are theirs', async () => {
    const staff = open();
    const by = await employ(1, 'admin');
    const katya = await employ(2, 'manager');
    await giveDialogs(katya.id, { open: 2, closed: 1 });

    const outcome = await staff.removeStaff({ by, person: person(2), reader, cause: someCause });

    expect(outcome).toEqual({ status: 'removed', name: 'Person 2', openDialogs: 2 });
    expect(await staff.identify(2)).toBeNull();
    expect(await staff.findStaff([katya.id])).toEqual([]);
    expect(await database.prisma.dialog.count({ where: { assigneeId: katya.id } })).toBe(3);
  });

  it('and giving it back keeps the number of the employee', async () => {
    const staff = open();
    const by = await employ(1, 'admin');
    const { id } = await employ(2, 'manager');
    await staff.removeStaff({ by, person: person(2), reader, cause: someCause });

    expect(
      await staff.grantRole({ by, person: person(2), role: 'support', reader, cause: someCause }),
    ).toMatchObject({ status: 'granted', number: id, role: 'support' });
  });

  it('from somebody who has none changes nothing', async () => {
    const staff = open();
    const by = await employ(1, 'admin');

    expect(await staff.removeStaff({ by, person: person(9), reader, cause: someCause })).toEqual({
      status: 'not-staff',
      name: 'Person 9',
    });
  });

  it('from the last admin is refused, even when two admins remove each other at once', async () => {
    const staff = open();
    const [first, second] = [await employ(1, 'admin'), await employ(2, 'admin')];

    const outcomes = await Promise.all([
      staff.removeStaff({ by: first, person: person(2), reader, cause: someCause }),
      staff.removeStaff({ by: second, person: person(1), reader, cause: someCause }),
    ]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['refused', 'removed']);
    expect(await rolesNow()).toHaveLength(1);
  });

  it('from an admin by setting is refused with a word on where he is named', async () => {
    const staff = open([2]);
    const by = await employ(1, 'admin');
    await staff.prepareAdminCode();

    expect(
      await staff.removeStaff({ by, person: person(2), reader, cause: someCause }),
    ).toMatchObject({
      status: 'refused',
      reason: 'admin-by-setting',
    });
  });
});

describe('whom to tell', () => {
  it('supervisors of a late answer, and admins where there are none', async () => {
    const staff = open();
    await employ(1, 'admin');
    await employ(2, 'manager');
    expect((await staff.supervisors()).map(({ userId }) => userId)).toEqual([1]);

    await employ(3, 'supervisor');
    expect((await staff.supervisors()).map(({ userId }) => userId)).toEqual([3]);
  });

  it('supervisors and admins of a desk in trouble', async () => {
    const staff = open();
    for (const [userId, role] of [
      [1, 'admin'],
      [2, 'support'],
      [3, 'supervisor'],
    ] as const)
      await employ(userId, role);

    expect((await staff.caretakers()).map(({ userId }) => userId)).toEqual([1, 3]);
  });
});

async function giveDialogs(assigneeId: number, { open, closed }: { open: number; closed: number }) {
  const now = clock.now();
  for (let index = 0; index < open + closed; index += 1) {
    const client = await database.prisma.client.create({
      data: { name: 'Анна', locale: 'ru', createdAt: now },
    });
    const address = await database.prisma.clientAddress.create({
      data: { clientId: client.id, channel: 'telegram', externalId: String(1_000 + index) },
    });
    const isClosed = index >= open;
    await database.prisma.dialog.create({
      data: {
        clientId: client.id,
        addressId: address.id,
        channel: 'telegram',
        status: isClosed ? 'closed' : 'in_work',
        closedAt: isClosed ? now : null,
        assigneeId,
        openedAt: now,
        lastQuestionAt: now,
      },
    });
  }
}
