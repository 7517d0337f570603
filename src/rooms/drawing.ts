// What rooms show and say: their name, description and card are projections; what is said in one is said in
// its languages.

import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import { wordsForAll } from '../platform/outbox/in-languages.ts';
import { destination, type JsonObject, type Outbox } from '../platform/outbox/index.ts';
import type { Room } from './room.ts';

export const ROOM_CARD = 'room-card';
/** All that a room shows of itself. */
export const LOOKS = ['room-title', 'room-about', ROOM_CARD] as const;

export type RoomDrawing = ReturnType<typeof createRoomDrawing>;

export function createRoomDrawing({ outbox }: { readonly outbox: Outbox }) {
  /** Says something in a room, in its languages. */
  async function say(tx: Tx, room: Room, name: string, facts: JsonObject, cause: Cause) {
    const readers = { destination: destination('room', room.id), locales: room.locales };
    await outbox.enqueue(tx, [wordsForAll(readers, name, facts)], cause);
  }

  /** Has the present state of these rooms shown on their cards. */
  async function redraw(
    tx: Tx,
    roomIds: readonly number[],
    kinds: readonly string[] = [ROOM_CARD],
  ): Promise<void> {
    const shown = roomIds.flatMap((subjectId) =>
      kinds.map((kind) => ({ kind, subjectId, destination: destination('room', subjectId) })),
    );
    await outbox.refresh(tx, shown);
  }

  /** The commands that somebody is offered in a room follow what they may do there. */
  async function offerCommands(tx: Tx, roomId: number, userId: number, cause: Cause) {
    const there = { destination: destination('room', roomId), rank: 'adornment' } as const;
    await outbox.enqueue(tx, [{ ...there, name: 'room-commands', args: { userId } }], cause);
  }

  return { say, redraw, offerCommands };
}
