import { describe, expect, it } from 'vitest';
import { DESK_RIGHTS, type DeskRight } from '../../src/desks/needs.ts';
import { keptUpdate, sayings } from '../support/causes.ts';
import { all, asked, employee, other, useDesks, window, without } from './desks-on-database.ts';

const { database, open, theDesk } = useDesks();

describe('setting up a desk', () => {
  it('makes a forum the desk, in the language of who did it, and says so there', async () => {
    const desks = open();

    expect(await desks.setUp()).toEqual({ status: 'set-up', kind: 'forum', refused: [] });

    expect(await theDesk()).toMatchObject({
      chatId: -100500n,
      title: 'Единое окно',
      locale: 'ru',
      state: 'ready',
    });
    expect(await sayings(database())).toEqual([
      {
        to: 'desk:1',
        name: 'desk-set-up',
        facts: { status: 'set-up', kind: 'forum', refused: [], deskId: 1 },
      },
    ]);
    expect(desks.adopted).toEqual([1]);
  });

  it.each<DeskRight>(['can_manage_topics', 'can_pin_messages'])(
    'without %s makes none and names it',
    async (right) => {
      expect(await open().setUp(window, without(right))).toEqual({
        status: 'rights-missing',
        kind: 'forum',
        missing: [right],
        admin: true,
      });
      expect(await theDesk()).toBeNull();
    },
  );

  it('by a bot that is no administrator says that first', async () => {
    expect(await open().setUp(window, { status: 'member' })).toEqual({
      status: 'rights-missing',
      kind: 'forum',
      missing: DESK_RIGHTS,
      admin: false,
    });
  });

  it('twice checks and changes nothing but the title', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.setUp({ ...window, title: 'Окно' })).toEqual({
      status: 'checked',
      kind: 'forum',
      refused: [],
    });
    expect(await database().prisma.desk.findMany()).toMatchObject([{ title: 'Окно' }]);
  });

  it('in a second forum changes nothing and asks what is meant', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.setUp(other)).toEqual({
      status: 'which',
      desks: [{ id: 1, title: 'Единое окно' }],
    });
    expect(await database().prisma.desk.count()).toBe(1);
  });

  it('in a second forum adds a desk, where that is meant', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.setUp(other, all, 'add')).toEqual({
      status: 'added',
      kind: 'forum',
      refused: [],
    });
    expect(await database().prisma.desk.count()).toBe(2);
  });

  it('in a second forum moves a desk there, where that is meant', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.setUp(other, all, { move: 1 })).toMatchObject({
      status: 'moved',
      kind: 'forum',
    });
    expect(await database().prisma.desk.findMany()).toMatchObject([{ chatId: BigInt(other.id) }]);
  });

  it('moves no desk that does not exist: a button may be older than the desk', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.setUp(other, all, { move: 7 })).toMatchObject({ status: 'which' });
  });

  it('in two forums at the same moment makes one desk', async () => {
    const desks = open();

    const outcomes = await Promise.all([desks.setUp(), desks.setUp(other)]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['set-up', 'which']);
    expect(await database().prisma.desk.count()).toBe(1);
  });

  it('is not for a manager', async () => {
    const by = employee(2, 'manager');

    expect(await open().setUpDesk({ ...asked(), by })).toEqual({
      status: 'no-right',
    });
  });

  it('by an update that comes twice happens once', async () => {
    const desks = open();
    const cause = await keptUpdate(database(), 5);
    const command = { ...asked(), cause };
    await desks.setUpDesk(command);

    expect(await desks.setUpDesk(command)).toEqual({ status: 'repeated' });
    expect(await sayings(database())).toHaveLength(1);
  });
});
