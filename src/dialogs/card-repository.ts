// Everything a card shows, read for many cards at once.

import { Prisma } from '../generated/prisma/client.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { CardFacts, ThreadFacts } from './card-facts.ts';
import {
  type CardRow,
  type LogRow,
  type QuestionRow,
  type ThreadRow,
  toFacts,
  toThread,
} from './card-rows.ts';
import { REMINDERS } from './reminders/card-repository.ts';
import { STANDINGS } from './standing-repository.ts';

export type {
  CardFacts,
  CardLogLine,
  CardQuestion,
  FormerPlace,
  ThreadFacts,
} from './card-facts.ts';

/** How much of a dialog a card has room for. */
const QUESTIONS = 8;
/** Events that are read for these lines: several alike in a row are one line. */
const LOG_EVENTS = 24;

/** What of the log a card tells; the rest is for reports and disputes. */
const LOGGED = [
  'opened',
  'reopened',
  'taken',
  'resumed',
  'released',
  'returned',
  'transferred',
  'assigned',
  'taken-over',
  'called',
  'noted',
  'answer-delivered',
  'answer-failed',
  'edited',
  'answer-taken-back',
  'answer-missed',
  'answer-dropped',
  'auto-replied',
  'copy-dropped',
  'closed',
  'moved',
  'client-blocked',
  'client-lost',
  'client-returned',
];

const LABELS = Prisma.sql`(
  SELECT json_agg(json_build_object('name', l.name, 'tag', l.tag, 'colour', l.colour) ORDER BY l.name)
  FROM client_label w JOIN label l ON l.id = w.label_id WHERE w.client_id = d.client_id)`;

/** As the partial index `message_unanswered` has it. */
const UNANSWERED = Prisma.raw("purpose = 'question' AND answered_at IS NULL");

export type CardRepository = ReturnType<typeof createCardRepository>;

/** Reads by numbers of dialogs, many at once; what does not exist is left out. */
export function createCardRepository({ prisma }: Database) {
  async function listThreads(ids: readonly number[], tx: Tx = prisma): Promise<ThreadFacts[]> {
    const rows = await tx.$queryRaw<ThreadRow[]>`
      SELECT d.id, d.channel, d.status, d.thread_id, d.topic_closed, c.name AS client_name, k.id AS desk_id, k.kind AS desk_kind, k.state AS desk_state,
        k.locale AS desk_locale, k.chat_id, k.channel_id
      FROM dialog d JOIN client c ON c.id = d.client_id LEFT JOIN desk k ON k.id = d.desk_id
      WHERE d.id = ANY(${[...ids]}::int[])`;
    return rows.map(toThread);
  }

  async function listCards(ids: readonly number[]): Promise<Map<number, CardFacts>> {
    const list = [...ids];
    const [rows, questions, log] = await Promise.all([
      readDialogs(list),
      readQuestions(list),
      readLog(list),
    ]);
    return new Map(
      rows.map((row) => {
        const asked = questions.filter((question) => question.dialog_id === row.id);
        const logged = log.filter((line) => line.subject_id === row.id);
        return [row.id, toFacts(row, asked, logged)];
      }),
    );
  }

  function readDialogs(ids: number[]): Promise<CardRow[]> {
    return prisma.$queryRaw<CardRow[]>`
      SELECT d.*, c.name AS client_name, c.username, c.company, c.source, a.unreachable,
        k.kind AS desk_kind, k.department, k.locale AS desk_locale, k.chat_id AS desk_chat_id, s.name AS assignee_name,
        p.thread_id AS previous_thread_id, ${REMINDERS} AS reminders, ${LABELS} AS labels,
        ${STANDINGS} AS standings,
        f.kind AS former_kind, f.chat_id AS former_chat_id, f.thread_id AS former_thread_id,
        CASE WHEN f.reason = 'lost' THEN f.panel_id END AS former_panel_id
      FROM dialog d
      JOIN client c ON c.id = d.client_id
      JOIN client_address a ON a.id = d.address_id
      LEFT JOIN desk k ON k.id = d.desk_id
      LEFT JOIN staff s ON s.id = d.assignee_id AND (s.removed_at IS NULL OR d.closed_at IS NOT NULL)
      LEFT JOIN dialog p ON p.id = d.previous_id AND p.desk_id = d.desk_id
      LEFT JOIN LATERAL (
        SELECT * FROM former_thread WHERE dialog_id = d.id AND thread_id IS NOT NULL
        ORDER BY ended_at DESC, id DESC LIMIT 1) AS f ON true
      WHERE d.id = ANY(${ids}::int[])`;
  }

  /**
   * The newest unanswered questions, and the last answered one where there are none; an album is one,
   * told by its first part with the words of the part that has some. No more rows are read than a card
   * needs: somebody may ask a thousand things.
   */
  function readQuestions(ids: number[]): Promise<QuestionRow[]> {
    return prisma.$queryRaw<QuestionRow[]>`
      SELECT q.*, d.id AS dialog_id FROM unnest(${ids}::int[]) AS d (id),
      LATERAL (
        SELECT (count(*) - count(media_group_id) + count(DISTINCT media_group_id))::int AS total
        FROM message WHERE dialog_id = d.id AND ${UNANSWERED}
      ) AS waiting,
      LATERAL (
        SELECT * FROM (
          SELECT m.id, m.received_at, false AS answered, coalesce(album.content, m.content) AS content,
            coalesce(album.parts, 1) AS parts, coalesce(album.kinds > 1, false) AS mixed, waiting.total
          FROM message m LEFT JOIN LATERAL (
            SELECT (array_agg(content ORDER BY coalesce(content->>'caption', '') = '', id))[1] AS content,
              count(*)::int AS parts, count(DISTINCT kind) AS kinds, min(id) AS first_id
            FROM message
            WHERE m.media_group_id IS NOT NULL AND media_group_id = m.media_group_id
              AND dialog_id = d.id AND ${UNANSWERED}
            GROUP BY media_group_id) AS album ON true
          WHERE m.dialog_id = d.id AND ${UNANSWERED} AND coalesce(album.first_id, m.id) = m.id
          ORDER BY m.id DESC LIMIT ${QUESTIONS}) AS unanswered
        UNION ALL
        SELECT * FROM (
          SELECT id, received_at, true AS answered, content, 1 AS parts, false AS mixed, 0 AS total
          FROM message
          WHERE dialog_id = d.id AND purpose = 'question' AND answered_at IS NOT NULL
            AND waiting.total = 0
          ORDER BY id DESC LIMIT 1) AS answered
      ) AS q ORDER BY q.id`;
  }

  function readLog(ids: number[]): Promise<LogRow[]> {
    return prisma.$queryRaw<LogRow[]>`
      SELECT l.* FROM unnest(${ids}::int[]) AS d (id),
      LATERAL (
        SELECT e.id, e.subject_id, e.type, e.at, s.id AS staff_id, s.name AS staff_name,
          o.name AS other_name, m.content AS note
        FROM event e
        LEFT JOIN staff s ON e.actor = 'staff' AND s.id = e.actor_id
        LEFT JOIN staff o ON e.type IN ('transferred', 'assigned', 'taken-over', 'returned')
          AND o.id = (e.data->>CASE WHEN e.type IN ('transferred', 'assigned') THEN 'to' ELSE 'from' END)::int
        LEFT JOIN message m ON e.type = 'noted' AND m.id = (e.data->>'messageId')::int AND m.purpose = 'note'
        WHERE e.subject = 'dialog' AND e.subject_id = d.id AND e.type = ANY(${LOGGED}::text[])
          AND e.type <> 'asked'
        ORDER BY e.id DESC LIMIT ${LOG_EVENTS}
      ) AS l ORDER BY l.id`;
  }

  return { listThreads, listCards };
}
