// A raw update as text that every database takes. Postgres refuses NUL (22P05) and halves of surrogate
// pairs (22P02), and one such text fails the whole batch it stands in (RELIABILITY §1.3, R4).

/**
 * The update as JSON without NUL and with lone surrogates replaced by U+FFFD, in keys and values,
 * however deep. JSON.stringify writes exactly these characters as escapes and all other text as it
 * is, so the cleaning is one pass over escapes, and none at all for almost every update.
 */
export function toWellFormedJson(update: unknown): string {
  const json = JSON.stringify(update);
  if (json === undefined) throw new TypeError('an update that is no JSON value');
  return SUSPICIOUS.test(json) ? json.replace(ESCAPE, mend) : json;
}

const SUSPICIOUS = /\\u(?:0000|d[89a-f])/;
/** Whole escapes, so that a backslash that people wrote (`\\u0000`) is never taken for one. */
const ESCAPE = /\\(?:u[0-9a-f]{4}|.)/g;

function mend(sequence: string): string {
  if (sequence === '\\u0000') return '';
  return /^\\ud[89a-f]/.test(sequence) ? '\ufffd' : sequence;
}
