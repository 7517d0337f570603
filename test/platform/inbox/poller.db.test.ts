import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findWaitingAlbums } from '../../../src/platform/inbox/index.ts';
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

const text = (update_id: number, words: string) => ({
  update_id,
  message: {
    message_id: update_id,
    date: 0,
    chat: { id: 7, type: 'private' as const, first_name: 'Анна' },
    from: { id: 7, is_bot: false, first_name: 'Анна' },
    text: words,
  },
});

const stored = async () => (await inbox.rows()).map(({ updateId }) => Number(updateId));
const walk = (isTrue: () => boolean | Promise<boolean>, otherwise: string) =>
  until(async () => {
    await inbox.clock.advance(1_000);
    return isTrue();
  }, otherwise);

describe('an update', () => {
  it('that is a part of an album tells, until it is handled, that the album is not complete', async () => {
    const part = text(10, '');
    const album = 'a1';
    inbox.telegram.give({ ...part, message: { ...part.message, media_group_id: album } });
    inbox.telegram.give(text(11, 'Привет'));
    inbox.poll();
    await until(async () => (await inbox.rows()).length === 2, 'nothing is stored');
    const { database } = breakable;
    expect(await findWaitingAlbums(database, [album, 'b2'])).toEqual(new Set([album]));

    await database.prisma.inboxUpdate.updateMany({ data: { state: 'done' } });
    expect(await findWaitingAlbums(database, [album])).toEqual(new Set());
  });

  it('about a message that an earlier process has stored waits behind it', async () => {
    const chat = { id: -1001, type: 'supergroup' as const, title: 'Единое окно' };
    const from = { id: 7, is_bot: false, first_name: 'Катя' };
    const said = { message_id: 20, date: 0, chat, from, text: 'Ответ' };
    const inTopic = { ...said, message_thread_id: 5, is_topic_message: true as const };
    inbox.telegram.give({ update_id: 10, message: inTopic });
    inbox.poll();
    await until(async () => (await inbox.rows()).length === 1, 'nothing is stored');
    await inbox.stop();

    inbox = openInbox(breakable.database);
    const reaction = { chat, message_id: 20, user: from, date: 0, old_reaction: [] };
    inbox.telegram.give({ update_id: 11, message_reaction: { ...reaction, new_reaction: [] } });
    inbox.poll();
    await until(async () => (await inbox.rows()).length === 2, 'the reaction is not stored');
    expect((await inbox.rows()).map(({ lane }) => lane)).toEqual(['/-1001/5', '/-1001/5']);
  });

  it('is stored first and confirmed afterwards', async () => {
    const { store } = inbox.repository;
    const confirmedWhenStored: number[] = [];
    inbox.repository.store = async (updates, now) => {
      confirmedWhenStored.push(inbox.telegram.confirmed.length);
      return store(updates, now);
    };
    inbox.telegram.give(text(10, 'раз'), text(11, 'два'));
    inbox.poll();
    await until(() => inbox.telegram.confirmed.length === 2, 'nothing is confirmed');
    expect(confirmedWhenStored).toEqual([0]);
    expect(inbox.telegram.asked).toEqual([undefined, 12]);
    expect(await inbox.rows()).toMatchObject([
      { updateId: 10n, lane: '/7/0', urgent: false, state: 'waiting', payload: text(10, 'раз') },
      { updateId: 11n, lane: '/7/0', urgent: false, state: 'waiting', payload: text(11, 'два') },
    ]);
  });

  it('that comes twice is kept once', async () => {
    await inbox.repository.store(
      [{ updateId: 10, lane: 'a', urgent: false, payload: '{}' }],
      inbox.clock.now(),
    );
    inbox.telegram.give(text(10, 'раз'), text(11, 'два'));
    inbox.poll();
    await until(() => inbox.telegram.confirmed.length === 2, 'nothing is confirmed');
    expect(await stored()).toEqual([10, 11]);
  });

  it('is welcome also when the numbers begin anew, lower, after a week of silence', async () => {
    inbox.telegram.give(text(900_000, 'давно'));
    inbox.poll();
    await until(() => inbox.telegram.asked.length === 2, 'the poll does not go on');
    inbox.telegram.nothingNew();
    await until(() => inbox.telegram.asked.length === 3, 'the poll does not go on');
    inbox.telegram.give(text(17, 'снова'));
    await until(() => inbox.telegram.confirmed.includes(17), 'it is not confirmed');
    expect(await stored()).toEqual([900_000, 17]);
    expect(inbox.telegram.asked).toEqual([undefined, 900_001, undefined, 18]);
  });

  it('with characters that no database takes is kept without them', async () => {
    inbox.telegram.give(text(10, 'до\u0000после \ud800'));
    inbox.poll();
    await until(() => inbox.telegram.confirmed.length === 1, 'nothing is confirmed');
    expect(await inbox.rows()).toMatchObject([{ payload: text(10, 'допосле \ufffd') }]);
  });

  it('that spoils its batch is set aside alone, and the poll goes on', async () => {
    const { store } = inbox.repository;
    inbox.repository.store = (updates, now) =>
      updates.some(({ updateId }) => updateId === 11)
        ? Promise.reject(new Error('value out of range \u0000'))
        : store(updates, now);
    inbox.telegram.give(text(10, 'раз'), text(11, 'яд'), text(12, 'три'));
    inbox.poll();
    await until(() => inbox.telegram.confirmed.length === 3, 'nothing is confirmed');
    const rows = await inbox.rows();
    expect(rows.map(({ updateId, state }) => [Number(updateId), state])).toEqual([
      [10, 'waiting'],
      [11, 'poison'],
      [12, 'waiting'],
    ]);
    const raw = Buffer.from(JSON.stringify(text(11, 'яд'))).toString('base64');
    expect(rows[1]?.payload).toEqual({ base64: raw });
    expect(rows[1]?.failure).toBe('value out of range ');
    expect(inbox.log.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { updateId: 11, msg: 'update quarantined: it cannot be stored' },
    ]);
  });
});

describe('a press on a message that Telegram calls inaccessible', () => {
  const press = (update_id: number, messageId: number) => ({
    update_id,
    callback_query: {
      id: String(update_id),
      from: { id: 7, is_bot: false, first_name: 'Катя' },
      chat_instance: '',
      data: 'note:1:1',
      message: {
        message_id: messageId,
        date: 0 as const,
        chat: { id: -1001, type: 'supergroup' as const, title: 'Единое окно' },
      },
    },
  });

  it('keeps its order with what is written in that thread, where the thread is known', async () => {
    const asked: unknown[] = [];
    inbox.whenAskedForThreads(async (messages) => {
      asked.push(messages);
      return new Map([['-1001/55', 30]]);
    });
    inbox.telegram.give(press(10, 55), press(11, 56), text(12, 'мимо'));
    inbox.poll();
    await until(() => inbox.telegram.confirmed.length === 3, 'nothing is confirmed');
    expect((await inbox.rows()).map(({ lane }) => lane)).toEqual(['/-1001/30', '/-1001/0', '/7/0']);
    inbox.telegram.give(text(13, 'ещё'));
    await until(() => inbox.telegram.confirmed.length === 4, 'nothing is confirmed');
    expect(asked).toEqual([
      [
        { chatId: -1001, messageId: 55 },
        { chatId: -1001, messageId: 56 },
      ],
    ]);
  });
});

describe('a batch that cannot be stored', () => {
  it('is not confirmed, and is asked for again when the database is back', async () => {
    await breakable.takeAway();
    const { store } = inbox.repository;
    let attempts = 0;
    inbox.repository.store = (updates, now) => {
      attempts += 1;
      const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      return attempts <= 3 ? Promise.reject(away) : store(updates, now);
    };
    inbox.telegram.give(text(10, 'раз'));
    inbox.poll();
    await walk(() => attempts >= 3, 'it is not tried again');
    expect(inbox.telegram.confirmed).toEqual([]);
    await breakable.giveBack();
    await walk(() => inbox.telegram.confirmed.length === 1, 'it is not confirmed');
    expect(await stored()).toEqual([10]);
  });
});

describe('a poll that fails', () => {
  it('is tried again with longer and longer pauses, half a minute at most', async () => {
    inbox.telegram.fail(() => noAnswer('ECONNRESET'));
    inbox.poll();
    await inbox.clock.advance(0);
    await walk(() => inbox.telegram.asked.length >= 3, 'it is not tried again');
    await inbox.clock.advance(3_600_000);
    const before = inbox.telegram.asked.length;
    await inbox.clock.advance(3_600_000);
    const inAnHour = inbox.telegram.asked.length - before;
    expect(inAnHour).toBeGreaterThanOrEqual(115);
    expect(inAnHour).toBeLessThanOrEqual(121);
  });

  it('waits as long as Telegram asks', async () => {
    inbox.telegram.fail(() => refusal(429, 'Too Many Requests', { retry_after: 20 }));
    inbox.poll();
    await until(() => inbox.clock.sleeping() === 1, 'it does not wait');
    await inbox.clock.advance(19_999);
    expect(inbox.telegram.asked).toHaveLength(1);
  });

  it('is followed by one that is answered at once, which proves that Telegram is back', async () => {
    inbox.telegram.fail(() => refusal(502, 'Bad Gateway'));
    inbox.poll();
    await until(() => inbox.clock.sleeping() === 1, 'it does not wait');
    inbox.telegram.fail(null);
    await walk(() => inbox.telegram.timeouts.length === 3, 'it does not go on');
    expect(inbox.telegram.timeouts).toEqual([0, 0, 50]);
  });

  it('because of a webhook that somebody has set removes it, and goes on', async () => {
    inbox.telegram.give(text(10, 'раз'));
    inbox.telegram.fail(() =>
      refusal(409, "Conflict: can't use getUpdates method while webhook is active"),
    );
    inbox.poll();
    await walk(() => inbox.telegram.confirmed.length === 1, 'the webhook stays');
    expect(await stored()).toEqual([10]);
    expect(inbox.log.lines.map(({ msg }) => msg)).toEqual([
      'a webhook is set on this token and keeps every update from us: it is removed',
    ]);
  });

  it('because another process polls asks whether this one may, before it goes on', async () => {
    const asked: boolean[] = [];
    inbox.whenAskedToPoll((conflict) => {
      asked.push(conflict);
      return !conflict;
    });
    inbox.telegram.fail(() => refusal(409, 'Conflict: terminated by other getUpdates request'));
    inbox.poll();
    await walk(() => asked.length >= 3, 'nobody is asked');
    expect(asked.slice(0, 3)).toEqual([false, true, true]);
    expect(inbox.telegram.asked).toHaveLength(1);
  });

  it('because the token is refused tells so, and does not hammer', async () => {
    inbox.telegram.fail(() => refusal(401, 'Unauthorized'));
    inbox.poll();
    await until(() => inbox.refusedTokens.length === 1, 'nobody is told');
    await inbox.clock.advance(29_000);
    expect(inbox.telegram.asked).toHaveLength(1);
  });
});

describe('stopping', () => {
  it('ends the long poll at once', async () => {
    inbox.poll();
    await until(() => inbox.telegram.timeouts.at(-1) === 50, 'it does not poll');
    await inbox.stop();
    expect(inbox.telegram.timeouts).toEqual([0, 50]);
  });

  it('keeps what has just come, and leaves it unconfirmed', async () => {
    const { store } = inbox.repository;
    let begun = false;
    let letGo = () => {};
    const wait = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    inbox.repository.store = async (updates, now) => {
      begun = true;
      await wait;
      return store(updates, now);
    };
    inbox.telegram.give(text(10, 'раз'));
    inbox.poll();
    await until(() => begun, 'it is not stored');
    const stopped = inbox.stop();
    letGo();
    await stopped;
    expect(await stored()).toEqual([10]);
    expect(inbox.telegram.confirmed).toEqual([]);
  });
});
