// What accompanies a message: whose it was at first, what of another one it answers, whether it may be
// copied.

import type { Chat, ExternalReplyInfo, Message, MessageOrigin } from 'grammy/types';
import { fullName, repliedTo } from '../../platform/telegram/author.ts';
import { truncate } from '../../platform/telegram/plain-text.ts';
import { type Answered, type Besides, MEDIA_KINDS, type Origin } from '../content.ts';

/** Signs of another message that a reply may have to be told with. */
const ANSWERED_SIGNS = 160;

/** Nothing is named that is not there: most messages are just what they say. */
export function besidesOf(message: Message): Besides {
  const { forward_origin: origin, quote, has_protected_content: guarded } = message;
  const answered = answeredIn(message);
  return {
    ...(origin ? { origin: originOf(origin, message) } : {}),
    ...(quote
      ? { quote: { text: quote.text, entities: quote.entities ?? [], position: quote.position } }
      : {}),
    ...(answered ? { answered } : {}),
    ...(guarded ? { guarded: true as const } : {}),
  };
}

function originOf(origin: MessageOrigin, { from }: Message): Origin {
  switch (origin.type) {
    case 'user': {
      const { sender_user: user } = origin;
      const url = user.username ? { url: `https://t.me/${user.username}` } : {};
      const own = user.id === from?.id ? { own: true as const } : {};
      return { by: 'user', name: fullName(user), ...url, ...own };
    }
    case 'hidden_user':
      return { by: 'hidden_user', name: origin.sender_user_name };
    case 'chat':
      return { by: 'chat', name: titleOf(origin.sender_chat), ...addressOf(origin.sender_chat) };
    case 'channel': {
      const { chat, message_id: id } = origin;
      const url = chat.username ? { url: `https://t.me/${chat.username}/${id}` } : {};
      return { by: 'channel', name: titleOf(chat), ...url };
    }
  }
}

function titleOf(chat: Chat): string {
  return chat.title ?? [chat.first_name, chat.last_name].filter(Boolean).join(' ');
}

function addressOf({ username }: Chat): { url?: string } {
  return username ? { url: `https://t.me/${username}` } : {};
}

/** The message it replies to, wherever that stands; null: it replies to none. */
function answeredIn(message: Message): Answered | null {
  const { external_reply: outside, quote, reply_to_story: story } = message;
  if (outside) {
    const { name } = originOf(outside.origin, message);
    return { name, words: shortly(quote?.text ?? ''), kind: kindIn(outside) };
  }
  if (story) return { name: titleOf(story.chat), words: '', kind: 'story' };
  const target = repliedTo(message);
  if (!target) return null;
  const words = quote?.text ?? target.text ?? target.caption ?? '';
  return { name: null, words: shortly(words), kind: kindIn(target) };
}

function shortly(words: string): string {
  return truncate(words.replace(/\s+/g, ' ').trim(), ANSWERED_SIGNS);
}

/** Kinds as the locale files name them, the more telling first; the rest are texts and news. */
const KINDS = ['live_photo', 'animation', ...MEDIA_KINDS, 'venue', 'location', 'contact', 'poll'];

function kindIn(message: Message | ExternalReplyInfo): string {
  return KINDS.find((kind) => kind in message) ?? 'text';
}
