// Whom an employee's message speaks to, as Telegram shows it: a colleague who is called by name at its
// beginning, or whose words are passed on.

import type { Message } from 'grammy/types';

/** People a message is meant for, or whose words it is; small letters, without «@». */
export interface Called {
  readonly usernames: readonly string[];
  readonly userIds: readonly number[];
}

const NAMES = /^[\s\p{Cf}]*((?:@\w+[\s\p{Cf},]*)+)/u;

/**
 * Those who are called before anything else is said, and whoever wrote what is forwarded. Null, at no
 * cost, for nearly every message. What the writer has written themselves is nobody else's.
 */
export function calledIn(message: Message): Called | null {
  const text = message.text ?? message.caption ?? '';
  const names = NAMES.exec(text)?.[1] ?? '';
  const usernames = [...names.matchAll(/@(\w+)/g)].map(([, name = '']) => name.toLowerCase());
  const userIds = [...mentionedFirst(message, text), ...wroteOrigin(message)];
  return usernames.length + userIds.length === 0 ? null : { usernames, userIds };
}

/** Somebody without a username is called by an entity. */
function mentionedFirst({ entities, caption_entities }: Message, text: string): readonly number[] {
  const start = /^[\s\p{Cf}]*/u.exec(text)?.[0].length ?? 0;
  return (entities ?? caption_entities ?? []).flatMap((entity) =>
    entity.type === 'text_mention' && entity.offset <= start ? [entity.user.id] : [],
  );
}

function wroteOrigin({ forward_origin: origin, from }: Message): readonly number[] {
  if (origin?.type !== 'user' || origin.sender_user.id === from?.id) return [];
  return [origin.sender_user.id];
}
