// What a message carries, as the desk keeps it: enough to show it, to find it, and to send it again
// when the original is gone. How Telegram says it is in telegram-content.ts.

/** A range of formatting in a text, counted in UTF-16 units; kept as it came. */
export interface Formatting {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** Kinds that cross as a copy by id, and can be sent again by the file's id. */
export const MEDIA_KINDS = [
  'photo',
  'document',
  'voice',
  'video',
  'animation',
  'audio',
  'video_note',
  'sticker',
] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

export type Content =
  | { readonly kind: 'text'; readonly text: string; readonly entities: readonly Formatting[] }
  | {
      readonly kind: MediaKind;
      readonly fileId: string;
      readonly fileName: string | null;
      readonly caption: string;
      readonly entities: readonly Formatting[];
    }
  /** Not yet carried to the other side; `type` is Telegram's word for it. */
  | { readonly kind: 'unsupported'; readonly type: string };

/** The words of a message: its text or its caption; empty where it has none. */
export function wordsOf(content: Content): string {
  if (content.kind === 'text') return content.text;
  return content.kind === 'unsupported' ? '' : content.caption;
}

/** The same message with its first `units` UTF-16 units cut off (a note's mark, a command). */
export function withoutStart(content: Content, units: number): Content {
  if (content.kind === 'unsupported' || units === 0) return content;
  const entities = content.entities.flatMap((entity) => {
    const start = Math.max(0, entity.offset - units);
    const end = entity.offset + entity.length - units;
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  if (content.kind === 'text') return { ...content, text: content.text.slice(units), entities };
  return { ...content, caption: content.caption.slice(units), entities };
}

/** As people type it: after blanks and invisible signs, and with the wide slashes of Asian keyboards. */
const NOTE_MARK = /^[\s\p{Cf}]*[/\uff0f]{2}\s*/u;

/** How many units at the start mark a message as a note («//»); 0: it is none. */
export function noteMarkLength(content: Content): number {
  return NOTE_MARK.exec(wordsOf(content))?.[0].length ?? 0;
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
