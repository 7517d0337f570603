import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../support/clock.ts';
import { openWorld, type Person, type Place, type TestWorld } from '../support/people.ts';
import { apiOf, refusalOf } from './bot-api.ts';

const clock = createTestClock('2026-11-22T10:00:00Z');
const RIGHTS = { can_invite_users: true, can_restrict_members: true };

let world: TestWorld;
let igor: Person;
let anna: Person;
let room: Place;
beforeEach(async () => {
  world = await openWorld({ now: clock.now });
  igor = await world.staff('Игорь');
  anna = await world.client('Анна');
  room = await igor.createsGroup({ title: 'Room' });
  await igor.adds('bot', room);
  await igor.promotes('bot', room, RIGHTS);
});
afterEach(() => world.close());

const api = () => apiOf(world.sandbox);
const seconds = (more: number) => Math.floor(clock.now().getTime() / 1000) + more;

async function drain() {
  const updates = await api().getUpdates({
    allowed_updates: ['message', 'my_chat_member', 'chat_member', 'chat_join_request'],
  });
  const last = updates.at(-1);
  if (last) await api().getUpdates({ offset: last.update_id + 1 });
  return updates;
}

describe('an invite link', () => {
  it('lets people in at once, and the bot hears by which link they came', async () => {
    const link = await api().createChatInviteLink(room.chatId, { name: 'for Anna' });
    await drain();

    expect(await anna.opens(link.invite_link)).toEqual({ outcome: 'joined', ...room });

    const updates = await drain();
    expect(updates[0]?.chat_member).toMatchObject({
      from: { id: anna.id },
      new_chat_member: { status: 'member', user: { id: anna.id } },
      invite_link: { invite_link: link.invite_link, name: 'for Anna', is_primary: false },
    });
    expect(updates[1]?.message).toMatchObject({
      from: { id: anna.id },
      new_chat_members: [{ id: anna.id }],
    });
    expect(await anna.opens(link.invite_link)).toEqual({ outcome: 'inside', ...room });
  });

  it('that is revoked, past its date, used up or unknown lets nobody in', async () => {
    const boris = await world.client('Борис');
    const revoked = await api().createChatInviteLink(room.chatId);
    await api().revokeChatInviteLink(room.chatId, revoked.invite_link);
    const dated = await api().createChatInviteLink(room.chatId, { expire_date: seconds(60) });
    const forOne = await api().createChatInviteLink(room.chatId, { member_limit: 1 });
    await boris.opens(forOne.invite_link);
    await clock.advance(60_000);

    for (const { invite_link } of [revoked, dated, forOne]) {
      expect(await anna.opens(invite_link)).toEqual({ outcome: 'expired' });
    }
    expect(await anna.opens('https://t.me/+guessed')).toEqual({ outcome: 'expired' });
    expect(await anna.opens('https://example.org/+x')).toEqual({ outcome: 'elsewhere' });
    await boris.leaves(room);
    expect(await anna.opens(forOne.invite_link)).toMatchObject({ outcome: 'joined' });
  });

  it('does not let in who was banned, nor anybody once the group has a new id or is gone', async () => {
    const { invite_link } = await api().createChatInviteLink(room.chatId);
    await anna.opens(invite_link);
    await igor.removes(anna, room);
    const katya = await world.client('Катя');

    expect(await anna.opens(invite_link)).toEqual({ outcome: 'banned' });
    const basic = await igor.createsGroup({ title: 'Basic', kind: 'group' });
    await igor.adds('bot', basic);
    await igor.promotes('bot', basic, RIGHTS);
    const old = await api().createChatInviteLink(basic.chatId);
    await world.control.migrateGroup(basic);
    expect(await katya.opens(old.invite_link)).toEqual({ outcome: 'expired' });
    await igor.deletesGroup(room);
    expect(await katya.opens(invite_link)).toEqual({ outcome: 'expired' });
  });

  it('can be changed; what is not said is as in a new one', async () => {
    const link = await api().createChatInviteLink(room.chatId, { name: 'one', member_limit: 3 });

    const edited = await api().editChatInviteLink(room.chatId, link.invite_link, {
      creates_join_request: true,
    });

    expect(edited).toEqual({
      invite_link: link.invite_link,
      creator: expect.objectContaining({ id: 7_000_000_001 }),
      creates_join_request: true,
      is_primary: false,
      is_revoked: false,
    });
    expect(await anna.opens(link.invite_link)).toEqual({ outcome: 'requested', ...room });
  });

  it('of the chat itself is one at a time', async () => {
    const first = await api().exportChatInviteLink(room.chatId);
    const second = await api().exportChatInviteLink(room.chatId);

    expect(await anna.opens(first)).toEqual({ outcome: 'expired' });
    expect(await anna.opens(second)).toMatchObject({ outcome: 'joined' });
    expect(await refusalOf(api().editChatInviteLink(room.chatId, second))).toBe(
      '400 Bad Request: INVITE_HASH_INVALID',
    );
  });

  it.each([
    [
      { creates_join_request: true, member_limit: 1 },
      "member limit can't be specified for links requiring administrator approval",
    ],
    [{ member_limit: 100_000 }, 'USAGE_LIMIT_INVALID'],
    [{ expire_date: 1 }, 'EXPIRE_DATE_INVALID'],
  ])('with %o is refused', async (wish, words) => {
    expect(await refusalOf(api().createChatInviteLink(room.chatId, wish))).toBe(
      `400 Bad Request: ${words}`,
    );
  });

  it('is made only with the right to invite', async () => {
    await igor.promotes('bot', room, { can_invite_users: false });

    for (const call of [
      api().createChatInviteLink(room.chatId),
      api().exportChatInviteLink(room.chatId),
    ]) {
      expect(await refusalOf(call)).toBe(
        '400 Bad Request: not enough rights to manage chat invite link',
      );
    }
    expect(await refusalOf(api().approveChatJoinRequest(room.chatId, anna.id))).toBe(
      '400 Bad Request: not enough rights to manage chat join requests',
    );
  });
});

describe('asking to be let in', () => {
  async function asks(person: Person): Promise<string> {
    const link = await api().createChatInviteLink(room.chatId, { creates_join_request: true });
    await drain();
    expect(await person.opens(link.invite_link)).toEqual({ outcome: 'requested', ...room });
    return link.invite_link;
  }

  it('tells the bot, which may write to who asks for five minutes though nobody started it', async () => {
    const invite_link = await asks(anna);

    const [update, ...more] = await drain();
    expect(more).toEqual([]);
    expect(update?.chat_join_request).toMatchObject({
      chat: { id: room.chatId },
      from: { id: anna.id },
      user_chat_id: anna.id,
      invite_link: { invite_link, pending_join_request_count: 1 },
    });
    expect(await api().sendMessage(anna.id, 'who are you?')).toMatchObject({
      text: 'who are you?',
    });
    await anna.reads('who are you?');
    await clock.advance(5 * 60_000);
    expect(await refusalOf(api().sendMessage(anna.id, 'and?'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    );
  });

  it('ends with a yes, which is heard as a coming by that link, or with a no', async () => {
    const invite_link = await asks(anna);
    await drain();

    expect(await api().approveChatJoinRequest(room.chatId, anna.id)).toBe(true);

    expect((await drain()).map(({ chat_member, message }) => chat_member ?? message)).toMatchObject(
      [
        { from: { id: 7_000_000_001 }, invite_link: { invite_link } },
        { from: { id: anna.id }, new_chat_members: [{ id: anna.id }] },
      ],
    );
    expect(await refusalOf(api().approveChatJoinRequest(room.chatId, anna.id))).toBe(
      '400 Bad Request: USER_ALREADY_PARTICIPANT',
    );
    const boris = await world.client('Борис');
    await boris.opens(invite_link);
    expect(await boris.opens(invite_link)).toEqual({ outcome: 'asked-before', ...room });
    expect(await api().declineChatJoinRequest(room.chatId, boris.id)).toBe(true);
    expect(await refusalOf(api().approveChatJoinRequest(room.chatId, boris.id))).toBe(
      '400 Bad Request: HIDE_REQUESTER_MISSING',
    );
    expect(await refusalOf(api().sendMessage(boris.id, 'sorry'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    );
  });

  it('can be answered by an administrator’s hand; a member may not', async () => {
    await asks(anna);
    const katya = await world.client('Катя');
    await igor.adds(katya, room);

    await expect(katya.letsIn(anna, room)).rejects.toThrow('no right to let people in');
    expect(await world.control.joinRequests(room)).toMatchObject([{ userId: anna.id }]);
    await igor.letsIn(anna, room);
    await expect(igor.turnsAway(anna, room)).rejects.toThrow('does not ask to be let in');
    expect(await anna.in(room).says('hello')).toMatchObject({ text: 'hello' });
  });

  it('is not heard by a bot without the right to invite', async () => {
    const { invite_link } = await api().createChatInviteLink(room.chatId, {
      creates_join_request: true,
    });
    await igor.promotes('bot', room, { can_invite_users: false });
    await drain();

    await anna.opens(invite_link);

    expect(await drain()).toEqual([]);
  });
});

describe('a link to the bot', () => {
  it('starts it with its payload, also in another spelling', async () => {
    await anna.opens('https://t.me/deskroom_bot?start=p_abc');
    await anna.opens('tg://resolve?domain=Deskroom_Bot&start=p_def');
    await anna.opens('https://t.me/deskroom_bot');

    expect(await anna.sees()).toEqual(['/start p_abc', '/start p_def', '/start']);
    expect(await anna.opens('https://t.me/other_bot?start=x')).toEqual({ outcome: 'elsewhere' });
  });

  it('with startgroup brings it into a group with the rights of the link', async () => {
    const group = await anna.createsGroup({ title: 'Mine' });
    await drain();

    const opened = await anna.opens(
      'https://t.me/deskroom_bot?startgroup=s_1&admin=invite_users+change_info',
      group,
    );

    expect(opened).toEqual({ outcome: 'added', ...group });
    const updates = await drain();
    expect(updates[0]?.my_chat_member).toMatchObject({
      from: { id: anna.id },
      new_chat_member: {
        status: 'administrator',
        can_invite_users: true,
        can_change_info: true,
        can_pin_messages: false,
      },
    });
    expect(updates.at(-1)?.message).toMatchObject({
      text: '/start@deskroom_bot s_1',
      entities: [{ type: 'bot_command', offset: 0, length: 19 }],
    });
  });

  it('with rights upgrades a basic group, and is not for people who may not give any', async () => {
    const basic = await anna.createsGroup({ title: 'Basic', kind: 'group' });
    const link = 'https://t.me/deskroom_bot?startgroup=s_2&admin=invite_users';

    const opened = await anna.opens(link, basic);

    expect(opened).toMatchObject({ outcome: 'added' });
    expect(opened).not.toMatchObject(basic);
    const boris = await world.client('Борис');
    await igor.adds(boris, room);
    await expect(boris.opens(link, room)).rejects.toThrow('may not bring the bot');
    await expect(boris.opens(link)).rejects.toThrow('choose a group');
  });
});
