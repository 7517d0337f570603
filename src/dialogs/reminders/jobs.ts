// Reminders whose hour has come. After a stop each is said once, however late.

import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import { eachDue } from '../due.ts';
import type { ReminderService } from './service.ts';

const AT_ONCE = 100;

export interface ReminderJobsDeps {
  readonly service: Pick<ReminderService, 'listDue' | 'ring'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A sweep for each second. */
export function createReminderJobs({ service, clock, logger }: ReminderJobsDeps): readonly Sweep[] {
  const name = 'reminders';
  return [
    {
      name,
      async run() {
        const due = await service.listDue(clock.now(), AT_ONCE);
        await eachDue(logger, due, ({ id: reminderId, dialogId }) =>
          service.ring({ cause: { kind: 'sweep', name }, reminderId, dialogId }),
        );
      },
    },
  ];
}
