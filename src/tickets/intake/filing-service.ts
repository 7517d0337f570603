// A ticket is filed: who may, how many there may be, what it may be the same as, what goes into it. All is judged
// when the form begins, so that nobody fills it in for nothing, and again when it is sent.

import { wordsOf } from '../../dialogs/content.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { Rooms } from '../../rooms/index.ts';
import { type Promises, promisesFor } from '../../sla/plan.ts';
import type { Asker, StandIn, Standing } from '../asker.ts';
import type { ClientCompany } from '../company.ts';
import { mostAlike } from '../likeness.ts';
import type { ClientMessage, MessagePlace } from '../message.ts';
import type { TicketLimits, TicketTools } from '../part.ts';
import type { KeptTicket } from '../repository.ts';
import { descriptionOf, type Summaries } from '../summary.ts';
import { URGENCIES, type Urgency } from '../ticket.ts';
import type { ActOutcome } from '../verbs/act.ts';
import type { AddWords } from '../words-service.ts';
import type { IntakeRepository } from './repository.ts';

export interface FilingDeps
  extends Pick<
    TicketTools,
    'tickets' | 'companies' | 'messages' | 'service' | 'sla' | 'onClientWords'
  > {
  readonly database: Database;
  readonly clock: Clock;
  readonly t: Translate;
  readonly rooms: Pick<Rooms['service'], 'find' | 'members'>;
  readonly intake: IntakeRepository;
  readonly standIn: StandIn;
  readonly addWords: AddWords;
  readonly summaryOf: Summaries['summaryOf'];
  readonly limits: TicketLimits;
}

export const LONGEST_WORDS = 4096;
export const MOST_FILES = 20;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** For so long what is closed may be the same again. */
const ALIKE_DAYS = 7;

export type Refusal =
  | { readonly status: 'no-company' | 'closed' | 'stranger' | 'no-words' | 'too-long' | 'unknown' }
  | { readonly status: 'too-many' | 'too-many-company'; readonly limit: number }
  /** The message is a ticket already. */
  | { readonly status: 'known'; readonly ticketId: number };

export type FilingOutcome =
  | Refusal
  | { readonly status: 'repeated' }
  | { readonly status: 'opened'; readonly ticket: KeptTicket };

export interface Wished {
  readonly roomId: number;
  readonly asker: Asker;
  /** The message it is made of; null: of what the form was told. */
  readonly source: MessagePlace | null;
}

export interface FileCommand extends Wished {
  readonly typeId: number;
  readonly urgency: Urgency;
  readonly origin: 'form' | 'reply' | 'raised' | 'reaction';
  /** What the form was told, by whoever filled it in. */
  readonly said: readonly Omit<ClientMessage, 'personId' | 'author'>[];
  readonly cause: Cause;
}

export type FilingService = ReturnType<typeof createFilingService>;

export function createFilingService(deps: FilingDeps) {
  const { database, clock, t, rooms, intake, tickets, companies, standIn, limits, sla } = deps;
  const { summaryOf } = deps;
  const { prisma } = database;

  /** Null: nothing stands in the way. */
  async function obstacle(wished: Wished): Promise<Refusal | null> {
    return database.inTransaction(async (tx) => {
      const found = await ready(tx, wished);
      return 'status' in found ? found : null;
    });
  }

  async function ready(
    tx: Tx,
    { roomId, asker, source }: Wished,
  ): Promise<Refusal | { readonly company: ClientCompany; readonly by: Standing }> {
    const [company] = await companies.findByRoom(tx, [roomId]);
    const [room] = await rooms.find(tx, [roomId]);
    if (!company || !room || company.endedAt) return { status: 'no-company' };
    if (room.closed) return { status: 'closed' };
    const by = await standIn(tx, roomId, asker);
    if (!by) return { status: 'stranger' };
    const known = source && (await tickets.findOfMessage(tx, source));
    if (known) return { status: 'known', ticketId: known.id };
    return (by.isStaff ? null : await overLimit(tx, company, by)) ?? { company, by };
  }

  async function overLimit(tx: Tx, { id }: ClientCompany, by: Standing): Promise<Refusal | null> {
    const { perPersonHour, perCompanyDay } = limits;
    const own = await intake.countOfAuthor(tx, by.person.id, before(HOUR_MS));
    if (own >= perPersonHour) return { status: 'too-many', limit: perPersonHour };
    const all = await intake.countOfCompany(tx, id, before(DAY_MS));
    return all < perCompanyDay ? null : { status: 'too-many-company', limit: perCompanyDay };
  }

  /** What tickets may be about, in the order of the buttons. */
  async function types(): Promise<
    readonly { readonly id: number; readonly name: Record<Locale, string> }[]
  > {
    return (await companies.types(prisma)).map(({ id, name }) => ({ id, name: { ...name } }));
  }

  /** Working minutes to a first answer for each urgency of a type; null: none is promised. */
  async function promised(
    roomId: number,
    typeId: number,
  ): Promise<readonly { readonly urgency: Urgency; readonly minutes: Promises['response'] }[]> {
    const [company] = await companies.findByRoom(prisma, [roomId]);
    const { plan } = sla.terms.of(company ?? { planId: null, calendarId: null });
    return URGENCIES.map((urgency) => {
      const about = { subject: 'ticket', typeId, urgency } as const;
      return { urgency, minutes: promisesFor(plan, about).response };
    });
  }

  /** What it would be called, of how many files. */
  async function preview(
    { source, roomId }: Pick<Wished, 'source' | 'roomId'>,
    said: FileCommand['said'],
    locale: Locale,
  ): Promise<{ readonly summary: string; readonly files: number }> {
    const contents = await contentsOf(prisma, source, said);
    const files = contents.filter(({ kind }) => kind !== 'text').length;
    return { summary: summaryOf(contents, await localeOf(roomId, locale)), files };
  }

  /** The ticket that it may be the same as; null: none. */
  async function alike(
    { roomId, source }: Pick<Wished, 'source' | 'roomId'>,
    typeId: number,
    said: FileCommand['said'],
  ): Promise<KeptTicket | null> {
    const [company] = await companies.findByRoom(prisma, [roomId]);
    if (!company) return null;
    const words = (await contentsOf(prisma, source, said)).map(wordsOf).join(' ');
    const asked = { companyId: company.id, typeId, since: before(ALIKE_DAYS * DAY_MS) };
    const ignored = (['ru', 'en'] as const).map((locale) => t(locale, 'request-common-words'));
    const found = mostAlike({ typeId, words }, await intake.comparable(prisma, asked), ignored);
    return found && ((await tickets.find(prisma, [found.id]))[0] ?? null);
  }

  async function file(command: FileCommand): Promise<FilingOutcome> {
    const { cause } = command;
    return database.inTransaction<FilingOutcome>(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      return await fileIn(tx, command);
    });
  }

  /** In the caller's transaction, which has settled its cause. */
  async function fileIn(tx: Tx, command: FileCommand): Promise<FilingOutcome> {
    const found = await ready(tx, command);
    return 'status' in found ? found : await open(tx, command, found);
  }

  async function open(
    tx: Tx,
    command: FileCommand,
    { company, by }: { readonly company: ClientCompany; readonly by: Standing },
  ): Promise<FilingOutcome> {
    const { typeId, urgency, origin, source, cause } = command;
    const isType = (await companies.types(tx)).some(({ id }) => id === typeId);
    if (!isType) return { status: 'unknown' };
    const said = await messagesOf(tx, command, by);
    const contents = said.map(({ content }) => content);
    const description = descriptionOf(contents);
    if (contents.length === 0) return { status: 'no-words' };
    // What stands in the group has been written: it goes in, however long it is.
    const isTyped = origin === 'form';
    if (isTyped && description.length > LONGEST_WORDS) return { status: 'too-long' };
    const author = by.isStaff ? await authorOf(tx, command.roomId, said) : by.person.id;
    const summary = summaryOf(contents, company.locale);
    const facts = { companyId: company.id, authorId: author, typeId, urgency, responsibleId: null };
    const outcome = await deps.service.openIn(tx, {
      ticket: { ...facts, summary, description, origin, source: source ?? placeOf(said) },
      ...{ by: by.actor, cause },
    });
    if (outcome.status === 'not-served') return { status: 'no-company' };
    if (outcome.status === 'known') {
      return { status: 'known', ticketId: outcome.ticket?.id ?? 0 };
    }
    const messages = await deps.messages.addClients(tx, outcome.ticket.id, said);
    await deps.onClientWords(tx, { ticket: outcome.ticket, messages, isOpening: true }, cause);
    return outcome;
  }

  /** «Да, добавить туда»: what is done or closed is in work again with it. */
  async function add(
    command: Omit<FileCommand, 'typeId' | 'urgency' | 'origin'> & { readonly ticketId: number },
  ): Promise<{ readonly status: 'repeated' | 'stranger' } | ActOutcome> {
    const { ticketId, roomId, asker, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const by = await standIn(tx, roomId, asker);
      const [ticket] = await tickets.find(tx, [ticketId]);
      if (!by || ticket?.roomId !== roomId) return { status: 'stranger' };
      const said = await messagesOf(tx, command, by);
      const isOver = ticket.status === 'done' || ticket.status === 'closed';
      const reason = summaryOf(
        said.map(({ content }) => content),
        by.person.locale,
      );
      const moves = isOver
        ? ({ action: 'return', reason } as const)
        : ({ action: 'write' } as const);
      return deps.addWords(tx, { ...moves, ticketId, by, said, cause });
    });
  }

  /** The message it is made of, its album whole, and what the form was told. */
  async function messagesOf(
    tx: Tx,
    { source, said }: Pick<FileCommand, 'source' | 'said'>,
    { person }: Standing,
  ): Promise<ClientMessage[]> {
    const all = source ? await intake.partsOf(tx, source) : [];
    const own = { personId: person.id, author: person.name };
    for (const { messageId, ...one } of said) {
      if (messageId !== null && all.some((known) => known.messageId === messageId)) continue;
      // What an employee has raised is said by whoever wrote it in the group.
      const kept = messageId === null ? [] : await intake.partsOf(tx, { ...one, messageId });
      const theirs = kept.filter(({ personId }) => personId !== person.id);
      all.push(...(theirs.length > 0 ? theirs : [{ ...one, messageId, ...own }]));
    }
    return all;
  }

  async function contentsOf(db: Tx, source: MessagePlace | null, said: FileCommand['said']) {
    const kept = source ? await intake.partsOf(db, source) : [];
    const known = new Set(kept.map(({ messageId }) => messageId));
    const told = said.filter(({ messageId }) => messageId === null || !known.has(messageId));
    return [...kept, ...told].map(({ content }) => content);
  }

  /** An employee files it for whoever of the company has written it. */
  async function authorOf(tx: Tx, roomId: number, said: readonly ClientMessage[]) {
    const writer = said[0]?.personId ?? null;
    const members = writer === null ? [] : await rooms.members(tx, [roomId]);
    const isTheirs = members.some(({ person, role }) => person.id === writer && role === 'client');
    return isTheirs ? writer : null;
  }

  async function localeOf(roomId: number, fallback: Locale): Promise<Locale> {
    return (await companies.findByRoom(prisma, [roomId]))[0]?.locale ?? fallback;
  }

  /** Whether its room keeps this message, so that nothing of it is missing. */
  async function isKept(source: MessagePlace | null): Promise<boolean> {
    return source !== null && (await intake.partsOf(prisma, source)).length > 0;
  }

  const before = (ms: number) => new Date(clock.now().getTime() - ms);
  const roomsOf = (userId: number) => intake.roomsOf(prisma, userId);
  return { obstacle, types, promised, preview, alike, file, fileIn, add, isKept, roomsOf };
}

/** Where the first of it stands in the group; null: nowhere there. */
function placeOf(said: readonly ClientMessage[]): MessagePlace | null {
  const first = said.find(({ chatId, messageId }) => chatId < 0 && messageId !== null);
  return first?.messageId ? { chatId: first.chatId, messageId: first.messageId } : null;
}
