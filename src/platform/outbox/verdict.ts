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
  /** What it replies to is gone. */
  | { readonly do: 'say-without-reply' }
  /** What it quotes of that is gone: a reply without a quote. */
  | { readonly do: 'say-without-quote' }
  | { readonly do: 'split' }
  /** It may have arrived: a human is to say. */
  | { readonly do: 'hold' }
  | { readonly do: 'fail' }
  /** What it was about is gone, and nothing is lost by not saying it. */
  | { readonly do: 'drop' }
  /** The token is refused, it seems: everything waits until the poll has found out. */
  | { readonly do: 'wait' };

export interface Circumstances {
  readonly repeatable: boolean;
  /** Whether an unknown outcome is left to a human (the setting, for what goes to a client). */
  readonly askIfUnknown: boolean;
  /** How often it was tried before, also by processes that are no more. */
  readonly attempts: number;
  /** How many attempts in a row have come to nothing now: the pause grows with them. */
  readonly failures: number;
  /** Whether it is tried for as long as it takes: a card is true one day, or replaced by a truer one. */
  readonly untilDone: boolean;
}

const MOST_ATTEMPTS = 12;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** While nothing leaves this machine, asking costs nothing, and everybody waits. */
const LONGEST_OFFLINE_PAUSE_MS = 30_000;

type Plain = Exclude<
  ApiFailure['kind'],
  'rate-limited' | 'migrated' | 'not-sent' | 'server-error' | 'outcome-unknown'
>;
type PlainVerdict = Exclude<Verdict['do'], 'park' | 'repeat' | 'migrate' | 'hold'>;

/** Refusals that are answered alike, whatever the circumstances. */
const VERDICTS: Record<Plain, PlainVerdict> = {
  'not-modified': 'done',
  blocked: 'ask-destination',
  deactivated: 'ask-destination',
  'never-started': 'ask-destination',
  'bot-recipient': 'ask-destination',
  'chat-gone': 'ask-destination',
  'thread-gone': 'ask-destination',
  'thread-closed': 'ask-destination',
  'not-a-forum': 'ask-destination',
  'no-rights': 'ask-destination',
  'edit-target-gone': 'post-anew',
  'cannot-edit': 'post-anew',
  'copy-target-gone': 'say-anew',
  'cannot-copy': 'say-anew',
  'quote-gone': 'say-without-quote',
  'file-unavailable': 'say-anew',
  'cannot-parse': 'say-plainly',
  'reply-target-gone': 'say-without-reply',
  'too-long': 'split',
  'react-target-gone': 'drop',
  'pin-target-gone': 'drop',
  'delete-target-gone': 'drop',
  'cannot-delete': 'drop',
  'query-too-old': 'drop',
  'person-elsewhere': 'drop',
  unauthorized: 'wait',
  'empty-text': 'fail',
  'file-too-big': 'fail',
  'group-full': 'fail',
  'too-many-groups': 'fail',
  'voice-forbidden': 'fail',
  'method-not-found': 'fail',
  'connection-off': 'fail',
  'customer-silent': 'fail',
  'bad-request': 'fail',
  conflict: 'fail',
  unexpected: 'fail',
};

/** What is to be done about a refusal; pauses in milliseconds. */
export function judge(failure: ApiFailure, circumstances: Circumstances): Verdict {
  switch (failure.kind) {
    case 'rate-limited':
      return { do: 'park', ms: failure.retryAfterSeconds * 1_000 };
    case 'migrated':
      return { do: 'migrate', newChatId: failure.newChatId };
    case 'not-sent': {
      // Nothing left this machine: repeat for as long as it takes.
      const ms = Math.min(LONGEST_OFFLINE_PAUSE_MS, backoff(circumstances.failures));
      return { do: 'repeat', ms };
    }
    case 'server-error':
    case 'outcome-unknown':
      return afterUnknown(failure, circumstances);
    default:
      return { do: VERDICTS[failure.kind] };
  }
}

function afterUnknown(failure: ApiFailure, circumstances: Circumstances): Verdict {
  const { repeatable, askIfUnknown, attempts, failures, untilDone } = circumstances;
  if (isOutcomeUnknown(failure) && !repeatable && askIfUnknown) return { do: 'hold' };
  if (attempts >= MOST_ATTEMPTS && !untilDone) return { do: 'fail' };
  return { do: 'repeat', ms: backoff(failures) };
}

/** One second, two, four … five minutes; in milliseconds. `failures`: how many there were before. */
export function backoff(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** Math.min(failures, 20));
}
