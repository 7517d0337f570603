import type { Message, Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type Person, type Place, type TestWorld } from '../support/people.ts';
import { apiOf, refusalOf } from './bot-api.ts';

let world: TestWorld;
let igor: Person;
let katya: Person;
let desk: Place;
beforeEach(async () => {
  world = await openWorld();
  igor = await world.client('Игорь');
  katya = await world.staff('Катя');
  desk = await world.forum('Desk', igor, [katya]);
  await drain();
});
afterEach(() => world.close());

/** Everything that waited for the bot, now confirmed. */
async function drain(): Promise<Update[]> {
  const updates = await apiOf(world.sandbox).getUpdates();
  const last = updates.at(-1);
  if (last) await apiOf(world.sandbox).getUpdates({ offset: last.update_id + 1 });
  return updates;
}

async function messages(): Promise<Message[]> {
  return (await drain()).flatMap(({ message }) => message ?? []);
}

async function openTopic(name = '№ 1 · Анна'): Promise<Place & { threadId: number }> {
  const topic = await apiOf(world.sandbox).createForumTopic(desk.chatId, name);
  return { chatId: desk.chatId, threadId: topic.message_thread_id };
}

describe('a topic', () => {
  it('begins with a service message whose id is its own, and the bot hears of it', async () => {
    const topic = await openTopic();

    const [first] = await messages();

    expect(first).toMatchObject({
      message_id: topic.threadId,
      message_thread_id: topic.threadId,
      is_topic_message: true,
      from: { id: 7000000001 },
      forum_topic_created: { name: '№ 1 · Анна', icon_color: 0x6fb9f0 },
    });
    expect(first).not.toHaveProperty('reply_to_message');
  });

  it('is answered to by every message in it that answers nothing else', async () => {
    const topic = await openTopic();
    await drain();
    const plain = await katya.in(topic).says('plain');
    await katya.in(topic).replies(plain, 'a reply');

    const [said, replied] = await messages();

    expect(said).toMatchObject({
      message_thread_id: topic.threadId,
      is_topic_message: true,
      reply_to_message: { message_id: topic.threadId, forum_topic_created: {} },
    });
    expect(replied?.reply_to_message).toMatchObject({ message_id: plain.messageId, text: 'plain' });
    expect(replied?.reply_to_message).not.toHaveProperty('reply_to_message');
  });

  it('gets what the bot sends in reply to a message of it', async () => {
    const topic = await openTopic();
    const said = await katya.in(topic).says('plain');

    const sent = await apiOf(world.sandbox).sendMessage(desk.chatId, 'answer', {
      reply_parameters: { message_id: said.messageId },
    });

    expect(sent.message_thread_id).toBe(topic.threadId);
    expect(await katya.in(topic).sees()).toEqual(['plain', 'answer']);
  });

  it('is no topic when it is General, neither by its absence nor by the id 1', async () => {
    await katya.in(desk).says('in General');

    const [said] = await messages();

    expect(said).not.toHaveProperty('message_thread_id');
    expect(said).not.toHaveProperty('is_topic_message');
    expect(
      await refusalOf(
        apiOf(world.sandbox).sendMessage(desk.chatId, 'hi', { message_thread_id: 1 }),
      ),
    ).toBe('400 Bad Request: message thread not found');
  });

  it('is renamed and gets an icon with a service message, and not twice the same', async () => {
    const api = apiOf(world.sandbox);
    const topic = await openTopic();
    const icon = (await api.getForumTopicIconStickers()).find(({ emoji }) => emoji === '✅');
    const icon_custom_emoji_id = icon?.custom_emoji_id ?? '';
    await drain();

    await api.editForumTopic(desk.chatId, topic.threadId, { icon_custom_emoji_id });

    expect((await messages()).map((message) => message.forum_topic_edited)).toEqual([
      { icon_custom_emoji_id },
    ]);
    expect(await katya.topics()).toMatchObject([{ name: '№ 1 · Анна', icon: '✅', closed: false }]);
    expect(
      await refusalOf(api.editForumTopic(desk.chatId, topic.threadId, { icon_custom_emoji_id })),
    ).toBe('400 Bad Request: TOPIC_NOT_MODIFIED');
    expect(
      await refusalOf(
        api.editForumTopic(desk.chatId, topic.threadId, { icon_custom_emoji_id: '12' }),
      ),
    ).toBe('400 Bad Request: DOCUMENT_INVALID');
  });

  it('that is closed takes nothing from people without rights, and all from those who have them', async () => {
    const api = apiOf(world.sandbox);
    const topic = await openTopic();
    await api.closeForumTopic(desk.chatId, topic.threadId);

    await expect(katya.in(topic).says('hi')).rejects.toThrow('the topic «№ 1 · Анна» is closed');
    await api.sendMessage(desk.chatId, 'the bot may', { message_thread_id: topic.threadId });
    await world.control.promote({
      chatId: desk.chatId,
      userId: 'bot',
      rights: { can_delete_messages: true },
    });
    expect(
      await refusalOf(
        api.sendMessage(desk.chatId, 'now it may not', { message_thread_id: topic.threadId }),
      ),
    ).toBe('400 Bad Request: TOPIC_CLOSED');
    expect(await refusalOf(api.closeForumTopic(desk.chatId, topic.threadId))).toBe(
      '400 Bad Request: TOPIC_NOT_MODIFIED',
    );
  });

  it('that somebody deleted is gone with its messages and without a word to the bot', async () => {
    const api = apiOf(world.sandbox);
    const topic = await openTopic();
    const said = await katya.in(topic).says('hi');
    await drain();

    await world.control.deleteTopic({ userId: igor.id, ...topic });

    expect(await drain()).toEqual([]);
    expect(
      await refusalOf(api.sendMessage(desk.chatId, 'hi', { message_thread_id: topic.threadId })),
    ).toBe('400 Bad Request: message thread not found');
    expect(await refusalOf(api.closeForumTopic(desk.chatId, topic.threadId))).toBe(
      '400 Bad Request: TOPIC_ID_INVALID',
    );
    expect(await refusalOf(api.editMessageText(desk.chatId, said.messageId, 'x'))).toBe(
      '400 Bad Request: message to edit not found',
    );
    expect(
      await api.sendChatAction(desk.chatId, 'typing', { message_thread_id: topic.threadId }),
    ).toBe(true);
  });

  it('cannot be made without the right to, nor where there are none', async () => {
    const api = apiOf(world.sandbox);
    const { chatId: plain } = await world.control.createGroup({
      title: 'Plain',
      ownerId: igor.id,
      kind: 'supergroup',
      memberIds: ['bot'],
    });
    await world.control.demote({ chatId: desk.chatId, userId: 'bot' });

    expect(await refusalOf(api.createForumTopic(desk.chatId, 'x'))).toBe(
      '400 Bad Request: not enough rights to create a topic',
    );
    expect(await refusalOf(api.createForumTopic(plain, 'x'))).toBe(
      '400 Bad Request: the chat is not a forum',
    );
  });

  it('has its pinned message for a card, which a service message tells of', async () => {
    const api = apiOf(world.sandbox);
    const topic = await openTopic();
    const card = await api.sendMessage(desk.chatId, 'the card', {
      message_thread_id: topic.threadId,
    });
    await drain();

    await api.pinChatMessage(desk.chatId, card.message_id, { disable_notification: true });

    expect((await messages())[0]).toMatchObject({
      message_thread_id: topic.threadId,
      pinned_message: { text: 'the card' },
    });
    expect(await katya.card(topic)).toMatchObject({ text: 'the card', pinned: true });
    await api.unpinChatMessage(desk.chatId, card.message_id);
    expect(await refusalOf(api.unpinChatMessage(desk.chatId, card.message_id))).toBe(
      '400 Bad Request: message to unpin not found',
    );
  });
});

describe('a plain supergroup', () => {
  it('threads its replies without calling them topics', async () => {
    const { chatId } = await world.control.createGroup({
      title: 'Plain',
      ownerId: igor.id,
      kind: 'supergroup',
      memberIds: ['bot', katya.id],
    });
    const first = await katya.in({ chatId }).says('first');
    await drain();
    const second = await katya.in({ chatId }).replies(first, 'second');
    await katya.in({ chatId }).replies(second, 'third');

    expect(await messages()).toMatchObject([
      { message_thread_id: first.messageId, reply_to_message: { text: 'first' } },
      { message_thread_id: first.messageId, reply_to_message: { text: 'second' } },
    ]);
  });
});
