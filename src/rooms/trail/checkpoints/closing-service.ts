// A room is closed: what was still to be done there is given up, in the name of whoever closes it.

import type { Cause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { recordEvents } from '../../../platform/events.ts';
import { destination } from '../../../platform/outbox/index.ts';
import { roomEvent } from '../actor.ts';
import type { TrailBase } from '../deps.ts';
import { CHECKPOINT } from './keeping.ts';
import type { CheckpointRepository } from './repository.ts';

export interface CheckpointClosingDeps extends Pick<TrailBase, 'outbox' | 'clock'> {
  readonly checkpoints: Pick<CheckpointRepository, 'lockOpen' | 'update'>;
}

/** In the caller's transaction. */
export function createCheckpointClosing({ checkpoints, outbox, clock }: CheckpointClosingDeps) {
  return async function cancelAll(
    tx: Tx,
    roomId: number,
    personId: number,
    cause: Cause,
  ): Promise<void> {
    const at = clock.now();
    const open = await checkpoints.lockOpen(tx, roomId);
    for (const one of open) {
      const cancelled = { byId: personId, at };
      await checkpoints.update(tx, { ...one, revision: one.revision + 1, cancelled, next: null });
    }
    const events = open.map(({ id }) =>
      roomEvent('checkpoint-cancelled', roomId, personId, { checkpointId: id }),
    );
    await recordEvents(tx, events, cause, at);
    const here = destination('room', roomId);
    const cards = open.map(({ id }) => ({ kind: CHECKPOINT, subjectId: id, destination: here }));
    await outbox.refresh(tx, cards);
  };
}
