// Who makes tickets in a room: the people of a company whose support we are, and whoever works here. Pure.

import type { Visitor } from '../../rooms/rights.ts';

export function isServed({ room, member, staff }: Visitor): boolean {
  return room.kind === 'support' && (staff !== null || member?.role === 'client');
}
