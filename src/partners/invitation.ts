// An invitation of a partner to a room: open until it is answered, withdrawn, taken by another or late.
// Of those asked the same question one is taken, and what has ended stays as it ended.

import type { BusinessCalendar } from '../sla/business-calendar.ts';
import { addWorkingTime } from '../sla/calendar.ts';

export type InvitationState =
  | 'sent'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'taken'
  | 'undeliverable';

/** Why a partner declines; one tap each. */
export const DECLINE_REASONS = ['busy', 'profile', 'terms', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** How many are asked at once by «the first to accept». */
export const ASKED_AT_ONCE = 3;

/** How many open invitations a room may have: more would be advertising. */
export const MOST_OPEN_IN_ROOM = 10;

/** Signs of a role or of an expected result. */
export const LONGEST_LINE = 200;

export interface Invitation {
  readonly id: number;
  readonly offerId: number;
  readonly roomId: number;
  readonly partnerId: number;
  readonly state: InvitationState;
  readonly reason: string | null;
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

const REMINDED_AFTER_MINUTES = 3 * 60;
const ANSWERED_WITHIN_MINUTES = 12 * 60;

/**
 * When a partner is reminded, and until when they may answer: three and twelve hours of the company's work
 * later, so that nobody is reminded at night and whoever is asked in the evening has the next day.
 */
export function deadlinesOf(calendar: BusinessCalendar, sentAt: Date) {
  return {
    remindAt: remindedAt(calendar, sentAt),
    expiresAt: addWorkingTime(calendar, sentAt, ANSWERED_WITHIN_MINUTES),
  };
}

/** When somebody who was asked at `since`, or has said yes then, is reminded: in the company's hours. */
export function remindedAt(calendar: BusinessCalendar, since: Date): Date {
  return addWorkingTime(calendar, since, REMINDED_AFTER_MINUTES);
}

/** The state as it counts at this hour: one that is late has expired, also before anybody has noted it. */
export function stateAt(
  { state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>,
  now: Date,
): InvitationState {
  return state === 'sent' && expiresAt <= now ? 'expired' : state;
}

/** What stands beside a partner's name in the room: the role where it fits, else their field. */
export function tagOf(role: string | null, field: string): string {
  const wanted = role !== null && [...role].length <= LONGEST_TAG ? role : field;
  return [...wanted].slice(0, LONGEST_TAG).join('').trim();
}

/** Telegram's limit for a member's tag (setChatMemberTag). */
const LONGEST_TAG = 16;
