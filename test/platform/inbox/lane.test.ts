import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { laneOf } from '../../../src/platform/inbox/lane.ts';
import { ALLOWED_UPDATES } from '../../../src/platform/inbox/poller.ts';

const anna = { id: 7, is_bot: false, first_name: 'Анна' };
const inPrivate = { message_id: 1, date: 0, chat: { id: 7, type: 'private', first_name: 'Анна' } };
const desk = { id: -1001, type: 'supergroup', title: 'Стол', is_forum: true };
const inTopic = {
  message_id: 2,
  date: 0,
  chat: desk,
  message_thread_id: 30,
  is_topic_message: true,
};
const inReplies = { message_id: 3, date: 0, chat: desk, message_thread_id: 30 };
const ofBusiness = { ...inPrivate, business_connection_id: 'b1' };
const member = { chat: desk, from: anna, date: 0 };

/** Updates as Telegram gives them, less what no lane looks at. */
const KINDS: readonly (readonly [name: string, update: object, lane: string])[] = [
  ['a message in private', { message: inPrivate }, '/7/0'],
  ['a message in a topic', { message: inTopic }, '/-1001/30'],
  ['a message in a chain of replies outside forums', { message: inReplies }, '/-1001/0'],
  ['an edit in private', { edited_message: inPrivate }, '/7/0'],
  ['an edit in a topic', { edited_message: inTopic }, '/-1001/30'],
  ['a post in a channel', { channel_post: { ...inPrivate, chat: { id: -5 } } }, '/-5/0'],
  ['an edited post', { edited_channel_post: { ...inPrivate, chat: { id: -5 } } }, '/-5/0'],
  ['a message to a business account', { business_message: ofBusiness }, 'b1/7/0'],
  ['an edit at a business account', { edited_business_message: ofBusiness }, 'b1/7/0'],
  [
    'a deletion at a business account',
    {
      deleted_business_messages: {
        business_connection_id: 'b1',
        chat: { id: 7 },
        message_ids: [1],
      },
    },
    'b1/7/0',
  ],
  [
    'a business connection',
    { business_connection: { id: 'b1', user: anna, user_chat_id: 7 } },
    '/7/0',
  ],
  [
    'a press on a card in a topic',
    { callback_query: { id: '1', from: anna, message: inTopic } },
    '/-1001/30',
  ],
  ['a press in private', { callback_query: { id: '1', from: anna, message: inPrivate } }, '/7/0'],
  [
    'a press on a message that is too old to be seen',
    { callback_query: { id: '1', from: anna, message: { chat: desk, message_id: 2, date: 0 } } },
    '/-1001/0',
  ],
  [
    'a press on an inline message',
    { callback_query: { id: '1', from: anna, inline_message_id: 'x' } },
    'user/7',
  ],
  ['an inline query', { inline_query: { id: '1', from: anna, query: '' } }, 'user/7'],
  ['the bot’s own membership', { my_chat_member: member }, '/-1001/0'],
  ['somebody’s membership', { chat_member: member }, '/-1001/0'],
  ['a request to join', { chat_join_request: member }, '/-1001/0'],
  ['a reaction', { message_reaction: { chat: desk, message_id: 2 } }, '/-1001/0'],
  ['a count of reactions', { message_reaction_count: { chat: desk, message_id: 2 } }, '/-1001/0'],
  ['something new that nobody knows yet', { brand_new_thing: {} }, 'rest'],
];

const asUpdate = (update: object) => ({ update_id: 1, ...update }) as unknown as Update;

describe('the lane of an update', () => {
  it.each(KINDS)('%s', (_name, update, lane) => {
    expect(laneOf(asUpdate(update)).key).toBe(lane);
  });

  it('is known for every kind of update the bot asks for', () => {
    const covered = new Set(KINDS.flatMap(([, update]) => Object.keys(update)));
    expect(ALLOWED_UPDATES.filter((kind) => !covered.has(kind))).toEqual([]);
  });

  it('is urgent where a person waits with a finger in the air: presses and inline questions', () => {
    const urgent = KINDS.filter(([, update]) => laneOf(asUpdate(update)).urgent);
    expect(
      urgent.every(([, update]) => 'callback_query' in update || 'inline_query' in update),
    ).toBe(true);
    expect(urgent).toHaveLength(5);
  });
});
