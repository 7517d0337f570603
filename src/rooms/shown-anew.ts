// What a room showed in a chat that is out of reach it shows anew in the chat that it has now: messages have
// other numbers there, and a card drawn by its old number would be drawn over somebody else's.

import type { Tx } from '../platform/database/index.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import { LOOKS, type RoomDrawing } from './drawing.ts';
import type { RoomHooks } from './member-service.ts';
import type { Room } from './room.ts';

export interface ShownAnewDeps extends Pick<RoomHooks, 'onMoved'> {
  readonly outbox: Outbox;
  readonly drawing: RoomDrawing;
}

export type ShowAnew = ReturnType<typeof createShowAnew>;

/** To be called whenever a room has another chat, its first one included, in the same transaction. */
export function createShowAnew({ outbox, drawing, onMoved }: ShownAnewDeps) {
  return async function showAnew(tx: Tx, room: Room): Promise<void> {
    const shown = await outbox.abandon(tx, [destination('room', room.id)]);
    await drawing.redraw(tx, [room.id], LOOKS);
    if (shown.length > 0) await onMoved(tx, room, shown);
  };
}
