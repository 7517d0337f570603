import { InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type Person, type Place, type TestWorld } from '../support/people.ts';
import { apiOf, refusalOf } from './bot-api.ts';

const ALL = {
  can_change_info: true,
  can_restrict_members: true,
  can_promote_members: true,
  can_manage_tags: true,
  can_pin_messages: true,
};

let world: TestWorld;
let igor: Person;
let anna: Person;
let room: Place;
beforeEach(async () => {
  world = await openWorld();
  igor = await world.staff('Игорь');
  anna = await world.client('Анна');
  room = await igor.createsGroup({ title: 'Room', members: [anna] });
  await igor.adds('bot', room);
  await igor.promotes('bot', room, ALL);
  await drain();
});
afterEach(() => world.close());

const api = () => apiOf(world.sandbox);

async function drain() {
  const updates = await api().getUpdates({ allowed_updates: ['message', 'chat_member'] });
  const last = updates.at(-1);
  if (last) await api().getUpdates({ offset: last.update_id + 1 });
  return updates;
}

async function changes() {
  return (await drain()).flatMap(({ chat_member }) => chat_member ?? []);
}

const picture = () => new InputFile(new Uint8Array([1, 2, 3]), 'room.png');

describe('a group in the bot’s hands', () => {
  it('gets a name, a description and a picture, and says so', async () => {
    const { chatId } = room;
    await api().setChatTitle(chatId, 'Exporter · Deskroom');
    await api().setChatTitle(chatId, 'Exporter · Deskroom');
    await api().setChatDescription(chatId, 'what it is for');
    await api().setChatPhoto(chatId, picture());

    const messages = (await drain()).map(({ message }) => message);
    expect(messages).toMatchObject([
      { new_chat_title: 'Exporter · Deskroom', from: { id: 7_000_000_001 } },
      { new_chat_photo: [{}, { file_size: 3 }] },
    ]);
    const chat = await api().getChat(chatId);
    expect(chat).toMatchObject({ title: 'Exporter · Deskroom', description: 'what it is for' });
    expect(chat.photo?.big_file_id).toBe(messages[1]?.new_chat_photo?.at(-1)?.file_id);
    await api().deleteChatPhoto(chatId);
    expect((await api().getChat(chatId)).photo).toBeUndefined();
    expect(await refusalOf(api().setChatDescription(chatId, 'what it is for'))).toBe(
      '400 Bad Request: chat description is not modified',
    );
    expect(await refusalOf(api().setChatTitle(chatId, ' '))).toBe(
      '400 Bad Request: title must be non-empty',
    );
  });

  it('is left alone where a right is missing', async () => {
    const { chatId } = room;
    await igor.promotes('bot', room, { can_pin_messages: true });
    const calls: [() => Promise<unknown>, string][] = [
      [() => api().setChatTitle(chatId, 'x'), 'not enough rights to change chat title'],
      [() => api().setChatDescription(chatId, 'x'), 'not enough rights to set chat description'],
      [() => api().setChatPhoto(chatId, picture()), 'not enough rights to change chat photo'],
      [() => api().deleteChatPhoto(chatId), 'not enough rights to change chat photo'],
      [
        () => api().banChatMember(chatId, anna.id),
        'not enough rights to restrict/unrestrict chat member',
      ],
      [
        () => api().unbanChatMember(chatId, anna.id),
        'not enough rights to restrict/unrestrict chat member',
      ],
      [
        () => api().restrictChatMember(chatId, anna.id, {}),
        'not enough rights to restrict/unrestrict chat member',
      ],
      [
        () => api().promoteChatMember(chatId, anna.id, { can_pin_messages: true }),
        'not enough rights',
      ],
      [() => api().setChatMemberTag(chatId, anna.id, 'Partner'), 'not enough rights'],
    ];

    for (const [call, words] of calls) {
      expect(await refusalOf(call())).toBe(`400 Bad Request: ${words}`);
    }
  });
});

describe('people in a group', () => {
  it('are brought, removed and go, also its owner, and the bot hears of each and by whom', async () => {
    const katya = await world.client('Катя');
    await igor.adds(katya, room);
    await igor.removes(anna, room);
    await igor.leaves(room);

    expect(
      (await changes()).map(({ from, new_chat_member: { user, status } }) => [
        from.first_name,
        user.first_name,
        status,
      ]),
    ).toEqual([
      ['Игорь', 'Катя', 'member'],
      ['Игорь', 'Анна', 'kicked'],
      ['Игорь', 'Игорь', 'left'],
    ]);
    expect((await world.control.members(room)).map(({ name }) => name)).toEqual([
      'Deskroom',
      'Катя',
    ]);
  });
});

describe('a member in the bot’s hands', () => {
  it('is removed and may come back, unless banned', async () => {
    const { chatId } = room;
    await api().unbanChatMember(chatId, anna.id, { only_if_banned: true });
    expect(await anna.in(room).says('still here')).toBeDefined();

    await api().unbanChatMember(chatId, anna.id);
    await expect(anna.in(room).says('gone')).rejects.toThrow('is not in the chat');
    await igor.adds(anna, room);
    await api().banChatMember(chatId, anna.id);
    await api().unbanChatMember(chatId, anna.id);

    expect(
      (await changes()).map((change) => [
        change.old_chat_member.status,
        change.new_chat_member.status,
      ]),
    ).toEqual([
      ['member', 'left'],
      ['left', 'member'],
      ['member', 'kicked'],
      ['kicked', 'left'],
    ]);
  });

  it('becomes an administrator with what the bot may give, and a member again', async () => {
    const { chatId } = room;
    await api().promoteChatMember(chatId, anna.id, { can_pin_messages: true });
    expect(await api().getChatMember(chatId, anna.id)).toMatchObject({
      status: 'administrator',
      can_be_edited: true,
      can_pin_messages: true,
      can_change_info: false,
    });
    expect(
      await refusalOf(api().promoteChatMember(chatId, anna.id, { can_invite_users: true })),
    ).toBe('400 Bad Request: RIGHT_FORBIDDEN');
    await api().promoteChatMember(chatId, anna.id, { can_pin_messages: false });
    expect(await api().getChatMember(chatId, anna.id)).toMatchObject({ status: 'member' });
  });

  it('is out of reach as an owner, as another’s administrator, as a stranger', async () => {
    const { chatId } = room;
    const katya = await world.client('Катя');
    const boris = await world.client('Борис');
    await igor.adds(katya, room);
    await igor.promotes(katya, room);
    const pins = { can_pin_messages: true };
    const calls: [() => Promise<unknown>, string][] = [
      [() => api().banChatMember(chatId, igor.id), "can't remove chat owner"],
      [() => api().promoteChatMember(chatId, igor.id, pins), "can't remove chat owner"],
      [() => api().banChatMember(chatId, katya.id), 'user is an administrator of the chat'],
      [() => api().promoteChatMember(chatId, katya.id, pins), 'CHAT_ADMIN_REQUIRED'],
      [() => api().setChatMemberTag(chatId, katya.id, ''), 'user is an administrator of the chat'],
      [() => api().banChatMember(chatId, 7_000_000_001), "can't restrict self"],
      [() => api().banChatMember(chatId, boris.id), 'PARTICIPANT_ID_INVALID'],
    ];

    for (const [call, words] of calls) {
      expect(await refusalOf(call())).toBe(`400 Bad Request: ${words}`);
    }
    const basic = await igor.createsGroup({ title: 'Basic', kind: 'group', members: [anna] });
    await igor.adds('bot', basic);
    expect(await refusalOf(api().promoteChatMember(basic.chatId, anna.id, pins))).toBe(
      '400 Bad Request: method is available for supergroup and channel chats only',
    );
    expect(await refusalOf(api().restrictChatMember(basic.chatId, anna.id, {}))).toBe(
      '400 Bad Request: method is available only for supergroups',
    );
  });

  it('may be kept from writing, and be let write again', async () => {
    const { chatId } = room;
    await api().restrictChatMember(chatId, anna.id, { can_send_photos: true });
    expect(await api().getChatMember(chatId, anna.id)).toMatchObject({
      status: 'restricted',
      can_send_messages: false,
      can_send_photos: true,
    });
    await expect(anna.in(room).says('hm')).rejects.toThrow('may not write');
    const { permissions = {} } = await api().getChat(chatId);
    await api().restrictChatMember(chatId, anna.id, permissions);
    expect((await api().getChatMember(chatId, anna.id)).status).toBe('member');
  });

  it('bears a tag beside the name until it goes', async () => {
    const { chatId } = room;
    await api().setChatMemberTag(chatId, anna.id, 'Экспортёр');

    const said = await anna.in(room).says('hello');

    expect(said.from).toMatchObject({ name: 'Анна', tag: 'Экспортёр' });
    expect((await drain()).at(-1)?.message?.sender_tag).toBe('Экспортёр');
    expect(await api().getChatMember(chatId, anna.id)).toHaveProperty('tag', 'Экспортёр');
    expect((await world.control.members(room)).map(({ name, tag }) => [name, tag])).toContainEqual([
      'Анна',
      'Экспортёр',
    ]);
    expect(await refusalOf(api().setChatMemberTag(chatId, anna.id, 'Boss 👑'))).toBe(
      '400 Bad Request: ADMIN_RANK_EMOJI_NOT_ALLOWED',
    );
    await anna.leaves(room);
    await igor.adds(anna, room);
    expect(await api().getChatMember(chatId, anna.id)).not.toHaveProperty('tag');
  });

  it('loses nothing by rights that are only suggested for the bot', async () => {
    await api().setMyDefaultAdministratorRights({
      rights: await suggested({ can_invite_users: true }),
    });

    expect(await api().getMyDefaultAdministratorRights()).toMatchObject({
      can_invite_users: true,
      can_change_info: false,
    });
    expect(await api().getMyDefaultAdministratorRights({ for_channels: true })).toMatchObject({
      can_invite_users: false,
    });
  });
});

async function suggested(more: object) {
  return { ...(await api().getMyDefaultAdministratorRights()), ...more };
}
