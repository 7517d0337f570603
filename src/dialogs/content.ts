// What a message carries, as the desk keeps it: enough to show it, to find it, and to send it again
// when the original is gone. Kept as json: rows of earlier versions stay readable. How Telegram says it
// is in telegram-content.ts, how it is said in another chat in content/.

/** A range of formatting in a text, counted in UTF-16 units; kept as it came. */
export interface Formatting {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  /** Of a link with words of its own. */
  readonly url?: string;
}

export interface Words {
  readonly text: string;
  readonly entities: readonly Formatting[];
}

/** Whose a forwarded message was at first. */
export interface Origin {
  readonly by: 'user' | 'hidden_user' | 'chat' | 'channel';
  /** As Telegram shows it; not cleaned. */
  readonly name: string;
  /** Where it can be read or who wrote it, where that is public. */
  readonly url?: string;
  /** Who forwarded it had written it. */
  readonly own?: true;
}

/** The part of another message that a reply is about. */
export interface Quote extends Words {
  /** Where it stood in that message, in UTF-16 units; a hint, as Telegram says. */
  readonly position: number;
}

/** A message that this one replies to, in a few words: for where it cannot be pointed at. */
export interface Answered {
  /** Who wrote it; null where it was said in this very chat. */
  readonly name: string | null;
  readonly words: string;
  /** What it was, where it had no words. */
  readonly kind: string;
}

/** How links in a text are shown, where the author chose; as Telegram names it. */
export interface LinkPreview {
  readonly is_disabled?: boolean;
  readonly url?: string;
  readonly prefer_small_media?: boolean;
  readonly prefer_large_media?: boolean;
  readonly show_above_text?: boolean;
}

/** What any message may have besides what it says. */
export interface Besides {
  readonly origin?: Origin;
  readonly quote?: Quote;
  readonly answered?: Answered;
  /** Protected: Telegram lets nobody copy it. */
  readonly guarded?: true;
}

/** Kinds that cross as a copy by id, and can be sent again by the file's id. */
export const MEDIA_KINDS = [
  'photo',
  'live_photo',
  'document',
  'voice',
  'video',
  'animation',
  'audio',
  'video_note',
  'sticker',
] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

export interface TextContent extends Words, Besides {
  readonly kind: 'text';
  readonly preview?: LinkPreview;
}

export interface MediaContent extends Besides {
  readonly kind: MediaKind;
  readonly fileId: string;
  /** The same wherever the file stands and whoever asks; rows of earlier versions have none. */
  readonly uniqueId?: string;
  readonly fileName: string | null;
  readonly caption: string;
  readonly entities: readonly Formatting[];
  /** Of a live photo: the file of its picture. */
  readonly stillId?: string;
  readonly spoiler?: true;
  readonly captionAbove?: true;
}

export interface LocationContent extends Besides {
  readonly kind: 'location';
  readonly latitude: number;
  readonly longitude: number;
  /** Of a live one, in Unix seconds: until when its author goes on sharing it. */
  readonly liveUntil?: number;
  /** In metres. */
  readonly accuracy?: number;
  /** In degrees, of a live one that moves. */
  readonly heading?: number;
}

export interface VenueContent extends Besides {
  readonly kind: 'venue';
  readonly latitude: number;
  readonly longitude: number;
  readonly title: string;
  readonly address: string;
}

export interface ContactContent extends Besides {
  readonly kind: 'contact';
  readonly phone: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly vcard?: string;
}

export interface PollContent extends Besides {
  readonly kind: 'poll';
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly votes: number }[];
  readonly anonymous: boolean;
  readonly several: boolean;
  readonly quiz: boolean;
  /** Of a quiz, where the bot may know: which options are right. */
  readonly right?: readonly number[];
  readonly closed: boolean;
}

/** What no bot can send anew, or does not know: it is told of in words. */
export interface ToldContent extends Words, Besides {
  readonly kind: 'told';
  /** Telegram's word for it. */
  readonly type: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Rows of earlier versions, which carried fewer kinds; `type` is Telegram's word for it. */
export interface UnsupportedContent extends Besides {
  readonly kind: 'unsupported';
  readonly type: string;
}

export type Content =
  | TextContent
  | MediaContent
  | LocationContent
  | VenueContent
  | ContactContent
  | PollContent
  | ToldContent
  | UnsupportedContent;

/** Whether it is a file with a place for a caption, or without. */
export function isMedia(content: Content): content is MediaContent {
  return (MEDIA_KINDS as readonly string[]).includes(content.kind);
}

/** The author's own words: a text, a caption, what stands in a checklist; empty where there are none. */
export function wordsOf(content: Content): string {
  return formattedWordsOf(content).text;
}

/** {@link wordsOf} with their formatting. */
export function formattedWordsOf(content: Content): Words {
  if (isMedia(content)) return { text: content.caption, entities: content.entities };
  if (content.kind === 'text' || content.kind === 'told') {
    return { text: content.text, entities: content.entities };
  }
  return { text: '', entities: [] };
}

/** What it is about in a few words, for a line on a card: the words, else the name of what was sent. */
export function gistOf(content: Content): string {
  switch (content.kind) {
    case 'venue':
      return content.title;
    case 'contact':
      return [content.firstName, content.lastName, content.phone].filter(Boolean).join(' ');
    case 'poll':
      return content.question;
    case 'told':
      return content.text || String(content.facts.title ?? '');
    default:
      return wordsOf(content);
  }
}

/** The same message with its first `units` UTF-16 units cut off (a note's mark, a command). */
export function withoutStart(content: Content, units: number): Content {
  if (units === 0) return content;
  const words = formattedWordsOf(content);
  const entities = words.entities.flatMap((entity) => {
    const start = Math.max(0, entity.offset - units);
    const end = entity.offset + entity.length - units;
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  const text = words.text.slice(units);
  if (isMedia(content)) return { ...content, caption: text, entities };
  if (content.kind === 'text') return { ...content, text, entities };
  // A copy of the original would have the mark: what is left crosses as a text.
  return content.kind === 'told' ? { kind: 'text', text, entities } : content;
}

/**
 * Two slashes of any kind, behind anything that is no letter and no digit, or the number of a list:
 * «> //», «👉 //», «"//», «1. //».
 */
const NOTE_MARK =
  /^(?:[^\p{L}\p{N}]*\p{N}{1,3}[.)])?[^\p{L}\p{N}/\\\uff0f\u2044\u2215]*(?:[/\uff0f\u2044\u2215]{2}|\\{2})\s*/u;
/** «//» on a keyboard that is set to Russian. Three dots are an ellipsis, «../» is a path. */
const NOTE_MARK_MISTYPED = /^[\s\p{Cf}]*\.{2}(?![./\\])\s*/u;

/** How many units at the start mark words as a note («//»); 0: they are none. */
export function noteMarkIn(words: string): number {
  const mark = NOTE_MARK.exec(words) ?? NOTE_MARK_MISTYPED.exec(words);
  return mark?.[0].length ?? 0;
}

/** The same of a message's own words. The tasks of a checklist are no words that could be cut. */
export function noteMarkLength(content: Content): number {
  return content.kind === 'told' && content.type === 'checklist' ? 0 : noteMarkIn(wordsOf(content));
}

/** Words of thanks, and words that may stand beside them; small letters, ё as е. */
export interface ThanksWords {
  readonly thanks: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

/** More words than these say something. */
const MOST_THANKS_WORDS = 8;

/**
 * Emoji that say thanks by themselves, of any colour of skin, and nothing else with them. Only these: a
 * face may be a complaint.
 */
const THANKFUL = /^(?:[👍🙏👌🤝👏🫶❤🧡💛💚💙💜🤍💐🌹](?:\p{Emoji_Modifier}|\ufe0f)?[\s!.,)]*)+$/u;

/**
 * Whether a text is nothing but thanks: at least one word of thanks and no word that is none, or one of
 * the emoji that say it without words.
 */
export function isBareThanks(content: Content, { thanks, beside }: ThanksWords): boolean {
  if (content.kind !== 'text' || content.text.length > 100) return false;
  if (THANKFUL.test(content.text)) return true;
  const words = plainWords(content.text).split(' ');
  if (words.length > MOST_THANKS_WORDS || content.text.includes('?')) return false;
  return (
    words.some((word) => thanks.has(word)) &&
    words.every((word) => thanks.has(word) || beside.has(word))
  );
}

/** Small letters, ё as е, nothing but letters, digits and single spaces. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('\u0451', '\u0435')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
