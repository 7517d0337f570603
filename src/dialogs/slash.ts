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
/**
 * «/note», also behind other signs («> /note», «👉 /note»; any other command may be told to a client so),
 * with a slash that leans to the left, or with the dot that a Russian keyboard has in its place.
 */
const NOTE_WORD =
  /^[^\p{L}\p{N}]*(?<![/\\.\uff0f])[/\\.\uff0f][\s\p{Cf}]*([\p{L}\p{N}_]+)(?:@\w*)?/u;
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

/** «note» on a keyboard that is set to Russian. */
const NOTE_MISTYPED = '\u0442\u0449\u0435\u0443';

/** Null: it begins with no slash, with «//», or it is a path. «/note» is one behind other signs, too. */
export function slashIn(text: string): Slash | null {
  const noteLength = noteLengthIn(text);
  if (noteLength > 0) return { kind: 'note', length: noteLength };
  const [, word, bot] = FIRST_WORD.exec(text) ?? [];
  if (word === undefined || PATH.test(text)) return null;
  return { kind: 'command', name: word.toLowerCase(), bot: bot?.toLowerCase() || null };
}

function noteLengthIn(text: string): number {
  const [whole = '', typed = ''] = NOTE_WORD.exec(text) ?? [];
  const word = typed.toLowerCase();
  if (word !== NOTE_MISTYPED && inLatin(word) !== 'note') return 0;
  return whole.length + (PARTING.exec(text.slice(whole.length))?.[0].length ?? 0);
}

function inLatin(word: string): string {
  return [...word].map((letter) => ALIKE[letter] ?? letter).join('');
}
