// Other people's words inside our sentences: names that cannot turn a line around, hide, or fill a
// screen, and texts cut where a reader would cut them.

/** Invisible to the eye: controls of direction, joiners, zero widths, tags, lone surrogates. */
const INVISIBLE = /[\p{Cf}\p{Cs}\u115f\u1160\u3164\uffa0]/gu;
/** Blank to the eye: white space, control characters, line separators, the empty Braille pattern. */
const BLANK = /[\s\p{Cc}\u2800]+/gu;
const SOMETHING_VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Writing in which one UTF-16 unit is one sign: ASCII, Latin, Greek, Cyrillic, common punctuation. */
const SIMPLE = /^[\n -~\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2116]*$/;

/** The longest sign that is kept: a family of emoji has 11 units, a letter buried in marks hundreds. */
const MAX_UNITS_IN_SIGN = 16;

const signs = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A name as it may stand in a line of ours: without characters that reverse text (U+202A–202E,
 * 2066–2069) or have no width (200B–200F and the rest of Unicode's format characters), in one line,
 * at most `limit` signs (graphemes). `fallback` where nothing visible is left.
 */
export function plainName(name: string | null | undefined, fallback: string, limit = 64): string {
  const plain = (name ?? '').replace(BLANK, ' ').replace(INVISIBLE, '').trim();
  return SOMETHING_VISIBLE.test(plain) ? truncate(plain.replace(/ {2,}/g, ' '), limit) : fallback;
}

/**
 * At most `limit` signs (graphemes, at least one), the last of them «…» where something was left out. A sign that
 * is longer than any real one (marks heaped on a letter) is cut down to 16 units.
 */
export function truncate(text: string, limit: number): string {
  if (SIMPLE.test(text))
    return text.length <= limit ? text : withEllipsis(text.slice(0, limit - 1));
  const kept: string[] = [];
  for (const { segment } of signs.segment(text)) {
    if (kept.length === limit) return withEllipsis(kept.slice(0, limit - 1).join(''));
    kept.push(segment.slice(0, pairBoundary(segment, MAX_UNITS_IN_SIGN)));
  }
  return kept.join('');
}

/**
 * The nearest place at or before `index` (in UTF-16 units) where `text` may be cut without tearing a
 * sign or a surrogate pair. Stays at `index` where the whole text before it is one sign.
 */
export function signBoundary(text: string, index: number): number {
  if (index <= 0 || index >= text.length) return Math.max(0, Math.min(index, text.length));
  // A window is enough to find the sign, and keeps this cheap in a long text.
  const from = Math.max(0, index - 256);
  const sign = signs.segment(text.slice(from, index + 64)).containing(index - from);
  const boundary = from + (sign?.index ?? 0);
  if (boundary > from) return boundary;
  return pairBoundary(text, index);
}

/** `index`, or one less where a cut there would tear a surrogate pair. */
export function pairBoundary(text: string, index: number): number {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  const torn = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return torn ? index - 1 : index;
}

function withEllipsis(text: string): string {
  return `${text.trimEnd()}…`;
}
