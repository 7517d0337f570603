// The client's card, and the few words besides, from the rows as they are when they leave.

import { type Saying, speechBody, speechPort } from '../../dialogs/outgoing/speech.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import type {
  MessageJob,
  MessagePort,
  Outbox,
  ProjectionJob,
  ProjectionPort,
  Rendered,
  SettledMessage,
} from '../../platform/outbox/index.ts';
import { showing } from '../../platform/outbox/showing.ts';
import { type View, wordsPort } from '../../platform/outbox/words.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { BusinessCalendar } from '../../sla/business-calendar.ts';
import { closureAt } from '../../sla/calendar.ts';
import type { ClientCompany } from '../company.ts';
import type { TicketMessageRepository } from '../message-repository.ts';
import { ticketNumber } from '../ticket.ts';
import type { RequestFacts } from './facts.ts';
import type { LookAtRequests } from './looking.ts';
import { REQUEST_CARD } from './shown.ts';
import { type RequestViews, type Speech, stars } from './views.ts';

export interface RequestOutgoingDeps {
  readonly database: Database;
  readonly outbox: Pick<Outbox, 'shownBy'>;
  readonly rooms: Pick<Rooms['service'], 'placed' | 'members'>;
  readonly messages: Pick<TicketMessageRepository, 'noteOurs'>;
  readonly look: LookAtRequests;
  readonly views: RequestViews;
  readonly t: Translate;
  readonly clock: Clock;
  /** In which we serve it. */
  readonly hoursOf: (company: ClientCompany) => BusinessCalendar;
}

/** Somebody's rating as supervisors read it. */
export interface LowRating {
  readonly [name: string]: string | number | null;
  readonly ticketId: number;
  readonly company: string;
  readonly name: string;
  readonly rating: number;
  readonly words: string | null;
}

export function createRequestOutgoing(deps: RequestOutgoingDeps) {
  const { look, views, t } = deps;

  /** A port for a message about one ticket, in reply to its card. */
  function said(
    say: (facts: RequestFacts, args: MessageJob['messages'][0]['args']) => Promise<Saying> | Saying,
  ): MessagePort {
    const port = speechPort(
      async ({ messages: [message] }) => {
        const [facts] = await look([Number(message?.args.ticketId)]);
        return facts ? await say(facts, message?.args ?? {}) : { drop: 'there is no such ticket' };
      },
      (tx, settled) => noteSaid(deps, tx, settled),
    );
    return port;
  }

  async function underCard(facts: RequestFacts, speech: Speech): Promise<Saying> {
    return { ...speech, replyTo: await cardOf(deps, facts) };
  }

  return {
    projections: { [REQUEST_CARD]: cardPort(deps) },
    messages: {
      'ticket-ping': said(async (facts, { status, doneAt = null }) => {
        const { ticket, company, now } = facts;
        if (ticket.status !== status) return { drop: 'it is not their move any more' };
        // It was undone, and done again: that has a ping of its own.
        if (doneAt !== null && ticket.doneAt?.toISOString() !== doneAt) return { drop: 'undone' };
        if (ticket.status !== 'waiting' && ticket.status !== 'done') return { drop: 'no ping' };
        const isNight = closureAt(deps.hoursOf(company), now) !== null;
        return await underCard(facts, { ...views.ping(facts, ticket.status), quiet: isNight });
      }),
      'ticket-rate': said(async (facts, { personId }) => {
        const members = await deps.rooms.members(deps.database.prisma, [facts.ticket.roomId]);
        const member = members.find(({ person }) => person.id === personId);
        if (!member) return { drop: 'whoever confirmed it has left' };
        return await underCard(facts, views.askRating(facts, member.person));
      }),
      'ticket-heard-over': said((facts, { messageId }) => {
        return { ...views.heardTooLate(facts), replyTo: Number(messageId) };
      }),
      'ticket-heard': HEARD,
      'ticket-low-rating': wordsPort<LowRating>((locale, low) => lowRating(t, locale, low)),
    } satisfies Readonly<Record<string, MessagePort>>,
  };
}

function cardPort({ look, views, messages, rooms, clock }: RequestOutgoingDeps): ProjectionPort {
  return {
    rank: 'card',
    async render(jobs) {
      const found = await look(jobs.map(({ subjectId }) => subjectId));
      const facts = new Map(found.map((one) => [one.ticket.id, one]));
      return jobs.map((job) => {
        const about = facts.get(job.subjectId);
        return about ? callOf(job, views.card(about), about) : null;
      });
    },
    async posted(tx, subjectId, messageId, at) {
      const roomId = Number(at.split(':')[1]);
      const [room] = await rooms.placed(tx, [roomId]);
      if (!room) return;
      const place = { chatId: room.chatId, messageIds: [messageId] };
      await messages.noteOurs(tx, subjectId, place, clock.now());
    },
  };
}

/** In reply to the message it was made of, where that stands in this chat. */
function callOf(job: ProjectionJob, view: Speech, { ticket: { source } }: RequestFacts) {
  const replyTo = source?.chatId === job.place.chatId ? source.messageId : undefined;
  return showing(job, speechBody(view, job.plain), { replyTo });
}

async function cardOf({ database, outbox }: RequestOutgoingDeps, { ticket }: RequestFacts) {
  const shown = { kind: REQUEST_CARD, subjectId: ticket.id };
  return (await outbox.shownBy(database.prisma, shown)) ?? undefined;
}

/** Who replies to what we have said about a ticket speaks to it. */
async function noteSaid(
  { messages }: Pick<RequestOutgoingDeps, 'messages'>,
  tx: Parameters<NonNullable<MessagePort['settled']>>[0],
  settled: readonly SettledMessage[],
): Promise<void> {
  for (const { message, settlement } of settled) {
    if (settlement.status !== 'sent') continue;
    await messages.noteOurs(tx, Number(message.args.ticketId), settlement, message.createdAt);
  }
}

/** A sign under the client's words that they are with the ticket. */
const HEARD: MessagePort = {
  repeatable: true,
  render: (jobs) => Promise.resolve(jobs.map(heard)),
};

function heard({ messages: [message], place }: MessageJob): Rendered {
  const payload = {
    ...{ chat_id: place.chatId, message_id: message?.args.messageId },
    reaction: [{ type: 'emoji', emoji: '✍' }],
  };
  return { status: 'calls', calls: [{ method: 'setMessageReaction', payload, repeatable: true }] };
}

function lowRating(t: Translate, locale: Locale, low: LowRating): View {
  const { ticketId, company, name, rating, words } = low;
  const facts = { number: ticketNumber(ticketId), company, name, stars: stars(rating) };
  const text = t(locale, words === null ? 'request-low-rating' : 'request-low-rating-words', facts);
  return { text: words === null ? text : `${text}\n${words}` };
}
