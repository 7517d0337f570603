// What partners ask of rooms, and who of their people may ask for partners.

import type { Rooms } from '../rooms/index.ts';
import type { RoomRole } from '../rooms/room.ts';

export type RoomsDoor = Pick<
  Rooms['service'],
  'find' | 'members' | 'invite' | 'lead' | 'vouches' | 'withdraw' | 'raise'
>;

/** Whoever sells there, and staff: by the table of staff, whatever the room remembers them as. */
export function mayInvite(role: RoomRole | null, isStaff: boolean): boolean {
  return isStaff || role === 'exporter';
}
