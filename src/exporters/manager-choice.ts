// Who looks after a new exporter where nobody was named: whoever has least to do. Pure.

import type { Role } from '../staff/staff.ts';

export interface Candidate {
  readonly id: number;
  readonly role: Role;
  /** Open personal and product rooms that they answer for. */
  readonly rooms: number;
  /** Exporters that they look after. */
  readonly companies: number;
}

/** Managers do this work; others only where there is none. */
const ORDER: readonly Role[] = ['manager', 'support', 'supervisor', 'admin'];

/**
 * The least loaded of those whose work it is: fewest open rooms, then fewest exporters, then whoever has
 * worked here longest. Null: nobody works here.
 */
export function leastLoaded(candidates: readonly Candidate[]): Candidate | null {
  const role = ORDER.find((wanted) => candidates.some((one) => one.role === wanted));
  const [first = null] = candidates
    .filter((one) => one.role === role)
    .toSorted((a, b) => a.rooms - b.rooms || a.companies - b.companies || a.id - b.id);
  return first;
}
