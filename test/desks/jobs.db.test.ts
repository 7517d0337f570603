import { beforeEach, describe, expect, it } from 'vitest';
import { type Membership, troubleOfMembership } from '../../src/desks/desk.ts';
import { createDeskJobs } from '../../src/desks/jobs.ts';
import { silentLogger } from '../support/logger.ts';
import { all, useDesks, without } from './desks-on-database.ts';

const { clock, database, open, theDesk } = useDesks();

/** A desk, the job that looks at it, and how often Telegram was asked. */
async function lookedAfter() {
  const desks = open();
  await desks.setUp();
  let sight: { membership: Membership; isForum: boolean } | Error = {
    membership: all,
    isForum: true,
  };
  const asked: number[] = [];
  const [job] = createDeskJobs({
    service: desks,
    lookAt: async ({ chatId }) => {
      asked.push(chatId);
      if (sight instanceof Error) throw sight;
      return troubleOfMembership(sight.membership, sight.isForum);
    },
    repostBareCards: async () => {},
    database: database(),
    clock,
    logger: silentLogger,
  });
  return {
    desks,
    asked,
    shows: (next: typeof sight) => {
      sight = next;
    },
    async look(): Promise<string | undefined> {
      await job?.run();
      return (await theDesk())?.state;
    },
  };
}

it('a desk that works is not asked about', async () => {
  const { look, asked } = await lookedAfter();
  expect([await look(), asked]).toEqual(['ready', []]);
});

it('a desk in trouble goes on as soon as it is seen to be well', async () => {
  const { desks, look, shows } = await lookedAfter();
  await desks.fail({ kind: 'not-a-forum' });
  shows({ membership: all, isForum: false });
  expect(await look()).toBe('no-rights');
  shows({ membership: without('can_manage_topics'), isForum: true });
  expect(await look()).toBe('no-rights');
  shows(new Error('bot was kicked'));
  expect(await look()).toBe('no-rights');
  shows({ membership: all, isForum: true });
  expect(await look()).toBe('ready');
});

it('one that looks well and is refused again is looked at ever more seldom', async () => {
  const { desks, look, asked } = await lookedAfter();
  for (let minute = 0; minute < 20; minute += 1) {
    await desks.fail({ kind: 'no-rights', what: 'send text messages to the chat' });
    await look();
    await clock.advance(60_000);
  }
  // After 0, 1, 3, 7 and 15 minutes.
  expect(asked).toHaveLength(5);
});

it('one whose topics vanish waits for a person', async () => {
  const { desks, look, asked } = await lookedAfter();
  await database().inTransaction((tx) =>
    desks.noteTrouble(tx, 1, { state: 'gone', what: 'topics-lost' }, { kind: 'system', name: 'x' }),
  );
  expect([await look(), asked]).toEqual(['gone', []]);
});

describe('a trouble that comes and goes', () => {
  const TEXTS = { kind: 'no-rights', what: 'send text messages to the chat' } as const;

  // What was told at a desk before stays in the log of events.
  beforeEach(() => clock.advance(7_200_000));

  async function said(): Promise<readonly string[]> {
    const rows = await database().prisma.outboxMessage.findMany({
      where: { destination: 'person:901' },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ name }) => name).filter((name) => name !== 'desk-set-up');
  }

  it('is told once an hour, and so is its end', async () => {
    const { desks, look } = await lookedAfter();
    for (let minute = 0; minute < 60; minute += 10) {
      await desks.fail(TEXTS);
      await look();
      await clock.advance(599_000);
    }
    expect(await said()).toEqual(['desk-trouble', 'desk-restored']);
    await clock.advance(6_000);
    await look();
    await desks.fail(TEXTS);
    expect(await said()).toEqual(['desk-trouble', 'desk-restored', 'desk-trouble']);
  });

  it('is told after the hour if it stays, and another one at once', async () => {
    const { desks, look, shows } = await lookedAfter();
    await desks.fail(TEXTS);
    await look();
    await clock.advance(60_000);
    await desks.fail(TEXTS);
    shows({ membership: without('can_manage_topics'), isForum: true });
    await look();
    expect(await said()).toEqual(['desk-trouble', 'desk-restored']);
    await clock.advance(3_600_000);
    await look();
    await look();
    expect(await said()).toEqual(['desk-trouble', 'desk-restored', 'desk-trouble']);
    await desks.fail({ kind: 'chat-gone', reason: 'kicked' });
    expect((await said()).length).toBe(4);
  });
});
