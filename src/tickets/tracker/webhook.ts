// What the other system is told of a change, and what is done about its answer. Pure.

import type { Content } from '../../dialogs/content.ts';
import type { Cause } from '../../platform/cause.ts';
import type { PostAnswer } from '../../platform/http/signed-post.ts';
import type { TicketActor, TicketDeed } from '../change.ts';
import type { KeptClientMessage } from '../message.ts';
import type { TicketStatus } from '../ticket.ts';
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
  readonly deed: TicketDeed | WordsDeed;
  readonly at: Date;
  /** `name` is null where it was nobody, or nobody we know by name. */
  readonly by: TicketActor & { readonly name: string | null };
  readonly reason: string | null;
  /** Null: it is new. */
  readonly previousStatus: TicketStatus | null;
  readonly origin: ChangeOrigin;
  readonly state: TicketState;
  /** What the client said; most often nothing. */
  readonly messages: readonly KeptClientMessage[];
}

/** The client has said something, or says it otherwise now; the ticket is as it was. */
export type WordsDeed = 'words' | 'reworded';

const MOST_REASON = 1_000;
const MOST_MESSAGES = 20;
const MOST_NAME = 200;
/** UTF-16 units of all messages together. */
const MOST_SAID = 16_000;

/** JSON, at most 256 KiB: the texts of people in it are cut. */
export function webhookBody(webhook: Webhook): string {
  const { key, deed, origin, at, by, reason, previousStatus, state, messages } = webhook;
  return JSON.stringify({
    id: key,
    deed,
    origin,
    at: at.toISOString(),
    by,
    reason: reason && beginning(reason, MOST_REASON),
    previous_status: previousStatus,
    ticket: state,
    messages: saidIn(messages),
  });
}

function saidIn(messages: readonly KeptClientMessage[]) {
  let left = MOST_SAID;
  return messages.slice(0, MOST_MESSAGES).map(({ id, author, content, saidAt }) => {
    const text = beginning(textOf(content), left);
    left -= text.length;
    const file = 'fileName' in content ? content.fileName : null;
    return {
      id,
      author: beginning(author, MOST_NAME),
      kind: content.kind,
      text,
      file_name: file && beginning(file, MOST_NAME),
      said_at: saidAt.toISOString(),
    };
  });
}

/** What somebody has typed. */
function textOf(content: Content): string {
  if ('text' in content) return content.text;
  return 'caption' in content ? content.caption : '';
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
