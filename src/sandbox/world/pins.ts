// Pinned messages: the latest is the chat's or the topic's card.
import { type Account, userOf } from './account.ts';
import type { ChatState, Stored } from './chat.ts';
import { deliver, post, tellOf } from './messages.ts';
import type { World } from './world.ts';

/** Pins and says so by a service message; what is pinned already stays without a word. */
export function pin(world: World, chat: ChatState, stored: Stored, by: Account): void {
  const { message } = stored;
  if (chat.pinned.includes(message.message_id)) return;
  chat.pinned.push(message.message_id);
  tellOf(world, stored);
  const threadId = message.is_topic_message ? message.message_thread_id : undefined;
  const notice = post(world, chat, {
    from: userOf(by),
    ...(threadId === undefined ? {} : { threadId }),
    content: { pinned_message: message },
  });
  deliver(world, chat, notice);
}

/** False if none of these was pinned. */
export function unpin(world: World, chat: ChatState, ids: readonly number[]): boolean {
  const left = chat.pinned.filter((id) => !ids.includes(id));
  if (left.length === chat.pinned.length) return false;
  chat.pinned = left;
  world.changes.tell({ what: 'message', chatId: chat.id });
  return true;
}
