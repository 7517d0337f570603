// Calls for support on their way to the desk.

import { eachDue } from '../../../dialogs/due.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { Sweep } from '../../../platform/sweeps.ts';
import type { SupportService } from './service.ts';

const AT_ONCE = 50;

export interface SupportJobsDeps {
  readonly service: Pick<
    SupportService,
    'listToPassOn' | 'passOn' | 'listMoreToPassOn' | 'passOnMore'
  >;
  readonly logger: Logger;
}

/** A sweep for each second. */
export function createSupportJobs({ service, logger }: SupportJobsDeps): Sweep {
  return {
    name: 'support-calls',
    async run() {
      await eachDue(logger, await service.listToPassOn(AT_ONCE), service.passOn);
      await eachDue(logger, await service.listMoreToPassOn(AT_ONCE), service.passOnMore);
    },
  };
}
