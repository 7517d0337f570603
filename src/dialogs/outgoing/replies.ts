// What a message answers, in the other chat: the message that stands there, with the words it quotes;
// or a line of words, where there is nothing to point at.

import type { MessageJob } from '../../platform/outbox/index.ts';
import { withoutPings, withoutTags, withTags } from '../content/harmless.ts';
import { pointAt, type Standing } from '../content/meant.ts';
import type { Reply } from '../content/telegram-target.ts';
import { type Answered, formattedWordsOf, isMedia, type Quote } from '../content.ts';
import type { DialogMessage } from '../message.ts';
import type { MessageRepository } from '../message-repository.ts';
import type { Reader, Wording } from './wording.ts';

export interface RepliesDeps {
  readonly messages: Pick<MessageRepository, 'list' | 'findIn'>;
  readonly wording: Wording;
}

/** What is known of messages that are answered. */
export interface Standings {
  /** Where they stand, as «message@chat». */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Themselves, where more of them is needed than their place. */
  readonly targets: ReadonlyMap<number, DialogMessage>;
}

export function createReplies({ messages, wording }: RepliesDeps) {
  /** Asks for nothing where nothing is answered. */
  async function find(
    said: readonly DialogMessage[],
    jobs: readonly MessageJob[],
  ): Promise<Standings> {
    const answering = said.filter(({ replyToId }) => replyToId !== null);
    const ids = answering.map(({ replyToId }) => replyToId as number);
    const places = await messages.findIn(ids);
    const unreplied = jobs.some(({ fallbacks }) => fallbacks.unreplied);
    // Each stands where it was written; pairs have a second place.
    const counts = new Map<number, number>();
    for (const key of places.keys()) {
      const id = Number.parseInt(key, 10);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const isPaired = (id: number | null) => (counts.get(id ?? 0) ?? 0) > 1;
    const isNeeded = ({ content, replyToId }: DialogMessage) =>
      unreplied || content.quote !== undefined || !isPaired(replyToId);
    const needed = answering.filter(isNeeded).map(({ replyToId }) => replyToId as number);
    return { places, targets: needed.length > 0 ? await messages.list(needed) : new Map() };
  }

  function replyOf(
    message: DialogMessage,
    { places, targets }: Standings,
    { place, fallbacks }: MessageJob,
    reader: Reader,
  ): { reply?: Reply; answered: Answered | null } {
    const { replyToId, content } = message;
    const snapshot = reader.side === 'staff' ? (content.answered ?? null) : null;
    if (replyToId === null) return { answered: snapshot };
    const target = targets.get(replyToId);
    const messageIds = places.get(`${replyToId}@${place.chatId}`) ?? [];
    if (fallbacks.unreplied || messageIds.length === 0) {
      const isReadable = target && mayRead(target, reader, place.chatId);
      return { answered: snapshot ?? (isReadable ? told(target) : null) };
    }
    const quote = content.quote && quoteFor(content.quote, reader);
    if (!quote || !target) return { reply: { messageId: messageIds[0] as number }, answered: null };
    const reply = pointAt(standingOf(target, messageIds, place.chatId, reader), quote);
    return { ...(reply ? { reply } : {}), answered: null };
  }

  function told(target: DialogMessage): Answered {
    return wording.answeredOf(target);
  }

  /** The words of the target as they stand in this chat. */
  function standingOf(
    target: DialogMessage,
    messageIds: readonly number[],
    chatId: number,
    reader: Reader,
  ): Standing {
    const isOriginal = target.chatId === chatId;
    const content = isOriginal
      ? target.content
      : wording.wordingOf(target, reader, { anew: false, answered: null }).content;
    return { messageIds, words: formattedWordsOf(content), isFile: isMedia(content) };
  }

  return { find, replyOf };
}

/** A client is reminded of nothing but their own words, which stand in their chat, and of answers that reached them. */
function mayRead(target: DialogMessage, { side }: Reader, chatId: number): boolean {
  if (side === 'staff') return true;
  if (target.author === 'client') return target.chatId === chatId;
  return target.purpose === 'answer' && target.delivery === 'delivered';
}

/** As the words stand on the reader's side: without tags there, with them at the client's. */
function quoteFor(quote: Quote, { side }: Reader): Quote {
  const words = side === 'staff' ? withoutTags(withoutPings(quote)) : withTags(quote);
  return { ...quote, ...words };
}
