// A checkpoint as it is saved: with what it says next, the event, and its card.

import type { Cause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { recordEvents } from '../../../platform/events.ts';
import { type Destination, destination, type JsonObject } from '../../../platform/outbox/index.ts';
import type { BusinessCalendar } from '../../../sla/business-calendar.ts';
import { roomEvent } from '../actor.ts';
import type { TrailBase } from '../deps.ts';
import type { RoomTimesOf } from '../room-times.ts';
import {
  type Checkpoint,
  isOver,
  lastBefore,
  nextDue,
  type Ring,
  type RingHours,
} from './checkpoint.ts';
import { callingHours } from './hours.ts';
import type { CheckpointRepository } from './repository.ts';

/** The projection of a checkpoint in its room. */
export const CHECKPOINT = 'room-checkpoint';

export interface CheckpointKeepingDeps extends Pick<TrailBase, 'outbox' | 'clock' | 'rooms'> {
  readonly checkpoints: CheckpointRepository;
  readonly timesOf: RoomTimesOf;
  /** When employees may be called. */
  readonly officeHours: BusinessCalendar;
}

export type CheckpointKeeping = ReturnType<typeof createCheckpointKeeping>;

/** All take part in the caller's transaction, which has locked the checkpoint. */
export function createCheckpointKeeping(deps: CheckpointKeepingDeps) {
  const { outbox, clock, rooms, checkpoints, timesOf } = deps;

  /** `last`: what was said of it last, where that changes what is said next. */
  async function save(
    tx: Tx,
    checkpoint: Checkpoint,
    type: string,
    byId: number | null,
    data: JsonObject,
    cause: Cause,
    last: Ring | null = lastBefore(checkpoint),
  ): Promise<void> {
    const { id, roomId, revision } = checkpoint;
    const next = isOver(checkpoint) ? null : await dueAfter(tx, checkpoint, last);
    const after = { ...checkpoint, revision: revision + 1, next };
    await checkpoints.update(tx, after);
    const event = roomEvent(type, roomId, byId, { ...data, checkpointId: id });
    await recordEvents(tx, [event], cause, clock.now());
    await draw(tx, after);
    await rooms.redraw(tx, [roomId]);
  }

  async function dueAfter(tx: Tx, checkpoint: Checkpoint, last: Ring | null) {
    return nextDue(checkpoint.dueAt, last, clock.now(), await hoursOf(tx, checkpoint));
  }

  async function hoursOf(tx: Tx, { roomId, responsibleId }: Checkpoint): Promise<RingHours> {
    const members = await rooms.members(tx, [roomId]);
    const role = members.find(({ person }) => person.id === responsibleId)?.role ?? null;
    return { own: callingHours(await timesOf(roomId, tx), role), office: deps.officeHours };
  }

  async function draw(tx: Tx, { id, roomId }: Checkpoint): Promise<void> {
    const shown = { kind: CHECKPOINT, subjectId: id, destination: destination('room', roomId) };
    await outbox.refresh(tx, [shown]);
  }

  async function say(tx: Tx, to: Destination, what: string, args: JsonObject, cause: Cause) {
    await outbox.enqueue(tx, [{ destination: to, name: what, args }], cause);
  }

  return { save, dueAfter, hoursOf, draw, say };
}

export function roomOf({ roomId }: Checkpoint): Destination {
  return destination('room', roomId);
}
