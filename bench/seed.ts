// Rows of a company that has worked for a while: one desk, the open dialogs of the people who will
// write, and as many older ones as asked for, each with its message, copy, log, card and finished rows
// of inbox and outbox.

import type { Database } from '../src/platform/database/index.ts';
import { PEOPLE } from './plan.ts';
import { BOT_ID, cardIdOf, GROUP_ID, threadIdOf, userIdOf } from './world.ts';

/** A dialog `d`; those of the people who write are open, one in five of the older ones as well. */
const OPEN = `(d <= ${PEOPLE} OR d % 5 = 0)`;
const LONG_AGO = `now() - interval '1 day' - d % 10000 * interval '1 minute'`;

export async function seed({ prisma, kind }: Database, olderDialogs: number): Promise<void> {
  const last = PEOPLE + olderDialogs;
  for (const statement of [...rows(last), ...sequences()]) {
    await prisma.$executeRawUnsafe(statement);
  }
  if (kind === 'postgres') await prisma.$executeRawUnsafe('CHECKPOINT');
  await prisma.$executeRawUnsafe('VACUUM (ANALYZE)');
}

function rows(last: number): string[] {
  const each = `FROM generate_series(1, ${last}) AS d`;
  return [
    `INSERT INTO desk (id, kind, chat_id, title, locale, created_at)
     VALUES (1, 'forum', ${GROUP_ID}, 'Desk', 'ru', now())`,
    `INSERT INTO client (id, name, username, locale, created_at, last_action_at)
     SELECT d, 'Client ' || d, 'client_' || d, 'ru', ${LONG_AGO}, ${LONG_AGO} ${each}`,
    `INSERT INTO client_address (id, client_id, channel, external_id)
     SELECT d, d, 'telegram', (${userIdOf(0)} + d)::text ${each}`,
    `INSERT INTO dialog (id, desk_id, client_id, address_id, channel, status, thread_id, opened_at,
       closed_at, last_question_at, listed_at, answers_delivered)
     SELECT d, 1, d, d, 'telegram', CASE WHEN ${OPEN} THEN 'answered' ELSE 'closed' END,
       ${threadIdOf(0)} + d, ${LONG_AGO}, CASE WHEN NOT ${OPEN} THEN now() END, ${LONG_AGO}, date_bin('5 minutes', ${LONG_AGO}, 'epoch'), 1 ${each}`,
    `INSERT INTO message (id, dialog_id, author, purpose, chat_id, message_id, kind, content,
       received_at, answered_at)
     SELECT d, d, 'client', 'question', ${userIdOf(0)} + d, 1, 'text',
       '{"kind":"text","text":"Where is my order?","entities":[]}', ${LONG_AGO}, now() ${each}`,
    `INSERT INTO message_copy (id, source_id, chat_id, message_id)
     SELECT d, d, ${GROUP_ID}, d ${each}`,
    `INSERT INTO event (at, type, subject, subject_id, actor, actor_id, cause)
     SELECT ${LONG_AGO}, type, 'dialog', d, 'client', d, 'update:' || d
     ${each}, (VALUES ('opened'), ('asked')) AS e (type)`,
    `INSERT INTO projection (kind, subject_id, destination, wanted, shown, shown_hash, message_id)
     SELECT 'dialog-card', d, 'thread:' || d, 2, 2, 'seeded', ${cardIdOf(0)} + d ${each}`,
    // Finished rows have lower ids than anything that will come.
    `INSERT INTO inbox_update (bot_id, update_id, lane, urgent, state, received_at, done_at)
     SELECT ${BOT_ID}, -d, '/' || d || '/0', false, 'done', now(), now() ${each}`,
    `INSERT INTO outbox_message (destination, name, args, rank, state, attempts, not_before,
       created_at, settled_at)
     SELECT 'thread:' || d, 'client-said', '{}', 'speech', 'sent', 1, now(), now(), now() ${each}`,
  ];
}

/** Rows were numbered by hand: the counters go on behind them. */
function sequences(): string[] {
  return ['desk', 'client', 'client_address', 'dialog', 'message', 'message_copy'].map(
    (table) =>
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`,
  );
}
