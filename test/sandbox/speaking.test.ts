// Who people write as, and what they send.
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type Person, type TestWorld } from '../support/people.ts';
import { apiOf, refusalOf } from './bot-api.ts';

let world: TestWorld;
let anna: Person;
beforeEach(async () => {
  world = await openWorld();
  anna = await world.client('Анна');
});
afterEach(() => world.close());

async function drain(): Promise<Update[]> {
  const api = apiOf(world.sandbox);
  const updates = await api.getUpdates();
  const last = updates.at(-1);
  if (last) await api.getUpdates({ offset: last.update_id + 1 });
  return updates;
}

function group(): Promise<{ chatId: number }> {
  return world.control.createGroup({
    title: 'Group',
    ownerId: anna.id,
    kind: 'supergroup',
    memberIds: ['bot'],
  });
}

describe('masks', () => {
  it('an anonymous administrator writes as GroupAnonymousBot for the group', async () => {
    const place = await group();
    await drain();
    await world.control.say({ userId: anna.id, ...place, text: 'hi', as: 'anonymous' });

    expect((await drain())[0]?.message).toMatchObject({
      from: { id: 1087968824, is_bot: true, username: 'GroupAnonymousBot' },
      sender_chat: { id: place.chatId, type: 'supergroup' },
      text: 'hi',
    });
  });

  it('a channel writes in a group as Channel_Bot, and its posts come there by 777000', async () => {
    const place = await group();
    const channel = await world.control.createGroup({
      title: 'News',
      ownerId: anna.id,
      kind: 'channel',
      memberIds: ['bot'],
    });
    await world.control.linkChannel({ ...place, channelId: channel.chatId });
    await drain();
    await world.control.say({
      userId: anna.id,
      ...place,
      text: 'as a channel',
      as: { channelId: channel.chatId },
    });
    await world.control.postInChannel({ userId: anna.id, ...channel, text: 'a post' });

    const [written, posted, forwarded] = await drain();

    expect(written?.message).toMatchObject({
      from: { id: 136817688, username: 'Channel_Bot' },
      sender_chat: { id: channel.chatId, type: 'channel' },
    });
    expect(posted?.channel_post).toMatchObject({ text: 'a post', sender_chat: { title: 'News' } });
    expect(forwarded?.message).toMatchObject({
      from: { id: 777000 },
      sender_chat: { id: channel.chatId },
      is_automatic_forward: true,
      forward_origin: { type: 'channel', message_id: 1 },
    });
  });

  it('another bot is not seen, unless it is forced', async () => {
    const place = await group();
    const other = await world.control.createBot({ firstName: 'Other', username: 'other_bot' });
    await world.control.addMember({ ...place, userId: other.id });
    await drain();

    await world.control.say({ userId: other.id, ...place, text: 'unseen' });
    await world.control.say({ userId: other.id, ...place, text: 'seen', force: true });

    expect((await drain()).map(({ message }) => message?.text)).toEqual(['seen']);
  });
});

describe('what people send', () => {
  it('keeps an album together by one id over several updates', async () => {
    await world.control.sendAlbum({
      userId: anna.id,
      items: [{ kind: 'photo', caption: 'two of them' }, { kind: 'photo' }],
    });

    const [first, second] = (await drain()).map(({ message }) => message);

    expect(first?.caption).toBe('two of them');
    expect(first?.media_group_id).toBeDefined();
    expect(second?.media_group_id).toBe(first?.media_group_id);
  });

  it.each([
    ['photo', { kind: 'photo', caption: 'c' }, { caption: 'c' }],
    ['voice', { kind: 'voice' }, { voice: { duration: 5 } }],
    ['document', { kind: 'document', fileName: 'a.pdf' }, { document: { file_name: 'a.pdf' } }],
    ['sticker', { kind: 'sticker' }, { sticker: { type: 'regular' } }],
    ['location', { kind: 'location', latitude: 55.7, longitude: 37.6 }, { location: {} }],
    ['contact', { kind: 'contact', phoneNumber: '+7', firstName: 'A' }, { contact: {} }],
  ] as const)('may be a %s', async (_, media, expected) => {
    await world.control.send({ userId: anna.id, media });

    expect((await drain())[0]?.message).toMatchObject(expected);
  });

  it('may be a file too large for a bot to fetch', async () => {
    const sent = await anna.sendsDocument('big', { size: 21 * 1024 * 1024 });

    expect(await refusalOf(apiOf(world.sandbox).getFile(sent.fileId ?? ''))).toBe(
      '400 Bad Request: file is too big',
    );
  });

  it('goes under names as wild as people have them', async () => {
    const name = `a\u202e\u200b${'я'.repeat(61)}`;
    const wild = await world.client(name);
    await wild.says('hi');

    expect((await drain())[0]?.message?.from).toMatchObject({ first_name: name });
  });
});
