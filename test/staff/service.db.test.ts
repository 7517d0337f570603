import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/staff/profile.ts';
import { keptUpdate, sayings, someCause } from '../support/causes.ts';
import { person, reader, useStaff } from './staff-on-database.ts';

const { database, open, employ, rolesNow } = useStaff();

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
    expect(await sayings(database())).toEqual([
      {
        to: 'person:2',
        name: 'staff-welcome',
        facts: { role: 'manager', name: 'Катя', adder: reader },
      },
      { to: 'person:1', name: 'staff-change', facts: outcome },
    ]);
    const [event] = await database().prisma.event.findMany({ orderBy: { id: 'desc' }, take: 1 });
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
    const cause = await keptUpdate(database(), 7);
    const command = { by, person: person(2), role: 'manager', reader, cause } as const;
    await staff.grantRole(command);
    const told = (await sayings(database())).length;

    expect(await staff.grantRole({ ...command, role: 'admin' })).toEqual({ status: 'repeated' });
    expect(await sayings(database())).toHaveLength(told);
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
    await database().prisma.staff.update({ where: { userId: 1 }, data: { role: 'manager' } });

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

describe('the language in which somebody with a new role is greeted', () => {
  const byNumber = { userId: 2, name: null, username: null, locale: null };

  async function greeted(surroundings: Parameters<typeof open>[0], whom: Person = byNumber) {
    const staff = open(surroundings);
    const by = await employ(1, 'admin');
    await staff.grantRole({ by, person: whom, role: 'manager', reader, cause: someCause });
    const welcome = await database().prisma.outboxMessage.findFirst({
      where: { name: 'staff-welcome' },
    });
    return (welcome?.args as { locale?: string } | undefined)?.locale;
  }

  it('is their own where Telegram tells it', async () => {
    const shown = { ...byNumber, locale: 'en' } as const;

    expect(await greeted({ clients: { 2: 'ru' }, desk: 'ru' }, shown)).toBe('en');
  });

  it('is the one in which they wrote as a client', async () => {
    expect(await greeted({ clients: { 2: 'en' }, desk: 'ru' })).toBe('en');
  });

  it('is otherwise that of the desk, or of the settings where there is no desk', async () => {
    expect(await greeted({ clients: { 3: 'ru' }, desk: 'en' })).toBe('en');
    await database().prisma.$executeRaw`TRUNCATE staff, outbox_message RESTART IDENTITY CASCADE`;
    expect(await greeted({})).toBe('ru');
  });

  it('is remembered of somebody who worked here before, as their name is', async () => {
    const staff = open({ desk: 'ru' });
    const by = await employ(1, 'admin');
    const john = { userId: 2, name: 'John', username: 'john', locale: 'en' } as const;
    await staff.grantRole({ by, person: john, role: 'manager', reader, cause: someCause });
    await staff.removeStaff({ by, person: john, reader, cause: someCause });

    const again = { by, person: byNumber, role: 'manager', reader, cause: someCause } as const;
    expect(await staff.grantRole(again)).toMatchObject({ status: 'granted', name: 'John' });
    expect(await staff.identify(2)).toMatchObject({ username: 'john', locale: 'en' });
  });
});

describe('one of us', () => {
  const nobody = { userIds: [], usernames: [], names: [] };

  it('is known by number, by username, and by the name that Telegram shows of a hidden account', async () => {
    const staff = open();
    const by = await employ(1, 'admin');
    const grant = { by, role: 'manager', reader, cause: someCause } as const;
    await staff.grantRole({
      ...grant,
      person: { ...person(2, 'Катя  Смирнова'), username: 'Katya_S' },
    });
    await staff.removeStaff({ by, person: person(2), reader, cause: someCause });

    expect(await staff.isAnyOfUs({ ...nobody, userIds: [2] })).toBe(true);
    expect(await staff.isAnyOfUs({ ...nobody, usernames: ['anybody', 'katya_s'] })).toBe(true);
    expect(await staff.isAnyOfUs({ ...nobody, names: ['Катя  Смирнова'] })).toBe(true);
    expect(await staff.isAnyOfUs({ ...nobody, names: ['Катя', ''] })).toBe(false);
  });
});
