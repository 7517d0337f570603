// Between whom something is agreed in a room: the exporter on one side, whoever they deal with there on
// the other. Not everybody in a room is a side.

import type { RoomKind, RoomRole } from '../room.ts';

export const SIDES = ['exporter', 'other'] as const;
export type Side = (typeof SIDES)[number];

/** Who is on the other side in each kind of room; in a support group the company's people answer to its guests. */
const OTHERS: Readonly<Record<RoomKind, readonly RoomRole[]>> = {
  product: ['importer'],
  personal: ['manager'],
  support: ['manager', 'support'],
};

/** Who is on the exporter's side; in a support group whoever is served there. */
const OURS: Readonly<Record<RoomKind, readonly RoomRole[]>> = {
  product: ['exporter'],
  personal: ['exporter'],
  support: ['exporter', 'importer', 'guest'],
};

export interface Speaker {
  readonly personId: number;
  readonly role: RoomRole | null;
}

/**
 * For which side somebody speaks; null: for none. `partnerId`: the other side is this one partner, and
 * nobody else.
 */
export function sideOf(
  kind: RoomKind,
  { personId, role }: Speaker,
  partnerId: number | null,
): Side | null {
  if (role === null) return null;
  if (OURS[kind].includes(role)) return 'exporter';
  if (partnerId !== null) return personId === partnerId ? 'other' : null;
  return OTHERS[kind].includes(role) ? 'other' : null;
}

/** What a side is called: the role that speaks for it. */
export function roleOfSide(kind: RoomKind, side: Side, partnerId: number | null): RoomRole {
  if (side === 'exporter') return OURS[kind][0] ?? 'exporter';
  return partnerId !== null ? 'partner' : (OTHERS[kind][0] ?? 'manager');
}
