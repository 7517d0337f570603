// Which messages of those that wait, or have waited, as conditions on their table.

import { Prisma } from '../../generated/prisma/client.ts';
import type { RoomRole } from '../../rooms/room.ts';
import type { MessagePlace } from '../message.ts';

/** Which of what waits in a room; all of it, if nothing is named. */
export interface Which {
  /** Of these roles. */
  readonly roles?: readonly RoomRole[] | null;
  /** Of whoever wrote this message; with `isUpTo`, nothing they wrote later, but its album whole. */
  readonly author?: MessagePlace & { readonly isUpTo?: true };
  readonly places?: readonly MessagePlace[];
  /** Up to this row of the table. */
  readonly upTo?: number;
  /** Said by then. */
  readonly by?: Date;
}

/** A sign that an employee has taken away again, or a ticket that was made by a slip. */
export type Reopening =
  | (MessagePlace & { readonly staffId: number })
  | { readonly ticketId: number };

/** What the rows must be like, besides being open; `k` is the table. */
export function conditionsOf({ roles, author, places, upTo, by }: Which): Prisma.Sql {
  const all = [
    Prisma.sql`TRUE`,
    ...(roles ? [Prisma.sql`k.role = ANY(${[...roles]}::text[])`] : []),
    ...(upTo === undefined ? [] : [Prisma.sql`k.id <= ${upTo}`]),
    ...(by ? [Prisma.sql`k.said_at <= ${by}::timestamptz`] : []),
    ...(places ? [amongst(places)] : []),
    ...(author ? [ofAuthor(author), ...(author.isUpTo ? [upToMessage(author)] : [])] : []),
  ];
  return Prisma.join(all, ' AND ');
}

/** Which had ended so; `k` is the table. */
export function endedBy(what: Reopening): Prisma.Sql {
  if ('ticketId' in what) {
    return Prisma.sql`k.ticket_id = ${what.ticketId} AND k.outcome = 'ticket'`;
  }
  const { chatId, messageId, staffId } = what;
  // It answered all that its author had said up to there, and takes all of it back.
  return Prisma.sql`k.outcome = 'reaction' AND k.ended_by_id = ${staffId} AND k.id IN (
    SELECT o.id FROM room_wait_message s JOIN room_wait_message o ON o.wait_id = s.wait_id
      AND o.ended_at = s.ended_at AND o.person_id IS NOT DISTINCT FROM s.person_id
    WHERE s.chat_id = ${chatId}::bigint AND s.message_id = ${messageId})`;
}

function amongst(places: readonly MessagePlace[]): Prisma.Sql {
  const rows = places.map((at) => Prisma.sql`(${at.chatId}::bigint, ${at.messageId}::int)`);
  return rows.length === 0
    ? Prisma.sql`FALSE`
    : Prisma.sql`(k.chat_id, k.message_id) IN (${Prisma.join(rows)})`;
}

function ofAuthor({ chatId, messageId }: MessagePlace): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM room_message m WHERE m.chat_id = ${chatId}::bigint
    AND m.message_id = ${messageId} AND m.person_id IS NOT DISTINCT FROM k.person_id)`;
}

function upToMessage({ chatId, messageId }: MessagePlace): Prisma.Sql {
  return Prisma.sql`(k.message_id <= ${messageId} OR EXISTS (SELECT 1 FROM room_message a
    JOIN room_message b ON b.chat_id = a.chat_id AND b.album_key = a.album_key
    WHERE a.chat_id = ${chatId}::bigint AND a.message_id = ${messageId}
      AND b.chat_id = k.chat_id AND b.message_id = k.message_id))`;
}
