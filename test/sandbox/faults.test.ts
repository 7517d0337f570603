import { HttpError } from 'grammy';
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
  await anna.starts();
});
afterEach(() => world.close());

function say(text: string) {
  return apiOf(world.sandbox).sendMessage(anna.id, text);
}

/** A poll that has nothing to fetch and is waiting at the sandbox. */
async function waitingPoll(): Promise<{ refusal: Promise<string> }> {
  const [last] = await world.control.pendingUpdates();
  const offset = (last?.update_id ?? 1) + 1;
  const refusal = refusalOf(apiOf(world.sandbox).getUpdates({ offset, timeout: 50 }));
  await until(async () => (await world.control.polling()).waiting, 'nobody polls');
  return { refusal };
}

describe('a bad day', () => {
  it('fails the next calls that match, with any error, and then is over', async () => {
    const fault = {
      kind: 'error',
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    } as const;
    await world.control.fail({ fault, method: 'sendMessage', chatId: anna.id, times: 2 });

    expect((await apiOf(world.sandbox).getMe()).is_bot).toBe(true);
    expect(await callRaw(world.sandbox, 'sendMessage', { chat_id: anna.id, text: 'a' })).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    });
    expect(await refusalOf(say('b'))).toBe('429 Too Many Requests: retry after 7');
    expect((await say('c')).text).toBe('c');
    expect(await anna.sees()).toEqual(['/start', 'c']);
  });

  it('lasts until it is cleared when it is to strike always', async () => {
    const fault = { kind: 'error', error_code: 502, description: 'Bad Gateway' } as const;
    const { id } = await world.control.fail({ fault, times: 'always' });

    await refusalOf(say('a'));
    await refusalOf(say('b'));
    expect(await world.control.faults()).toMatchObject([{ id, times: 'always' }]);
    await world.control.clearFaults({ id });

    expect((await say('c')).text).toBe('c');
  });

  it('breaks the connection before the message is sent', async () => {
    await world.control.fail({ fault: { kind: 'drop-before' }, method: 'sendMessage' });

    await expect(say('lost')).rejects.toBeInstanceOf(HttpError);
    expect(await anna.sees()).toEqual(['/start']);
  });

  it('breaks the connection after the message is sent, so that nobody knows', async () => {
    await world.control.fail({ fault: { kind: 'reset-after-accept' }, method: 'sendMessage' });

    await expect(say('arrived')).rejects.toBeInstanceOf(HttpError);
    expect(await anna.sees()).toEqual(['/start', 'arrived']);
  });

  it('is silent for a while, and then gone', async () => {
    await world.control.fail({ fault: { kind: 'hang', ms: 30 }, method: 'sendMessage' });

    await expect(say('never')).rejects.toBeInstanceOf(HttpError);
    expect(await anna.sees()).toEqual(['/start']);
  });

  it('is merely slow', async () => {
    await world.control.fail({ fault: { kind: 'latency', ms: 30 }, method: 'sendMessage' });
    const before = performance.now();

    expect((await say('late')).text).toBe('late');

    expect(performance.now() - before).toBeGreaterThanOrEqual(29);
  });

  it('has the token revoked, for calls and for the poll that waits', async () => {
    const waiting = await waitingPoll();
    await world.control.revokeToken();

    expect(await waiting.refusal).toBe('401 Unauthorized');
    expect(await refusalOf(say('a'))).toBe('401 Unauthorized');
    await world.control.restoreToken();
    expect((await say('b')).text).toBe('b');
  });

  it('has somebody else poll with the same token, or set a webhook', async () => {
    const first = await waitingPoll();
    await world.control.pollElsewhere();
    expect(await first.refusal).toContain('409 Conflict: terminated by other getUpdates request');

    const second = await waitingPoll();
    await apiOf(world.sandbox).setWebhook('https://example.org/hook');
    expect(await second.refusal).toBe('409 Conflict: terminated by setWebhook request');
  });

  it('is written down with every call that was made on it', async () => {
    await world.control.fail({
      fault: { kind: 'error', error_code: 500, description: 'Internal Server Error: restart' },
      method: 'sendMessage',
    });
    await refusalOf(say('a'));
    await say('b');

    const calls = await world.control.calls({ method: 'sendMessage', chatId: anna.id });

    expect(calls).toMatchObject([
      { payload: { text: 'a' }, outcome: { ok: false, error_code: 500 } },
      { payload: { text: 'b' }, outcome: { ok: true, result: { text: 'b' } } },
    ]);
    expect(await world.control.calls({ after: calls[0]?.seq ?? 0 })).toHaveLength(1);
  });
});

describe('Telegram’s limits', () => {
  it('are off unless they are asked for', async () => {
    for (let number = 0; number < 40; number += 1) await say(`${number}`);

    expect(await anna.sees()).toHaveLength(41);
  });

  it('let one chat have three messages at once and one a second after', async () => {
    await world.control.setLimits({ limits: 'telegram' });
    for (const text of ['a', 'b', 'c']) await say(text);

    expect(await callRaw(world.sandbox, 'sendMessage', { chat_id: anna.id, text: 'd' })).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    });
    await clock.advance(3000);
    expect((await say('d')).text).toBe('d');
  });

  it('let a group have 20 sends and edits a minute, and callback answers for nothing', async () => {
    await world.control.setLimits({
      limits: { overallPerSecond: 100, chatPerSecond: 100, chatBurst: 100, groupPerMinute: 20 },
    });
    const { chatId } = await world.forum('Desk', anna);
    const api = apiOf(world.sandbox);
    const { message_id } = await api.sendMessage(chatId, 'first');
    for (let number = 0; number < 19; number += 1) {
      await api.editMessageText(chatId, message_id, `edit ${number}`);
    }

    expect(await refusalOf(api.createForumTopic(chatId, 'one too many'))).toBe(
      '429 Too Many Requests: retry after 60',
    );
    expect(await api.sendChatAction(chatId, 'typing')).toBe(true);
    await clock.advance(60_000);
    expect((await api.createForumTopic(chatId, 'now')).name).toBe('now');
  });

  it('let the bot send 30 messages a second in all', async () => {
    await world.control.setLimits({ limits: 'telegram' });
    const people = await Promise.all(
      Array.from({ length: 31 }, (_, index) => world.client(`Person ${index}`)),
    );
    for (const person of people) await person.starts();
    const api = apiOf(world.sandbox);
    for (const person of people.slice(0, 30)) await api.sendMessage(person.id, 'hi');

    expect(await refusalOf(api.sendMessage(people[30]?.id ?? 0, 'hi'))).toBe(
      '429 Too Many Requests: retry after 1',
    );
  });
});
