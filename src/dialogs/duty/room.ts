// Duty as dialogs put it to use, who gets what nobody has and what is left behind: wired here, nothing
// runs by itself.

import type { Translate } from '../../platform/i18n.ts';
import type { Logger } from '../../platform/logger.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import { eachDue } from '../due.ts';
import { createDistribution, type DistributionDeps } from './distribution-service.ts';
import { createDutyHandlers, type DutyHandlersDeps } from './handlers.ts';
import { createHandovers, type HandoverDeps, type HandoverService } from './handover-service.ts';
import { createDutyOutgoing } from './outgoing.ts';
import { createDutyRepository } from './repository.ts';
import { createDutyViews } from './views.ts';

export interface DutyDeps
  extends Omit<DistributionDeps, 'dutyRows'>,
    Omit<HandoverDeps, 'dutyRows' | keyof DistributionDeps>,
    Pick<DutyHandlersDeps, 'refuse'> {
  readonly t: Translate;
  readonly timeZone: string;
  readonly logger: Logger;
}

export interface DutyRoom {
  readonly service: HandoverService;
  readonly composer: ReturnType<typeof createDutyHandlers>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
}

const AT_ONCE = 50;
const DISTRIBUTION = 'distribution';

export function createDuty(deps: DutyDeps): DutyRoom {
  const dutyRows = createDutyRepository(deps.database);
  const distribution = createDistribution({ ...deps, dutyRows });
  const handovers = createHandovers({ ...deps, dutyRows });
  const sweep: Sweep = {
    name: DISTRIBUTION,
    async run() {
      const cause = { kind: 'sweep', name: DISTRIBUTION } as const;
      await eachDue(deps.logger, await distribution.due(AT_ONCE), (dialogId) =>
        distribution.give({ cause, dialogId }),
      );
    },
  };
  return {
    service: handovers,
    composer: createDutyHandlers({ ...deps, handovers }),
    messages: createDutyOutgoing({ ...deps, dutyRows, views: createDutyViews(deps) }),
    sweeps: [sweep],
  };
}
