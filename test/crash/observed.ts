// What is found when everything has come to rest: in the database, in the clients' chats, in the desk.
import { createDatabase, type Database } from '../../src/platform/database/index.ts';
import type { MessageView, SandboxClient } from '../../src/sandbox/client.ts';
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
  /** What it says now, by our memory. */
  readonly text: string;
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
  /** Where copies stand, as far as it is known. */
  readonly places: readonly { sourceId: number; chatId: number; messageId: number }[];
  readonly cards: readonly SeenMessage[];
  /** What the bot said in the desk, cards included. */
  readonly inDesk: readonly SeenMessage[];
  /** What the bot said to each client. */
  readonly toClient: ReadonlyMap<number, readonly string[]>;
  /** Albums of the bot's, as the texts of their parts. */
  readonly albums: readonly (readonly string[])[];
  /** What the bot shows on messages, by «chat/message». */
  readonly signs: ReadonlyMap<string, readonly string[]>;
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
        AS copies,
      coalesce(m.content->>'text', m.content->>'caption', '') AS text
    FROM message m ORDER BY m.id`;
  const events = await prisma.$queryRaw<ObservedEvent[]>`
    SELECT e.type, e.subject_id AS "dialogId", u.payload->'callback_query'->>'id' AS "queryId",
      (e.data->>'messageId')::int AS "messageId", (e.data->>'rating')::int AS rating
    FROM event e LEFT JOIN inbox_update u ON e.cause = 'update:' || u.update_id
    WHERE e.subject = 'dialog' ORDER BY e.id`;
  const places = await prisma.$queryRaw<Observed['places'][number][]>`
    SELECT source_id AS "sourceId", chat_id::float8 AS "chatId", message_id AS "messageId"
    FROM message_copy ORDER BY id`;
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
    places,
    events,
    presses: new Set(presses.map(({ id }) => id)),
    left: left ?? {},
  };
}

async function inTelegram(control: SandboxClient, { clients, staff, deskChatId }: People) {
  const all = { userId: staff[0] ?? 0, chatId: deskChatId, limit: 100_000 };
  const cards = await control.pinned({ userId: all.userId, chatId: deskChatId });
  const inDesk = await control.messages(all);
  const byClient = new Map<number, readonly MessageView[]>();
  for (const userId of clients)
    byClient.set(userId, await control.messages({ userId, limit: 100_000 }));
  const everything = [...inDesk, ...[...byClient.values()].flat()];
  const toClient = new Map(
    [...byClient].map(([userId, seen]) => [userId, fromBot(seen).map(({ text }) => text)]),
  );
  const { id: botId } = await control.bot({});
  return {
    cards,
    inDesk: fromBot(inDesk),
    toClient,
    albums: albumsOf(fromBot(everything)),
    signs: signsOf(everything, botId),
  };
}

function fromBot(seen: readonly MessageView[]): readonly MessageView[] {
  return seen.filter(({ from }) => from.isBot);
}

function albumsOf(seen: readonly MessageView[]): readonly (readonly string[])[] {
  const albums = new Map<string, string[]>();
  for (const { albumId, text } of seen) {
    if (albumId !== null) albums.set(albumId, [...(albums.get(albumId) ?? []), text]);
  }
  return [...albums.values()];
}

function signsOf(
  seen: readonly MessageView[],
  botId: number,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    seen.map(({ chatId, messageId, reactions }) => [
      `${chatId}/${messageId}`,
      reactions.flatMap(({ emoji, userIds }) => (userIds.includes(botId) ? [emoji] : [])),
    ]),
  );
}
