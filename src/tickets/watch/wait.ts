// Whose words in a room wait for an answer, and whose answer them. Pure.

import { type Content, wordsOf } from '../../dialogs/content.ts';
import type { RoomKind, RoomRole } from '../../rooms/room.ts';

/** What somebody has said in a room. */
export interface Spoken {
  readonly kind: RoomKind;
  /** What they are there; null: nothing, or nobody can tell. */
  readonly role: RoomRole | null;
  /** The staff table's word. */
  readonly isStaff: boolean;
  /** Whose words they answer; null: nobody's in particular. */
  readonly target: Target | null;
}

/** Whoever wrote what is answered. */
export interface Target {
  readonly role: RoomRole | null;
  readonly isStaff: boolean;
}

export type Meaning =
  /** Somebody has to answer it. */
  | { readonly kind: 'asks' }
  /** It answers what whoever is replied to has waiting. */
  | { readonly kind: 'answers-author' }
  /** It answers what people of these roles have waiting; null: everybody. */
  | { readonly kind: 'answers'; readonly roles: readonly RoomRole[] | null }
  | { readonly kind: 'nothing' };

const NOTHING: Meaning = { kind: 'nothing' };
const ASKS: Meaning = { kind: 'asks' };

/** Who asks, and whose words are an answer, is another matter in each kind of room. */
export function meaningOf(spoken: Spoken): Meaning {
  const { kind, role, isStaff, target } = spoken;
  if (isStaff) return answering(target, null);
  if (kind === 'product' && role === 'exporter') return ofSeller(target);
  if (asksIn(kind, role)) return ASKS;
  // A partner is asked by a reply, and answers by one.
  return role === 'partner' && target ? answering(target, null) : NOTHING;
}

/** What a seller says to buyers answers them; what they answer us with is for us. */
function ofSeller(target: Target | null): Meaning {
  return target?.isStaff ? ASKS : answering(target, ['importer']);
}

/** Whoever goes on with what a colleague has said, or they themselves, answers nobody. */
function answering(target: Target | null, roles: readonly RoomRole[] | null): Meaning {
  if (!target) return { kind: 'answers', roles };
  const isAsker = !target.isStaff && (roles === null || roles.some((one) => one === target.role));
  return isAsker ? { kind: 'answers-author' } : NOTHING;
}

/** In a client's own group also whoever hides behind its name: rather once too often than never. */
function asksIn(kind: RoomKind, role: RoomRole | null): boolean {
  if (kind === 'support') return role === 'client' || role === null;
  return role === (kind === 'product' ? 'importer' : 'exporter');
}

/** Words for the bot, and what says nothing by itself. */
export function needsNoAnswer(content: Content, isThanks: boolean): boolean {
  if (isThanks || content.kind === 'sticker') return true;
  return wordsOf(content).startsWith('/');
}

/** «Seen», and «let me think»: everything else that an employee puts under words says that they are dealt with. */
const NO_ANSWER: ReadonlySet<string> = new Set(['👀', '🤔']);

export function isAnswer(emoji: string): boolean {
  return !NO_ANSWER.has(emoji);
}

/**
 * How it ended: `marked`, `needless`, `dialog` and `ticket` are presses, or a ticket made otherwise; `closed`: there
 * is no such room any more.
 */
export type WaitOutcome =
  | 'answered'
  | 'reaction'
  | 'ticket'
  | 'dialog'
  | 'marked'
  | 'needless'
  | 'closed';
