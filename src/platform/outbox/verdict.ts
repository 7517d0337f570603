// The one table that says what the sender does about a refusal. What a refusal *means* is decided in
// telegram/api-errors.ts; what it means for a destination, by that destination's port.

import { type ApiFailure, isOutcomeUnknown } from '../telegram/api-failure.ts';

export type Verdict =
  /** The wished state is there. */
  | { readonly do: 'done' }
  /** Telegram asked this chat to wait, for so many milliseconds. */
  | { readonly do: 'park'; readonly ms: number }
  /** The same again after a pause in milliseconds. */
  | { readonly do: 'repeat'; readonly ms: number }
  | { readonly do: 'ask-destination' }
  | { readonly do: 'migrate'; readonly newChatId: number }
  /** The message that was to be edited is gone: post it anew. */
  | { readonly do: 'post-anew' }
  | { readonly do: 'say-plainly' }
  | { readonly do: 'say-anew' }
  | { readonly do: 'split' }
  /** It may have arrived: a human is to say. */
  | { readonly do: 'hold' }
  | { readonly do: 'fail' }
  /** What it was about is gone, and nothing is lost by not saying it. */
  | { readonly do: 'drop' }
  /** The token is refused: nothing can be sent at all. */
  | { readonly do: 'stop' };

export interface Circumstances {
  readonly repeatable: boolean;
  /** Whether an unknown outcome is left to a human (the setting, for what goes to a client). */
  readonly askIfUnknown: boolean;
  /** How often it was tried before. */
  readonly attempts: number;
}

const MOST_ATTEMPTS = 12;
const LONGEST_PAUSE_MS = 5 * 60_000;

export function judge(failure: ApiFailure, circumstances: Circumstances): Verdict {
  switch (failure.kind) {
    case 'not-modified':
      return { do: 'done' };
    case 'rate-limited':
      return { do: 'park', ms: failure.retryAfterSeconds * 1_000 };
    case 'migrated':
      return { do: 'migrate', newChatId: failure.newChatId };
    case 'blocked':
    case 'deactivated':
    case 'never-started':
    case 'bot-recipient':
    case 'chat-gone':
    case 'thread-gone':
    case 'thread-closed':
    case 'not-a-forum':
    case 'no-rights':
      return { do: 'ask-destination' };
    case 'edit-target-gone':
    case 'cannot-edit':
      return { do: 'post-anew' };
    case 'copy-target-gone':
    case 'file-unavailable':
      return { do: 'say-anew' };
    case 'cannot-parse':
    case 'reply-target-gone':
      return { do: 'say-plainly' };
    case 'too-long':
      return { do: 'split' };
    case 'react-target-gone':
    case 'pin-target-gone':
    case 'delete-target-gone':
    case 'cannot-delete':
    case 'query-too-old':
      return { do: 'drop' };
    case 'unauthorized':
      return { do: 'stop' };
    case 'empty-text':
    case 'file-too-big':
    case 'method-not-found':
    case 'bad-request':
    case 'conflict':
    case 'unexpected':
      return { do: 'fail' };
    case 'not-sent':
      // Nothing left this machine: repeat for as long as it takes.
      return { do: 'repeat', ms: backoff(circumstances.attempts) };
    case 'server-error':
    case 'outcome-unknown':
      return afterUnknown(failure, circumstances);
  }
}

function afterUnknown(failure: ApiFailure, circumstances: Circumstances): Verdict {
  const { repeatable, askIfUnknown, attempts } = circumstances;
  if (isOutcomeUnknown(failure) && !repeatable && askIfUnknown) return { do: 'hold' };
  if (attempts >= MOST_ATTEMPTS) return { do: 'fail' };
  return { do: 'repeat', ms: backoff(attempts) };
}

/** One second, two, four … five minutes; in milliseconds. */
function backoff(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** Math.min(attempts, 20));
}
