// What a slash at the beginning of an employee's message means. Whoever begins with one means the bot or
// a note, however it is mistyped: only a path goes to the client.

export type Slash =
  /** «/note»; `length` in UTF-16 units, with what parts it from the words. */
  | { readonly kind: 'note'; readonly length: number }
  /** Any other; `name` in small letters, empty where no word follows the slash. */
  | {
      readonly kind: 'command';
      readonly name: string;
      /** The bot it is addressed to, in small letters; null: nobody in particular. */
      readonly bot: string | null;
    };

/** After blanks and invisible signs; also the wide slash of Asian keyboards. Two are the mark of a note. */
const FIRST_WORD = /^[\s\p{Cf}]*[/\uff0f](?![/\uff0f])[\s\p{Cf}]*([\p{L}\p{N}_]*)(?:@(\w*))?/u;
/** What may stand before «/note» besides: «> /note», «👉 /note». Any other command may be told to a client so. */
const BEFORE_NOTE = /^[^\p{L}\p{N}/\uff0f]*/u;
/** What people put between «/note» and the words. */
const PARTING = /^[\s\p{Cf}:/\uff0f,.;\u2013\u2014-]*/u;
/** «/etc/hosts»: Latin words with nothing between them; one that begins like «note» may be a note. */
const PATH = /^\/(?!not)[\w.-]+\/[^\s/]/i;

/** Cyrillic letters that look like those of «note», or stand for them. */
const ALIKE: Readonly<Record<string, string>> = {
  '\u043d': 'n',
  '\u043e': 'o',
  '\u0442': 't',
  '\u0435': 'e',
  '\u0451': 'e',
};

/** Null: it begins with no slash, with «//», or it is a path. «/note» is one behind other signs, too. */
export function slashIn(text: string): Slash | null {
  const noteLength = noteLengthIn(text);
  if (noteLength > 0) return { kind: 'note', length: noteLength };
  const [, word, bot] = FIRST_WORD.exec(text) ?? [];
  if (word === undefined || PATH.test(text)) return null;
  return { kind: 'command', name: word.toLowerCase(), bot: bot?.toLowerCase() || null };
}

function noteLengthIn(text: string): number {
  const before = BEFORE_NOTE.exec(text)?.[0].length ?? 0;
  const [whole, word = ''] = FIRST_WORD.exec(text.slice(before)) ?? [];
  if (whole === undefined || inLatin(word.toLowerCase()) !== 'note') return 0;
  const end = before + whole.length;
  return end + (PARTING.exec(text.slice(end))?.[0].length ?? 0);
}

function inLatin(word: string): string {
  return [...word].map((letter) => ALIKE[letter] ?? letter).join('');
}
