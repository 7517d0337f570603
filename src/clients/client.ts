// Who writes in, and on which channel they are reached.

import type { ApiFailure } from '../platform/telegram/api-failure.ts';

/** Why messages do not reach somebody. */
export type Unreachable = 'blocked' | 'deactivated' | 'never-started' | 'chat-gone';

/** What a refusal says about the person, rather than about the message; null: nothing. */
export function unreachableBy({ kind }: ApiFailure): Unreachable | null {
  switch (kind) {
    case 'blocked':
    case 'deactivated':
    case 'never-started':
    case 'chat-gone':
      return kind;
    default:
      return null;
  }
}

/** What a `?start=` link may carry (core.telegram.org/bots/features#deep-linking). */
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/** The traffic source that a link named; null for a link that named none, or is no such link. */
export function sourceOf(payload: string): string | null {
  return PAYLOAD.test(payload) ? payload : null;
}
