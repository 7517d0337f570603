// How a message of one side reads on the other: harmless, with its origin and what it answers told
// where Telegram would not show them, and in words where it cannot cross at all.

import type { Locale, Translate } from '../../platform/i18n.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import { hasMentions, withoutPings, withoutTags } from '../content/harmless.ts';
import { previewAsBefore } from '../content/telegram-previews.ts';
import { inOneText, isCaptioned, type Original } from '../content/telegram-saying.ts';
import { isCopied, kindNameOf, wayOf } from '../content/told.ts';
import {
  type Answered,
  type Content,
  formattedWordsOf,
  isMedia,
  type Origin,
  type PollContent,
  type TextContent,
  type ToldContent,
  type Words,
} from '../content.ts';
import type { DialogMessage } from '../message.ts';
import { byItself } from './speech.ts';

export interface Reader {
  readonly side: 'staff' | 'client';
  readonly locale: Locale;
}

export interface Circumstances {
  /** The original is gone, or cannot be copied. */
  readonly anew: boolean;
  /** What it answers, where Telegram cannot show it. */
  readonly answered: Answered | null;
  /** Whether Telegram copies between the two chats at all; it does unless told otherwise. */
  readonly copies?: boolean;
  /** The employee who has said it past the desk, in the client's own chat. */
  readonly elsewhere?: string | null;
  /** Who says it, where several read it and the bot says other things too: a group. */
  readonly signed?: string | null;
}

export interface Worded {
  readonly content: Content;
  /** Null: it is sent from what we keep. */
  readonly original: Original | null;
  /** Words before it and after it, where it has no place for them. */
  readonly lead: Words | null;
  readonly after: Words | null;
}

export type Wording = ReturnType<typeof createWording>;

/** Pure; sentences of ours are in the reader's language. */
export function createWording(t: Translate) {
  function wordingOf(message: DialogMessage, reader: Reader, how: Circumstances): Worded {
    const { content } = message;
    const { copies = true } = how;
    const lead = leadOf(message, reader, how);
    if (content.kind === 'told' && copies && tries(content, reader, how.anew)) {
      return { content, original: message, lead, after: null };
    }
    const readable = asWords(message, reader);
    const original = how.anew || !copies || !isCopied(readable) ? null : message;
    if (readable.kind !== 'text' && !isCaptioned(readable)) {
      const after = readable.kind === 'poll' ? pollNote(readable, reader, copies) : null;
      return { content: readable, original, lead, after };
    }
    return { content: dressed(readable, lead, reader), original, lead: null, after: null };
  }

  /** Whether a copy of it is worth a try; to a client there is often nothing else. */
  function tries(content: ToldContent, { side }: Reader, anew: boolean): boolean {
    if (wayOf(content) !== 'copy') return false;
    return side === 'client' && content.text === '' ? true : !anew && !content.guarded;
  }

  function asWords({ content, author }: DialogMessage, { locale, side }: Reader): Content {
    if (side === 'client' && !isForClients(content))
      throw new Error(`what staff are told of ${kindNameOf(content)} is not for a client`);
    if (content.kind === 'unsupported') {
      const kind = t(locale, `kind-${kindNameOf(content)}`);
      return { kind: 'text', text: t(locale, 'thread-not-carried', { kind }), entities: [] };
    }
    if (content.kind !== 'told') return content;
    const { type, facts, text, entities } = content;
    if (type === 'rich_message' && text !== '') return { kind: 'text', text, entities };
    // The sentences below speak of clients; an employee may send such a thing past the desk.
    if (author === 'staff' && wayOf(content) !== 'words')
      return { kind: 'text', text: `[${t(locale, `kind-${kindNameOf(content)}`)}]`, entities: [] };
    const told = type === 'story' && !facts.url ? 'story-closed' : type;
    const title = plainName(String(facts.title ?? ''), '…');
    const sentence = t(locale, `told-${told}`, { ...facts, title, ...diceFacts(content) });
    const lines: Words[] = [{ text: sentence, entities: [] }];
    if (text !== '') lines.push({ text, entities });
    return inOneText(lines, '\n');
  }

  /** `isOurs`: it stands under the bot's name there, not under an employee's. */
  function pollNote(
    { closed, options }: PollContent,
    { side, locale }: Reader,
    isOurs: boolean,
  ): Words {
    const votes = options.map(({ text, votes: count }) => `${text} — ${count}`).join('; ');
    const note = closed
      ? t(locale, 'relay-poll-closed', { votes })
      : t(locale, side === 'staff' ? 'relay-poll-to-staff' : 'relay-poll-to-client');
    const text = side === 'client' && !isOurs ? byItself(note) : note;
    return safe({ text, entities: [{ type: 'italic', offset: 0, length: text.length }] }, side);
  }

  /** Lines before the message itself. */
  function leadOf(
    { content, purpose }: DialogMessage,
    { side, locale }: Reader,
    { answered, elsewhere = null, signed = null }: Circumstances,
  ): Words | null {
    const { origin } = content;
    const forwarded =
      origin && !(side === 'client' && origin.own) ? [originLine(origin, side, locale)] : [];
    const reply = answered ? [answeredLine(answered, locale)] : [];
    const rating =
      purpose === 'rating-words' ? [{ text: t(locale, 'thread-rating-words'), entities: [] }] : [];
    const past = elsewhere === null ? [] : [elsewhereLine(elsewhere, purpose, locale)];
    const signature = signed === null ? [] : [signatureLine(signed, locale)];
    const lines = [...signature, ...past, ...rating, ...forwarded, ...reply];
    return lines.length === 0 ? null : safe(inOneText(lines, '\n'), side);
  }

  /** A person's address is for staff; a channel's or a group's is for everybody. */
  function originLine({ by, name, url }: Origin, side: Reader['side'], locale: Locale): Words {
    const shown = plainName(name, '…');
    const text = t(locale, `relay-forwarded-${by}`, { name: shown });
    const whole = { type: 'italic', offset: 0, length: text.length };
    const offset = text.lastIndexOf(shown);
    const isOpen = url !== undefined && (side === 'staff' || by !== 'user');
    const link = isOpen ? [{ type: 'text_link', offset, length: shown.length, url }] : [];
    return { text, entities: [whole, ...link] };
  }

  function elsewhereLine(name: string, purpose: DialogMessage['purpose'], locale: Locale): Words {
    const key = purpose === 'answer' ? 'thread-said-elsewhere' : 'thread-said-by-itself';
    const text = t(locale, key, { name: plainName(name, '…') });
    return { text, entities: [{ type: 'italic', offset: 0, length: text.length }] };
  }

  function signatureLine(name: string, locale: Locale): Words {
    const text = t(locale, 'relay-signed', { name: plainName(name, '…') });
    return { text, entities: [{ type: 'bold', offset: 0, length: text.length }] };
  }

  function answeredLine({ name, words, kind }: Answered, locale: Locale): Words {
    const who = name === null ? '' : `${plainName(name, '…')}: `;
    const what = words === '' ? `[${t(locale, `kind-${kind}`)}]` : words;
    const text = `↩️ ${who}${what}`;
    return { text, entities: [{ type: 'blockquote', offset: 0, length: text.length }] };
  }

  /** What a message answers, in a few words; for where it cannot be pointed at. */
  function answeredOf({ content }: DialogMessage): Answered {
    const words = plainName(formattedWordsOf(content).text, '', 120);
    return { name: null, words, kind: kindNameOf(content) };
  }

  return { wordingOf, answeredOf };
}

/** Most of what is told is said to staff alone («The client sent …»); a client gets the thing itself, or its words. */
function isForClients(content: Content): boolean {
  if (content.kind === 'unsupported') return false;
  if (content.kind !== 'told' || wayOf(content) === 'words') return true;
  return content.type === 'rich_message' && content.text !== '';
}

/** The words of a text or a caption as the reader's side gets them, `lead` before them. */
function dressed(content: Content, lead: Words | null, { side }: Reader): Content {
  const own = formattedWordsOf(content);
  const words = safe(own, side);
  const lines = lead ? [lead, ...(words.text === '' ? [] : [words])] : [words];
  const { text, entities } = inOneText(lines, '\n');
  if (isMedia(content)) return { ...content, caption: text, entities };
  if (content.kind !== 'text') return content;
  const hasLinks = hasMentions(own) || lead?.entities.some(({ type }) => type === 'text_link');
  const preview = hasLinks ? { preview: previewAsBefore(content) } : {};
  return { ...content, text, entities, ...preview } satisfies TextContent;
}

/** Nobody is called by it; in the desk it is found by no tag. */
function safe(words: Words, side: Reader['side']): Words {
  return side === 'staff' ? withoutTags(withoutPings(words)) : withoutPings(words);
}

/** How high each of Telegram's dice goes; the rest go to six. */
const HIGHEST: Readonly<Record<string, number>> = { '🏀': 5, '⚽': 5, '🎰': 64 };

function diceFacts({ type, facts }: ToldContent): Readonly<Record<string, number>> {
  return type === 'dice' ? { most: HIGHEST[String(facts.emoji)] ?? 6 } : {};
}
