// Support in the story of a room: who called it and why, how the desk took it, and what it has answered.

import type { Content } from '../dialogs/content.ts';
import type { Database } from '../platform/database/index.ts';
import { asWritten } from '../platform/json.ts';
import type { Reason } from '../rooms/trail/support/call.ts';
import type { TrailEntry } from './trail.ts';
import type { TrailNames } from './trail-names-repository.ts';

/** Rows of one kind. */
const MOST = 20_000;

/** What the desk does to a dialog, as the room should read it. */
const STEPS = {
  taken: 'support-taken',
  'taken-over': 'support-taken',
  reopened: 'support-reopened',
  closed: 'support-closed',
} as const;

export function createSupportTrail({ prisma }: Database) {
  async function read(roomId: number, names: TrailNames): Promise<TrailEntry[]> {
    const calls = await prisma.supportCall.findMany({ where: { roomId }, orderBy: { id: 'asc' } });
    if (calls.length === 0) return [];
    const called = calls.map(({ calledAt: at, personId, reason }): TrailEntry => {
      const who = { who: names.person(personId), role: names.role(personId) };
      return {
        ...who,
        at,
        deed: { kind: 'support-called', reason: reason as Reason },
        sha256: null,
      };
    });
    const said = await answers(roomId, names);
    return [...called, ...(await again(roomId)), ...said, ...(await steps(roomId, names))];
  }

  /** A room is a client of the desk. */
  function ofRoom(roomId: number) {
    return { address: { channel: 'room', externalId: String(roomId) } };
  }

  async function answers(roomId: number, names: TrailNames): Promise<TrailEntry[]> {
    const rows = await prisma.message.findMany({
      where: { purpose: 'answer', delivery: 'delivered', dialog: ofRoom(roomId) },
      include: { versions: { orderBy: { version: 'asc' } } },
      orderBy: { id: 'desc' },
      take: MOST,
    });
    return rows.flatMap(({ staffId, versions, content, editedAt, receivedAt }) => {
      const { who } = names.ofStaff(staffId);
      const by = { who, role: 'support', sha256: null } as const;
      const said = [...versions, { content, at: editedAt ?? receivedAt }];
      return said.map(({ content: words, at }, index): TrailEntry => {
        const kind = index === 0 ? 'message' : 'reworded';
        return { ...by, at, deed: { kind, content: asWritten<Content>(words) } };
      });
    });
  }

  /** What the desk was told and nobody wrote in the room: that support was called once more. */
  async function again(roomId: number): Promise<TrailEntry[]> {
    const rows = await prisma.$queryRaw<{ at: Date; content: Content }[]>`
      SELECT m.received_at AS at, m.content FROM message m
      JOIN dialog d ON d.id = m.dialog_id JOIN client_address a ON a.id = d.address_id
      WHERE a.channel = 'room' AND a.external_id = ${String(roomId)} AND m.author = 'client'
        AND NOT EXISTS (SELECT FROM room_message r
          WHERE r.chat_id = m.chat_id AND r.message_id = m.message_id)
        AND NOT EXISTS (SELECT FROM support_call c
          WHERE c.chat_id = m.chat_id AND c.message_id = m.message_id)
      ORDER BY m.id LIMIT ${MOST}`;
    return rows.map(({ at, content }) => {
      const deed = { kind: 'support-again', content } as const;
      return { at, who: null, role: null, deed, sha256: null };
    });
  }

  async function steps(roomId: number, names: TrailNames): Promise<TrailEntry[]> {
    const dialogs = await prisma.dialog.findMany({
      where: ofRoom(roomId),
      select: { id: true },
    });
    const rows = await prisma.event.findMany({
      where: {
        ...{ subject: 'dialog', subjectId: { in: dialogs.map(({ id }) => id) } },
        type: { in: Object.keys(STEPS) },
      },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ at, type, actor, actorId }): TrailEntry => {
      const who = actor === 'staff' ? names.ofStaff(actorId).who : null;
      const deed = { kind: STEPS[type as keyof typeof STEPS] };
      return { at, who, role: who === null ? null : 'support', deed, sha256: null };
    });
  }

  return { read };
}
