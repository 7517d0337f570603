// Everything that can become of a Bot API call that did not succeed, and what it means for a repeat.
import { errorMessage } from '../errors.ts';

/** Why a chat can no longer be written to. */
export type ChatGoneReason = 'kicked' | 'not-member' | 'deleted' | 'not-found';

export type TargetGoneKind =
  | 'edit-target-gone'
  | 'delete-target-gone'
  | 'reply-target-gone'
  | 'copy-target-gone'
  | 'pin-target-gone'
  | 'react-target-gone';

/** Answers that are the same each time they are asked for, and carry nothing but their name. */
export type PlainFailureKind =
  | TargetGoneKind
  /** An edit that changes nothing: the wished state is there, so this is success. */
  | 'not-modified'
  | 'blocked'
  | 'deactivated'
  | 'never-started'
  | 'bot-recipient'
  | 'thread-gone'
  | 'thread-closed'
  | 'not-a-forum'
  | 'cannot-edit'
  /** Protected, or of a kind that no bot may copy. */
  | 'cannot-copy'
  /** What a reply quotes does not stand in that message any more. */
  | 'quote-gone'
  /** Too old (48 hours) or not ours to delete. */
  | 'cannot-delete'
  | 'empty-text'
  | 'cannot-parse'
  | 'file-too-big'
  | 'file-unavailable'
  /** Somebody has come, gone or asked no more meanwhile: nothing is left to do about them. */
  | 'person-elsewhere'
  /** A person takes no voice and video messages from the bot: a setting of Telegram Premium. */
  | 'voice-forbidden'
  /** No group takes more people than Telegram allows, and nobody may be in more groups than it allows. */
  | 'group-full'
  | 'too-many-groups'
  | 'query-too-old'
  | 'unauthorized'
  | 'method-not-found'
  /** A business account has switched the bot off, or does not let it answer. */
  | 'connection-off'
  /** The customer of a business account has written nothing for a day: nobody may write for it. */
  | 'customer-silent';

export type ApiFailure =
  | { readonly kind: PlainFailureKind }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'chat-gone'; readonly reason: ChatGoneReason }
  /** `what`: the missing right in Telegram's words («create a topic»), for logs and diagnosis. */
  | { readonly kind: 'no-rights'; readonly what: string }
  | { readonly kind: 'migrated'; readonly newChatId: number }
  | { readonly kind: 'too-long'; readonly what: 'text' | 'caption' }
  | { readonly kind: 'conflict'; readonly with: 'other-poller' | 'webhook' }
  | { readonly kind: 'bad-request'; readonly code: number; readonly description: string }
  /** 5xx: Telegram broke in the middle; whether it acted is unknown. */
  | { readonly kind: 'server-error'; readonly code: number }
  /** No connection came about, so nothing was sent. `reason`: the system's code, e.g. ECONNREFUSED. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** Time-out, reset or an unreadable answer after the request was written. */
  | { readonly kind: 'outcome-unknown'; readonly reason: string }
  /** No answer of Telegram's at all: a mistake of this program on the way to the request. */
  | { readonly kind: 'unexpected'; readonly error: unknown };

const TRANSIENT = kinds('rate-limited', 'server-error', 'not-sent', 'outcome-unknown');
const OUTCOME_UNKNOWN = kinds('server-error', 'outcome-unknown');

/** Whether the same call may succeed later without anybody doing anything. */
export function isTransient(failure: ApiFailure): boolean {
  return TRANSIENT.has(failure.kind);
}

/** Whether Telegram may have done what was asked, although it did not say so. */
export function isOutcomeUnknown(failure: ApiFailure): boolean {
  return OUTCOME_UNKNOWN.has(failure.kind);
}

/** One line for a log or a dead letter: the kind and what it carries, without words of people. */
export function describeFailure(failure: ApiFailure): string {
  const detail = detailOf(failure);
  return detail === '' ? failure.kind : `${failure.kind}: ${detail}`;
}

function detailOf(failure: ApiFailure): string {
  if ('reason' in failure) return failure.reason;
  if ('what' in failure) return failure.what;
  if ('with' in failure) return failure.with;
  if ('description' in failure) return `${failure.code} ${failure.description}`;
  if ('code' in failure) return String(failure.code);
  if ('newChatId' in failure) return String(failure.newChatId);
  if ('retryAfterSeconds' in failure) return `${failure.retryAfterSeconds} s`;
  if ('error' in failure) return errorMessage(failure.error);
  return '';
}

function kinds(...names: readonly ApiFailure['kind'][]): ReadonlySet<ApiFailure['kind']> {
  return new Set(names);
}
