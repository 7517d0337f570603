// The tables of desks, of their headers and of outsiders who wrote there.

import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Desk, DeskState } from './desk.ts';
import { type HeaderLine, type HeaderRule, type HeaderScope, isHeaderLine } from './header.ts';
import type { DeskKindName } from './kinds/kinds.ts';
import { SEND_RIGHTS, type SendRight } from './needs.ts';

/** The event of having told of a trouble. */
export const TOLD = 'desk-trouble-told';

const SELECT = {
  id: true,
  kind: true,
  chatId: true,
  channelId: true,
  title: true,
  department: true,
  locale: true,
  state: true,
  trouble: true,
} as const;

interface Row {
  id: number;
  kind: string;
  chatId: bigint;
  channelId: bigint | null;
  title: string;
  department: string | null;
  locale: string;
  state: string;
  trouble: string | null;
}

function toDesk({ kind, chatId, channelId, locale, state, ...rest }: Row): Desk {
  return {
    ...rest,
    kind: kind as DeskKindName,
    chatId: Number(chatId),
    channelId: channelId === null ? null : Number(channelId),
    locale: locale as Locale,
    state: state as DeskState,
  };
}

/** The chats in which a desk is. */
export interface DeskChats {
  readonly kind: DeskKindName;
  readonly chatId: number;
  readonly channelId: number | null;
}

export interface NewDesk extends DeskChats {
  readonly title: string;
  readonly locale: Locale;
  readonly setUpById: number;
}

/** Somebody without rights who writes in a desk. */
export interface Outsider {
  readonly deskId: number;
  /** A person; or the chat behind whose name several may write. */
  readonly userId: number;
  /** Behind a name: the dialog, for whoever writes in the next one may be somebody else. Null: a person. */
  readonly dialogId: number | null;
}

export type DeskRepository = ReturnType<typeof createDeskRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createDeskRepository() {
  async function list(db: Tx): Promise<Desk[]> {
    const rows = await db.desk.findMany({ select: SELECT, orderBy: { id: 'asc' } });
    return rows.map(toDesk);
  }

  async function findById(db: Tx, ids: readonly number[]): Promise<Desk[]> {
    const rows = await db.desk.findMany({ where: { id: { in: [...ids] } }, select: SELECT });
    return rows.map(toDesk);
  }

  async function findByChat(db: Tx, chatIds: readonly number[]): Promise<Desk[]> {
    const rows = await db.desk.findMany({
      where: { chatId: { in: [...chatIds] } },
      select: SELECT,
    });
    return rows.map(toDesk);
  }

  /** All desks, and nobody else sets one up or changes one until the transaction ends. */
  async function lockAll(tx: Tx): Promise<Desk[]> {
    await tx.$executeRaw`LOCK TABLE desk IN SHARE ROW EXCLUSIVE MODE`;
    return list(tx);
  }

  async function insert(tx: Tx, desk: NewDesk, now: Date): Promise<Desk> {
    const data = { ...desk, createdAt: now };
    return toDesk(await tx.desk.create({ data, select: SELECT }));
  }

  async function update(
    tx: Tx,
    id: number,
    data: { readonly title?: string; readonly locale?: Locale; readonly department?: string },
  ): Promise<void> {
    await tx.desk.update({ where: { id }, data });
  }

  /** The desk, if that changed its state; null when it was so before. */
  async function setState(
    tx: Tx,
    id: number,
    state: DeskState,
    trouble: string | null,
    now: Date,
  ): Promise<Desk | null> {
    const { count } = await tx.desk.updateMany({
      where: { id, state: { not: state } },
      data: { state, trouble, troubleAt: trouble === null ? null : now },
    });
    const [desk] = count > 0 ? await findById(tx, [id]) : [];
    return desk ?? null;
  }

  /** Whether those who can mend a desk have been told of this trouble since then. */
  async function isToldSince(tx: Tx, id: number, what: string, since: Date): Promise<boolean> {
    const told = { subject: 'desk', subjectId: id, type: TOLD, at: { gt: since } };
    const where = { ...told, data: { path: ['what'], equals: what } };
    return (await tx.event.count({ where })) > 0;
  }

  /** Whether they have been told of the trouble that a desk is in now. */
  async function isTroubleTold(db: Tx, id: number): Promise<boolean> {
    const rows = await db.$queryRaw<unknown[]>`
      SELECT FROM desk k JOIN event e ON e.subject = 'desk' AND e.subject_id = k.id
        AND e.type = ${TOLD} AND e.at >= k.trouble_at
      WHERE k.id = ${id}::int LIMIT 1`;
    return rows.length > 0;
  }

  /** Kinds of messages that Telegram has not let the bot send there since then. */
  async function refusedKinds(db: Tx, id: number, since: Date): Promise<readonly SendRight[]> {
    const rows = await db.$queryRaw<{ kind: string }[]>`
      SELECT DISTINCT data ->> 'right' AS kind FROM event
      WHERE subject = 'desk' AND subject_id = ${id}::int AND type = 'kind-refused'
        AND at > ${since}::timestamptz`;
    return SEND_RIGHTS.filter((right) => rows.some(({ kind }) => kind === right));
  }

  async function setDefault(tx: Tx, id: number): Promise<void> {
    await tx.desk.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
    await tx.desk.update({ where: { id }, data: { isDefault: true } });
  }

  async function setRoute(tx: Tx, channel: string, deskId: number): Promise<void> {
    const route = { deskId };
    await tx.deskRoute.upsert({ where: { channel }, create: { channel, ...route }, update: route });
  }

  /** The desk is in other chats now. */
  async function moveChat(tx: Tx, id: number, chats: DeskChats): Promise<void> {
    const { kind, chatId, channelId } = chats;
    await tx.desk.update({ where: { id }, data: { kind, chatId, channelId } });
  }

  async function findByChannel(db: Tx, channelId: number): Promise<Desk | null> {
    const row = await db.desk.findUnique({ where: { channelId }, select: SELECT });
    return row && toDesk(row);
  }

  /** Whether one of these chats is a desk or has been: its threads, or its cards. */
  async function wasEverIn(db: Tx, chatIds: readonly number[]): Promise<boolean> {
    const ids = chatIds.map(BigInt);
    const rows = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM desk WHERE chat_id = ANY(${ids}::bigint[]) OR channel_id = ANY(${ids}::bigint[])
      UNION ALL
      SELECT 1 FROM event WHERE subject = 'desk' AND type = 'desk-moved'
        AND ((data->>'from')::bigint = ANY(${ids}::bigint[])
          OR (data->>'fromChannel')::bigint = ANY(${ids}::bigint[]))
      LIMIT 1`;
    return rows.length > 0;
  }

  async function listHeaderRules(db: Tx): Promise<HeaderRule[]> {
    const rows = await db.cardHeader.findMany({
      select: { deskId: true, channel: true, status: true, lines: true },
      orderBy: { id: 'asc' },
    });
    return rows.map((row) => ({ ...row, lines: row.lines.filter(isHeaderLine) }));
  }

  /** Replaces the rule of exactly this scope; null takes it away. */
  async function putHeaderRule(
    tx: Tx,
    { deskId, channel, status }: HeaderScope,
    lines: readonly HeaderLine[] | null,
  ): Promise<void> {
    await tx.cardHeader.deleteMany({ where: { deskId, channel, status } });
    if (lines) await tx.cardHeader.create({ data: { deskId, channel, status, lines: [...lines] } });
  }

  /** False when they were told within the last day, and have lost no role since. */
  async function noteOutsider(
    tx: Tx,
    { deskId, userId, dialogId }: Outsider,
    now: Date,
  ): Promise<boolean> {
    const count = await tx.$executeRaw`
      INSERT INTO desk_outsider AS o (desk_id, user_id, dialog_id, told_at)
      VALUES (${deskId}, ${userId}, ${dialogId ?? 0}, ${now}::timestamptz)
      ON CONFLICT (desk_id, user_id, dialog_id) DO UPDATE SET told_at = excluded.told_at
      WHERE o.told_at <= excluded.told_at - interval '1 day'
        OR EXISTS (SELECT FROM staff s WHERE s.user_id = o.user_id AND s.removed_at > o.told_at)`;
    return count > 0;
  }

  /** The group the bot was last made an administrator of, else put into, and not thrown out of since. */
  async function findAdoptedGroup(db: Tx): Promise<AdoptedGroup | null> {
    const [row] = await db.$queryRaw<{ data: AdoptedGroup }[]>`
      SELECT data FROM (
        SELECT DISTINCT ON (data ->> 'chatId') id, data FROM event
        WHERE subject = 'desk' AND subject_id = 0 AND type = 'bot-membership'
        ORDER BY data ->> 'chatId', id DESC) AS latest
      WHERE (data ->> 'admin')::boolean OR (data ->> 'inside')::boolean
      ORDER BY (data ->> 'admin')::boolean DESC, id DESC LIMIT 1`;
    return row?.data ?? null;
  }

  return {
    list,
    findById,
    findByChat,
    findByChannel,
    wasEverIn,
    lockAll,
    insert,
    update,
    setState,
    isToldSince,
    isTroubleTold,
    refusedKinds,
    moveChat,
    setDefault,
    setRoute,
    listHeaderRules,
    putHeaderRule,
    noteOutsider,
    findAdoptedGroup,
  };
}

/** A group that is no desk yet, as the log of events tells it. */
export interface AdoptedGroup {
  readonly chatId: number;
  readonly title: string;
  readonly forum: boolean;
  readonly admin: boolean;
}
