// The one-time code with which the first admin makes himself known: 128 random bits, of which only the
// hash is kept, compared in constant time.

import { createHash, timingSafeEqual } from 'node:crypto';
import { token } from '../platform/random.ts';

/** A deep link `?start=admin_<code>` carries it as well: only A-Z, a-z, 0-9, `_` and `-`. */
export const ADMIN_PAYLOAD = 'admin_';

const CODE_BYTES = 16;

/** The code is to be shown once and forgotten, the hash kept. */
export function newAdminCode(): { readonly code: string; readonly hash: string } {
  const code = token(CODE_BYTES);
  return { code, hash: hashOf(code) };
}

/** Takes as long for a wrong code as for the right one; `hash` null matches nothing. */
export function matchesCode(code: string, hash: string | null): boolean {
  const same = timingSafeEqual(digest(code), Buffer.from(hash ?? hashOf(''), 'hex'));
  return same && hash !== null;
}

function hashOf(code: string): string {
  return digest(code).toString('hex');
}

function digest(code: string): Buffer {
  return createHash('sha256').update(code, 'utf8').digest();
}
