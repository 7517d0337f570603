import { expect, it } from 'vitest';
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
    await desks.fail({ kind: 'no-rights', what: 'send photos to the chat' });
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
