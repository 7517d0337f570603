// Everything a staff card of a ticket shows, read for many at once.

import { type DeskKindName, kindOf } from '../../desks/kinds/kinds.ts';
import { TICKET_CHANNEL } from '../../dialogs/subject.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { toTicket } from '../repository.ts';
import type { TicketStatus } from '../ticket.ts';
import type { OtherTicket, Said, TicketFacts, TicketStep } from './card-facts.ts';

/** Without the clocks, which are kept elsewhere. */
export type KeptFacts = Omit<TicketFacts, 'clocks'>;

export type TicketCardRepository = ReturnType<typeof createTicketCardRepository>;

const STEPS = 6;
/** Answers are noted as they arrive; an album has ten parts, a long text several. */
const LAST_SAID = 20;
/** What is told by the steps besides, or happens too often to be one. */
const UNTOLD = ['ticket-write', 'ticket-external-id', 'deadline-told', 'webhook-skipped'];

const OTHER = {
  select: {
    ...{ id: true, summary: true, status: true },
    dialog: { select: { threadId: true, desk: { select: { kind: true, chatId: true } } } },
  },
} as const;

const SHOWN = {
  company: { select: { id: true, name: true } },
  author: { select: { name: true } },
  type: { select: { nameRu: true, nameEn: true } },
  responsible: { select: { id: true, name: true } },
  checks: { orderBy: { position: 'asc' } },
  linked: { select: { other: OTHER } },
  linkedBy: { select: { one: OTHER } },
  mergedInto: OTHER,
  splitFrom: OTHER,
} as const satisfies Prisma.TicketInclude;

type Shown = Prisma.TicketGetPayload<{ include: typeof SHOWN }>;
type OtherRow = NonNullable<Shown['mergedInto']>;

export function createTicketCardRepository({ prisma }: Database) {
  /** The tickets whose threads these dialogs are, by the dialogs' numbers. */
  async function ticketsOf(
    dialogIds: readonly number[],
    db: Tx = prisma,
  ): Promise<ReadonlyMap<number, number>> {
    const rows = await db.$queryRaw<{ dialog_id: number; ticket_id: number }[]>`
      SELECT d.id AS dialog_id, a.external_id::int AS ticket_id
      FROM dialog d JOIN client_address a ON a.id = d.address_id
      WHERE d.id = ANY(${[...dialogIds]}::int[]) AND a.channel = ${TICKET_CHANNEL}`;
    return new Map(rows.map((row) => [row.dialog_id, row.ticket_id]));
  }

  async function find(ids: readonly number[]): Promise<readonly KeptFacts[]> {
    const rows = await prisma.ticket.findMany({ where: { id: { in: [...ids] } }, include: SHOWN });
    const steps = await readSteps(ids);
    return rows.map((row) => toFacts(row, steps.get(row.id) ?? []));
  }

  async function readSteps(
    ids: readonly number[],
  ): Promise<ReadonlyMap<number, readonly TicketStep[]>> {
    const rows = await prisma.$queryRaw<StepRow[]>`
      SELECT l.* FROM unnest(${[...ids]}::int[]) AS t (id),
      LATERAL (
        SELECT e.id, e.subject_id, e.type, e.at, coalesce(s.name, p.name) AS by, e.data->>'reason' AS reason
        FROM event e
        LEFT JOIN staff s ON e.actor = 'staff' AND s.id = e.actor_id
        LEFT JOIN person p ON e.actor = 'person' AND p.id = e.actor_id
        WHERE e.subject = 'ticket' AND e.subject_id = t.id AND e.type <> ALL(${UNTOLD}::text[])
        ORDER BY e.id DESC LIMIT ${STEPS}
      ) AS l ORDER BY l.id`;
    const byTicket = new Map<number, TicketStep[]>();
    for (const { subject_id: id, type, at, by, reason } of rows) {
      const step = { type: type.replace(/^ticket-/, ''), at, by, reason };
      byTicket.set(id, [...(byTicket.get(id) ?? []), step]);
    }
    return byTicket;
  }

  /** Where the last answers from this thread stand at the client's. */
  async function saidTo(tx: Tx, dialogId: number): Promise<readonly Said[]> {
    const rows = await tx.$queryRaw<{ chat_id: bigint; message_ids: number[] }[]>`
      SELECT said.chat_id, array_agg(said.message_id) AS message_ids FROM (
        SELECT c.chat_id, c.message_id FROM message m JOIN message_copy c ON c.source_id = m.id
        WHERE m.dialog_id = ${dialogId} AND m.purpose = 'answer'
        ORDER BY m.id DESC LIMIT ${LAST_SAID}) AS said GROUP BY said.chat_id`;
    return rows.map(({ chat_id, message_ids: messageIds }) => ({
      chatId: Number(chat_id),
      messageIds,
    }));
  }

  /** A ticket and the way to its thread; null: there is no such ticket. */
  async function place(ticketId: number): Promise<OtherTicket | null> {
    const row = await prisma.ticket.findUnique({ where: { id: ticketId }, ...OTHER });
    return row && toOther(row);
  }

  return { ticketsOf, find, place, saidTo };
}

interface StepRow {
  subject_id: number;
  type: string;
  at: Date;
  by: string | null;
  reason: string | null;
}

function toFacts(row: Shown, steps: readonly TicketStep[]): KeptFacts {
  const { company, author, type, responsible, checks, linked, linkedBy, ...rest } = row;
  const { mergedInto, splitFrom, ...ticket } = rest;
  const links = [...linked.map(({ other }) => other), ...linkedBy.map(({ one }) => one)];
  return {
    ticket: toTicket(ticket),
    ...{ company, responsible, steps },
    author: author?.name ?? null,
    type: { ru: type.nameRu, en: type.nameEn },
    checks: checks.map(({ id, text, doneAt }) => ({ id, text, done: doneAt !== null })),
    links: links
      .map(toOther)
      // Told as what it was split from, once.
      .filter(({ id }) => id !== ticket.splitFromId)
      .toSorted((a, b) => a.id - b.id),
    mergedInto: mergedInto && toOther(mergedInto),
    splitFrom: splitFrom && toOther(splitFrom),
  };
}

function toOther({ id, summary, status, dialog }: OtherRow): OtherTicket {
  const { threadId = null, desk = null } = dialog ?? {};
  const isThere = desk !== null && threadId !== null;
  const kind = kindOf((desk?.kind ?? null) as DeskKindName | null);
  const url = isThere ? kind.threadUrl(Number(desk.chatId), threadId) : null;
  return { id, summary, status: status as TicketStatus, url };
}
