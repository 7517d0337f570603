// What is known of a room, out of the tables in which it was kept.

import type { Content } from '../dialogs/content.ts';
import type { Currency } from '../escrow/currency.ts';
import type { Database } from '../platform/database/index.ts';
import { asWritten } from '../platform/json.ts';
import type { RoomRole } from '../rooms/room.ts';
import type { FileKind, HashState } from '../rooms/trail/files/file.ts';
import { inOrder, type Trail, type TrailEntry, type TrailMember } from './trail.ts';
import { createTrailNames, type TrailNames } from './trail-names-repository.ts';
import { createSupportTrail } from './trail-support-repository.ts';

/** Rows of one kind; a room that has more is older than its dispute. */
const MOST = 20_000;

const MEMBER_EVENTS = ['joined', 'left', 'parted', 'role-set'] as const;

export type TrailRepository = ReturnType<typeof createTrailRepository>;

export function createTrailRepository(database: Database) {
  const { prisma } = database;
  const { namesIn } = createTrailNames(database);
  const support = createSupportTrail(database);

  /** Null: there is no such room. */
  async function read(roomId: number): Promise<Trail | null> {
    const room = await prisma.room.findUnique({
      where: { id: roomId },
      select: { title: true, company: { select: { timeZone: true } } },
    });
    if (!room) return null;
    const names = await namesIn(roomId);
    const messages = await messagesOf(roomId);
    const parts = [
      ...messages.flatMap((row) => ofMessage(row, names)),
      ...(await support.read(roomId, names)),
      ...(await agreements(roomId, names)),
      ...(await checkpoints(roomId, names)),
      ...(await events(roomId, names)),
    ];
    const members = await membersOf(roomId);
    return {
      title: room.title,
      timeZone: room.company?.timeZone ?? null,
      members,
      entries: inOrder(parts),
      isCut: messages.length === MOST,
    };
  }

  async function membersOf(roomId: number): Promise<readonly TrailMember[]> {
    const rows = await prisma.roomMember.findMany({
      where: { roomId },
      include: { person: { select: { name: true } } },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ person, role, since, leftAt }) => ({
      name: person.name,
      role: role as RoomRole,
      since,
      leftAt,
    }));
  }

  async function messagesOf(roomId: number) {
    const rows = await prisma.roomMessage.findMany({
      where: { roomId },
      include: { files: true, earlier: { orderBy: { version: 'asc' } } },
      orderBy: { id: 'desc' },
      take: MOST,
    });
    return rows.reverse();
  }

  /** What it said first, what it was changed into, and the files that came with it. */
  function ofMessage(
    row: Awaited<ReturnType<typeof messagesOf>>[number],
    names: TrailNames,
  ): TrailEntry[] {
    const role = (row.role as RoomRole | null) ?? names.staffRole(row.personId);
    const by = { who: row.author, role };
    const now = { content: row.content, since: row.editedAt ?? row.saidAt };
    const versions = [...row.earlier, now].map(({ content, since }) => ({
      content: asWritten<Content>(content),
      since,
    }));
    const said = versions.map(({ content, since }, index): TrailEntry => {
      const deed = { kind: index === 0 ? 'message' : 'reworded', content } as const;
      return { ...by, at: index === 0 ? row.saidAt : since, deed, sha256: null };
    });
    const files = row.files.map((file): TrailEntry => {
      const { name, sha256 } = file;
      const facts = { name, size: file.size === null ? null : Number(file.size) };
      const kinds = { paper: file.kind as FileKind, hash: file.hashState as HashState };
      return { ...by, at: row.saidAt, deed: { kind: 'file', ...facts, ...kinds }, sha256 };
    });
    return [...said, ...files];
  }

  async function agreements(roomId: number, names: TrailNames): Promise<TrailEntry[]> {
    const rows = await prisma.roomAgreement.findMany({ where: { roomId }, orderBy: { id: 'asc' } });
    return rows.flatMap((row) => {
      const { number } = row;
      const content = asWritten<Content>(row.content);
      const entry = (
        kind: 'agreement-fixed' | 'agreement-confirmed' | 'agreement-withdrawn',
        at: Date | null,
        id: number | null,
      ): TrailEntry[] => {
        return at ? [{ ...by(names, id), at, deed: { kind, number, content }, sha256: null }] : [];
      };
      return [
        ...entry('agreement-fixed', row.fixedAt, row.fixedById),
        ...entry('agreement-confirmed', row.exporterAt, row.exporterById),
        ...entry('agreement-confirmed', row.otherAt, row.otherById),
        ...entry('agreement-withdrawn', row.withdrawnAt, row.withdrawnById),
      ];
    });
  }

  async function checkpoints(roomId: number, names: TrailNames): Promise<TrailEntry[]> {
    const rows = await prisma.roomCheckpoint.findMany({
      where: { roomId },
      include: { moves: { orderBy: { id: 'asc' } } },
      orderBy: { id: 'asc' },
    });
    return rows.flatMap((row) => {
      const { number, title, moves } = row;
      const entry = (
        kind: 'checkpoint-set' | 'checkpoint-done' | 'checkpoint-cancelled',
        at: Date | null,
        id: number | null,
        dueAt: Date,
      ): TrailEntry[] =>
        at ? [{ ...by(names, id), at, deed: { kind, number, title, dueAt }, sha256: null }] : [];
      return [
        ...entry(
          'checkpoint-set',
          row.createdAt,
          row.createdById,
          moves[0]?.dueBefore ?? row.dueAt,
        ),
        ...moves.map(({ at, byId, dueBefore, dueAfter: dueAt, reason }): TrailEntry => {
          const deed = {
            kind: 'checkpoint-moved',
            number,
            title,
            dueBefore,
            dueAt,
            reason,
          } as const;
          return { ...by(names, byId), at, deed, sha256: null };
        }),
        ...entry('checkpoint-done', row.doneAt, row.doneById, row.dueAt),
        ...entry('checkpoint-cancelled', row.cancelledAt, row.cancelledById, row.dueAt),
      ];
    });
  }

  /** Who came and went, and every step of the safe deals. */
  async function events(roomId: number, names: TrailNames): Promise<TrailEntry[]> {
    const rows = await prisma.event.findMany({
      where: {
        subject: 'room',
        subjectId: roomId,
        OR: [{ type: { in: [...MEMBER_EVENTS] } }, { type: { startsWith: 'escrow-' } }],
      },
      orderBy: { id: 'asc' },
    });
    const deals = await prisma.escrow.findMany({
      where: { roomId },
      select: { id: true, currency: true },
    });
    const currencies = new Map(deals.map(({ id, currency }) => [id, currency as Currency]));
    return rows.map(({ at, type, actor, actorId, data }): TrailEntry => {
      const who = actor === 'staff' ? names.ofStaff(actorId) : by(names, actorId);
      const facts = (data ?? {}) as Facts;
      const deed = MEMBER_EVENTS.some((known) => known === type)
        ? memberDeed(type as (typeof MEMBER_EVENTS)[number], facts, names)
        : escrowDeed(type, facts, currencies);
      return { ...who, at, deed, sha256: null };
    });
  }

  return { read };
}

interface Facts {
  readonly [name: string]: unknown;
}

function by(names: TrailNames, personId: number | null) {
  return { who: names.person(personId), role: names.role(personId) };
}

function memberDeed(
  kind: (typeof MEMBER_EVENTS)[number],
  { personId, role }: Facts,
  names: TrailNames,
): TrailEntry['deed'] {
  const person = names.person(Number(personId)) ?? '';
  return { kind, person, as: role as RoomRole };
}

function escrowDeed(
  type: string,
  { escrowId, stage, amount }: Facts,
  currencies: ReadonlyMap<number, Currency>,
): TrailEntry['deed'] {
  const id = Number(escrowId);
  const numberOr = (fact: unknown) => (typeof fact === 'number' ? fact : null);
  const sum = { amount: numberOr(amount), currency: currencies.get(id) ?? null };
  return { kind: 'escrow', type, escrowId: id, stage: numberOr(stage), ...sum };
}
