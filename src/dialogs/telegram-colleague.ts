// Whom an employee's message speaks to, as Telegram shows it: somebody who is called at its beginning, or
// whose words are passed on or answered.

import type { Message, MessageEntity, MessageOrigin } from 'grammy/types';

/** Those a message is meant for, or whose words it is about. */
export interface Called {
  /** In small letters, without «@». */
  readonly usernames: readonly string[];
  readonly userIds: readonly number[];
  /** As Telegram shows those whose accounts are hidden; not cleaned. */
  readonly names: readonly string[];
  /** Groups and channels in whose name it was said. */
  readonly chatIds: readonly number[];
}

/** Emoji, brackets, numbers of a list, hashtags: what people put before a name. */
const BEFORE_NAME = /(?:#[\p{L}\p{N}_]+|[^\p{L}@])*/uy;
const NAME = /@(\w+)/uy;

const ANY_NAME = /@([\p{L}\p{N}_]+)/uy;
/** How other messengers call all who are there; too short for a name of Telegram's, or nobody's. */
const EVERYBODY = new Set(['all', 'here', 'everyone', 'everybody', 'channel', 'team']);

/**
 * Whether it calls all colleagues before anything else is said, or one by a name that is none of
 * Telegram's: «@all», «@все», «@Борис». Clients are called by no such name.
 */
export function callsColleagues(text: string): boolean {
  BEFORE_NAME.lastIndex = 0;
  ANY_NAME.lastIndex = BEFORE_NAME.exec(text)?.[0].length ?? 0;
  const name = ANY_NAME.exec(text)?.[1] ?? '';
  return EVERYBODY.has(name.toLowerCase()) || /[^\w]/.test(name);
}

/**
 * Those who are called before anything else is said, and whoever wrote what is forwarded or answered out
 * of another chat. Null, at no cost, for nearly every message. What the writer has written themselves is
 * nobody else's. `openings`: where it begins to speak, its own words first.
 */
export function calledIn(message: Message, openings: readonly string[]): Called | null {
  const { entities, caption_entities: captions, via_bot: bot } = message;
  const [words = '', ...others] = openings;
  const first = calledFirst(words, entities ?? captions ?? []);
  const usernames = [
    ...first.usernames,
    ...others.flatMap((text) => calledFirst(text, []).usernames),
  ];
  const origins = originsIn(message);
  const authors = origins.flatMap((origin) =>
    origin.type === 'user' && origin.sender_user.id !== message.from?.id
      ? [origin.sender_user.id]
      : [],
  );
  const names = origins.flatMap((origin) =>
    origin.type === 'hidden_user' ? [origin.sender_user_name] : [],
  );
  const userIds = [...first.userIds, ...authors, ...(bot ? [bot.id] : [])];
  const called = { usernames, userIds, names, chatIds: origins.flatMap(chatOf) };
  return Object.values(called).some((list) => list.length > 0) ? called : null;
}

/** One name may follow another; somebody without a username is called by an entity. */
function calledFirst(
  text: string,
  entities: readonly MessageEntity[],
): Pick<Called, 'usernames' | 'userIds'> {
  const usernames: string[] = [];
  const userIds: number[] = [];
  for (let at = 0; ; ) {
    BEFORE_NAME.lastIndex = at;
    const start = at + (BEFORE_NAME.exec(text)?.[0].length ?? 0);
    const mention = entities.find(
      (entity) => entity.type === 'text_mention' && entity.offset >= at && entity.offset <= start,
    );
    NAME.lastIndex = start;
    const [whole = '', name = ''] = NAME.exec(text) ?? [];
    if (mention?.type === 'text_mention') userIds.push(mention.user.id);
    else if (whole !== '') usernames.push(name.toLowerCase());
    else return { usernames, userIds };
    at = mention ? mention.offset + mention.length : start + whole.length;
  }
}

/** Of what is forwarded, and of what is answered elsewhere: in this chat it is known where it stands. */
function originsIn({ forward_origin: origin, external_reply: outside, chat }: Message) {
  const isElsewhere = outside && (outside.chat?.id !== chat.id || outside.message_id === undefined);
  return [...(origin ? [origin] : []), ...(isElsewhere ? [outside.origin] : [])];
}

function chatOf(origin: MessageOrigin): readonly number[] {
  if (origin.type === 'chat') return [origin.sender_chat.id];
  return origin.type === 'channel' ? [origin.chat.id] : [];
}
