// What is known of a room, out of the tables in which it was kept.

import type { Content } from '../dialogs/content.ts';
import type { Database } from '../platform/database/index.ts';
import type { RoomRole } from '../rooms/room.ts';
import type { FileKind, HashState } from '../rooms/trail/files/file.ts';
import { inOrder, type Trail, type TrailEntry, type TrailMember } from './trail.ts';

/** Rows of one kind; a room that has more is older than its dispute. */
const MOST = 20_000;

const MEMBER_EVENTS = ['joined', 'left', 'parted', 'role-set'] as const;

/** Who is meant by the numbers in rows. */
interface Names {
  readonly person: (id: number | null) => string | null;
  readonly staff: (id: number | null) => string | null;
  /** What somebody is in the room, or was last. */
  readonly role: (personId: number | null) => RoomRole | null;
}

export type TrailRepository = ReturnType<typeof createTrailRepository>;

export function createTrailRepository({ prisma }: Database) {
  /** Null: there is no such room. */
  async function read(roomId: number): Promise<Trail | null> {
    const room = await prisma.room.findUnique({ where: { id: roomId }, select: { title: true } });
    if (!room) return null;
    const names = await namesIn(roomId);
    const messages = await messagesOf(roomId);
    const parts = [
      ...messages.flatMap(ofMessage),
      ...(await ofSupport(roomId)),
      ...(await agreements(roomId, names)),
      ...(await checkpoints(roomId, names)),
      ...(await events(roomId, names)),
    ];
    const members = await membersOf(roomId);
    return { title: room.title, members, entries: inOrder(parts), isCut: messages.length === MOST };
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

  async function namesIn(roomId: number): Promise<Names> {
    const rows = await prisma.roomMember.findMany({
      where: { roomId },
      include: { person: { select: { name: true } } },
      orderBy: { id: 'asc' },
    });
    const people = new Map(rows.map(({ personId, person, role }) => [personId, { person, role }]));
    // Employees act in rooms in which they are no members.
    const acted = await actedIn(roomId);
    const nameOf = new Map(acted.map(({ id, name }) => [id, name]));
    const staff = await prisma.staff.findMany({ select: { id: true, name: true } });
    const staffNames = new Map(staff.map(({ id, name }) => [id, name]));
    return {
      person: (id) => people.get(id ?? 0)?.person.name ?? nameOf.get(id ?? 0) ?? null,
      staff: (id) => staffNames.get(id ?? 0) ?? null,
      role: (id) => (people.get(id ?? 0)?.role ?? null) as RoomRole | null,
    };
  }

  /** Whoever has fixed, promised or done something there. */
  function actedIn(roomId: number) {
    return prisma.$queryRaw<{ id: number; name: string }[]>`
      SELECT id, name FROM person WHERE id IN (
        SELECT unnest(ARRAY[fixed_by_id, exporter_by_id, other_by_id, withdrawn_by_id])
        FROM room_agreement WHERE room_id = ${roomId}
        UNION SELECT unnest(ARRAY[created_by_id, done_by_id, cancelled_by_id])
        FROM room_checkpoint WHERE room_id = ${roomId}
        UNION SELECT m.by_id FROM room_checkpoint_move m
        JOIN room_checkpoint c ON c.id = m.checkpoint_id WHERE c.room_id = ${roomId}
        UNION SELECT actor_id FROM event
        WHERE subject = 'room' AND subject_id = ${roomId} AND actor = 'person')`;
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
  function ofMessage(row: Awaited<ReturnType<typeof messagesOf>>[number]): TrailEntry[] {
    const by = { who: row.author, role: row.role as RoomRole | null };
    const now = { content: row.content, since: row.editedAt ?? row.saidAt };
    const versions = [...row.earlier, now].map(({ content, since }) => ({
      content: content as unknown as Content,
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

  /** What support has answered in the room, which is a client of the desk. */
  async function ofSupport(roomId: number): Promise<TrailEntry[]> {
    const rows = await prisma.message.findMany({
      where: {
        ...{ purpose: 'answer', delivery: 'delivered' },
        dialog: { address: { channel: 'room', externalId: String(roomId) } },
      },
      include: {
        staff: { select: { name: true } },
        versions: { orderBy: { version: 'asc' } },
      },
      orderBy: { id: 'desc' },
      take: MOST,
    });
    return rows.flatMap(({ staff, versions, content, editedAt, receivedAt }) => {
      const by = { who: staff?.name ?? null, role: 'support', sha256: null } as const;
      const said = [...versions, { content, at: editedAt ?? receivedAt }];
      return said.map(({ content: words, at }, index): TrailEntry => {
        const kind = index === 0 ? 'message' : 'reworded';
        return { ...by, at, deed: { kind, content: words as unknown as Content } };
      });
    });
  }

  async function agreements(roomId: number, names: Names): Promise<TrailEntry[]> {
    const rows = await prisma.roomAgreement.findMany({ where: { roomId }, orderBy: { id: 'asc' } });
    return rows.flatMap((row) => {
      const { number } = row;
      const content = row.content as unknown as Content;
      const entry = (
        kind: 'agreement-fixed' | 'agreement-confirmed' | 'agreement-withdrawn',
        at: Date | null,
        id: number | null,
      ): TrailEntry[] => {
        const by = { who: names.person(id), role: names.role(id) };
        return at ? [{ ...by, at, deed: { kind, number, content }, sha256: null }] : [];
      };
      return [
        ...entry('agreement-fixed', row.fixedAt, row.fixedById),
        ...entry('agreement-confirmed', row.exporterAt, row.exporterById),
        ...entry('agreement-confirmed', row.otherAt, row.otherById),
        ...entry('agreement-withdrawn', row.withdrawnAt, row.withdrawnById),
      ];
    });
  }

  async function checkpoints(roomId: number, names: Names): Promise<TrailEntry[]> {
    const rows = await prisma.roomCheckpoint.findMany({
      where: { roomId },
      include: { moves: { orderBy: { id: 'asc' } } },
      orderBy: { id: 'asc' },
    });
    return rows.flatMap((row) => {
      const { number, title, moves } = row;
      const entry = (
        what: 'set' | 'moved' | 'done' | 'cancelled',
        at: Date | null,
        id: number | null,
        dueAt: Date,
      ): TrailEntry[] => {
        const by = { who: names.person(id), role: names.role(id) };
        const deed = { kind: `checkpoint-${what}`, number, title, dueAt } as const;
        return at ? [{ ...by, at, deed, sha256: null }] : [];
      };
      return [
        ...entry('set', row.createdAt, row.createdById, moves[0]?.dueBefore ?? row.dueAt),
        ...moves.flatMap(({ at, byId, dueAfter }) => entry('moved', at, byId, dueAfter)),
        ...entry('done', row.doneAt, row.doneById, row.dueAt),
        ...entry('cancelled', row.cancelledAt, row.cancelledById, row.dueAt),
      ];
    });
  }

  /** Who came and went, and every step of the safe deals. */
  async function events(roomId: number, names: Names): Promise<TrailEntry[]> {
    const rows = await prisma.event.findMany({
      where: {
        subject: 'room',
        subjectId: roomId,
        OR: [{ type: { in: [...MEMBER_EVENTS] } }, { type: { startsWith: 'escrow-' } }],
      },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ at, type, actor, actorId, data }): TrailEntry => {
      const isStaff = actor === 'staff';
      const who = isStaff ? names.staff(actorId) : names.person(actorId);
      const role = isStaff ? 'manager' : names.role(actorId);
      const facts = (data ?? {}) as { readonly [name: string]: unknown };
      const deed = MEMBER_EVENTS.some((known) => known === type)
        ? memberDeed(type as (typeof MEMBER_EVENTS)[number], facts, names)
        : escrowDeed(type, facts);
      return { at, who, role, deed, sha256: null };
    });
  }

  return { read };
}

function memberDeed(
  kind: (typeof MEMBER_EVENTS)[number],
  { personId, role }: { readonly [name: string]: unknown },
  names: Names,
): TrailEntry['deed'] {
  const person = names.person(Number(personId)) ?? '';
  return { kind, person, as: role as RoomRole };
}

function escrowDeed(
  type: string,
  { escrowId, stage }: { readonly [name: string]: unknown },
): TrailEntry['deed'] {
  const number = typeof stage === 'number' ? stage : null;
  return { kind: 'escrow', type, escrowId: Number(escrowId), stage: number };
}
