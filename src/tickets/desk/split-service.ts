// A client's message in a ticket's thread becomes a ticket of its own, with its files and its whole album, for whoever
// has written it.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { CompanyRepository } from '../company-repository.ts';
import type { KeptClientMessage, MessagePlace } from '../message.ts';
import type { TicketMessageRepository } from '../message-repository.ts';
import type { TicketTools } from '../part.ts';
import type { KeptTicket, TicketRepository } from '../repository.ts';
import { descriptionOf, type Summaries } from '../summary.ts';
import type { Urgency } from '../ticket.ts';
import { once, type Repeated } from '../verbs/deps.ts';
import type { SplitOutcome } from '../verbs/split.ts';
import { rowAt } from './thread.ts';

export interface SplitServiceDeps
  extends Pick<TicketTools, 'service' | 'onClientWords'>,
    Pick<Summaries, 'gistOf' | 'summaryOf'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly rooms: Pick<Rooms['service'], 'members'>;
  readonly tickets: Pick<TicketRepository, 'find'>;
  readonly companies: Pick<CompanyRepository, 'find' | 'types'>;
  readonly messages: TicketMessageRepository;
}

export interface SplitOrder {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly ticketId: number;
  /** The client's message, by its number among those of tickets. */
  readonly messageId: number;
  readonly typeId: number;
  readonly urgency: Urgency;
}

export type SplitResult = SplitOutcome | Repeated;

/** So many are offered, the latest first. */
const MOST_OFFERED = 10;
const OFFERED_SIGNS = 50;

export type SplitService = ReturnType<typeof createSplitService>;

export function createSplitService(deps: SplitServiceDeps) {
  const { database, tickets, companies, messages, rooms, service } = deps;
  const { gistOf, summaryOf } = deps;
  const { prisma } = database;

  function split(order: SplitOrder): Promise<SplitResult> {
    return once<SplitOutcome>(deps, order.cause, (tx) => splitIn(tx, order));
  }

  async function splitIn(tx: Tx, order: SplitOrder): Promise<SplitOutcome> {
    const { ticketId, messageId, typeId, urgency, staff, cause } = order;
    const [from] = await tickets.find(tx, [ticketId]);
    const [company] = from ? await companies.find(tx, [from.companyId]) : [];
    if (!from || !company) return { status: 'gone' };
    const isType = (await companies.types(tx)).some(({ id }) => id === typeId);
    const parts = await messages.partsOf(tx, ticketId, messageId);
    const [first] = parts;
    if (!first || !isType) return { status: 'unknown', ticket: from };
    const contents = parts.map(({ content }) => content);
    const isSource = parts.some((part) => isSourceOf(from, part));
    const about = {
      ...{ typeId, urgency, authorId: await authorOf(tx, from, first) },
      summary: summaryOf(contents, company.locale),
      description: descriptionOf(contents),
      source: isSource ? null : placeOf(first),
    };
    const by = { kind: 'staff', id: staff.id } as const;
    const outcome = await service.splitIn(tx, { ticketId, about, by, cause });
    if (outcome.status === 'done') await handOver(tx, outcome.opened, parts, isSource, cause);
    return outcome;
  }

  /** What the first ticket was made of stays its own, and is the other's as well. */
  async function handOver(
    tx: Tx,
    opened: KeptTicket,
    parts: readonly KeptClientMessage[],
    isSource: boolean,
    cause: Cause,
  ): Promise<void> {
    const { id: ticketId } = opened;
    const ids = parts.map(({ id }) => id);
    if (!isSource) await messages.move(tx, ids, ticketId);
    const placeless = parts.map((part) => ({ ...part, messageId: null }));
    const own = isSource ? await messages.addClients(tx, ticketId, placeless) : parts;
    // They stand in the first ticket's thread already.
    const kept = own.map((part) => ({ ...part, ticketId, again: true as const }));
    await deps.onClientWords(tx, { ticket: opened, messages: kept, isOpening: true }, cause);
  }

  /** Whoever has written it, if they are still the company's; else the first ticket's. */
  async function authorOf(tx: Tx, from: KeptTicket, { personId }: KeptClientMessage) {
    const members = personId === null ? [] : await rooms.members(tx, [from.roomId]);
    const isTheirs = members.some(
      ({ person, role }) => person.id === personId && role === 'client',
    );
    return isTheirs ? personId : from.authorId;
  }

  /** The client's messages from which one is chosen, an album once. */
  async function offered(ticketId: number, locale: Locale) {
    const all = await messages.clientsOf(prisma, ticketId);
    const seen = new Set<string>();
    const single = all.filter(({ album }) => {
      const isMore = album !== null && seen.has(album);
      if (album !== null) seen.add(album);
      return !isMore;
    });
    return single
      .slice(-MOST_OFFERED)
      .toReversed()
      .map(({ id, author, content }) => ({
        ...{ id, author, gist: gistOf(content, locale, OFFERED_SIGNS) },
      }));
  }

  /** The client's message of this ticket that stands there; null: none. */
  async function messageAt(ticketId: number, at: MessagePlace): Promise<number | null> {
    const row = rowAt(at);
    if (row !== null)
      return (await messages.partsOf(prisma, ticketId, row)).length > 0 ? row : null;
    const found = await messages.clientAt(prisma, at);
    return found?.ticketId === ticketId ? found.id : null;
  }

  return { split, offered, messageAt };
}

function isSourceOf({ source }: KeptTicket, { chatId, messageId }: KeptClientMessage): boolean {
  return source !== null && source.chatId === chatId && source.messageId === messageId;
}

function placeOf({ chatId, messageId }: KeptClientMessage): MessagePlace | null {
  return messageId === null || chatId > 0 ? null : { chatId, messageId };
}
