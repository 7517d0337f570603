import { BotError, type Context } from 'grammy';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noAnswer, refusal } from '../../support/bot-api-answers.ts';
import {
  type BreakableDatabase,
  createBreakableDatabase,
} from '../../support/breakable-database.ts';
import { type InboxAtWork, openInbox } from '../../support/inbox.ts';
import { until } from '../../support/until.ts';

let breakable: BreakableDatabase;
let inbox: InboxAtWork;

beforeAll(async () => {
  breakable = await createBreakableDatabase();
});
afterAll(() => breakable.database.close());

beforeEach(() => {
  inbox = openInbox(breakable.database);
});
afterEach(async () => {
  await inbox.stop();
  await breakable.database.prisma.$executeRaw`TRUNCATE inbox_update RESTART IDENTITY`;
});

const states = async () => (await inbox.rows()).map(({ state }) => state);
const away = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** A gate that handlers wait at. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const walk = (isTrue: () => boolean | Promise<boolean>, otherwise: string) =>
  until(async () => {
    await inbox.clock.advance(1_000);
    return isTrue();
  }, otherwise);

describe('a handler that throws', () => {
  it('is tried again with longer pauses; its lane waits, others do not', async () => {
    const attempts: number[] = [];
    inbox.whenHandled(async ({ updateId }) => {
      if (updateId !== 1) return;
      attempts.push(inbox.clock.now().getTime());
      if (attempts.length < 3) throw new Error('not yet');
    });
    await inbox.store([
      { id: 1, lane: 'a' },
      { id: 2, lane: 'a' },
      { id: 3, lane: 'b' },
    ]);
    inbox.dispatch();
    await until(() => inbox.handled.includes(3), 'the other lane waits');
    await until(async () => (await inbox.rows())[0]?.attempts === 1, 'the attempt is not noted');
    expect((await inbox.rows())[0]).toMatchObject({ state: 'waiting', failure: 'not yet' });
    await walk(() => inbox.handled.includes(2), 'the lane does not go on');
    expect(inbox.handled).toEqual([3, 1, 2]);
    const [first = 0, second = 0, third = 0] = attempts;
    expect(second - first).toBeGreaterThanOrEqual(1_000);
    expect(third - second).toBeGreaterThanOrEqual(2_000);
  });

  it('five times has its update set aside, and the lane goes on', async () => {
    let attempts = 0;
    inbox.whenHandled(async ({ updateId }) => {
      if (updateId !== 1) return;
      attempts += 1;
      throw new BotError(new Error('for ever'), {} as Context);
    });
    await inbox.store([{ id: 1 }, { id: 2 }]);
    inbox.dispatch();
    await walk(() => inbox.handled.includes(2), 'the lane does not go on');
    await inbox.settle();
    expect(attempts).toBe(5);
    expect(await inbox.rows()).toMatchObject([
      { state: 'poison', attempts: 5, failure: 'for ever' },
      { state: 'done' },
    ]);
    expect(inbox.log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', msg: 'update set aside as poison', updateId: 1 }),
    );
  });

  it('and is mended gets its update again', async () => {
    let mended = false;
    inbox.whenHandled(async ({ updateId }) => {
      if (updateId === 1 && !mended) throw new Error('a bug');
    });
    await inbox.store([{ id: 1 }]);
    inbox.dispatch();
    await walk(async () => (await states())[0] === 'poison', 'it is not set aside');
    mended = true;
    expect(await inbox.replay(99n)).toBe(0);
    expect(await inbox.replay(1n)).toBe(1);
    await inbox.settle();
    expect(inbox.handled).toEqual([1]);
    expect(await states()).toEqual(['done']);
    expect(await inbox.replay(1n)).toBe(0);
  });

  it('because the database is away is not blamed, however long that takes', async () => {
    let answers = 0;
    inbox.whenHandled(async () => {
      answers += 1;
      if (answers <= 20) throw new BotError(away(), {} as Context);
    });
    await inbox.store([{ id: 1 }, { id: 2 }]);
    inbox.dispatch();
    await walk(() => inbox.handled.length === 2, 'it does not go on');
    expect(await inbox.rows()).toMatchObject([
      { updateId: 1n, attempts: 0, failure: null },
      { updateId: 2n, attempts: 0, failure: null },
    ]);
  });
});

describe('a handler that Telegram lets down', () => {
  const BAD_DAYS = [
    ['breaks', () => refusal(502, 'Bad Gateway'), 3],
    ['is out of reach', () => noAnswer('ECONNREFUSED'), 3],
    ['breaks off', () => noAnswer('ECONNRESET'), 3],
    ['asks to wait', () => refusal(429, 'Too Many Requests', { retry_after: 20 }), 20],
  ] as const;

  it.each(BAD_DAYS)('because it %s is not blamed, however often', async (_how, failure, pause) => {
    const attempts: number[] = [];
    inbox.whenHandled(async ({ updateId }) => {
      if (updateId !== 1) return;
      attempts.push(inbox.clock.now().getTime());
      if (attempts.length <= 12) throw new BotError(failure(), {} as Context);
    });
    await inbox.store([
      { id: 1, lane: 'a' },
      { id: 2, lane: 'a' },
      { id: 3, lane: 'b' },
    ]);
    inbox.dispatch();
    await walk(() => inbox.handled.includes(2), 'it does not go on');
    await inbox.settle();
    expect(inbox.handled).toEqual([3, 1, 2]);
    expect(await inbox.rows()).toMatchObject([
      { state: 'done', attempts: 0, failure: null },
      { state: 'done' },
      { state: 'done' },
    ]);
    const pauses = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(pause * 1_000);
  });

  it('because it refuses is blamed', async () => {
    inbox.whenHandled(async () => {
      throw new BotError(refusal(400, 'Bad Request: chat_id is empty'), {} as Context);
    });
    await inbox.store([{ id: 1 }]);
    inbox.dispatch();
    await walk(async () => (await states())[0] === 'poison', 'it is not set aside');
    expect(await inbox.rows()).toMatchObject([{ attempts: 5 }]);
  });
});

describe('a database that goes away', () => {
  it('while updates are handled has none lost, and each handled once', async () => {
    const wait = gate();
    let begun = 0;
    inbox.whenHandled(async () => {
      begun += 1;
      await wait.opened;
    });
    await inbox.store(
      Array.from({ length: 50 }, (_, index) => ({ id: index + 1, lane: `l${index}` })),
    );
    inbox.dispatch();
    await walk(() => begun === 50, 'they are not begun');
    await breakable.takeAway();
    wait.open();
    await until(() => inbox.handled.length === 50, 'they are not handled');
    await breakable.giveBack();
    await walk(async () => {
      const noted = await states().catch(() => []);
      return noted.length === 50 && noted.every((state) => state === 'done');
    }, 'they are not noted');
    await inbox.stop();
    inbox.dispatch();
    await inbox.settle();
    expect(inbox.handled).toHaveLength(50);
  });
});
