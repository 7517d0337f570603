// The table of forms: one row for a person in a place, open or ended.

import { Prisma } from '../../generated/prisma/client.ts';
import type { Database, Tx } from '../database/index.ts';
import type { Locale } from '../i18n.ts';
import { asWritten, toJson } from '../json.ts';
import type { JsonObject } from '../outbox/message.ts';
import { type Ending, type FormPlace, keyOf, type Prompt } from './form.ts';

export interface FormRow {
  readonly id: number;
  readonly place: FormPlace;
  readonly name: string;
  readonly version: number;
  readonly locale: Locale;
  readonly args: unknown;
  readonly state: unknown;
  readonly prompts: readonly Prompt[];
  readonly openedBy: number;
  readonly lastUpdateId: number;
  readonly expiresAt: Date;
  readonly ending: Ending | null;
}

/** A form that waits for an answer, as it is to be kept. */
export interface OpenForm extends Omit<FormRow, 'id' | 'ending' | 'args' | 'state'> {
  readonly args: JsonObject;
  readonly state: object;
}

export interface FormEnd {
  readonly id: number;
  readonly ending: Ending;
  /** The update that ended it, where it took that one. */
  readonly takenId?: number;
}

/** The key of a form's place, and the update it took last if it has ended. */
export interface KnownForm {
  readonly key: string;
  readonly endedWith: number | null;
}

export type FormRepository = ReturnType<typeof createFormRepository>;

/** Sees the forms of one bot alone. */
export function createFormRepository({ prisma }: Database, botId: number) {
  async function find(place: FormPlace): Promise<FormRow | null> {
    const row = await prisma.formState.findUnique({ where: whereOf(place) });
    return row && toForm(row);
  }

  async function listKnown(): Promise<KnownForm[]> {
    const rows = await prisma.formState.findMany({ where: { botId }, select: KNOWN });
    return rows.map((row) => ({
      key: keyOf(toPlace(row)),
      endedWith: row.endedAt ? Number(row.lastUpdateId) : null,
    }));
  }

  async function save(tx: Tx, { place, ...form }: OpenForm): Promise<void> {
    const where = whereOf(place);
    const data = {
      ...form,
      args: form.args as Prisma.InputJsonObject,
      state: form.state as Prisma.InputJsonObject,
      prompts: toJson(form.prompts),
      endedAt: null,
      ending: null,
    };
    const create = { ...where.botId_connection_chatId_threadId_userId, ...data };
    await tx.formState.upsert({ where, create, update: data });
  }

  async function end(tx: Tx, ends: readonly FormEnd[], now: Date): Promise<void> {
    for (const { id, ending, takenId } of ends) {
      const taken = takenId === undefined ? {} : { lastUpdateId: takenId };
      await tx.formState.updateMany({
        where: { id },
        data: { ...ENDED, ...taken, endedAt: now, ending },
      });
    }
  }

  async function listOverdue(now: Date, limit: number): Promise<FormRow[]> {
    const where = { botId, endedAt: null, expiresAt: { lte: now } };
    const rows = await prisma.formState.findMany({
      where,
      orderBy: { expiresAt: 'asc' },
      take: limit,
    });
    return rows.map(toForm);
  }

  /** Deletes what ended before; says which places have nothing any more. */
  async function forgetEnded(before: Date): Promise<string[]> {
    const rows = await prisma.$queryRaw<PlaceRow[]>`
      DELETE FROM form_state WHERE bot_id = ${botId}::bigint AND ended_at < ${before}::timestamptz
      RETURNING connection, chat_id AS "chatId", thread_id AS "threadId", user_id AS "userId"`;
    return rows.map((row) => keyOf(toPlace(row)));
  }

  /** Open forms follow their chat; its questions, whose numbers mean nothing there, are forgotten. */
  async function replaceChatId(tx: Tx, oldId: number, newId: number): Promise<FormPlace[]> {
    const rows = await tx.$queryRaw<PlaceRow[]>`
      UPDATE form_state AS f SET chat_id = ${newId}::bigint, prompts = '[]'::json
      WHERE bot_id = ${botId}::bigint AND chat_id = ${oldId}::bigint AND ended_at IS NULL
        AND NOT EXISTS (
          SELECT FROM form_state AS there
          WHERE there.bot_id = f.bot_id AND there.connection = f.connection
            AND there.chat_id = ${newId}::bigint AND there.thread_id = f.thread_id
            AND there.user_id = f.user_id)
      RETURNING connection, chat_id AS "chatId", thread_id AS "threadId", user_id AS "userId"`;
    return rows.map(toPlace);
  }

  function whereOf({ connection, chatId, threadId, userId }: FormPlace) {
    return {
      botId_connection_chatId_threadId_userId: { botId, connection, chatId, threadId, userId },
    };
  }

  return { find, listKnown, save, end, listOverdue, forgetEnded, replaceChatId };
}

/**
 * Ends forms in the transaction of the effect for which they were filled in: a process that dies right
 * after it leaves no open form behind whose answer has been used.
 */
export async function endWithEffect(
  tx: Tx,
  forms: readonly { readonly form: number; readonly updateId: number }[],
  now: Date,
): Promise<void> {
  for (const { form, updateId } of forms) {
    await tx.formState.updateMany({
      where: { id: form },
      data: { ...ENDED, lastUpdateId: updateId, endedAt: now, ending: 'done' },
    });
  }
}

/** What somebody has answered is nobody's business once it has been used. */
const ENDED = { args: Prisma.DbNull, state: Prisma.DbNull, prompts: [] };

const KNOWN = {
  connection: true,
  chatId: true,
  threadId: true,
  userId: true,
  endedAt: true,
  lastUpdateId: true,
} as const;

interface PlaceRow {
  readonly connection: string;
  readonly chatId: bigint;
  readonly threadId: number;
  readonly userId: bigint;
}

type Row = Prisma.FormStateGetPayload<object>;

function toPlace({ connection, chatId, threadId, userId }: PlaceRow): FormPlace {
  return { connection, chatId: Number(chatId), threadId, userId: Number(userId) };
}

function toForm(row: Row): FormRow {
  const { id, name, version, args, state, expiresAt } = row;
  return {
    id,
    name,
    version,
    args,
    state,
    expiresAt,
    place: toPlace(row),
    locale: row.locale as Locale,
    prompts: asWritten<Prompt[]>(row.prompts),
    openedBy: Number(row.openedBy),
    lastUpdateId: Number(row.lastUpdateId),
    ending: row.ending as Ending | null,
  };
}
