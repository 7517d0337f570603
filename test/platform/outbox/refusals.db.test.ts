import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noAnswer, refusal } from '../../support/bot-api-answers.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type OutboxAtWork, openOutbox } from '../../support/outbox.ts';
import { ofMethod, withText } from '../../support/scripted-telegram.ts';

let database: TestDatabase;
let desk: OutboxAtWork;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  desk = await openOutbox(database);
  desk.start();
});
afterEach(async () => {
  await desk.stop();
  await database.prisma.$executeRaw`TRUNCATE outbox_message, projection, lease, test_outcome`;
});

const bad = (words: string) => refusal(400, `Bad Request: ${words}`);

describe('when Telegram asks a chat to wait', () => {
  it('that chat waits, nobody else, and nothing is counted against the message', async () => {
    desk.telegram.next(withText('раз'), () =>
      refusal(429, 'Too Many Requests: retry after 35', { retry_after: 35 }),
    );
    await desk.say('client:7', 'раз');
    await desk.say('client:7', 'два');
    await desk.settle();
    await desk.say('client:8', 'мимо');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['мимо']);
    await desk.later(34_000);
    expect(desk.telegram.said()).toEqual(['мимо']);
    await desk.later(1_000);
    expect(desk.telegram.said()).toEqual(['мимо', 'раз', 'два']);
    const [row] = await database.prisma.outboxMessage.findMany({ orderBy: { id: 'asc' } });
    expect(row).toMatchObject({ state: 'sent', attempts: 1 });
  });
});

describe('what may pass', () => {
  it('is tried again, with longer and longer pauses', async () => {
    desk.telegram.always(withText('раз'), () => refusal(502, 'Bad Gateway'));
    await desk.say('client:7', 'раз');
    await desk.settle();
    await desk.later(16_000);
    expect(desk.telegram.calls.map(({ at }) => at)).toEqual([0, 1_000, 3_000, 7_000, 15_000]);
    desk.telegram.forgive();
    await desk.later(16_000);
    expect(desk.telegram.said()).toEqual(['раз']);
    expect(await desk.outcomes()).toEqual(['раз sent']);
  });

  it('and never passes has failed after twelve attempts; the next one goes', async () => {
    desk.telegram.always(withText('раз'), () => refusal(500, 'Internal Server Error'));
    await desk.say('client:7', 'раз');
    await desk.say('client:7', 'два');
    await desk.settle();
    await desk.later(40 * 60_000, 60_000);
    expect(await desk.rows()).toEqual(['failed: server-error: 500', 'sent']);
    expect(await desk.outcomes()).toEqual(['раз failed', 'два sent']);
    expect(desk.telegram.calls.filter(withText('раз'))).toHaveLength(13);
  });

  it('is never given up while the network is away, and goes half a minute after it is back', async () => {
    desk.telegram.always(
      () => true,
      () => noAnswer('ENETUNREACH'),
    );
    await desk.say('client:7', 'раз');
    await desk.settle();
    await desk.later(20 * 60_000, 30_000);
    desk.telegram.forgive();
    await desk.later(30_000);
    expect(desk.telegram.said()).toEqual(['раз']);
    const [row] = await database.prisma.outboxMessage.findMany();
    expect(row).toMatchObject({ state: 'sent', attempts: 1 });
  });
});

describe('an unknown outcome', () => {
  it('is repeated, where that is the setting', async () => {
    desk.telegram.next(withText('раз'), () => noAnswer('ECONNRESET'));
    await desk.say('client:7', 'раз');
    await desk.settle();
    await desk.later(1_000);
    expect(desk.telegram.attempted()).toEqual(['раз', 'раз']);
    expect(await desk.outcomes()).toEqual(['раз sent']);
  });

  describe('that a human is to decide', () => {
    beforeEach(async () => {
      await desk.stop();
      desk = await openOutbox(database, { askIfUnknown: true });
      desk.start();
    });

    it('stays unknown for a text to a client, and what follows goes', async () => {
      desk.telegram.next(withText('раз'), () => noAnswer('ECONNRESET'));
      await desk.say('client:7', 'раз');
      await desk.say('client:7', 'два');
      await desk.settle();
      await desk.later(5_000);
      expect(desk.telegram.attempted()).toEqual(['раз', 'два']);
      expect(await desk.rows()).toEqual(['unknown', 'sent']);
      expect(await desk.outcomes()).toEqual(['раз unknown', 'два sent']);
    });

    it('is repeated for signs, and for what staff read', async () => {
      desk.telegram.next(ofMethod('setMessageReaction'), () => noAnswer('ECONNRESET'));
      desk.telegram.next(withText('служебное'), () => refusal(502, 'Bad Gateway'));
      await desk.say('client:7', '👌', { name: 'sign' });
      await desk.say('thread:1', 'служебное');
      await desk.settle();
      await desk.later(1_000);
      expect(await desk.rows()).toEqual(['sent', 'sent']);
      expect(desk.telegram.calls).toHaveLength(4);
    });
  });
});

describe('a person out of reach', () => {
  it('has the message failed, once, with its consequence in the same transaction', async () => {
    desk.telegram.always(ofMethod('sendMessage'), ({ payload }) =>
      payload.chat_id === 7
        ? refusal(403, 'Forbidden: bot was blocked by the user')
        : { message_id: 1 },
    );
    await desk.say('client:7', 'раз', { args: { text: 'раз', thenSay: 'не доставлено' } });
    await desk.settle();
    await desk.later(3_000);
    expect(desk.troubles).toMatchObject([
      { destination: 'client:7', failure: { kind: 'blocked' } },
    ]);
    expect(await desk.rows()).toEqual(['failed: blocked', 'sent']);
    expect(desk.telegram.attempted()).toEqual(['раз', 'не доставлено']);
    expect(await desk.outcomes()).toEqual(['раз failed', 'не доставлено sent']);
  });

  it('does not make anybody wait whose trouble could not even be noted', async () => {
    desk.telegram.next(withText('раз'), () => refusal(403, 'Forbidden: user is deactivated'));
    desk.whenTroubled(() => {
      throw new Error('a bug in the feature');
    });
    await desk.say('client:7', 'раз');
    await desk.say('client:7', 'два');
    await desk.settle();
    expect(await desk.rows()).toEqual(['failed: deactivated', 'sent']);
  });
});

describe('a thread that is gone', () => {
  it('is made again, and the same message is said there', async () => {
    desk.telegram.next(withText('раз'), () => bad('message thread not found'));
    desk.whenTroubled((destination) => {
      desk.places.set(destination, {
        status: 'unprepared',
        chatId: -1001,
        group: true,
        call: { method: 'createForumTopic', payload: { chat_id: -1001 }, repeatable: true },
      });
      return 'renewed';
    });
    await desk.say('thread:1', 'раз');
    await desk.say('thread:1', 'два');
    await desk.settle();
    const inNewTopic = desk.telegram.accepted.filter(ofMethod('sendMessage'));
    expect(desk.telegram.accepted[0]?.method).toBe('createForumTopic');
    expect(inNewTopic.map(({ payload }) => [payload.message_thread_id, payload.text])).toEqual([
      [101, 'раз'],
      [101, 'два'],
    ]);
    expect(await desk.rows()).toEqual(['sent', 'sent']);
  });

  it('that is gone again and again is not believed for ever', async () => {
    desk.telegram.always(withText('раз'), () => bad('message thread not found'));
    desk.whenTroubled(() => 'renewed');
    await desk.say('thread:1', 'раз');
    await desk.settle();
    await desk.later(120_000, 10_000);
    expect(await desk.rows()).toEqual(['failed: thread-gone']);
    expect(desk.telegram.calls).toHaveLength(6);
  });

  it('is not made over and over when the new one cannot be noted', async () => {
    desk.places.set('thread:1', {
      status: 'unprepared',
      chatId: -1001,
      group: true,
      call: { method: 'createForumTopic', payload: {}, repeatable: true },
    });
    const port = desk.ports.destinations.thread;
    const prepared = port.prepared;
    port.prepared = () => Promise.reject(new Error('a bug in the feature'));
    await desk.say('thread:1', 'раз');
    await desk.settle();
    await desk.later(59_000, 10_000);
    expect(desk.telegram.calls.filter(ofMethod('createForumTopic'))).toHaveLength(1);
    if (prepared) port.prepared = prepared;
    await desk.later(11_000);
    expect(desk.telegram.said()).toContain('раз');
  });
});

describe('a desk in trouble', () => {
  it('has everything wait, and goes on when the port says where it is', async () => {
    desk.telegram.next(withText('раз'), () =>
      refusal(403, 'Forbidden: bot was kicked from the supergroup chat'),
    );
    desk.whenTroubled((destination) => {
      desk.places.set(destination, { status: 'suspended' });
      return 'hold';
    });
    await desk.say('thread:1', 'раз');
    await desk.settle();
    await desk.later(180_000, 30_000);
    expect(desk.telegram.calls).toHaveLength(1);
    desk.places.delete('thread:1');
    await database.inTransaction(async (tx) => desk.outbox.relocate(tx));
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['раз']);
  });

  it('is asked for no more than once a minute while nothing can be sent there', async () => {
    const { thread } = desk.ports.destinations;
    let asked = 0;
    const { resolve } = thread;
    thread.resolve = (ids) => {
      asked += 1;
      return resolve(ids);
    };
    desk.places.set('thread:1', { status: 'suspended' });
    await desk.say('thread:1', 'раз');
    await desk.later(120_000, 1_000);
    expect(asked).toBeLessThanOrEqual(3);
  });

  it('where only pins and reactions are forbidden goes on with its words', async () => {
    desk.telegram.always(ofMethod('setMessageReaction'), () => bad('not enough rights to react'));
    await desk.say('thread:1', '👌', { name: 'sign', rank: 'adornment' });
    await desk.say('thread:1', 'слова');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['слова']);
    expect(desk.troubles).toEqual([]);
    expect(await desk.rows()).toEqual(['failed: no-rights: react', 'sent']);
  });

  it('whose place cannot be asked for holds up nobody else', async () => {
    const { thread } = desk.ports.destinations;
    thread.resolve = () => Promise.reject(new Error('a bug in the feature'));
    await desk.say('thread:1', 'раз');
    await desk.say('client:7', 'мимо');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['мимо']);
  });
});

describe('a group that migrated', () => {
  it('is replaced, and the same message is said in the new one', async () => {
    desk.telegram.always(
      ({ payload }) => payload.chat_id === -1001,
      () =>
        refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
          migrate_to_chat_id: -1009,
        }),
    );
    const moves: string[] = [];
    desk.whenMigrated((_tx, from, to) => {
      moves.push(`${from} → ${to}`);
      desk.places.set('thread:1', {
        status: 'ready',
        chatId: to,
        group: true,
        thread: { topic: 1 },
      });
    });
    await desk.say('thread:1', 'раз');
    await desk.say('thread:1', 'два');
    await desk.settle();
    expect(moves).toEqual(['-1001 → -1009']);
    expect(desk.telegram.accepted.map(({ payload }) => payload.chat_id)).toEqual([-1009, -1009]);
    expect(await desk.rows()).toEqual(['sent', 'sent']);
  });
});
