import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type Person, type TestWorld } from '../support/people.ts';
import { apiOf, callRaw, refusalOf } from './bot-api.ts';

let world: TestWorld;
let anna: Person;
beforeEach(async () => {
  world = await openWorld();
  anna = await world.client('Анна');
});
afterEach(() => world.close());

async function drain(allowed_updates?: ('message' | 'my_chat_member' | 'chat_member')[]) {
  const api = apiOf(world.sandbox);
  const updates: Update[] = await api.getUpdates(allowed_updates ? { allowed_updates } : {});
  const last = updates.at(-1);
  if (last) await api.getUpdates({ offset: last.update_id + 1 });
  return updates;
}

function send(chatId: number): Promise<string> {
  return refusalOf(apiOf(world.sandbox).sendMessage(chatId, 'hi'));
}

function group(kind: 'group' | 'supergroup' = 'supergroup'): Promise<{ chatId: number }> {
  return world.control.createGroup({ title: 'Group', ownerId: anna.id, kind, memberIds: ['bot'] });
}

describe('writing to a person', () => {
  it('whom the bot never met finds no chat', async () => {
    expect(await send(anna.id)).toBe('400 Bad Request: chat not found');
    expect(await send(12345)).toBe('400 Bad Request: chat not found');
  });

  it('who is known from a group and never started the bot is forbidden', async () => {
    await anna.in(await group()).says('hi');

    expect(await send(anna.id)).toBe("403 Forbidden: bot can't initiate conversation with a user");
  });

  it('who blocked the bot is forbidden until they come back, and the bot is told of both', async () => {
    await anna.starts();
    await drain();

    await anna.blocksTheBot();
    expect(await send(anna.id)).toBe('403 Forbidden: bot was blocked by the user');
    await expect(anna.says('hi')).rejects.toThrow('Анна has blocked the bot');
    await anna.unblocksTheBot();
    expect(await apiOf(world.sandbox).sendMessage(anna.id, 'hi')).toMatchObject({ text: 'hi' });

    const changes = (await drain()).flatMap(({ my_chat_member }) => my_chat_member ?? []);
    expect(
      changes.map((change) => [change.old_chat_member.status, change.new_chat_member.status]),
    ).toEqual([
      ['member', 'kicked'],
      ['kicked', 'member'],
    ]);
  });

  it('whose account is deleted is forbidden, and so is another bot', async () => {
    await anna.starts();
    const other = await world.control.createBot({ firstName: 'Other', username: 'other_bot' });
    await world.control.say({ userId: other.id, text: 'hi', force: true });

    await world.control.deactivateUser({ userId: anna.id });

    expect(await send(anna.id)).toBe('403 Forbidden: user is deactivated');
    expect(await send(other.id)).toBe("403 Forbidden: the bot can't send messages to the bot");
  });
});

describe('a group', () => {
  it('tells the bot of its coming, promotion and going', async () => {
    const place = await group();
    await world.control.promote({ ...place, userId: 'bot', rights: { can_pin_messages: true } });
    await world.control.kick({ ...place, userId: 'bot' });

    const changes = (await drain()).flatMap(({ my_chat_member }) => my_chat_member ?? []);

    expect(changes.map(({ new_chat_member }) => new_chat_member)).toMatchObject([
      { status: 'member' },
      { status: 'administrator', can_pin_messages: true, can_manage_topics: false },
      { status: 'kicked' },
    ]);
    expect(changes[0]?.from.id).toBe(anna.id);
  });

  it.each([
    ['group', 'kick', '403 Forbidden: bot was kicked from the group chat'],
    ['supergroup', 'kick', '403 Forbidden: bot was kicked from the supergroup chat'],
    ['group', 'leave', '403 Forbidden: bot is not a member of the group chat'],
    ['supergroup', 'leave', '403 Forbidden: bot is not a member of the supergroup chat'],
  ] as const)('(%s) that the bot is out of by a %s is closed to it', async (kind, way, words) => {
    const place = await group(kind);

    await world.control[way]({ ...place, userId: 'bot' });

    expect(await send(place.chatId)).toBe(words);
    expect(await refusalOf(apiOf(world.sandbox).getChat(place.chatId))).toBe(words);
  });

  it('that was deleted says so', async () => {
    const place = await group();

    await world.control.deleteGroup(place);

    expect(await send(place.chatId)).toBe('403 Forbidden: the group chat was deleted');
  });

  it('that was upgraded names its new id, in a refusal and in both chats', async () => {
    const place = await group('group');
    await drain();

    const { chatId } = await world.control.enableTopics(place);

    const answer = await callRaw(world.sandbox, 'sendMessage', {
      chat_id: place.chatId,
      text: 'hi',
    });
    expect(answer).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: chatId },
    });
    expect((await drain()).map(({ message }) => message)).toMatchObject([
      { chat: { id: place.chatId, type: 'group' }, migrate_to_chat_id: chatId },
      { chat: { id: chatId, type: 'supergroup' }, migrate_from_chat_id: place.chatId },
    ]);
    expect(await apiOf(world.sandbox).sendMessage(chatId, 'hi')).toMatchObject({ message_id: 2 });
  });

  it('in which the bot may not write says which right is missing', async () => {
    const place = await group();
    await world.control.restrict({
      ...place,
      userId: 'bot',
      permissions: { can_send_messages: false, can_send_photos: false },
    });

    expect(await send(place.chatId)).toBe(
      '400 Bad Request: not enough rights to send text messages to the chat',
    );
    expect(
      await refusalOf(apiOf(world.sandbox).sendPhoto(place.chatId, 'https://example.org/a.jpg')),
    ).toBe('400 Bad Request: not enough rights to send photos to the chat');
    const { messageId } = await anna.in(place).says('hi');
    expect(await refusalOf(apiOf(world.sandbox).pinChatMessage(place.chatId, messageId))).toBe(
      '400 Bad Request: not enough rights to manage pinned messages in the chat',
    );
  });

  it('shows its members, administrators and number', async () => {
    const api = apiOf(world.sandbox);
    const boris = await world.client('Борис');
    const place = await world.forum('Desk', anna, [boris]);
    const stranger = await world.client('Чужой');

    expect(await api.getChat(place.chatId)).toMatchObject({ title: 'Desk', is_forum: true });
    expect(await api.getChatMemberCount(place.chatId)).toBe(3);
    expect(
      (await api.getChatAdministrators(place.chatId)).map(({ user, status }) => [user.id, status]),
    ).toEqual([
      [anna.id, 'creator'],
      [7000000001, 'administrator'],
    ]);
    expect((await api.getChatMember(place.chatId, boris.id)).status).toBe('member');
    expect(await refusalOf(api.getChatMember(place.chatId, stranger.id))).toBe(
      '400 Bad Request: PARTICIPANT_ID_INVALID',
    );
  });

  it('tells of others’ coming and going to an administrator who asked for it', async () => {
    await drain(['message', 'my_chat_member', 'chat_member']);
    const boris = await world.client('Борис');
    const place = await world.forum('Desk', anna);
    await drain();
    await world.control.join({ ...place, userId: boris.id });
    await world.control.leave({ ...place, userId: boris.id });

    const updates = await drain();

    expect(updates.map(({ chat_member }) => chat_member?.new_chat_member.status)).toEqual([
      'member',
      undefined,
      'left',
      undefined,
    ]);
    expect(updates.flatMap(({ message }) => message ?? [])).toMatchObject([
      { new_chat_members: [{ id: boris.id }] },
      { left_chat_member: { id: boris.id } },
    ]);
  });

  it('says by service messages that it was renamed and what was pinned', async () => {
    const place = await group();
    const said = await anna.in(place).says('important');
    await drain();

    await world.control.renameGroup({ ...place, title: 'Better' });
    await world.control.pin({ userId: anna.id, ...place, messageId: said.messageId });

    expect((await drain()).map(({ message }) => message)).toMatchObject([
      { new_chat_title: 'Better', chat: { title: 'Better' } },
      { pinned_message: { text: 'important' }, from: { id: anna.id } },
    ]);
  });

  it('shows people who has come, whoever let them in, and who has gone', async () => {
    const place = await group();
    const boris = await world.client('Борис', { lastName: 'Орлов' });
    await world.control.addMember({ ...place, userId: boris.id });
    await world.control.leave({ ...place, userId: boris.id });

    const seen = await world.control.messages({ userId: anna.id, ...place, includeService: true });

    expect(seen.slice(-2).map(({ service, about }) => [service, about])).toEqual([
      ['new_chat_members', 'Борис Орлов'],
      ['left_chat_member', 'Борис Орлов'],
    ]);
  });

  it('counts its own messages, while people and basic groups share one row of numbers', async () => {
    const basic = await group('group');
    const plain = await group('supergroup');

    const first = await anna.says('one');
    const second = await anna.in(basic).says('two');
    const third = await anna.says('three');
    const own = await anna.in(plain).says('own');

    expect(second.messageId - first.messageId).toBe(1);
    expect(third.messageId - second.messageId).toBe(1);
    expect(own.messageId).toBe(2);
  });

  it('in privacy mode shows a plain member only what is addressed to the bot', async () => {
    await world.control.setPrivacy({ canReadAllGroupMessages: false });
    const place = await group();
    const { message_id } = await apiOf(world.sandbox).sendMessage(place.chatId, 'from the bot');
    await drain();
    await anna.in(place).says('among ourselves');
    await anna.in(place).says('/help');
    await anna.in(place).says('ask @deskroom_bot');
    const own = (await anna.in(place).messages()).find(({ messageId }) => messageId === message_id);
    if (own) await anna.in(place).replies(own, 'an answer');

    expect((await drain()).map(({ message }) => message?.text)).toEqual([
      '/help',
      'ask @deskroom_bot',
      'an answer',
    ]);
    expect((await apiOf(world.sandbox).getMe()).can_read_all_group_messages).toBe(false);
  });
});
