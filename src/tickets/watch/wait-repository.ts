// The tables of what waits in rooms. A room has one open wait at most; whoever changes it locks it.

import type { Tx } from '../../platform/database/index.ts';
import type { RoomKind, RoomRole } from '../../rooms/room.ts';
import type { MessagePlace } from '../message.ts';
import type { Spoken, WaitOutcome } from './wait.ts';
import { conditionsOf, endedBy, type Reopening, type Which } from './which-repository.ts';

/** A message as its room keeps it, with whom it answers. */
export interface KeptWords extends Spoken {
  readonly roomId: number;
  readonly personId: number | null;
  readonly replyTo: number | null;
  readonly saidAt: Date;
  readonly isClosed: boolean;
  /** It belongs to a ticket. */
  readonly isOfTicket: boolean;
}

export interface Ending {
  readonly outcome: WaitOutcome;
  readonly staffId: number | null;
  readonly ticketId?: number | null;
  readonly at: Date;
}

export interface Ended {
  readonly waitId: number;
  /** How many messages have ended now, and how many of the room still wait. */
  readonly ended: number;
  readonly left: number;
}

/** A wait that is open. */
export interface OpenWait {
  readonly id: number;
  readonly roomId: number;
  readonly since: Date;
  readonly lookAt: Date | null;
  readonly raisedAt: Date | null;
}

export type WaitRepository = ReturnType<typeof createWaitRepository>;

/** Every method takes the transaction it belongs to, or the database. */
export function createWaitRepository() {
  /** Null: no room keeps it. */
  async function words(db: Tx, { chatId, messageId }: MessagePlace): Promise<KeptWords | null> {
    const [row] = await db.$queryRaw<WordsRow[]>`
      SELECT m.room_id, m.person_id, m.role, m.reply_to, m.said_at, r.kind, r.state = 'closed' AS is_closed,
        t.id IS NOT NULL AS has_target, t.role AS target_role, EXISTS (
          SELECT 1 FROM person p JOIN staff s ON s.user_id = p.user_id AND s.removed_at IS NULL
          WHERE p.id = t.person_id) AS target_is_staff, EXISTS (
          SELECT 1 FROM ticket_message k
          WHERE k.chat_id = m.chat_id AND k.message_id = m.message_id) AS is_of_ticket
      FROM room_message m JOIN room r ON r.id = m.room_id
      LEFT JOIN room_message t ON t.chat_id = m.chat_id AND t.message_id = m.reply_to
      WHERE m.chat_id = ${chatId}::bigint AND m.message_id = ${messageId}`;
    return row ? toWords(row) : null;
  }

  /** It waits from now on; nothing where it does already, or did. */
  async function add(
    tx: Tx,
    place: MessagePlace,
    said: Pick<KeptWords, 'roomId' | 'personId' | 'role' | 'saidAt'>,
  ): Promise<{ readonly waitId: number; readonly isRaised: boolean } | null> {
    const { chatId, messageId } = place;
    const { roomId, personId, role, saidAt } = said;
    const [row] = await tx.$queryRaw<{ wait_id: number; is_raised: boolean }[]>`
      WITH wait AS (
        INSERT INTO room_wait AS w (room_id, since, look_at)
        SELECT ${roomId}, ${saidAt}::timestamptz, ${saidAt}::timestamptz
        WHERE NOT EXISTS (SELECT 1 FROM room_wait_message k
          WHERE k.chat_id = ${chatId}::bigint AND k.message_id = ${messageId})
        ON CONFLICT (room_id) WHERE ended_at IS NULL DO UPDATE SET since = LEAST(w.since, EXCLUDED.since)
        RETURNING id, raised_at IS NOT NULL AS is_raised)
      INSERT INTO room_wait_message (wait_id, chat_id, message_id, person_id, role, said_at)
      SELECT id, ${chatId}::bigint, ${messageId}, ${personId}::int, ${role}, ${saidAt}::timestamptz FROM wait
      RETURNING wait_id, (SELECT is_raised FROM wait) AS is_raised`;
    return row ? { waitId: row.wait_id, isRaised: row.is_raised } : null;
  }

  /** Nobody else changes it until the transaction ends. Null: nothing waits in that room. */
  async function lockOf(tx: Tx, roomId: number): Promise<OpenWait | null> {
    const [row] = await tx.$queryRaw<OpenRow[]>`
      SELECT id, room_id, since, look_at, raised_at FROM room_wait
      WHERE room_id = ${roomId} AND ended_at IS NULL FOR UPDATE`;
    return row ? toOpen(row) : null;
  }

  /** These wait no more; null: none of them did. */
  async function end(tx: Tx, roomId: number, which: Which, how: Ending): Promise<Ended | null> {
    const wait = await lockOf(tx, roomId);
    if (!wait) return null;
    const ended = await tx.$executeRaw`
      UPDATE room_wait_message AS k SET ended_at = ${how.at}::timestamptz, outcome = ${how.outcome},
        ended_by_id = ${how.staffId}::int, ticket_id = ${how.ticketId ?? null}::int
      WHERE k.wait_id = ${wait.id} AND k.ended_at IS NULL AND ${conditionsOf(which)}`;
    if (ended === 0) return null;
    return { waitId: wait.id, ended, left: await settle(tx, wait.id, how.at) };
  }

  /**
   * The wait goes on with what is left of it, or is over. Where all that was raised has ended, what came after is
   * raised when its own time comes. @returns how many messages still wait
   */
  async function settle(tx: Tx, waitId: number, at: Date): Promise<number> {
    const [row] = await tx.$queryRaw<{ left: number }[]>`
      WITH open AS (SELECT count(*)::int AS left, min(said_at) AS since
        FROM room_wait_message WHERE wait_id = ${waitId} AND ended_at IS NULL)
      UPDATE room_wait AS w SET since = COALESCE(open.since, w.since),
        raised_at = CASE WHEN open.since > w.raised_at THEN NULL ELSE w.raised_at END,
        look_at = CASE WHEN w.raised_at IS NULL OR open.since > w.raised_at THEN open.since END,
        ended_at = CASE WHEN open.left = 0 THEN ${at}::timestamptz END
      FROM open WHERE w.id = ${waitId} RETURNING open.left`;
    return row?.left ?? 0;
  }

  /** What had ended waits again. @returns its wait; null: nothing of it had */
  async function reopen(tx: Tx, what: Reopening): Promise<number | null> {
    const rows = await tx.$queryRaw<{ id: number; wait_id: number; room_id: number }[]>`
      SELECT k.id, k.wait_id, w.room_id FROM room_wait_message k JOIN room_wait w ON w.id = k.wait_id
      WHERE ${endedBy(what)} ORDER BY k.id FOR UPDATE`;
    const [first] = rows;
    if (!first) return null;
    const waitId = (await lockOf(tx, first.room_id))?.id ?? first.wait_id;
    await tx.$executeRaw`
      UPDATE room_wait_message SET wait_id = ${waitId}, ended_at = NULL, outcome = NULL, ended_by_id = NULL,
        ticket_id = NULL
      WHERE id = ANY(${rows.map(({ id }) => id)}::int[])`;
    await tx.$executeRaw`UPDATE room_wait SET ended_at = NULL WHERE id = ${waitId}`;
    await settle(tx, waitId, new Date(0));
    return waitId;
  }

  /** The wait to which this message belongs, also if it is over; null: none. */
  async function waitWith(db: Tx, { chatId, messageId }: MessagePlace): Promise<number | null> {
    const where = { chatId_messageId: { chatId: BigInt(chatId), messageId } };
    const row = await db.roomWaitMessage.findUnique({ where, select: { waitId: true } });
    return row?.waitId ?? null;
  }

  /** The rooms whose people these dialogs of the desk answer. */
  async function roomsOfDialogs(db: Tx, dialogIds: readonly number[]): Promise<number[]> {
    const where = { dialogId: { in: [...dialogIds] } };
    const rows = await db.supportCall.findMany({ where, select: { roomId: true } });
    return [...new Set(rows.map(({ roomId }) => roomId))];
  }

  /**
   * In which chats something waits, as they were called then and are called now, and whether anything is still to be
   * told: one statement, for each look.
   */
  async function overview(
    db: Tx,
  ): Promise<{ readonly chatIds: readonly number[]; readonly isHeld: boolean }> {
    const [row] = await db.$queryRaw<{ chats: bigint[]; held: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM staff_held) AS held, ARRAY(
        SELECT k.chat_id FROM room_wait w JOIN room_wait_message k ON k.wait_id = w.id
        WHERE w.ended_at IS NULL AND k.ended_at IS NULL
        UNION SELECT g.chat_id FROM room_wait w JOIN room_group g ON g.room_id = w.room_id AND g.state = 'used'
        WHERE w.ended_at IS NULL) AS chats`;
    return { chatIds: (row?.chats ?? []).map(Number), isHeld: row?.held ?? false };
  }

  /** The rooms whose waits are to be looked at by now. */
  async function listDue(db: Tx, now: Date, limit: number): Promise<number[]> {
    const rows = await db.roomWait.findMany({
      where: { lookAt: { lte: now } },
      orderBy: { lookAt: 'asc' },
      take: limit,
      select: { roomId: true },
    });
    return rows.map(({ roomId }) => roomId);
  }

  /** Rooms that are closed, in which something waits still. */
  async function listClosed(db: Tx): Promise<number[]> {
    const where = { endedAt: null, room: { closedAt: { not: null } } };
    const rows = await db.roomWait.findMany({ where, select: { roomId: true } });
    return rows.map(({ roomId }) => roomId);
  }

  /** All that is open, whoever waits longest first. */
  async function listOpen(db: Tx): Promise<OpenWait[]> {
    const rows = await db.roomWait.findMany({
      where: { endedAt: null },
      orderBy: [{ since: 'asc' }, { id: 'asc' }],
      select: { id: true, roomId: true, since: true, lookAt: true, raisedAt: true },
    });
    return rows;
  }

  async function save(
    tx: Tx,
    id: number,
    state: { readonly lookAt: Date | null; readonly raisedAt?: Date },
  ): Promise<void> {
    await tx.roomWait.update({ where: { id }, data: state });
  }

  /** When the room's buyer had a first answer; `owed`: they have none yet. Null: nobody asked there. */
  async function firstAnswerIn(db: Tx, roomId: number): Promise<Date | 'owed' | null> {
    const lead = await db.lead.findUnique({
      where: { roomId },
      select: { state: true, answeredAt: true },
    });
    if (!lead) return null;
    return lead.answeredAt ?? (lead.state === 'open' ? 'owed' : null);
  }

  return {
    ...{ words, add, lockOf, end, reopen, waitWith, roomsOfDialogs },
    ...{ overview, listDue, listClosed, listOpen, save, firstAnswerIn },
  };
}

interface OpenRow {
  readonly id: number;
  readonly room_id: number;
  readonly since: Date;
  readonly look_at: Date | null;
  readonly raised_at: Date | null;
}

function toOpen(row: OpenRow): OpenWait {
  const { id, since } = row;
  return { id, since, roomId: row.room_id, lookAt: row.look_at, raisedAt: row.raised_at };
}

interface WordsRow {
  readonly room_id: number;
  readonly person_id: number | null;
  readonly role: string | null;
  readonly reply_to: number | null;
  readonly said_at: Date;
  readonly kind: string;
  readonly is_closed: boolean;
  readonly is_of_ticket: boolean;
  readonly has_target: boolean;
  readonly target_role: string | null;
  readonly target_is_staff: boolean;
}

function toWords(row: WordsRow): KeptWords {
  const target = { role: row.target_role as RoomRole | null, isStaff: row.target_is_staff };
  return {
    roomId: row.room_id,
    personId: row.person_id,
    replyTo: row.reply_to,
    saidAt: row.said_at,
    isClosed: row.is_closed,
    isOfTicket: row.is_of_ticket,
    kind: row.kind as RoomKind,
    role: row.role as RoomRole | null,
    isStaff: false,
    target: row.has_target ? target : null,
  };
}
