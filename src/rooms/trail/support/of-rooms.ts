// Changes of dialogs, for those who follow what support does in rooms.

import type { DialogsDeps } from '../../../dialogs/index.ts';
import type { Trail } from '../index.ts';

/** Those of the dialogs whose client is a room. */
export function ofRooms(follow: Trail['followDialogs']): NonNullable<DialogsDeps['onChanged']> {
  return async (tx, changes) => {
    const rooms = changes.filter(({ after }) => after.channel === 'room');
    if (rooms.length === 0) return;
    await follow(
      tx,
      rooms.map(({ after: { id: dialogId, addressId, closedAt } }) => {
        return { dialogId, addressId, closedAt };
      }),
    );
  };
}
