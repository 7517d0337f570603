// Everything that is known of one ticket, out of the log that nobody changes and out of the tables beside it.

import type { Content } from '../../dialogs/content.ts';
import type { Event } from '../../generated/prisma/client.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { asWritten } from '../../platform/json.ts';
import type { ClockKind, ClockOutcome } from '../../sla/clock.ts';
import { type TicketStatus, ticketNumber, type Urgency } from '../../tickets/ticket.ts';
import { type Doer, type FieldChange, inOrder, type LogEntry, type TicketLog } from './log.ts';

const PREFIX = 'ticket-';
/** Their words stand among what was said, once they have arrived. */
const TOLD_AS_WORDS = ['ticket-comment', 'ticket-comment-inside'];

/** Who is meant by the numbers in the log. */
interface Names {
  readonly staff: ReadonlyMap<number, string>;
  readonly people: ReadonlyMap<number, string>;
  readonly types: ReadonlyMap<number, string>;
}

export function createProofRepository({ prisma }: Pick<Database, 'prisma'>) {
  /** Null: there is no such ticket. Names of types are in the client's language. */
  async function read(ticketId: number): Promise<TicketLog | null> {
    const row = await prisma.ticket.findUnique({
      where: { id: ticketId },
      include: { company: true, type: true, author: true, responsible: true },
    });
    if (!row) return null;
    const { company, type, author, responsible } = row;
    const entries = [
      ...(await deeds(ticketId, company.locale)),
      ...(await clientWords(ticketId)),
      ...(await staffWords(ticketId)),
      ...(await comments(ticketId)),
    ];
    return {
      ...{ id: row.id, summary: row.summary, description: row.description },
      ...{ companyId: company.id, companyName: company.name, timeZone: company.timeZone },
      type: { ru: type.nameRu, en: type.nameEn },
      status: row.status as TicketStatus,
      urgency: row.urgency as Urgency,
      authorName: author?.name ?? null,
      responsibleName: responsible?.name ?? null,
      openedAt: row.openedAt,
      promises: await promises(ticketId),
      entries: inOrder(entries),
    };
  }

  async function promises(ticketId: number): Promise<TicketLog['promises']> {
    const rows = await prisma.slaClock.findMany({
      where: { subject: 'ticket', subjectId: ticketId },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ kind, targetMinutes, startedAt, stoppedAt, spentMs, outcome }) => ({
      ...{ targetMinutes, startedAt, stoppedAt, spentMs: Number(spentMs) },
      kind: kind as ClockKind,
      outcome: outcome as ClockOutcome | null,
    }));
  }

  async function deeds(ticketId: number, locale: string): Promise<LogEntry[]> {
    const rows = await prisma.event.findMany({
      where: {
        ...{ subject: 'ticket', subjectId: ticketId },
        type: { startsWith: PREFIX, notIn: TOLD_AS_WORDS },
      },
      orderBy: { id: 'asc' },
    });
    const names = await namesIn(rows, locale);
    return rows.map((row): LogEntry => {
      const data = (row.data ?? {}) as Data;
      return {
        ...{ kind: 'deed', at: row.at, who: doerOf(row, names), cause: row.cause },
        deed: row.type.slice(PREFIX.length),
        changes: changesIn(data, names),
        reason: typeof data.reason === 'string' ? data.reason : null,
      };
    });
  }

  async function namesIn(rows: readonly Event[], locale: string): Promise<Names> {
    const actors = rows.flatMap(({ actor, actorId }) => (actor === 'person' ? [actorId ?? 0] : []));
    const [staff, people, types] = await Promise.all([
      prisma.staff.findMany({ select: { id: true, name: true } }),
      prisma.person.findMany({
        where: { id: { in: actors } },
        select: { id: true, name: true },
      }),
      prisma.ticketType.findMany(),
    ]);
    const byId = (named: readonly { readonly id: number; readonly name: string }[]) =>
      new Map(named.map(({ id, name }) => [id, name]));
    return {
      staff: byId(staff),
      people: byId(people),
      types: new Map(types.map((one) => [one.id, locale === 'ru' ? one.nameRu : one.nameEn])),
    };
  }

  /** What was said from the client's side. */
  async function clientWords(ticketId: number): Promise<LogEntry[]> {
    const rows = await prisma.ticketMessage.findMany({
      where: { ticketId, side: 'client' },
      orderBy: { id: 'asc' },
    });
    return rows.flatMap(({ content, author, saidAt, messageId }): LogEntry[] =>
      content === null
        ? []
        : [
            {
              ...{ kind: 'said', at: saidAt, who: { kind: 'client', name: author } },
              ...{ cause: `message:${messageId}`, content: asWritten<Content>(content) },
            },
          ],
    );
  }

  /** Answers that have arrived, and what employees have noted for each other; in all threads that it ever had. */
  async function staffWords(ticketId: number): Promise<LogEntry[]> {
    const rows = await prisma.message.findMany({
      where: {
        author: 'staff',
        dialog: { address: { channel: 'ticket', externalId: String(ticketId) } },
        OR: [{ purpose: 'answer', delivery: 'delivered' }, { purpose: 'note' }],
      },
      include: { staff: { select: { name: true } } },
      orderBy: { id: 'asc' },
    });
    return rows.map(
      (row): LogEntry => ({
        kind: row.purpose === 'note' ? 'note' : 'said',
        at: row.deliveredAt ?? row.receivedAt,
        who: { kind: 'staff', name: row.staff?.name ?? null },
        cause: `message:${row.messageId}`,
        content: asWritten<Content>(row.content),
      }),
    );
  }

  /** What the company's own system of record has noted for employees, and what of it has arrived at the client. */
  async function comments(ticketId: number): Promise<LogEntry[]> {
    const rows = await prisma.ticketComment.findMany({
      where: { ticketId, OR: [{ kind: 'inside' }, { deliveredAt: { not: null } }] },
      orderBy: { id: 'asc' },
    });
    return rows.map(
      ({ id, kind, author, text, saidAt, deliveredAt }): LogEntry => ({
        kind: kind === 'inside' ? 'note' : 'said',
        at: deliveredAt ?? saidAt,
        who: { kind: kind === 'automatic' ? 'system' : 'staff', name: author },
        cause: `comment:${id}`,
        content: { kind: 'text', text, entities: [] },
      }),
    );
  }

  async function roomOf(tx: Tx, ticketId: number): Promise<number | null> {
    const row = await tx.ticket.findUnique({ where: { id: ticketId }, select: { roomId: true } });
    return row?.roomId ?? null;
  }

  return { read, roomOf };
}

type Data = { readonly [name: string]: unknown };

function doerOf({ actor, actorId }: Event, { staff, people }: Names): Doer {
  if (actor === 'staff') return { kind: 'staff', name: staff.get(actorId ?? 0) ?? null };
  if (actor === 'person' || actor === 'client') {
    return { kind: 'client', name: people.get(actorId ?? 0) ?? null };
  }
  return { kind: 'system', name: null };
}

function changesIn(data: Data, { staff, types }: Names): FieldChange[] {
  const read = (
    key: string,
    field: FieldChange['field'],
    shown: (value: string | number) => string | null,
  ): FieldChange[] => {
    if (!(key in data)) return [];
    const [before, after] = [data[`${key}Before`], data[key]].map((value) =>
      typeof value === 'string' || typeof value === 'number' ? shown(value) : null,
    );
    return before === after ? [] : [{ field, before: before ?? null, after: after ?? null }];
  };
  const plain = (value: string | number) => String(value);
  return [
    ...read('status', 'status', plain),
    ...read('responsibleId', 'responsible', (id) => staff.get(Number(id)) ?? null),
    ...read('typeId', 'type', (id) => types.get(Number(id)) ?? null),
    ...read('urgency', 'urgency', plain),
    ...read('rating', 'rating', plain),
    ...read('mergedIntoId', 'merged', (id) => ticketNumber(Number(id))),
  ];
}
