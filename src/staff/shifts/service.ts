// Shifts: who is on duty begins and ends one, and a forgotten one ends by itself.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { recordEvents } from '../../platform/events.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { destination, type Outbox } from '../../platform/outbox/index.ts';
import type { Staff } from '../staff.ts';
import type { Duty, Shift, ShiftRepository } from './repository.ts';

/** Longer than any shift that somebody means, shorter than the way to the next morning's. */
const LONGEST_SHIFT_HOURS = 12;
const HOUR_MS = 3_600_000;

export interface ShiftServiceDeps {
  readonly database: Database;
  readonly shifts: ShiftRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
  /** What they have offered to others is theirs again. */
  readonly onShiftStarted: (tx: Tx, staff: Staff) => Promise<void>;
  /** Says what they leave behind. */
  readonly onShiftEnded: (tx: Tx, staff: Staff, cause: Cause) => Promise<void>;
}

export type ShiftOutcome = { readonly status: 'done' | 'so-already' | 'repeated' };

export type ShiftService = ReturnType<typeof createShiftService>;

/** Methods with `tx` take part in the caller's transaction. */
export function createShiftService(deps: ShiftServiceDeps) {
  const { database, shifts, outbox, clock, findStaff, onShiftStarted, onShiftEnded } = deps;

  async function startShift(staff: Staff, cause: Cause): Promise<ShiftOutcome> {
    return change(cause, async (tx) => {
      const now = clock.now();
      const endsAt = new Date(now.getTime() + LONGEST_SHIFT_HOURS * HOUR_MS);
      if (!(await shifts.start(tx, staff.id, now, endsAt))) return false;
      await note(tx, 'shift-started', staff, cause);
      await onShiftStarted(tx, staff);
      return true;
    });
  }

  async function endShift(staff: Staff, cause: Cause): Promise<ShiftOutcome> {
    return change(cause, async (tx) => {
      if (!(await shifts.end(tx, staff.id, clock.now(), false))) return false;
      await note(tx, 'shift-ended', staff, cause);
      await onShiftEnded(tx, staff, cause);
      return true;
    });
  }

  /** A shift that somebody has forgotten is over, and they are told. */
  async function endForgotten(staffId: number, cause: Cause): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await shifts.end(tx, staffId, clock.now(), true))) return;
      const [staff] = await findStaff([staffId], tx);
      if (!staff) return;
      await note(tx, 'shift-forgotten', staff, cause);
      const to = destination('person', staff.userId);
      const args = { locale: staff.locale, facts: {} };
      await outbox.enqueue(tx, [{ destination: to, name: 'shift-forgotten', args }], cause);
      await onShiftEnded(tx, staff, cause);
    });
  }

  async function change(cause: Cause, act: (tx: Tx) => Promise<boolean>): Promise<ShiftOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      return { status: (await act(tx)) ? 'done' : 'so-already' };
    });
  }

  async function note(tx: Tx, type: string, staff: Staff, cause: Cause): Promise<void> {
    const actor = type === 'shift-forgotten' ? 'system' : 'staff';
    const actorId = actor === 'staff' ? staff.id : null;
    const event = { type, subject: 'staff', subjectId: staff.id, actor, actorId } as const;
    await recordEvents(tx, [event], cause, clock.now());
  }

  function shiftOf(staffId: number): Promise<Shift | null> {
    return shifts.find(database.prisma, staffId);
  }

  function duty(tx?: Tx): Promise<Duty> {
    return shifts.duty(tx ?? database.prisma);
  }

  /** Asks who is next, of those on duty in the order of their turns, and notes the turn. */
  async function takeTurn(
    tx: Tx,
    choose: (inTurn: readonly number[]) => number | null,
  ): Promise<Staff | null> {
    const chosen = choose(await shifts.lockTurns(tx));
    if (chosen === null) return null;
    await shifts.noteTurn(tx, chosen, clock.now());
    const [staff] = await findStaff([chosen], tx);
    return staff ?? null;
  }

  return {
    startShift,
    endShift,
    endForgotten,
    shiftOf,
    duty,
    takeTurn,
    listForgotten: () => shifts.listOverdue(database.prisma, clock.now()),
  };
}
