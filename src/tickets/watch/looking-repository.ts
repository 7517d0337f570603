// Reads what is told of waits, for many at once, as it is now.

import type { Content } from '../../dialogs/content.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { RoomKind } from '../../rooms/room.ts';
import type { WaitFacts, WaitingMessage } from './facts.ts';
import type { WaitOutcome } from './wait.ts';

export function createLookingRepository() {
  /** Those of the waits that there are, in the order asked for. */
  async function look(db: Tx, waitIds: readonly number[]): Promise<WaitFacts[]> {
    if (waitIds.length === 0) return [];
    const waits = await db.$queryRaw<WaitRow[]>`
      SELECT w.id, w.room_id, w.since, w.ended_at, r.kind, COALESCE(c.name, r.title) AS name,
        (SELECT g.chat_id FROM room_group g WHERE g.room_id = r.id AND g.state = 'used') AS chat_id
      FROM room_wait w JOIN room r ON r.id = w.room_id LEFT JOIN client_company c ON c.room_id = r.id
      WHERE w.id = ANY(${[...waitIds]}::int[])`;
    const messages = await db.$queryRaw<MessageRow[]>`
      SELECT k.id, k.wait_id, k.chat_id, k.message_id, k.person_id, k.said_at, k.ended_at, k.outcome, k.ticket_id,
        m.author, m.content, m.album_key, s.name AS ended_by
      FROM room_wait_message k
      JOIN room_message m ON m.chat_id = k.chat_id AND m.message_id = k.message_id
      LEFT JOIN staff s ON s.id = k.ended_by_id
      WHERE k.wait_id = ANY(${[...waitIds]}::int[]) ORDER BY k.id`;
    const byId = new Map(waits.map((wait) => [wait.id, wait]));
    return waitIds.flatMap((id) => {
      const wait = byId.get(id);
      const own = messages.filter((message) => message.wait_id === id);
      return wait ? [toFacts(wait, own)] : [];
    });
  }

  return { look };
}

function toFacts(wait: WaitRow, all: readonly MessageRow[]): WaitFacts {
  const { ended_at: endedAt } = wait;
  const shown = endedAt === null ? all.filter((message) => message.ended_at === null) : all;
  const last = all.toSorted((a, b) => Number(a.ended_at) - Number(b.ended_at)).at(-1);
  return {
    id: wait.id,
    roomId: wait.room_id,
    kind: wait.kind as RoomKind,
    name: wait.name,
    chatId: wait.chat_id === null ? null : Number(wait.chat_id),
    since: wait.since,
    messages: shown.map(toMessage),
    ended: endedAt && {
      at: endedAt,
      outcome: (last?.outcome ?? 'answered') as WaitOutcome,
      by: last?.ended_by ?? null,
      ticketId: last?.ticket_id ?? null,
    },
  };
}

function toMessage(row: MessageRow): WaitingMessage {
  return {
    id: row.id,
    at: { chatId: Number(row.chat_id), messageId: row.message_id },
    personId: row.person_id,
    author: row.author,
    content: row.content as Content,
    album: row.album_key,
    saidAt: row.said_at,
  };
}

interface WaitRow {
  readonly id: number;
  readonly room_id: number;
  readonly since: Date;
  readonly ended_at: Date | null;
  readonly kind: string;
  readonly name: string;
  readonly chat_id: bigint | null;
}

interface MessageRow {
  readonly id: number;
  readonly wait_id: number;
  readonly chat_id: bigint;
  readonly message_id: number;
  readonly person_id: number | null;
  readonly said_at: Date;
  readonly ended_at: Date | null;
  readonly outcome: string | null;
  readonly ticket_id: number | null;
  readonly author: string;
  readonly content: unknown;
  readonly album_key: string | null;
  readonly ended_by: string | null;
}
