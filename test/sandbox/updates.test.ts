import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { openWorld, type Person, type TestWorld } from '../support/people.ts';
import { until } from '../support/until.ts';
import { apiOf, callRaw, refusalOf } from './bot-api.ts';

let clock: TestClock;
let world: TestWorld;
let anna: Person;
beforeEach(async () => {
  clock = createTestClock('2026-11-21T09:00:00Z');
  world = await openWorld({ now: clock.now });
  anna = await world.client('Анна');
});
afterEach(() => world.close());

function poll(args: object = {}): Promise<Update[]> {
  return apiOf(world.sandbox).raw.getUpdates({ timeout: 0, ...args });
}

function texts(updates: readonly Update[]): (string | undefined)[] {
  return updates.map(({ message, edited_message }) => (message ?? edited_message)?.text);
}

const HOUR = 60 * 60 * 1000;

describe('updates', () => {
  it('come again until a later offset confirms them', async () => {
    await anna.says('one');
    await anna.says('two');

    const first = await poll();
    const again = await poll();
    const rest = await poll({ offset: (first[0]?.update_id ?? 0) + 1 });

    expect(texts(first)).toEqual(['one', 'two']);
    expect(texts(again)).toEqual(['one', 'two']);
    expect(texts(rest)).toEqual(['two']);
    expect((await world.control.pendingUpdates()).length).toBe(1);
  });

  it('can be asked for from the end of the queue, which forgets the earlier ones', async () => {
    for (const text of ['one', 'two', 'three']) await anna.says(text);

    expect(texts(await poll({ offset: -1 }))).toEqual(['three']);
    expect(texts(await poll())).toEqual(['three']);
  });

  it('come at most 100 at a time', async () => {
    for (let number = 0; number < 101; number += 1) await anna.says(`${number}`);

    expect(await poll()).toHaveLength(100);
    expect(await poll({ limit: 3 })).toHaveLength(3);
  });

  it('end a waiting poll as soon as something happens', async () => {
    const waiting = poll({ timeout: 50 });

    await anna.says('hello');

    expect(texts(await waiting)).toEqual(['hello']);
  });

  it('go to the newer of two polls; the older one is told of the conflict', async () => {
    const older = refusalOf(poll({ timeout: 50 }));
    await until(arePolling, 'nobody polls');
    const newer = poll({ timeout: 50 });

    expect(await older).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    await anna.says('hello');
    expect(texts(await newer)).toEqual(['hello']);
  });

  it('are not handed to a poll whose client has gone away', async () => {
    const gone = new AbortController();
    const address = `${world.sandbox.apiRoot}/bot${world.sandbox.token}/getUpdates?timeout=50`;
    const ended = fetch(address, { signal: gone.signal }).catch((error: unknown) => error);
    await until(arePolling, 'nobody polls');
    gone.abort();
    await ended;
    await until(async () => !(await arePolling()), 'somebody still polls');

    await anna.says('hello');

    expect(texts(await poll())).toEqual(['hello']);
  });

  it('are refused while a webhook is set, and counted for it', async () => {
    await callRaw(world.sandbox, 'setWebhook', { url: 'https://example.org/hook' });
    await anna.says('hello');

    expect(await refusalOf(poll())).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    expect(await apiOf(world.sandbox).getWebhookInfo()).toMatchObject({
      url: 'https://example.org/hook',
      pending_update_count: 1,
    });

    await callRaw(world.sandbox, 'deleteWebhook', { drop_pending_updates: true });
    expect(await poll()).toEqual([]);
  });

  it('of members and reactions come only when they were asked for, from then on', async () => {
    await anna.starts();
    const { message_id } = await apiOf(world.sandbox).sendMessage(anna.id, 'hello');
    const reply = await anna.reads('hello');
    expect(reply.messageId).toBe(message_id);
    await anna.reacts(reply, '👍');
    const before = await poll({ allowed_updates: ['message', 'message_reaction'] });

    await anna.reacts(reply, '❤');
    const remembered = await poll();
    await poll({ offset: -1, allowed_updates: [] });
    await anna.reacts(reply, '👎');
    await anna.says('done');
    const reset = await poll();

    expect(before.map(kindOf)).toEqual(['message']);
    expect(remembered.map(kindOf)).toEqual(['message', 'message_reaction']);
    expect(reset.map(kindOf)).toEqual(['message_reaction', 'message']);
    expect(texts(reset).at(-1)).toBe('done');
  });

  it('of a pressed button are forgotten after 150 seconds, others after a day', async () => {
    await anna.starts();
    await apiOf(world.sandbox).sendMessage(anna.id, 'choose', {
      reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] },
    });
    await anna.presses('Yes');

    await clock.advance(149_000);
    const early = await poll();
    await clock.advance(1_000);
    const late = await poll();
    await clock.advance(24 * HOUR);

    expect(early.map(kindOf)).toEqual(['message', 'callback_query']);
    expect(late.map(kindOf)).toEqual(['message']);
    expect(await poll()).toEqual([]);
  });

  it('begin at another id after a week of silence, whatever offset the bot still has', async () => {
    await world.control.setNextUpdateId({ id: 5000 });
    await anna.says('before');
    const [last] = await poll();
    await poll({ offset: (last?.update_id ?? 0) + 1 });
    await world.control.setNextUpdateId({ id: 7 });
    await anna.says('after');

    const found = await poll({ offset: 5001 });

    expect(last?.update_id).toBe(5000);
    expect(found.map(({ update_id }) => update_id)).toEqual([7]);
  });

  it('can be made to come twice, or in the wrong order', async () => {
    await anna.says('one');
    await anna.says('two');
    const [one, two] = await poll();
    await poll({ offset: (two?.update_id ?? 0) + 1 });

    await world.control.repeatUpdate({ updateId: one?.update_id ?? 0 });
    expect(texts(await poll({ offset: (two?.update_id ?? 0) + 1 }))).toEqual(['one']);
    expect(await poll({ offset: (two?.update_id ?? 0) + 1 })).toEqual([]);

    await anna.says('three');
    await anna.says('four');
    await world.control.reverseNextBatch();
    expect(texts(await poll({ offset: (two?.update_id ?? 0) + 1 }))).toEqual(['four', 'three']);
  });

  it('keep what a message said when it was sent, also after an edit', async () => {
    const message = await anna.says('first');
    await anna.edits(message, 'second');

    const updates = await poll();

    expect(updates.map(kindOf)).toEqual(['message', 'edited_message']);
    expect(texts(updates)).toEqual(['first', 'second']);
  });

  it('bring texts as they come, with NUL and half a surrogate pair', async () => {
    await anna.says('a\u0000b\ud83d');

    expect(texts(await poll())).toEqual(['a\u0000b\ud83d']);
  });

  it('reach a real grammY bot, which answers and confirms them', async () => {
    const bot = new Bot(world.sandbox.token, { client: { apiRoot: world.sandbox.apiRoot } });
    bot.command('start', (ctx) => ctx.reply(`Hello, ${ctx.from?.first_name}`));
    const running = bot.start();

    await anna.starts();
    await anna.reads('Hello, Анна');
    await bot.stop();
    await running;
    await world.settles();

    expect(await anna.sees()).toEqual(['/start', 'Hello, Анна']);
  });
});

function kindOf(update: Update): string | undefined {
  return Object.keys(update).find((key) => key !== 'update_id');
}

async function arePolling(): Promise<boolean> {
  return (await world.control.polling()).waiting;
}
