import type { Chat, Message, User } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import {
  type Authored,
  authorOf,
  fullName,
  repliedTo,
} from '../../../src/platform/telegram/author.ts';

const chat = { id: -100500, type: 'supergroup', title: 'Стол' } as Chat.SupergroupChat;
const channel = { id: -100700, type: 'channel', title: 'Новости' } as Chat.ChannelChat;
const katya: User = { id: 902, is_bot: false, first_name: 'Катя' };
const bot = (id: number): User => ({ id, is_bot: true, first_name: 'bot' });

const written = (message: Partial<Authored>): Authored => ({ chat, ...message }) as Authored;

describe('who wrote a message', () => {
  it('a person did', () => {
    expect(authorOf(written({ from: katya }))).toEqual({ kind: 'person', user: katya });
  });

  it('an anonymous admin is nobody in particular', () => {
    const anonymous = { kind: 'anonymous-admin' };

    expect(authorOf(written({ from: bot(1087968824), sender_chat: chat }))).toEqual(anonymous);
    expect(authorOf(written({ from: bot(1087968824) }))).toEqual(anonymous);
    expect(authorOf(written({ from: katya, sender_chat: chat }))).toEqual(anonymous);
  });

  it('a channel is no person, posting itself or copied from the linked one', () => {
    expect(authorOf(written({ from: bot(136817688), sender_chat: channel })).kind).toBe('channel');
    expect(
      authorOf(
        written({
          from: { ...katya, id: 777000 },
          sender_chat: channel,
          is_automatic_forward: true,
        }),
      ).kind,
    ).toBe('channel');
  });

  it("Telegram's own account and bots are no people", () => {
    expect(authorOf(written({ from: { ...katya, id: 777000 } })).kind).toBe('telegram');
    expect(authorOf(written({ from: bot(5) })).kind).toBe('bot');
    expect(authorOf(written({})).kind).toBe('nobody');
  });

  it('a name is the first and the last one, if there is one', () => {
    expect(fullName({ first_name: 'Катя', last_name: 'Смирнова' })).toBe('Катя Смирнова');
    expect(fullName({ first_name: 'Катя' })).toBe('Катя');
  });
});

describe('the message replied to', () => {
  const message = (more: Partial<Message>): Message =>
    ({ message_id: 9, date: 0, chat, ...more }) as Message;

  it('is the one a person chose', () => {
    const target = message({ message_id: 5, from: katya }) as Message['reply_to_message'];

    expect(repliedTo(message({ reply_to_message: target as never }))?.message_id).toBe(5);
  });

  it('is one in General too, where the thread is only a chain of replies', () => {
    const target = { message_id: 5, from: katya } as never;
    const reply = message({ reply_to_message: target, message_thread_id: 5 });

    expect(repliedTo(reply)?.message_id).toBe(5);
  });

  it('is not the birth of the topic, to which every message there «replies»', () => {
    const birth = { message_id: 3, forum_topic_created: { name: '№ 1' } } as never;
    const first = { message_id: 3 } as never;
    const topic = { message_thread_id: 3, is_topic_message: true } as const;

    expect(repliedTo(message({ reply_to_message: birth, ...topic }))).toBeNull();
    expect(repliedTo(message({ reply_to_message: first, ...topic }))).toBeNull();
    expect(repliedTo(message({}))).toBeNull();
  });
});
