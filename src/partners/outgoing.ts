// What is said of partners and invitations, put into words from the rows when it leaves; and what it means
// that an invitation did not arrive.

import type { PeopleService } from '../people/index.ts';
import { systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { wordsInLanguagesPort } from '../platform/outbox/in-languages.ts';
import {
  type ApiCall,
  destination,
  type MessagePort,
  type Outbox,
  type ProjectionJob,
  type ProjectionPort,
  type SettledMessage,
} from '../platform/outbox/index.ts';
import { showing } from '../platform/outbox/showing.ts';
import {
  factsOf,
  localeIn,
  plainBody,
  type View,
  wordsFor,
  wordsPort,
} from '../platform/outbox/words.ts';
import type { AnswerService } from './answer-service.ts';
import { stateAt } from './invitation.ts';
import { type Outcome, PARTNERS_ASKED } from './invitation-notes.ts';
import type { InvitationRepository } from './invitation-repository.ts';
import type { InvitationViews } from './invitation-views.ts';
import type { PartnerRepository } from './partner-repository.ts';
import type { PartnerViews } from './partner-views.ts';
import type { RoomsDoor } from './rooms-door.ts';
import type { SendingService } from './sending-service.ts';
import type { SpecializationRepository } from './specialization-repository.ts';

export interface PartnerOutgoingDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly t: Translate;
  readonly partners: PartnerRepository;
  readonly specializations: SpecializationRepository;
  readonly invitations: InvitationRepository;
  readonly people: Pick<PeopleService, 'find'>;
  readonly rooms: RoomsDoor;
  readonly answers: Pick<AnswerService, 'noteNotArrived'>;
  readonly sending: Pick<SendingService, 'nextFor'>;
  readonly partnerViews: PartnerViews;
  readonly views: InvitationViews;
}

interface About {
  readonly invitationId: number;
}

const SENDING = systemCause('sending');
const KNOWN_REASONS: readonly string[] = ['blocked', 'never-started', 'deactivated'];

/** The messages of partners, by the names with which they are put into the outbox. */
export function createPartnerOutgoing(deps: PartnerOutgoingDeps) {
  const { database, clock, t, invitations, rooms, views, partnerViews } = deps;
  const { prisma } = database;

  async function told({ invitationId }: About) {
    const [one] = await invitations.find(prisma, [invitationId]);
    if (!one) throw new Error(`there is no invitation ${invitationId}`);
    const [room] = await rooms.find(prisma, [one.roomId]);
    return { one, room: room?.title ?? '' };
  }

  async function invitation(locale: Locale, facts: About & { again?: boolean }): Promise<View> {
    const { one, room } = await told(facts);
    const asked = await invitations.listOfOffer(prisma, one.offerId);
    const now = clock.now();
    const several = asked.filter((other) => stateAt(other, now) === 'sent').length > 1;
    const members = await rooms.members(prisma, [one.roomId]);
    const inviter = members.find(({ person }) => person.id === one.offer.inviter.id);
    const about = { now, several, again: facts.again ?? false };
    return views.invitation(locale, one, room, { ...about, inviterRole: inviter?.role ?? null });
  }

  async function asked(job: ProjectionJob): Promise<ApiCall | null> {
    const all = await invitations.listOfOffer(prisma, job.subjectId);
    const [first] = all;
    if (!first) return null;
    const [room] = await rooms.find(prisma, [first.roomId]);
    const { locale } = first.offer.inviter;
    return showing(job, plainBody(views.asked(locale, all, room?.title ?? '', clock.now())));
  }

  async function outcome(locale: Locale, facts: About & { outcome: Outcome }): Promise<View> {
    const { one, room } = await told(facts);
    const now = clock.now();
    const rest = (await invitations.listOfOffer(prisma, one.offerId)).filter(
      ({ id }) => id !== one.id,
    );
    const accepted = rest.some(({ state }) => state === 'accepted');
    const open = rest.some((other) => stateAt(other, now) === 'sent');
    const others = accepted ? 'accepted' : open ? 'open' : 'none';
    const next = await deps.sending.nextFor(one.offer);
    return views.outcome(locale, { one, room, outcome: facts.outcome, others, next }, now);
  }

  function aboutRoom(key: 'partner-taken' | 'partner-withdrawn' | 'partner-expired'): MessagePort {
    return wordsPort<About>(async (locale, facts) => {
      const { room } = await told(facts);
      return { text: t(locale, key, { room }) };
    });
  }

  /** What staff read of a partner, as of now; null: there is none. */
  async function card(locale: Locale, { partnerId }: { partnerId: number }): Promise<View | null> {
    const facts = await cardFacts(partnerId);
    return facts && partnerViews.card(locale, facts, clock.now());
  }

  async function cardFacts(partnerId: number) {
    const [partner] = await deps.partners.find(prisma, [partnerId]);
    const [person] = partner ? await deps.people.find(prisma, [partner.personId]) : [];
    if (!partner || !person) return null;
    const specializations = await deps.specializations.list(prisma);
    const inRooms = await deps.partners.titlesOfRooms(prisma, partner.personId);
    return { partner, person, specializations, rooms: inRooms };
  }

  async function noteLost(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    for (const { message, settlement } of settled) {
      if (settlement.status !== 'failed') continue;
      const { invitationId } = factsOf<About>(message.args);
      const { kind } = settlement.failure;
      const reason = KNOWN_REASONS.includes(kind) ? kind : 'other';
      await deps.answers.noteNotArrived(tx, invitationId, reason, SENDING);
    }
  }

  /** What does not reach the inviter in private is said in the room. */
  async function sayInRoom(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    for (const { message, settlement } of settled) {
      if (settlement.status !== 'failed' || message.destination.startsWith('room:')) continue;
      const facts = factsOf<About & { outcome: Outcome }>(message.args);
      const [one] = await invitations.find(tx, [facts.invitationId]);
      if (!one || facts.outcome === 'silent' || facts.outcome === 'absent') continue;
      const reader = {
        destination: destination('room', one.roomId),
        locale: localeIn(message.args),
      };
      await deps.outbox.enqueue(tx, [wordsFor(reader, 'partner-outcome', { ...facts })], SENDING);
    }
  }

  const messages: Readonly<Record<string, MessagePort>> = {
    'partner-invitation': { ...wordsPort<About>(invitation), settled: noteLost },
    'partner-outcome': {
      ...wordsPort<About & { outcome: Outcome }>(outcome),
      settled: sayInRoom,
    },
    'partner-taken': aboutRoom('partner-taken'),
    'partner-withdrawn': aboutRoom('partner-withdrawn'),
    'partner-expired': aboutRoom('partner-expired'),
    'partner-joined': wordsInLanguagesPort<About>(async (locale, facts) =>
      views.joined(locale, (await told(facts)).one),
    ),
    'partner-rate': wordsPort<About>(async (locale, facts) => {
      const { one, room } = await told(facts);
      return views.rate(locale, one, room);
    }),
    'partner-card': wordsPort<{ partnerId: number }>(async (locale, facts) => {
      const view = await card(locale, facts);
      if (!view) throw new Error(`there is no partner ${facts.partnerId}`);
      return view;
    }),
    'partner-received': wordsPort((locale) => ({ text: t(locale, 'partner-received') })),
    'partner-decided': wordsPort<Parameters<PartnerViews['decided']>[1]>(partnerViews.decided),
  };

  const projections: Readonly<Record<string, ProjectionPort>> = {
    [PARTNERS_ASKED]: { rank: 'card', render: (jobs) => Promise.all(jobs.map(asked)) },
  };

  return { messages, projections, card, invitation };
}

export type PartnerOutgoing = ReturnType<typeof createPartnerOutgoing>;
