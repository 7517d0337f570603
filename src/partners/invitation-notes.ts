// What is written into the log about an invitation, and who hears of it, in the transaction in which it
// happens.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import { destination, type JsonObject, type Outbox } from '../platform/outbox/index.ts';
import { wordsToPerson } from '../platform/outbox/words.ts';
import type { InvitationState } from './invitation.ts';
import type { InvitationRepository, Someone, ToldInvitation } from './invitation-repository.ts';

export interface InvitationNotesDeps {
  readonly invitations: InvitationRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** What the inviter reads about one of those who were asked. */
export type Outcome =
  | 'accepted'
  /** A yes of somebody who was in the room already. */
  | 'inside'
  | 'declined'
  | 'expired'
  | 'undeliverable'
  /** A yes after the time was over. */
  | 'late'
  /** No answer yet, and the partner was reminded. */
  | 'silent'
  /** A yes, and they have not come in since. */
  | 'absent'
  /** The partner may not be invited any more. */
  | 'blocked';

/** How it ended, and who reads of it: `late` was answered with a yes nobody waited for. */
export type Ending = Exclude<InvitationState, 'sent'> | 'late' | 'blocked';

const TO_INVITER: Readonly<Record<Ending, Outcome | null>> = {
  accepted: 'accepted',
  declined: 'declined',
  expired: 'expired',
  undeliverable: 'undeliverable',
  late: 'late',
  blocked: 'blocked',
  withdrawn: null,
  taken: null,
};

/** Whoever accepts or declines has pressed, and reads it there. */
const TO_PARTNER: ReadonlySet<Ending> = new Set(['expired', 'withdrawn', 'taken']);

export interface By {
  readonly kind: 'person' | 'staff' | 'system';
  readonly id: number | null;
}

/** Of an offer: all whom it went to. */
export const PARTNERS_ASKED = 'partners-asked';

const NOBODY: By = { kind: 'system', id: null };

export type InvitationNotes = ReturnType<typeof createInvitationNotes>;

export function createInvitationNotes({ invitations, outbox, clock }: InvitationNotesDeps) {
  async function say(tx: Tx, to: Someone, name: string, facts: JsonObject, cause: Cause) {
    await outbox.enqueue(tx, [wordsToPerson(to, name, facts)], cause);
  }

  async function log(tx: Tx, type: string, one: ToldInvitation, by: By, cause: Cause) {
    const { roomId, partnerId, offerId, reason } = one;
    const data = { invitationId: one.id, partnerId, offerId, ...(reason ? { reason } : {}) };
    const event = { type, subject: 'room', subjectId: roomId, data } as const;
    const events = [{ ...event, actor: by.kind, actorId: by.id }];
    await recordEvents(tx, events, cause, clock.now());
  }

  /** A partner is asked; until it has arrived nobody knows whether it will. */
  async function asked(tx: Tx, invitationId: number, cause: Cause): Promise<void> {
    const [one] = await invitations.find(tx, [invitationId]);
    if (!one) return;
    await log(tx, 'partner-invited', one, { kind: 'person', id: one.offer.inviter.id }, cause);
    await say(tx, one.person, 'partner-invitation', { invitationId }, cause);
  }

  /** The inviter has it in private who was asked, what became of it, and the way to take back what is open. */
  async function sent(tx: Tx, offerId: number): Promise<void> {
    const offer = await invitations.findOffer(tx, offerId);
    if (offer) await redraw(tx, offerId, offer.inviter);
  }

  async function redraw(tx: Tx, offerId: number, inviter: Someone): Promise<void> {
    const to = destination('person', inviter.userId);
    await outbox.refresh(tx, [{ kind: PARTNERS_ASKED, subjectId: offerId, destination: to }]);
  }

  async function reminded(tx: Tx, one: ToldInvitation, cause: Cause): Promise<void> {
    const facts = { invitationId: one.id, again: true };
    await say(tx, one.person, 'partner-invitation', facts, cause);
    await tellInviter(tx, one, 'silent', cause);
  }

  async function ended(
    tx: Tx,
    one: ToldInvitation,
    how: Ending,
    cause: Cause,
    by: By = NOBODY,
    outcome: Outcome | null = TO_INVITER[how],
  ): Promise<void> {
    await log(tx, `partner-${how}`, one, by, cause);
    await redraw(tx, one.offerId, one.offer.inviter);
    if (outcome) await tellInviter(tx, one, outcome, cause);
    const facts = { invitationId: one.id };
    if (TO_PARTNER.has(how)) await say(tx, one.person, `partner-${how}`, facts, cause);
  }

  async function tellInviter(tx: Tx, one: ToldInvitation, outcome: Outcome, cause: Cause) {
    const facts = { invitationId: one.id, outcome };
    await say(tx, one.offer.inviter, 'partner-outcome', facts, cause);
  }

  return { asked, sent, reminded, ended, tellInviter };
}
