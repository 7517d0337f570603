// What of a message travels when it is copied or forwarded.
import type { Message, MessageOrigin } from '@grammyjs/types';
import { contentKeys } from './media.ts';

/** What a copy shows: a live location stands still, a poll begins anew, dice are thrown again. */
export function copyContentOf(message: Message): Partial<Message> {
  const { poll, dice, location, ...content } = contentOf(message);
  return {
    ...content,
    ...(location
      ? { location: { latitude: location.latitude, longitude: location.longitude } }
      : {}),
    ...(poll ? { poll: asNew(poll) } : {}),
    ...(dice ? { dice: { ...dice, value: 1 } } : {}),
  };
}

function asNew(poll: NonNullable<Message['poll']>): NonNullable<Message['poll']> {
  const options = poll.options.map((option) => ({ ...option, voter_count: 0 }));
  return { ...poll, options, total_voter_count: 0, is_closed: false };
}

function contentOf(message: Message): Partial<Message> {
  return Object.fromEntries(
    contentKeys.flatMap((key) => (message[key] === undefined ? [] : [[key, message[key]]])),
  );
}

/** The content of a message as somebody forwards it: whose it was at first is kept. */
export function forwardOf(message: Message): Partial<Message> {
  return { ...contentOf(message), forward_origin: message.forward_origin ?? originOf(message) };
}

/** The same without the sender's name: nothing shows that it was not written by who forwards it. */
export function namelessForwardOf(message: Message): Partial<Message> {
  return contentOf(message);
}

/** The same, where its author does not want to be known. */
export function hiddenForwardOf(message: Message): Partial<Message> {
  const forward = forwardOf(message);
  const { forward_origin: origin } = forward;
  if (origin?.type !== 'user') return forward;
  const { first_name, last_name } = origin.sender_user;
  const sender_user_name = [first_name, last_name].filter(Boolean).join(' ');
  return {
    ...forward,
    forward_origin: { type: 'hidden_user', date: origin.date, sender_user_name },
  };
}

/** Whose a message is. */
export function originOf(message: Message): MessageOrigin {
  const { date, chat, from, sender_chat, message_id } = message;
  if (chat.type === 'channel') return { type: 'channel', chat, message_id, date };
  if (sender_chat) return { type: 'chat', sender_chat, date };
  if (!from) throw new Error(`Message ${message_id} of chat ${chat.id} has no author`);
  return { type: 'user', sender_user: from, date };
}
