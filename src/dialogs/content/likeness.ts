// By what a message is known again that somebody passes on without its sender's name: Telegram then
// shows it as their own. Pure.

import { type Content, isMedia } from '../content.ts';

/** What two messages have in common that are the same; null: nothing that would tell. */
export interface Likeness {
  readonly words: string | null;
  /** Telegram's lasting number of a file. */
  readonly file: string | null;
}

/** Fewer signs («ок», «Добрый день!») say the same by chance; blanks do not count. */
const TELLING = 12;

/** Null where it is no such message: it shows whose it was, or says too little. */
export function likenessOf(content: Content): Likeness | null {
  if (content.origin) return null;
  const words = tellingWordsOf(content);
  // A sticker is everybody's.
  const file = isMedia(content) && content.kind !== 'sticker' ? (content.uniqueId ?? null) : null;
  return words === null && file === null ? null : { words, file };
}

function tellingWordsOf(content: Content): string | null {
  if (content.kind === 'contact') return content.phone;
  const words = saidIn(content);
  return Array.from(words.replace(/\s/gu, '')).length >= TELLING ? words : null;
}

/** As the index over what staff have written has it. */
function saidIn(content: Content): string {
  if (isMedia(content)) return content.caption;
  if (content.kind === 'poll') return content.question;
  return content.kind === 'text' || content.kind === 'told' ? content.text : '';
}
