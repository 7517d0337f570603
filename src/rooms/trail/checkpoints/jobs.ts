// Checkpoints whose hour has come to speak up. After a stop each says what is due once, however late.

import { eachDue } from '../../../dialogs/due.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { Sweep } from '../../../platform/sweeps.ts';
import type { CheckpointService } from './service.ts';

const AT_ONCE = 100;

export interface CheckpointJobsDeps {
  readonly service: Pick<CheckpointService, 'listDue' | 'ring'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A sweep for each second. */
export function createCheckpointJobs({ service, clock, logger }: CheckpointJobsDeps): Sweep {
  const name = 'checkpoints';
  return {
    name,
    async run() {
      const due = await service.listDue(clock.now(), AT_ONCE);
      await eachDue(logger, due, (id) => service.ring(id, { kind: 'sweep', name }));
    },
  };
}
