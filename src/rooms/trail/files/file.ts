// A file of a room: what it is, what kind of paper, and whether its hash is known. Pure.

import { MEDIA_KINDS, type MediaKind } from '../../../dialogs/content.ts';

/** Kinds of paper, in the order of their buttons. */
export const FILE_KINDS = [
  'specification',
  'certificate',
  'contract',
  'invoice',
  'schedule',
  'presentation',
  'other',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Of `too-large` Telegram gives a bot nothing; `failed` is given up. */
export type HashState = 'waiting' | 'done' | 'too-large' | 'failed';

/** A file as a message brings it. */
export interface FileFacts {
  readonly uniqueId: string;
  readonly fileId: string;
  readonly media: MediaKind;
  readonly name: string | null;
  /** In bytes; null: Telegram does not tell. */
  readonly size: number | null;
}

export interface RoomFile extends FileFacts {
  readonly id: number;
  readonly roomId: number;
  /** The kept message that brought it. */
  readonly messageId: number;
  readonly kind: FileKind;
  /** Null: guessed. */
  readonly kindById: number | null;
  readonly addedAt: Date;
  /** In hexadecimal digits. */
  readonly sha256: string | null;
  readonly hashState: HashState;
}

/** In bytes: Telegram gives bots no larger file (core.telegram.org/bots/api#getfile). */
const MOST_HASHED_BYTES = 20 * 1024 * 1024;

/** What is talk rather than a paper: kept and hashed, and not in the list of files. */
const TALK: ReadonlySet<string> = new Set(['voice', 'video_note', 'sticker']);

/** Media that stand in the list of files. */
export const LISTED_MEDIA: readonly MediaKind[] = MEDIA_KINDS.filter((media) => !TALK.has(media));

/** Whether a message's media is a file that is kept; a sticker says something, and brings nothing. */
export function isFile(media: MediaKind): boolean {
  return media !== 'sticker';
}

/** How a new file's hash stands. */
export function hashStateOf({ size }: Pick<FileFacts, 'size'>): HashState {
  return size !== null && size > MOST_HASHED_BYTES ? 'too-large' : 'waiting';
}

const MINUTE_MS = 60_000;
/** Tries, and how long after each the next one follows; after the last it is given up. */
const PAUSES_MS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE_MS);

/** When a file is asked for again that could not be read `tries` times; null: no more. */
export function nextTry(tries: number, now: Date): Date | null {
  const pause = PAUSES_MS[tries - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause);
}

/** Beginnings of words by which each kind is known, in small letters, «ё» as «е». */
export type KindWords = Readonly<Record<Exclude<FileKind, 'other'>, readonly string[]>>;

/** What kind of paper a name or a caption speaks of; the first kind with a word in the text. */
export function guessKind(texts: readonly (string | null)[], words: KindWords): FileKind {
  for (const text of texts) {
    const parts = (text ?? '')
      .toLowerCase()
      .replaceAll('\u0451', '\u0435')
      .split(/[^\p{L}\p{N}]+/u);
    const found = FILE_KINDS.find(
      (kind) =>
        kind !== 'other' && words[kind].some((stem) => parts.some((part) => fits(part, stem))),
    );
    if (found) return found;
  }
  return 'other';
}

/** Short stems are whole words: «kp» is none of «backpack», «spec» begins «specification». */
function fits(part: string, stem: string): boolean {
  return stem.length <= 3 ? part === stem : part.startsWith(stem);
}
