// How far a deal brings what the room is about: the importer has paid, or all is done and paid out.

import type { Escrow } from './escrow.ts';

/** Null: this step brings it no further. `before`: null where the deal begins. */
export function progressOf(before: Escrow | null, after: Escrow): 'payment' | 'done' | null {
  if (after.status === before?.status) return null;
  if (after.status === 'completed') return 'done';
  const isPaid = after.status === 'paid' || (after.fundedAt !== null && !before?.fundedAt);
  return isPaid ? 'payment' : null;
}
