// What is said in several messages, and albums that come in several: over the end of a process.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../support/bot-api-answers.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type OutboxAtWork, openOutbox } from '../../support/outbox.ts';
import { ofMethod, withText } from '../../support/scripted-telegram.ts';
import { until } from '../../support/until.ts';

let database: TestDatabase;
let desk: OutboxAtWork;
/** Whether all is stored that had waited at Telegram. */
let caughtUp = true;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  caughtUp = true;
  desk = await openOutbox(database, { hasCaughtUp: () => caughtUp });
});
afterEach(async () => {
  await desk.stop();
  await database.prisma.$executeRaw`TRUNCATE outbox_message, projection, lease, test_outcome`;
});

const inParts = { args: { text: 'раз два', inParts: true } };

/** A process says «раз», and dies in the middle of «два»; returns when the next one tries that. */
async function diesInTheMiddle(whileDead: () => void = () => {}): Promise<void> {
  desk.start();
  desk.telegram.hold(withText('два'));
  await desk.say('thread:1', '', inParts);
  await until(() => desk.telegram.calls.length === 2, 'the second part is not sent');
  whileDead();
  desk.start();
  await until(() => desk.telegram.calls.length > 2, 'nobody takes it up');
}

describe('a text of several parts', () => {
  it('of which a process said the first is gone on with by the next, and noted as one', async () => {
    await diesInTheMiddle();
    desk.telegram.open();
    await desk.settle();

    expect(desk.telegram.attempted()).toEqual(['раз', 'два', 'два']);
    expect(await desk.rows()).toEqual(['sent']);
    const [row] = await database.prisma.outboxMessage.findMany();
    expect(row?.begun).toBeNull();
  });

  it('is said from its beginning where its destination is elsewhere now', async () => {
    await diesInTheMiddle(() =>
      desk.places.set('thread:1', {
        status: 'ready',
        chatId: -1001,
        group: true,
        thread: { topic: 9 },
      }),
    );
    desk.telegram.open();
    await desk.settle();

    const there = desk.telegram.accepted.filter(({ payload }) => payload.message_thread_id === 9);
    expect(there.map(({ payload }) => payload.text)).toEqual(['раз', 'два']);
  });
});

describe('an album', () => {
  const part = (text: string) =>
    desk.say('client:7', text, {
      name: 'album',
      groupKey: 'album:g',
      notBefore: new Date(desk.clock.now().getTime() + 1_000),
    });
  const albums = () => desk.telegram.accepted.map(({ payload }) => payload.media);

  it('of which a process kept one part leaves whole when the next has kept the other', async () => {
    await part('1');
    await desk.clock.advance(3_600_000);
    caughtUp = false;
    desk.start();
    await desk.later(30_000, 5_000);
    expect(albums()).toEqual([]);
    await part('2');
    caughtUp = true;
    await desk.later(1_000);
    expect(albums()).toEqual([['1', '2']]);
  });

  it('whose parts are read slowly is waited for', async () => {
    desk.start();
    await desk.later(2_000);
    desk.coming.add('album:g');
    await part('1');
    await desk.later(30_000, 5_000);
    await part('2');
    desk.coming.clear();
    await desk.later(1_000);
    expect(albums()).toEqual([['1', '2']]);
  });

  it('whose last part never comes through leaves without it after five minutes', async () => {
    desk.start();
    await desk.later(2_000);
    desk.coming.add('album:g');
    await part('1');
    await desk.later(299_000, 20_000);
    expect(albums()).toEqual([]);
    await desk.later(1_000);
    expect(albums()).toEqual([['1']]);
  });
});

describe('a group that moves on and on', () => {
  it('is not asked without a pause', async () => {
    desk.start();
    desk.telegram.always(ofMethod('sendMessage'), () =>
      refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: -1009,
      }),
    );
    await desk.say('thread:1', 'раз');
    await desk.settle();
    const before = desk.telegram.calls.length;
    await desk.later(10_000);
    expect(before).toBeLessThanOrEqual(2);
    expect(desk.telegram.calls.length).toBeLessThanOrEqual(6);
    desk.telegram.forgive();
    await desk.later(60_000, 10_000);
    expect(await desk.rows()).toEqual(['sent']);
  });
});

describe('a sign that Telegram refuses', () => {
  it('and an answer to somebody who left are no mistakes of ours', async () => {
    desk.start();
    desk.telegram.always(ofMethod('setMessageReaction'), () =>
      refusal(400, 'Bad Request: REACTION_INVALID'),
    );
    desk.telegram.always(ofMethod('sendMessage'), () =>
      refusal(403, 'Forbidden: bot was blocked by the user'),
    );
    await desk.say('thread:1', '👌', { name: 'sign', rank: 'adornment' });
    await desk.say('client:7', 'ответ');
    await desk.settle();
    expect((await desk.rows()).map((row) => row.split(':')[0])).toEqual(['failed', 'failed']);
    expect(desk.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
