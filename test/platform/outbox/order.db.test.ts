import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemCause } from '../../../src/platform/cause.ts';
import { refusal } from '../../support/bot-api-answers.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type OutboxAtWork, type OutboxOptions, openOutbox } from '../../support/outbox.ts';
import { withText } from '../../support/scripted-telegram.ts';
import { until } from '../../support/until.ts';

let database: TestDatabase;
let desk: OutboxAtWork;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function open(options?: OutboxOptions): Promise<void> {
  desk = await openOutbox(database, options);
}

beforeEach(() => open());
afterEach(async () => {
  await desk.stop();
  await database.prisma.$executeRaw`TRUNCATE outbox_message, projection, lease, test_outcome`;
});

describe('what must be said', () => {
  it('is said when it was committed with what happened, and noted as sent', async () => {
    desk.start();
    await desk.say('thread:1', 'Здравствуйте');
    await desk.settle();
    expect(desk.telegram.accepted).toMatchObject([
      {
        method: 'sendMessage',
        payload: { chat_id: -1001, message_thread_id: 1, text: 'Здравствуйте' },
      },
    ]);
    expect(await desk.rows()).toEqual(['sent']);
    expect(await desk.outcomes()).toEqual(['Здравствуйте sent']);
  });

  it('is never said when what happened was rolled back', async () => {
    desk.start();
    const verb = database.inTransaction(async (tx) => {
      const message = {
        destination: 'thread:1',
        name: 'text',
        args: { text: 'Напрасно' },
      } as const;
      await desk.outbox.enqueue(tx, [message], systemCause('test'));
      throw new Error('no after all');
    });
    await expect(verb).rejects.toThrow('no after all');
    await desk.settle();
    expect(desk.telegram.calls).toEqual([]);
    expect(await desk.rows()).toEqual([]);
  });

  it('keeps its own cause, where what has several causes is said together', async () => {
    const own = { kind: 'update', botId: 1, updateId: 77 } as const;
    const common = { destination: 'thread:1', name: 'text', args: { text: 'да' } } as const;
    await database.inTransaction((tx) =>
      desk.outbox.enqueue(tx, [{ ...common, cause: own }, common], systemCause('test')),
    );
    const rows = await database.prisma.outboxMessage.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ cause }) => cause)).toEqual(['update:77', 'test']);
  });

  it('before the program started is said when it starts, oldest first', async () => {
    for (const text of ['раз', 'два', 'три']) await desk.say('thread:1', text);
    desk.start();
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['раз', 'два', 'три']);
  });

  it('although nobody was told of the commit is found in the table', async () => {
    desk.start();
    await desk.settle();
    await database.prisma.outboxMessage.create({
      data: {
        destination: 'thread:1',
        name: 'text',
        args: { text: 'Незаметно' },
        rank: 'speech',
        notBefore: desk.clock.now(),
        createdAt: desk.clock.now(),
      },
    });
    await desk.later(1_000);
    expect(desk.telegram.said()).toEqual(['Незаметно']);
  });

  it('at a later hour is said then', async () => {
    desk.start();
    const notBefore = new Date(desk.clock.now().getTime() + 90_000);
    await desk.say('thread:1', 'Потом', { notBefore });
    await desk.later(89_000);
    expect(desk.telegram.said()).toEqual([]);
    await desk.later(1_000);
    expect(desk.telegram.said()).toEqual(['Потом']);
  });

  it('is not said any more when its feature has nothing to say', async () => {
    desk.start();
    await desk.say('thread:1', 'Поздно', { name: 'nothing' });
    await desk.settle();
    expect(await desk.rows()).toEqual(['dropped: no more to say']);
    expect(desk.telegram.calls).toEqual([]);
  });

  it('to a destination that is no more has failed, and its feature hears of it', async () => {
    desk.places.set('client:9', { status: 'gone' });
    desk.start();
    await desk.say('client:9', 'Кому?');
    await desk.settle();
    expect(await desk.rows()).toEqual(['failed: chat-gone: not-found']);
    expect(await desk.outcomes()).toEqual(['Кому? failed']);
    expect(desk.telegram.calls).toEqual([]);
  });
});

describe('order in a destination', () => {
  it('is kept through failures and retries; other destinations do not wait', async () => {
    desk.start();
    desk.telegram.next(withText('раз'), () => refusal(502, 'Bad Gateway'));
    await desk.say('thread:1', 'раз');
    await desk.say('thread:1', 'два');
    await desk.say('thread:2', 'другая тема');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['другая тема']);
    await desk.later(1_000);
    expect(desk.telegram.said()).toEqual(['другая тема', 'раз', 'два']);
  });

  it('is kept between what waits in the table and what is committed while that is being read', async () => {
    for (let index = 1; index <= 30; index += 1) await desk.say('thread:1', `старое ${index}`);
    const saying = (async () => {
      for (let index = 1; index <= 10; index += 1) await desk.say('thread:1', `новое ${index}`);
    })();
    desk.start();
    await saying;
    await desk.settle();
    const expected = [
      ...Array.from({ length: 30 }, (_, index) => `старое ${index + 1}`),
      ...Array.from({ length: 10 }, (_, index) => `новое ${index + 1}`),
    ];
    expect(desk.telegram.said()).toEqual(expected);
  });

  it('survives more waiting than fits one page, over many destinations', async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => ({
      destination: `thread:${(index % 40) + 1}`,
      name: 'silent',
      args: { text: String(index) },
      rank: 'speech',
      notBefore: desk.clock.now(),
      createdAt: desk.clock.now(),
    }));
    await database.prisma.outboxMessage.createMany({ data: rows });
    desk.start();
    await desk.settle();
    const byThread = new Map<unknown, number[]>();
    for (const { payload } of desk.telegram.accepted) {
      const thread = byThread.get(payload.message_thread_id) ?? [];
      byThread.set(payload.message_thread_id, thread);
      thread.push(Number(payload.text));
    }
    expect(desk.telegram.accepted).toHaveLength(1_500);
    for (const texts of byThread.values()) expect(texts).toEqual(texts.toSorted((a, b) => a - b));
  });

  it('holds nobody else up while a call hangs', async () => {
    desk.start();
    desk.telegram.hold(withText('долго'));
    await desk.say('thread:1', 'долго');
    await desk.say('thread:1', 'за ним');
    await desk.say('thread:2', 'мимо');
    await until(() => desk.telegram.said().includes('мимо'), 'the other thread waits');
    expect(desk.telegram.attempted()).not.toContain('за ним');
    desk.telegram.open();
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['мимо', 'долго', 'за ним']);
  });
});

describe('a page of the table that is read slowly', () => {
  /** The next page is read at once and handed over when it is let go. */
  function handOverLate(): { readonly isRead: () => boolean; letGo(): void } {
    const { loadWaiting } = desk.repository;
    let read = false;
    let letGo = () => {};
    const wait = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    desk.repository.loadWaiting = async (after, limit) => {
      desk.repository.loadWaiting = loadWaiting;
      const page = await loadWaiting(after, limit);
      read = true;
      await wait;
      return page;
    };
    return { isRead: () => read, letGo };
  }

  it('does not have anything said twice that was sent meanwhile', async () => {
    desk.start();
    await desk.settle();
    const render = desk.holdRendering();
    await desk.say('thread:1', 'раз');
    const page = handOverLate();
    await until(async () => {
      await desk.clock.advance(1_000);
      return page.isRead();
    }, 'the page is not read');
    render();
    await until(async () => (await desk.rows())[0] === 'sent', 'it is not sent');
    page.letGo();
    await desk.settle();
    await desk.say('thread:1', 'два');
    await desk.later(3_000);
    expect(desk.telegram.attempted()).toEqual(['раз', 'два']);
    expect(await desk.rows()).toEqual(['sent', 'sent']);
  });

  it('does not let what is committed meanwhile overtake what it brings', async () => {
    await desk.say('thread:1', 'раз');
    const page = handOverLate();
    desk.start();
    await until(page.isRead, 'the page is not read');
    await desk.say('thread:1', 'два');
    page.letGo();
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['раз', 'два']);
  });
});
