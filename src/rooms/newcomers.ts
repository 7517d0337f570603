// Somebody whom nobody has invited through the bot is in a room: the room is asked who they are.

import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import type { RoomDrawing } from './drawing.ts';
import type { Joined, RoomHooks } from './member-service.ts';

export const NEWCOMER = 'room-newcomer';

/** What the features do about somebody who has come, after the room itself. */
export function askingWhoCame(
  { say }: Pick<RoomDrawing, 'say'>,
  onJoined: RoomHooks['onJoined'],
): RoomHooks['onJoined'] {
  return async (tx: Tx, joined: Joined, cause: Cause) => {
    const { room, person, byHand } = joined;
    if (byHand && room.state !== 'closed')
      await say(tx, room, NEWCOMER, { personId: person.id, kind: room.kind }, cause);
    await onJoined(tx, joined, cause);
  };
}
