import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type Person, type TestWorld } from '../support/people.ts';
import { apiOf, callRaw, refusalOf } from './bot-api.ts';

let world: TestWorld;
let anna: Person;
beforeEach(async () => {
  world = await openWorld();
  anna = await world.client('Анна', { phone: '+79161234567' });
  await anna.starts();
  await drain();
});
afterEach(() => world.close());

const api = () => apiOf(world.sandbox);

async function drain() {
  const updates = await api().getUpdates();
  const last = updates.at(-1);
  if (last) await api().getUpdates({ offset: last.update_id + 1 });
  return updates;
}

const NONE = {
  is_anonymous: false,
  can_manage_chat: false,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
};
const RIGHTS = { ...NONE, can_manage_chat: true, can_invite_users: true, can_change_info: true };

const wish = {
  request_id: 77,
  chat_is_channel: false,
  chat_is_forum: true,
  chat_is_created: true,
  bot_is_member: true,
  user_administrator_rights: RIGHTS,
  bot_administrator_rights: RIGHTS,
};

function asks(button: object, chatId = anna.id) {
  return callRaw(world.sandbox, 'sendMessage', {
    chat_id: chatId,
    text: 'please',
    reply_markup: { keyboard: [[button]] },
  });
}

describe('a key that asks', () => {
  it('for the telephone gives the person’s own, with their id', async () => {
    await asks({ text: 'My number', request_contact: true });

    await anna.sharesContact();
    await anna.sends({ kind: 'contact', phoneNumber: '+7999', firstName: 'Other' });

    expect((await drain()).map(({ message }) => message?.contact)).toEqual([
      { phone_number: '+79161234567', first_name: 'Анна', user_id: anna.id },
      { phone_number: '+7999', first_name: 'Other' },
    ]);
    expect(await anna.keys()).toEqual(['My number']);
    await api().sendMessage(anna.id, 'thanks', { reply_markup: { remove_keyboard: true } });
    expect(await anna.keys()).toEqual([]);
  });

  it('for a new group has the person name it, and brings the bot in with its rights', async () => {
    await asks({ text: 'Group', request_chat: { ...wish, request_title: true } });

    const place = await anna.sharesGroup({ title: 'Fresh' });

    const updates = await drain();
    expect(updates.map((update) => update.my_chat_member ?? update.message)).toMatchObject([
      {
        chat: { id: place.chatId, is_forum: true },
        from: { id: anna.id },
        new_chat_member: { status: 'administrator', can_invite_users: true },
      },
      { chat: { id: place.chatId }, new_chat_members: [{ id: 7_000_000_001 }] },
      { chat: { id: anna.id }, chat_shared: { request_id: 77, ...shared(place.chatId, 'Fresh') } },
    ]);
  });

  it('may be answered before the bot knows that it is in', async () => {
    await asks({ text: 'Group', request_chat: wish });

    const place = await anna.sharesGroup({ title: 'Fresh' }, 'shared');

    const [first, second] = await drain();
    expect(first?.message?.chat_shared).toEqual({ request_id: 77, chat_id: place.chatId });
    expect(second?.my_chat_member?.chat.id).toBe(place.chatId);
  });

  it('for a group without topics gets a basic one, whose id changes with the bot’s rights', async () => {
    await asks({ text: 'Group', request_chat: { ...wish, chat_is_forum: false } });

    const place = await anna.sharesGroup({ title: 'Basic' }, 'shared');

    const updates = await drain();
    const old = updates[0]?.message?.chat_shared?.chat_id;
    expect(old).not.toBe(place.chatId);
    expect(updates.flatMap(({ message }) => message?.migrate_to_chat_id ?? [])).toEqual([
      place.chatId,
    ]);
    expect(await callRaw(world.sandbox, 'getChat', { chat_id: old })).toMatchObject({
      parameters: { migrate_to_chat_id: place.chatId },
    });
    expect(await api().getChatMember(place.chatId, 7_000_000_001)).toMatchObject({
      status: 'administrator',
      can_change_info: true,
    });
  });

  it('for a group takes one that fits, and no other', async () => {
    const boris = await world.client('Борис');
    const own = await anna.createsGroup({ title: 'Own' });
    const basic = await anna.createsGroup({ title: 'Basic', kind: 'group' });
    const others = await boris.createsGroup({ title: 'Theirs', members: [anna] });
    await asks({ text: 'Group', request_chat: wish });

    await expect(world.control.pressKey({ userId: anna.id, label: 'Group' })).rejects.toThrow(
      'choose a group',
    );
    await expect(press(basic)).rejects.toThrow('«Basic» cannot be chosen: no forum');
    await expect(press(others)).rejects.toThrow('somebody else owns it');
    expect(await anna.sharesGroup(own)).toEqual(own);

    function press(group: { chatId: number }) {
      return world.control.pressKey({ userId: anna.id, label: 'Group', group });
    }
  });

  it('for people gets those who are chosen', async () => {
    const boris = await world.client('Борис', { username: 'boris' });
    const request_users = { request_id: 5, max_quantity: 2, request_name: true };
    await asks({ text: 'Colleague', request_users });

    await anna.sharesPeople([boris]);

    expect((await drain())[0]?.message?.users_shared).toEqual({
      request_id: 5,
      users: [{ user_id: boris.id, first_name: 'Борис' }],
    });
  });

  it('is for private chats, with numbers of their own and no more rights than the person’s', async () => {
    const { chatId } = await anna.createsGroup({ title: 'Room' });
    await anna.adds('bot', { chatId });
    const words = async (button: object, where = anna.id) =>
      (await asks(button, where)).description;

    expect(await words({ text: 'a', request_contact: true }, chatId)).toBe(
      'Bad Request: phone number can be requested in private chats only',
    );
    expect(await words({ text: 'a', request_chat: wish }, chatId)).toBe(
      'Bad Request: chats can be requested in private chats only',
    );
    expect(await words({ text: 'a', request_chat: { ...wish, request_id: 2 ** 31 } })).toContain(
      'no signed 32-bit number',
    );
    expect(
      await words({ text: 'a', request_chat: { ...wish, user_administrator_rights: NONE } }),
    ).toContain('must be a superset');
    const keys = [[{ text: 'a', request_chat: wish }], [{ text: 'b', request_chat: wish }]];
    expect(
      await refusalOf(api().sendMessage(anna.id, 'x', { reply_markup: { keyboard: keys } })),
    ).toContain('not unique');
  });
});

function shared(chat_id: number, title: string) {
  return { chat_id, title };
}
