// The table of a room's files.

import type { MediaKind } from '../../../dialogs/content.ts';
import type { Database, Tx } from '../../../platform/database/index.ts';
import {
  FILE_KINDS,
  type FileFacts,
  type FileKind,
  type HashState,
  hashStateOf,
  LISTED_MEDIA,
  type RoomFile,
} from './file.ts';

interface Row {
  id: number;
  roomId: number;
  messageId: number;
  uniqueId: string;
  fileId: string;
  media: string;
  name: string | null;
  size: bigint | null;
  kind: string;
  kindById: number | null;
  addedAt: Date;
  sha256: string | null;
  hashState: string;
}

function toFile(row: Row): RoomFile {
  return {
    id: row.id,
    roomId: row.roomId,
    messageId: row.messageId,
    uniqueId: row.uniqueId,
    fileId: row.fileId,
    media: row.media as MediaKind,
    name: row.name,
    size: row.size === null ? null : Number(row.size),
    kind: row.kind as FileKind,
    kindById: row.kindById,
    addedAt: row.addedAt,
    sha256: row.sha256,
    hashState: row.hashState as HashState,
  };
}

/** A file as a list shows it: with whoever sent it. */
export interface ListedFile extends RoomFile {
  readonly author: string;
  readonly caption: string;
  /** Where it stands. */
  readonly at: { readonly chatId: number; readonly messageId: number };
}

export interface FilePage {
  readonly files: readonly ListedFile[];
  readonly total: number;
}

export interface NewFile extends FileFacts {
  readonly roomId: number;
  readonly messageId: number;
  readonly kind: FileKind;
}

export interface HashOutcome {
  readonly state: HashState;
  readonly sha256: string | null;
  /** When it is tried again; null: it is not. */
  readonly at: Date | null;
}

const WITH_MESSAGE = {
  include: { message: { select: { author: true, content: true, chatId: true, messageId: true } } },
} as const;

export type RoomFileRepository = ReturnType<typeof createRoomFileRepository>;

/** Methods with `tx` belong to it. */
export function createRoomFileRepository({ prisma }: Database) {
  /** Once for each message that brings it. */
  async function insert(tx: Tx, file: NewFile, now: Date): Promise<void> {
    const hashState = hashStateOf(file);
    const hashAt = hashState === 'waiting' ? now : null;
    const size = file.size === null ? null : BigInt(file.size);
    await tx.roomFile.createMany({
      data: [{ ...file, size, addedAt: now, hashState, hashAt }],
      skipDuplicates: true,
    });
  }

  /** Newest first; `kind` null: of every kind. */
  async function page(
    roomId: number,
    kind: FileKind | null,
    { skip, take }: { readonly skip: number; readonly take: number },
    db: Tx = prisma,
  ): Promise<FilePage> {
    const where = { roomId, media: { in: [...LISTED_MEDIA] }, ...(kind ? { kind } : {}) };
    const total = await db.roomFile.count({ where });
    const rows = await db.roomFile.findMany({
      where,
      orderBy: { id: 'desc' },
      skip,
      take,
      ...WITH_MESSAGE,
    });
    return { total, files: rows.map(toListed) };
  }

  /** Of what kinds there are listed files, in the order of their buttons. */
  async function kinds(roomId: number): Promise<FileKind[]> {
    const where = { roomId, media: { in: [...LISTED_MEDIA] } };
    const rows = await prisma.roomFile.groupBy({ by: ['kind'], where });
    return FILE_KINDS.filter((kind) => rows.some((row) => row.kind === kind));
  }

  async function find(id: number, db: Tx = prisma): Promise<ListedFile | null> {
    const row = await db.roomFile.findUnique({ where: { id }, ...WITH_MESSAGE });
    return row && toListed(row);
  }

  async function setKind(tx: Tx, id: number, kind: FileKind, byId: number): Promise<void> {
    await tx.roomFile.update({ where: { id }, data: { kind, kindById: byId } });
  }

  /** Whose hash is asked for now, the longest waiting first. */
  async function listToHash(
    now: Date,
    limit: number,
  ): Promise<(RoomFile & { readonly tries: number })[]> {
    const rows = await prisma.roomFile.findMany({
      where: { hashAt: { lte: now } },
      orderBy: { hashAt: 'asc' },
      take: limit,
    });
    return rows.map((row) => ({ ...toFile(row), tries: row.hashTries }));
  }

  /** Notes what came of it, of this file wherever it stands. */
  async function recordHash(
    tx: Tx,
    uniqueId: string,
    { state, sha256, at }: HashOutcome,
  ): Promise<void> {
    await tx.roomFile.updateMany({
      where: { uniqueId, hashState: 'waiting' },
      data: { hashState: state, sha256, hashAt: at, hashTries: { increment: 1 } },
    });
  }

  return { insert, page, kinds, find, setKind, listToHash, recordHash };
}

function toListed(
  row: Row & {
    message: { author: string; content: unknown; chatId: bigint; messageId: number };
  },
): ListedFile {
  const { author, content, chatId, messageId } = row.message;
  const { caption = '' } = content as { caption?: string };
  return { ...toFile(row), author, caption, at: { chatId: Number(chatId), messageId } };
}
