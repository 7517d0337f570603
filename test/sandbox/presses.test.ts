import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { type Message, openWorld, type Person, type TestWorld } from '../support/people.ts';
import { apiOf, callRaw, refusalOf } from './bot-api.ts';

const TOO_OLD =
  '400 Bad Request: query is too old and response timeout expired or query ID is invalid';

let clock: TestClock;
let world: TestWorld;
let anna: Person;
let asked: Message;
beforeEach(async () => {
  clock = createTestClock('2026-11-21T09:00:00Z');
  world = await openWorld({ now: clock.now });
  anna = await world.client('Анна');
  await anna.starts();
  await apiOf(world.sandbox).sendMessage(anna.id, 'Choose', {
    reply_markup: {
      inline_keyboard: [
        [{ text: 'Yes', callback_data: 'yes' }],
        [{ text: 'Site', url: 'https://example.org' }],
      ],
    },
  });
  asked = await anna.reads('Choose');
  await drain();
});
afterEach(() => world.close());

async function drain(): Promise<Update[]> {
  const updates = await apiOf(world.sandbox).getUpdates();
  const last = updates.at(-1);
  if (last) await apiOf(world.sandbox).getUpdates({ offset: last.update_id + 1 });
  return updates;
}

async function queries() {
  return (await drain()).flatMap(({ callback_query }) => callback_query ?? []);
}

describe('a pressed button', () => {
  it('tells the bot who pressed what under which message', async () => {
    await anna.presses('Yes');

    const [query] = await queries();

    expect(query).toMatchObject({
      from: { id: anna.id, first_name: 'Анна', language_code: 'ru' },
      data: 'yes',
      message: {
        message_id: asked.messageId,
        text: 'Choose',
        chat: { id: anna.id, type: 'private' },
      },
    });
  });

  it('shows the answer to the one who pressed, once', async () => {
    const api = apiOf(world.sandbox);
    await anna.presses('Yes');
    const [query] = await queries();

    await api.answerCallbackQuery(query?.id ?? '', { text: 'Thank you', show_alert: true });

    expect(await anna.lastToast()).toBe('Thank you');
    expect(await world.control.toasts({ userId: anna.id })).toMatchObject([{ alert: true }]);
    expect(await refusalOf(api.answerCallbackQuery(query?.id ?? ''))).toBe(TOO_OLD);
  });

  it('can be answered for 150 seconds', async () => {
    const api = apiOf(world.sandbox);
    await anna.presses('Yes');
    await anna.presses('Yes');
    const [first, second] = await queries();

    await clock.advance(149_999);
    expect(await api.answerCallbackQuery(first?.id ?? '')).toBe(true);
    await clock.advance(1);
    expect(await refusalOf(api.answerCallbackQuery(second?.id ?? ''))).toBe(TOO_OLD);
    expect(await refusalOf(api.answerCallbackQuery('nonsense'))).toBe(TOO_OLD);
  });

  it('takes an answer of at most 200 characters', async () => {
    await anna.presses('Yes');
    const [query] = await queries();

    expect(
      await refusalOf(
        apiOf(world.sandbox).answerCallbackQuery(query?.id ?? '', { text: 'x'.repeat(201) }),
      ),
    ).toBe('400 Bad Request: MESSAGE_TOO_LONG');
  });

  it('may be forged: any data, under a message with no such button, by a stranger', async () => {
    const mallory = await world.client('Mallory', { languageCode: null });
    await mallory.forges(asked, 'take:1:1');

    const [query] = await queries();

    expect(query).toMatchObject({ data: 'take:1:1', from: { id: mallory.id } });
    expect(query?.from).not.toHaveProperty('language_code');
  });

  it('under a message that is gone comes with nothing but its place', async () => {
    await apiOf(world.sandbox).deleteMessage(anna.id, asked.messageId);
    await anna.forges(asked, 'yes');

    const [query] = await queries();

    expect(query?.message).toMatchObject({ message_id: asked.messageId, date: 0 });
    expect(query?.message).not.toHaveProperty('text');
  });

  it('may come again under a new update id when the person was offline', async () => {
    await anna.presses('Yes');
    const [first] = await drain();
    await world.control.repeatPress({ queryId: first?.callback_query?.id ?? '' });

    const [again] = await drain();

    expect(again?.callback_query?.id).toBe(first?.callback_query?.id);
    expect(again?.update_id).toBeGreaterThan(first?.update_id ?? 0);
  });

  it('that is not there is missed with a list of those that are', async () => {
    await expect(
      world.control.press({ userId: anna.id, messageId: asked.messageId, label: 'No' }),
    ).rejects.toThrow(`message ${asked.messageId} has no button «No»; its buttons: «Yes», «Site»`);
    await expect(
      world.control.press({ userId: anna.id, messageId: asked.messageId, label: 'Site' }),
    ).rejects.toThrow('the button «Site» opens something and tells the bot nothing');
  });

  it('of the keyboard under the input field says its own label', async () => {
    await apiOf(world.sandbox).sendMessage(anna.id, 'Rate us', {
      reply_markup: { keyboard: [[{ text: '1' }, { text: '5' }]] },
    });

    await anna.presses('5');

    expect(await anna.sees()).toEqual(['/start', 'Choose', 'Rate us', '5']);
  });
});

describe('a reaction', () => {
  it('of the bot is one of the standard ones, on a message that is there', async () => {
    const api = apiOf(world.sandbox);

    await api.setMessageReaction(anna.id, asked.messageId, [{ type: 'emoji', emoji: '👀' }]);

    expect((await anna.reads('Choose')).reactions).toEqual([
      { emoji: '👀', userIds: [7000000001] },
    ]);
    const wrong = await callRaw(world.sandbox, 'setMessageReaction', {
      chat_id: anna.id,
      message_id: asked.messageId,
      reaction: [{ type: 'emoji', emoji: '✅' }],
    });
    expect(wrong.description).toBe('Bad Request: REACTION_INVALID');
    expect(await refusalOf(api.setMessageReaction(anna.id, 999, []))).toBe(
      '400 Bad Request: message to react not found',
    );
    expect(await drain()).toEqual([]);
  });

  it('of a person comes with what it was before, in groups only to an administrator', async () => {
    const api = apiOf(world.sandbox);
    await api.getUpdates({ allowed_updates: ['message', 'message_reaction'] });
    await anna.reacts(asked, '👍');
    await anna.reacts(asked, null);
    const group = await world.control.createGroup({
      title: 'Group',
      ownerId: anna.id,
      kind: 'supergroup',
      memberIds: ['bot'],
    });
    const said = await anna.in(group).says('hi');
    await anna.in(group).reacts(said, '👍');
    await world.control.promote({ ...group, userId: 'bot' });
    await anna.in(group).reacts(said, '👎');

    const reactions = (await drain()).flatMap(({ message_reaction }) => message_reaction ?? []);

    expect(reactions.map(({ old_reaction, new_reaction }) => [old_reaction, new_reaction])).toEqual(
      [
        [[], [{ type: 'emoji', emoji: '👍' }]],
        [[{ type: 'emoji', emoji: '👍' }], []],
        [[{ type: 'emoji', emoji: '👍' }], [{ type: 'emoji', emoji: '👎' }]],
      ],
    );
  });
});
