// What we tell another system: signed as its requests to us are, sent to that one address and nowhere else, and
// answered within seconds or not at all. What it says besides its code is read to the first lines.

import type { Clock } from '../clock.ts';
import { signatureHeaders } from './signature.ts';

export interface SignedPostDeps {
  readonly url: string;
  readonly secret: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Defaults to ten seconds. */
  readonly patienceMs?: number;
}

export interface PostAnswer {
  /** HTTP's; null: there was no answer. */
  readonly code: number | null;
  /** The beginning of what it said; without an answer why there was none: «timeout», «ECONNREFUSED». */
  readonly words: string;
  /** How long it wants to be left alone. */
  readonly retryAfterSeconds: number | null;
}

export type SignedPost = (
  body: string,
  headers?: Readonly<Record<string, string>>,
) => Promise<PostAnswer>;

export const POST_PATIENCE_MS = 10_000;
const MOST_WORDS = 500;

/** Never rejects: no answer is an outcome too. */
export function createSignedPost(deps: SignedPostDeps): SignedPost {
  const { url, secret, clock, patienceMs = POST_PATIENCE_MS } = deps;
  return async (body, headers = {}) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Deskroom',
          ...headers,
          ...signatureHeaders(body, secret, clock.now()),
        },
        body,
        // Elsewhere somebody else may listen.
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      });
      const { status: code } = response;
      return { code, words: await beginningOf(response), retryAfterSeconds: pauseIn(response) };
    } catch (error) {
      return { code: null, words: reasonOf(error), retryAfterSeconds: null };
    }
  };
}

/** Pages for people say nothing to us, and who has taken it need not say more. */
async function beginningOf(response: Response): Promise<string> {
  const isPage = response.headers.get('content-type')?.includes('html');
  const reader = response.body?.getReader();
  if (!reader) return '';
  const utf8 = new TextDecoder();
  let text = '';
  try {
    while (!response.ok && !isPage && text.length < MOST_WORDS) {
      const { done, value } = await reader.read();
      if (done) break;
      text += utf8.decode(value, { stream: true });
    }
    await reader.cancel();
  } catch {
    // The code has been said; what breaks off behind it changes nothing.
  }
  return text.slice(0, MOST_WORDS);
}

function pauseIn({ headers }: Response): number | null {
  const seconds = headers.get('retry-after');
  return seconds && /^\d{1,6}$/.test(seconds) ? Number(seconds) : null;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'timeout';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  return code ?? error.message.slice(0, MOST_WORDS);
}
