// What the other system is told of a change, and what is done about its answer. Pure.

import type { Cause } from '../../platform/cause.ts';
import type { PostAnswer } from '../../platform/http/signed-post.ts';
import type { TicketChange } from '../change.ts';
import { beginning, type TicketState } from './ticket-state.ts';

/** From where a change came: who made it there knows of it. */
export type ChangeOrigin = 'telegram' | 'api' | 'deskroom';

export function originOf({ kind }: Cause): ChangeOrigin {
  if (kind === 'request') return 'api';
  return kind === 'update' ? 'telegram' : 'deskroom';
}

export interface Webhook {
  /** The same in each repetition. */
  readonly key: string;
  readonly change: TicketChange;
  /** Whoever did it, by name; null: nobody, or nobody we know by name. */
  readonly name: string | null;
  readonly origin: ChangeOrigin;
  readonly state: TicketState;
}

const MOST_REASON = 1_000;

/** JSON, at most 256 KiB: the texts of people in it are cut. */
export function webhookBody({ key, change, name, origin, state }: Webhook): string {
  const { before, after, deed, by, reason } = change;
  return JSON.stringify({
    id: key,
    deed,
    origin,
    at: after.changedAt.toISOString(),
    by: { ...by, name },
    reason: reason && beginning(reason, MOST_REASON),
    previous_status: before?.status ?? null,
    ticket: state,
  });
}

export type Verdict =
  | { readonly do: 'note' }
  /** After so many milliseconds. */
  | { readonly do: 'repeat'; readonly ms: number }
  /** Somebody has to look at it. */
  | { readonly do: 'give-up' };

export interface Circumstances {
  /** How often it was tried, this time included. */
  readonly attempts: number;
  readonly triedAt: Date;
  readonly now: Date;
  /** A whole number between 0 and this one: not all are to come at the same moment. */
  readonly spread: (ms: number) => number;
}

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
const PATIENCE_MS = 24 * 3_600_000;

/** What a request is worth trying again for, among what is the sender's fault. */
const PASSING: ReadonlySet<number> = new Set([408, 429]);

/** Refused words are not said again; everything else is, for a day, after five seconds, ten, … an hour. */
export function judge({ code, retryAfterSeconds }: PostAnswer, given: Circumstances): Verdict {
  if (code !== null && code >= 200 && code < 300) return { do: 'note' };
  if (code !== null && code >= 400 && code < 500 && !PASSING.has(code)) return { do: 'give-up' };
  const { attempts, triedAt, now, spread } = given;
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 20));
  const asked = Math.min(LONGEST_PAUSE_MS, (retryAfterSeconds ?? 0) * 1_000);
  const ms = Math.max(asked, longest / 2 + spread(longest / 2));
  const isLast = now.getTime() + ms > triedAt.getTime() + PATIENCE_MS;
  return isLast ? { do: 'give-up' } : { do: 'repeat', ms };
}
