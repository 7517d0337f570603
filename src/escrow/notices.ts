// Who hears of what: the room of every step, in its languages; a manager in private of what is theirs to do.
// Each message names the revision it is about: what has been overtaken meanwhile is not said, or without
// its buttons.

import type { Tx } from '../platform/database/index.ts';
import { destination, type NewMessage } from '../platform/outbox/index.ts';
import { wordsToPerson } from '../platform/outbox/words.ts';
import type { Room } from '../rooms/room.ts';
import { mayManageStaff, type Staff } from '../staff/staff.ts';
import { type Escrow, presentStage, whoseMove } from './escrow.ts';
import type { Deed } from './log.ts';
import type { Party } from './parties.ts';

/** What a room reads of a step. */
export type SaidFacts = {
  readonly escrowId: number;
  readonly revision: number;
  readonly deed: Deed;
  readonly name: string;
  readonly role: Party['role'];
  /** Null: an employee who is not in the room. */
  readonly personId: number | null;
  /** The stage it was about, counted from 1; null: none. */
  readonly stage: number | null;
  /** What was paid out or back, in minor units; null: nothing. */
  readonly amount: number | null;
};

/** Why a manager is written to. */
export type ManagerReason =
  | 'move'
  | 'invoiced'
  | 'paid-and-cancelled'
  | 'remind'
  | 'late'
  | 'own-late';

export type ManagerFacts = {
  readonly escrowId: number;
  readonly revision: number;
  readonly why: ManagerReason;
  readonly room: string;
};

export type ReminderFacts = Omit<ManagerFacts, 'why'>;

export interface Happened {
  readonly deed: Deed;
  readonly party: Party;
  readonly room: Room;
  /** Null: it begins. */
  readonly before: Escrow | null;
  readonly after: Escrow;
  readonly amount: number | null;
}

export function saidInRoom({ deed, party, room, before, after, amount }: Happened): NewMessage {
  const stage = presentStage(before ?? after);
  const facts: SaidFacts = {
    escrowId: after.id,
    revision: after.revision,
    deed,
    name: party.name,
    role: party.role,
    personId: party.personId,
    stage: stage === null ? null : stage + 1,
    amount,
  };
  return inRoom(room, 'escrow-said', facts);
}

/** A message for everybody in a room. */
export function inRoom(
  { id, locales }: Room,
  name: string,
  facts: Readonly<Record<string, string | number | null>>,
): NewMessage {
  return { destination: destination('room', id), name, args: { locales, facts } };
}

/** Why a manager is to hear of it in private; null: the room is enough. */
export function reasonForManager({ deed, before, after }: Happened): ManagerReason | null {
  if (deed === 'cancel') return before?.status === 'paid' ? 'paid-and-cancelled' : null;
  if (after.status === 'invoiced') return before?.status === 'draft' ? 'invoiced' : null;
  return whoseMove(after).includes('manager') ? 'move' : null;
}

export interface ManagersDeps {
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
}

/**
 * Who answers for a room, and where nobody does, whoever is above. `above`: it is they who are silent;
 * `all`: it concerns everybody who can decide.
 */
export async function managersOf(
  { listStaff }: ManagersDeps,
  tx: Tx,
  { managerId }: Pick<Room, 'managerId'>,
  whom: 'manager' | 'above' | 'all' = 'manager',
): Promise<readonly Staff[]> {
  const everybody = await listStaff(tx);
  const manager = everybody.filter(({ id }) => id === managerId);
  if (whom === 'manager' && manager.length > 0) return manager;
  const chiefs = everybody.filter(({ id, role }) => mayManageStaff(role) && id !== managerId);
  const told = whom === 'all' ? [...manager, ...chiefs] : chiefs;
  return told.length > 0 ? told : everybody;
}

export function toManagers(
  managers: readonly Staff[],
  room: Room,
  escrow: Escrow,
  why: ManagerReason,
): readonly NewMessage[] {
  const { id: escrowId, revision } = escrow;
  const facts: ManagerFacts = { escrowId, revision, why, room: room.title };
  return managers.map(({ userId, locale }) =>
    wordsToPerson({ userId, locale }, 'escrow-manager', facts),
  );
}
