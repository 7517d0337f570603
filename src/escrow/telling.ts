// What follows from every step of a deal, in its transaction: the log, the room, the manager, both cards, the
// stage of what the room is about, and support where it is a dispute.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import { destination, type Outbox, type PlacedProjection } from '../platform/outbox/index.ts';
import type { Staff } from '../staff/staff.ts';
import { EVENT_OF } from './log.ts';
import { type Happened, managersOf, reasonForManager, saidInRoom, toManagers } from './notices.ts';
import type { Party } from './parties.ts';
import { progressOf } from './progress.ts';

export interface TellingDeps {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly rooms: { redraw(tx: Tx, ids: readonly number[]): Promise<void> };
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
  /** What the room is about has come to this stage, if it was not there yet. */
  readonly onProgress: (
    tx: Tx,
    roomId: number,
    stage: 'payment' | 'done',
    by: Party,
    cause: Cause,
  ) => Promise<void>;
  /** Support is called into the room of a dispute, by whoever has opened it. */
  readonly callSupport: (tx: Tx, roomId: number, by: Party, cause: Cause) => Promise<void>;
}

export const ESCROW_CARD = 'escrow-card';

export function cardOf(escrowId: number, roomId: number): PlacedProjection {
  const where = destination('room', roomId);
  return { kind: ESCROW_CARD, subjectId: escrowId, destination: where };
}

export function createTelling(deps: TellingDeps) {
  const { outbox, clock, rooms, listStaff } = deps;

  async function tell(tx: Tx, happened: Happened, cause: Cause): Promise<void> {
    const { room, after } = happened;
    await record(tx, happened, cause);
    const why = reasonForManager(happened);
    const whom = happened.deed === 'dispute' ? 'all' : 'manager';
    const managers = why ? await managersOf({ listStaff }, tx, room, whom) : [];
    const privately = why ? toManagers(managers, room, after, why) : [];
    await outbox.enqueue(tx, [saidInRoom(happened), ...privately], cause);
    await outbox.refresh(tx, [cardOf(after.id, room.id)]);
    await rooms.redraw(tx, [room.id]);
    const stage = progressOf(happened.before, after);
    if (stage) await deps.onProgress(tx, room.id, stage, happened.party, cause);
    if (happened.deed === 'dispute') await deps.callSupport(tx, room.id, happened.party, cause);
  }

  async function record(
    tx: Tx,
    { deed, party, room, before, after, amount }: Happened,
    cause: Cause,
  ) {
    const { id: escrowId, revision, status, currency } = after;
    const stage = (before ?? after).stages.findIndex(({ settled }) => !settled) + 1;
    const data = {
      ...{ escrowId, revision, status, role: party.role },
      ...(stage > 0 && before?.fundedAt ? { stage } : {}),
      ...(amount === null ? {} : { amount, currency }),
    };
    const event = { type: EVENT_OF[deed], subject: 'room', subjectId: room.id, data } as const;
    const events = [{ ...event, actor: party.actor, actorId: party.id }];
    await recordEvents(tx, events, cause, clock.now());
  }

  return tell;
}
