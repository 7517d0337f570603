// What is found when everything has come to rest: in the database, in the clients' chats, in the desk.
import { createDatabase, type Database } from '../../src/platform/database/index.ts';
import type { SandboxClient } from '../../src/sandbox/client.ts';
import type { TestLocation } from '../support/database.ts';
import type { People } from './deeds.ts';

export type SeenMessage = { readonly threadId: number | null; readonly text: string };

export type ObservedDialog = {
  readonly id: number;
  readonly clientUserId: number;
  readonly status: string;
  readonly rating: number | null;
  readonly threadId: number | null;
};

export type ObservedMessage = {
  readonly id: number;
  readonly dialogId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly purpose: string;
  readonly delivery: string | null;
  readonly waits: boolean;
  /** Copies on the other side whose place is known. */
  readonly copies: number;
};

export type ObservedEvent = {
  readonly type: string;
  readonly dialogId: number;
  /** The press that caused it. */
  readonly queryId: string | null;
  readonly messageId: number | null;
  readonly rating: number | null;
};

export type Observed = {
  readonly dialogs: readonly ObservedDialog[];
  readonly messages: readonly ObservedMessage[];
  /** Of dialogs, in their order. */
  readonly events: readonly ObservedEvent[];
  /** Presses that came in, by what Telegram calls them. */
  readonly presses: ReadonlySet<string>;
  /** What is still to be done, by the name of its table; everything should be zero. */
  readonly left: Readonly<Record<string, number>>;
  readonly cards: readonly SeenMessage[];
  /** What the bot said in the desk, cards included. */
  readonly inDesk: readonly SeenMessage[];
  /** What the bot said to each client. */
  readonly toClient: ReadonlyMap<number, readonly string[]>;
};

/** The program must have ended: the embedded database lets one in at a time. */
export async function observe(
  control: SandboxClient,
  location: TestLocation,
  people: People,
): Promise<Observed> {
  const database = await createDatabase(location);
  try {
    return { ...(await inDatabase(database)), ...(await inTelegram(control, people)) };
  } finally {
    await database.close();
  }
}

async function inDatabase({ prisma }: Database) {
  const dialogs = await prisma.$queryRaw<ObservedDialog[]>`
    SELECT d.id, a.external_id::float8 AS "clientUserId", d.status, d.rating, d.thread_id AS "threadId"
    FROM dialog d JOIN client_address a ON a.id = d.address_id ORDER BY d.id`;
  const messages = await prisma.$queryRaw<ObservedMessage[]>`
    SELECT m.id, m.dialog_id AS "dialogId", m.chat_id::float8 AS "chatId", m.message_id AS "messageId",
      m.purpose, m.delivery, m.purpose = 'question' AND m.answered_at IS NULL AS waits,
      (SELECT count(*) FROM message_copy c WHERE c.source_id = m.id)::int
        AS copies
    FROM message m ORDER BY m.id`;
  const events = await prisma.$queryRaw<ObservedEvent[]>`
    SELECT e.type, e.subject_id AS "dialogId", u.payload->'callback_query'->>'id' AS "queryId",
      (e.data->>'messageId')::int AS "messageId", (e.data->>'rating')::int AS rating
    FROM event e LEFT JOIN inbox_update u ON e.cause = 'update:' || u.update_id
    WHERE e.subject = 'dialog' ORDER BY e.id`;
  const presses = await prisma.$queryRaw<{ id: string }[]>`
    SELECT payload->'callback_query'->>'id' AS id FROM inbox_update
    WHERE payload->'callback_query' IS NOT NULL`;
  const [left] = await prisma.$queryRaw<Record<string, number>[]>`
    SELECT (SELECT count(*) FROM inbox_update WHERE state <> 'done')::int AS inbox,
      (SELECT count(*) FROM outbox_message WHERE state NOT IN ('sent', 'dropped'))::int AS outbox,
      (SELECT count(*) FROM projection WHERE dirty_since IS NOT NULL OR failure IS NOT NULL)::int
        AS projections`;
  return {
    dialogs,
    messages,
    events,
    presses: new Set(presses.map(({ id }) => id)),
    left: left ?? {},
  };
}

async function inTelegram(control: SandboxClient, { clients, staff, deskChatId }: People) {
  const all = { userId: staff[0] ?? 0, chatId: deskChatId, limit: 100_000 };
  const fromBot = async (asked: Parameters<SandboxClient['messages']>[0]) =>
    (await control.messages(asked)).filter(({ from }) => from.isBot);
  const cards = await control.pinned({ userId: all.userId, chatId: deskChatId });
  const toClient = new Map<number, readonly string[]>();
  for (const userId of clients) {
    const said = await fromBot({ userId, limit: 100_000 });
    toClient.set(
      userId,
      said.map(({ text }) => text),
    );
  }
  return { cards, inDesk: await fromBot(all), toClient };
}
