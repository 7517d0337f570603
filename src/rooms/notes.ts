// What happens to rooms, in the log of events.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import type { JsonObject } from '../platform/outbox/index.ts';

/** Who did it: an employee by their number, a person by theirs, or the program. */
export interface Actor {
  readonly kind: 'staff' | 'person' | 'system';
  readonly id: number | null;
}

export const SYSTEM: Actor = { kind: 'system', id: null };

export type RoomNotes = ReturnType<typeof createRoomNotes>;

/** Writes in the transaction of what happens. */
export function createRoomNotes({ clock }: { readonly clock: Clock }) {
  async function write(
    tx: Tx,
    type: string,
    roomId: number,
    data: JsonObject,
    cause: Cause,
    by: Actor = SYSTEM,
  ): Promise<void> {
    await writeAll(tx, type, [roomId], data, cause, by);
  }

  /** The same happens to several rooms at once. */
  async function writeAll(
    tx: Tx,
    type: string,
    roomIds: readonly number[],
    data: JsonObject,
    cause: Cause,
    by: Actor = SYSTEM,
  ): Promise<void> {
    const event = { type, subject: 'room', data, actor: by.kind, actorId: by.id } as const;
    const events = roomIds.map((subjectId) => ({ ...event, subjectId }));
    await recordEvents(tx, events, cause, clock.now());
  }

  return { write, writeAll };
}
