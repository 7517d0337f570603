// Tells a call that never left from a call whose outcome nobody knows. The difference decides whether
// a message may be sent again, so whatever is in doubt counts as «outcome unknown».
import { redactSecrets } from '../redact.ts';
import type { ApiFailure } from './api-failure.ts';

/** System errors that arise before the first byte of the request is written, wherever they occur. */
const NEVER_CONNECTED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ENETUNREACH', 'EHOSTUNREACH'],
  ...['ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'EMFILE', 'ENFILE', 'UND_ERR_CONNECT_TIMEOUT'],
]);

/** The handshake refused the server's certificate; the request comes only after it. */
const BAD_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ERR_TLS_/;

/**
 * `ETIMEDOUT` and `ECONNRESET` occur on both sides of the moment that matters; only the wording says
 * which. node-fetch writes «reason: connect ETIMEDOUT …», and nothing after «reason:» when all of a
 * host's addresses failed (Node's AggregateError has no message).
 */
const WORDS_BEFORE_CONNECTION =
  /connect ETIMEDOUT|before secure TLS connection was established|failed, reason: $/;

/** What an error below the Bot API means: of fetch, of a socket, of a time-out. */
export function classifyNetworkError(error: unknown): ApiFailure {
  const code = codeOf(error);
  const words = chain(error)
    .map((link) => link.message)
    .join('; ');
  const certain =
    NEVER_CONNECTED.has(code) || BAD_CERTIFICATE.test(code) || WORDS_BEFORE_CONNECTION.test(words);
  const reason = code || shortReason(error, words);
  return { kind: certain ? 'not-sent' : 'outcome-unknown', reason };
}

function shortReason(error: unknown, words: string): string {
  if (/timed out|timeout/i.test(words)) return 'timeout';
  if (error instanceof Error && error.name === 'AbortError') return 'aborted';
  if (/json/i.test(words)) return 'unreadable answer';
  return redactSecrets(words).slice(0, 120) || 'unknown';
}

function codeOf(error: unknown): string {
  for (const link of chain(error)) {
    if ('code' in link && typeof link.code === 'string') return link.code;
  }
  return '';
}

/** An error and what it wraps: undici's fetch keeps the system's error in `cause`. */
function chain(error: unknown): Error[] {
  const links: Error[] = [];
  let link = error;
  while (link instanceof Error && links.length < 5) {
    links.push(link);
    link = link.cause;
  }
  return links;
}
