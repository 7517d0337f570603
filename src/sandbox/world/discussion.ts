// A channel's discussion group: each post comes into it by itself, and comments hang on that copy.
import type { Message } from '@grammyjs/types';
import { serviceAccounts, userOf } from './account.ts';
import type { ChatState, Stored } from './chat.ts';
import { chatOf } from './chat-object.ts';
import { deliver, deliverEdit, post, rewrite } from './messages.ts';
import type { World } from './world.ts';

/** What of a post its copy does not have: buttons, and what follows from where it stands. */
const OWN = [
  'message_id',
  'from',
  'sender_chat',
  'chat',
  'date',
  'reply_markup',
  'reply_to_message',
  'author_signature',
] as const satisfies readonly (keyof Message)[];

/**
 * What is changed in a post is changed in its copy, and told as an edit of that. Once it has comments the
 * copy counts as part of its own thread (td, `is_thread_message`).
 */
export function changeCopy(world: World, channel: ChatState, { message }: Stored): void {
  const group = world.chats.get(channel.linkedChatId ?? 0);
  const copy = group && copyOf(world, channel, message.message_id);
  if (!copy) return;
  const changed: Partial<Message> = { ...message };
  for (const field of OWN) delete changed[field];
  rewrite(world, copy, changed);
  const { message_id: id } = copy.message;
  const isThread = [...group.messages.values()].some((one) => one.message.message_thread_id === id);
  const thread = isThread ? { message_thread_id: id } : {};
  deliverEdit(world, group, { ...copy, message: { ...copy.message, ...thread } });
}

/** The copy of a channel's post; without a discussion group nothing happens. */
export function forwardToGroup(world: World, channel: ChatState, { message }: Stored): void {
  const group =
    channel.linkedChatId === undefined ? undefined : world.chats.get(channel.linkedChatId);
  const chat = chatOf(world, channel);
  if (!group || chat.type !== 'channel') return;
  const content: Partial<Message> = { ...message };
  for (const field of OWN) delete content[field];
  const { message_id, date } = message;
  const stored = post(world, group, {
    from: userOf(serviceAccounts.telegram),
    senderChat: channel,
    content: {
      ...content,
      is_automatic_forward: true,
      forward_origin: { type: 'channel', chat, message_id, date },
    },
  });
  deliver(world, group, stored);
}

/** The copy of a post in the discussion group; null: there is none. */
export function copyOf(world: World, channel: ChatState, postId: number): Stored | null {
  const group =
    channel.linkedChatId === undefined ? undefined : world.chats.get(channel.linkedChatId);
  const copies = [...(group?.messages.values() ?? [])];
  return (
    copies.find(({ message: { is_automatic_forward, forward_origin: origin } }) => {
      const isOfChannel = origin?.type === 'channel' && origin.chat.id === channel.id;
      return is_automatic_forward === true && isOfChannel && origin.message_id === postId;
    }) ?? null
  );
}
