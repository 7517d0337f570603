import { describe, expect, it } from 'vitest';
import { DESK_RIGHTS, type DeskRight } from '../../src/desks/desk.ts';
import { keptUpdate, sayings, someCause } from '../support/causes.ts';
import { all, employee, igor, other, useDesks, window, without } from './desks-on-database.ts';

const { database, open, theDesk } = useDesks();

describe('setting up a desk', () => {
  it('makes a forum the desk, in the language of who did it, and says so there', async () => {
    const desks = open();

    expect(await desks.setUp()).toEqual({ status: 'set-up' });

    expect(await theDesk()).toMatchObject({
      chatId: -100500n,
      title: 'Единое окно',
      locale: 'ru',
      state: 'ready',
    });
    expect(await sayings(database())).toEqual([
      { to: 'desk:1', name: 'desk-set-up', facts: { status: 'set-up' } },
    ]);
    expect(desks.adopted).toEqual([1]);
  });

  it.each<DeskRight>(['can_manage_topics', 'can_pin_messages'])(
    'without %s makes none and names it',
    async (right) => {
      expect(await open().setUp(window, without(right))).toEqual({
        status: 'rights-missing',
        missing: [right],
        admin: true,
      });
      expect(await theDesk()).toBeNull();
    },
  );

  it('by a bot that is no administrator says that first', async () => {
    expect(await open().setUp(window, { status: 'member' })).toEqual({
      status: 'rights-missing',
      missing: DESK_RIGHTS,
      admin: false,
    });
  });

  it('twice checks and changes nothing but the title', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.setUp({ ...window, title: 'Окно' })).toEqual({ status: 'checked' });
    expect(await database().prisma.desk.findMany()).toMatchObject([{ title: 'Окно' }]);
  });

  it('in a second forum moves nothing and says which is the desk', async () => {
    const desks = open();
    await desks.setUp();

    expect(await desks.setUp(other)).toEqual({ status: 'other-desk', title: 'Единое окно' });
    expect(await database().prisma.desk.count()).toBe(1);
  });

  it('in two forums at the same moment makes one desk', async () => {
    const desks = open();

    const outcomes = await Promise.all([desks.setUp(), desks.setUp(other)]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['other-desk', 'set-up']);
    expect(await database().prisma.desk.count()).toBe(1);
  });

  it('is not for a manager', async () => {
    const by = employee(2, 'manager');

    expect(
      await open().setUpDesk({ by, chat: window, membership: all, reader: null, cause: someCause }),
    ).toEqual({
      status: 'no-right',
    });
  });

  it('by an update that comes twice happens once', async () => {
    const desks = open();
    const cause = await keptUpdate(database(), 5);
    const command = { by: igor, chat: window, membership: all, reader: null, cause };
    await desks.setUpDesk(command);

    expect(await desks.setUpDesk(command)).toEqual({ status: 'repeated' });
    expect(await sayings(database())).toHaveLength(1);
  });
});
