// Checkpoints speak up by themselves: to whoever answers for them, to the room, to the manager.

import type { Cause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { recordEvents } from '../../../platform/events.ts';
import { destination, type JsonObject } from '../../../platform/outbox/index.ts';
import type { Staff } from '../../../staff/staff.ts';
import { roomEvent } from '../actor.ts';
import type { TrailBase } from '../deps.ts';
import { type Checkpoint, type Ring, ringNow } from './checkpoint.ts';
import { type CheckpointKeeping, type CheckpointKeepingDeps, roomOf } from './keeping.ts';

export interface RingServiceDeps
  extends CheckpointKeepingDeps,
    Pick<TrailBase, 'database' | 'people'> {
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
  readonly supervisors: () => Promise<readonly Staff[]>;
}

export function createRingService(deps: RingServiceDeps, keeping: CheckpointKeeping) {
  const { database, clock, rooms, people, checkpoints, findStaff, supervisors } = deps;
  const { dueAfter, hoursOf, draw, say } = keeping;

  /** Its hour has come: the responsible person hears of it, the room when it is late, then the manager. */
  async function ring(checkpointId: number, cause: Cause): Promise<void> {
    const chiefs = await supervisors();
    await database.inTransaction(async (tx) => {
      const checkpoint = await checkpoints.lock(tx, checkpointId);
      const due = checkpoint?.next;
      const now = clock.now();
      if (!checkpoint || !due || due.at > now) return;
      const put = ringNow(due, checkpoint.dueAt, now, await hoursOf(tx, checkpoint));
      if (put?.at !== due.at) return await checkpoints.update(tx, { ...checkpoint, next: put });
      const args = { checkpointId, ring: due.ring };
      if (due.ring === 'manager') await ringManager(tx, checkpoint, chiefs, args, cause);
      else await ringPeople(tx, checkpoint, due.ring, args, cause);
      const next = await dueAfter(tx, checkpoint, due.ring);
      await checkpoints.update(tx, { ...checkpoint, next });
      const event = roomEvent('checkpoint-rang', checkpoint.roomId, null, args);
      await recordEvents(tx, [event], cause, clock.now());
      if (due.ring === 'late') await rooms.redraw(tx, [checkpoint.roomId]);
    });
  }

  async function ringPeople(
    tx: Tx,
    checkpoint: Checkpoint,
    which: Ring,
    args: JsonObject,
    cause: Cause,
  ): Promise<void> {
    const [person] = await people.find(tx, [checkpoint.responsibleId ?? 0]);
    const isHere = person && (await rooms.vouches(tx, checkpoint.roomId, person.id));
    const alone = isHere && person.hasStarted ? person : null;
    if (alone) {
      const inPrivate = { ...args, locale: alone.locale };
      await say(tx, destination('person', alone.userId), 'checkpoint-rings', inPrivate, cause);
    }
    // What is late is everybody's business; what is ahead only where its owner cannot be told alone.
    if (!alone || which === 'late') {
      await say(tx, roomOf(checkpoint), 'checkpoint-rings-here', args, cause);
      await draw(tx, checkpoint);
    }
  }

  async function ringManager(
    tx: Tx,
    { roomId }: Checkpoint,
    chiefs: readonly Staff[],
    args: JsonObject,
    cause: Cause,
  ): Promise<void> {
    const [room] = await rooms.find(tx, [roomId]);
    const own = room?.managerId ? await findStaff([room.managerId], tx) : [];
    for (const { userId, locale } of own.length > 0 ? own : chiefs)
      await say(tx, destination('person', userId), 'checkpoint-rings', { ...args, locale }, cause);
  }

  return { ring };
}
