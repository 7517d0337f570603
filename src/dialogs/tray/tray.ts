// The tray of what did not arrive: only what a person has said, an answer that did not reach the client
// or a client's message that does not stand in the thread. Why it failed, and what can be done about it.

import type { Content } from '../content.ts';

/** Reasons as people read them, the most telling first; `unknown`: it may have arrived. */
export const REASONS = [
  'unknown',
  'blocked',
  'deactivated',
  'never-started',
  'chat-gone',
  'not-allowed',
  'file-too-big',
  'file-unavailable',
  'original-gone',
  'telegram-away',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/** The kinds of failure behind each reason (see ApiFailure); whatever is not named is `other`. */
const KINDS: Readonly<Record<Exclude<Reason, 'other'>, readonly string[]>> = {
  unknown: ['unknown'],
  blocked: ['blocked'],
  deactivated: ['deactivated'],
  'never-started': ['never-started', 'bot-recipient'],
  'chat-gone': ['chat-gone'],
  'not-allowed': ['no-rights'],
  'file-too-big': ['file-too-big'],
  'file-unavailable': ['file-unavailable'],
  'original-gone': ['copy-target-gone'],
  'telegram-away': ['server-error', 'outcome-unknown', 'not-sent'],
};

/** Every kind that has a reason of its own. */
export const NAMED_KINDS: readonly string[] = Object.values(KINDS).flat();

/** Null: whatever is in no other reason. */
export function kindsOf(reason: Reason): readonly string[] | null {
  return reason === 'other' ? null : KINDS[reason];
}

export function reasonOf(kind: string): Reason {
  return REASONS.find((reason) => kindsOf(reason)?.includes(kind)) ?? 'other';
}

/** `answer`: from staff to the client. `copy`: a client's message, for the thread. */
export type Direction = 'answer' | 'copy';

export interface Undelivered {
  readonly direction: Direction;
  readonly reason: Reason;
  readonly content: Content;
}

/** Other ways of saying it: without formatting, its words alone. */
export const WAYS = ['plain', 'words'] as const;
export type Way = (typeof WAYS)[number];

export const DEEDS = ['repeat', 'arrived', ...WAYS, 'drop'] as const;
export type Deed = (typeof DEEDS)[number];

/** The client cannot be reached there, whatever is said. */
const ABOUT_THE_PERSON: ReadonlySet<Reason> = new Set<Reason>([
  'blocked',
  'deactivated',
  'never-started',
  'chat-gone',
]);
/** The same again comes to the same. */
const HOPELESS: ReadonlySet<Reason> = new Set<Reason>(['deactivated', 'file-too-big']);

/** What is offered about it, in this order. */
export function deedsFor(item: Undelivered): readonly Deed[] {
  return DEEDS.filter((deed) => isOffered(deed, item));
}

function isOffered(deed: Deed, { direction, reason, content }: Undelivered) {
  const isTheMessage = !ABOUT_THE_PERSON.has(reason) && reason !== 'unknown';
  switch (deed) {
    case 'repeat':
      return !HOPELESS.has(reason);
    case 'arrived':
      return reason === 'unknown' && direction === 'answer';
    case 'plain':
      return isTheMessage && reason === 'other' && formattingOf(content) > 0;
    case 'words':
      return isTheMessage && inOtherWords(content, 'words') !== content;
    case 'drop':
      return true;
  }
}

function formattingOf(content: Content): number {
  return 'entities' in content ? content.entities.length : 0;
}

/** What is said of a message in another way; the same content where that changes nothing. */
export function inOtherWords(content: Content, way: string | null): Content {
  if (way !== 'words' || !('caption' in content) || content.caption.trim() === '') return content;
  const { caption: text, entities, origin } = content;
  return { kind: 'text', text, entities, ...(origin ? { origin } : {}) };
}
