// The trail of a room, asked for by whoever may have it; it comes to them in private.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import type { Locale } from '../platform/i18n.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import { wordsFor } from '../platform/outbox/words.ts';
import { roleOfVisitor } from '../rooms/rights.ts';
import type { Room, RoomMember } from '../rooms/room.ts';
import type { Staff } from '../staff/staff.ts';
import { type Format, mayExport } from './trail.ts';

export interface TrailServiceDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly rooms: {
    find(tx: Tx, ids: readonly number[]): Promise<readonly Room[]>;
    roleOf(tx: Tx, roomId: number, userId: number): Promise<RoomMember | null>;
  };
}

export interface ExportCommand {
  readonly cause: Cause;
  readonly roomId: number;
  readonly format: Format;
  readonly userId: number;
  readonly staff: Staff | null;
  readonly locale: Locale;
}

export interface ExportOutcome {
  /** `not-started`: the bot cannot write to them. */
  readonly status: 'repeated' | 'gone' | 'no-right' | 'not-started' | 'coming';
}

export function createTrailExport({ database, outbox, clock, rooms }: TrailServiceDeps) {
  async function ask(command: ExportCommand): Promise<ExportOutcome> {
    const { cause, roomId, format, userId, staff, locale } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const [room] = await rooms.find(tx, [roomId]);
      if (!room) return { status: 'gone' };
      const member = await rooms.roleOf(tx, roomId, userId);
      const role = roleOfVisitor({ room, userId, member, staff });
      if (!mayExport(role)) return { status: 'no-right' };
      if (!staff && !member?.person.hasStarted) return { status: 'not-started' };
      const reader = { destination: destination('person', userId), locale };
      const asked = { roomId, format, isStaff: staff !== null };
      await outbox.enqueue(tx, [wordsFor(reader, 'room-trail', asked)], cause);
      const by = staff
        ? { actor: 'staff' as const, actorId: staff.id }
        : { actor: 'person' as const, actorId: member?.person.id ?? null };
      const event = { type: 'trail-exported', subject: 'room', subjectId: roomId } as const;
      await recordEvents(tx, [{ ...event, ...by, data: { format } }], cause, clock.now());
      return { status: 'coming' };
    });
  }

  return { ask };
}
