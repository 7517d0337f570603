import { describe, expect, inject, it } from 'vitest';
import { createStaffRepository } from '../../src/staff/repository.ts';
import { someCause } from '../support/causes.ts';
import { toFiveMinutes } from '../support/to-five-minutes.ts';
import { person, reader, useStaff } from './staff-on-database.ts';

const { clock, database, open, employ, rolesNow } = useStaff();

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
    expect(await database().prisma.dialog.count({ where: { assigneeId: katya.id } })).toBe(3);
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
    const staff = open({ adminIds: [2] });
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

if (inject('databases').kind === 'embedded') {
  console.log('An embedded database has one transaction at a time: two that meet are not tried.');
} else {
  describe('while roles change', () => {
    it('dialogs go on: what merely names an employee does not wait', async () => {
      const katya = await employ(2, 'manager');
      const boris = await employ(3, 'manager');
      await giveDialogs(katya.id, { open: 1, closed: 0 });
      const { prisma, inTransaction } = database();
      const [locked, over] = [aSignal(), aSignal()];
      const changing = inTransaction(async (tx) => {
        await createStaffRepository().lockAll(tx);
        locked.give();
        await over.given;
      });
      await locked.given;
      const handingOver = inTransaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL lock_timeout = '1s'`;
        await tx.dialog.updateMany({ data: { assigneeId: boris.id } });
      });

      await expect(handingOver.finally(() => over.give())).resolves.toBeUndefined();
      await changing;
      expect(await prisma.dialog.count({ where: { assigneeId: boris.id } })).toBe(1);
    });
  });
}

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

function aSignal() {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

async function giveDialogs(assigneeId: number, { open, closed }: { open: number; closed: number }) {
  const now = clock.now();
  for (let index = 0; index < open + closed; index += 1) {
    const client = await database().prisma.client.create({
      data: { name: 'Анна', locale: 'ru', createdAt: now },
    });
    const address = await database().prisma.clientAddress.create({
      data: { clientId: client.id, channel: 'telegram', externalId: String(client.id) },
    });
    const isClosed = index >= open;
    await database().prisma.dialog.create({
      data: {
        clientId: client.id,
        addressId: address.id,
        channel: 'telegram',
        status: isClosed ? 'closed' : 'in_work',
        closedAt: isClosed ? now : null,
        assigneeId,
        openedAt: now,
        lastQuestionAt: now,
        listedAt: toFiveMinutes(now),
      },
    });
  }
}
