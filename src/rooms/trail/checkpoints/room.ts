// Checkpoints, wired.

import { ROLES } from '../../../staff/staff.ts';
import type { CardParts } from '../../card-parts.ts';
import type { TrailPart, TrailTools } from '../tools.ts';
import { createCheckpointClosing } from './closing-service.ts';
import { createCheckpointForm } from './form.ts';
import { createCheckpointHandlers } from './handlers.ts';
import { createCheckpointJobs } from './jobs.ts';
import { createCheckpointOutgoing } from './outgoing.ts';
import { createCheckpointRepository } from './repository.ts';
import { type CheckpointService, createCheckpointService } from './service.ts';
import { createCheckpointViews } from './views.ts';

export interface Checkpoints extends TrailPart {
  readonly service: CheckpointService;
  /** A room is closed, with what was still to be done there. */
  readonly cancelAll: ReturnType<typeof createCheckpointClosing>;
  /** What comes next, on the cards of rooms. */
  readonly cardParts: CardParts;
}

export function createCheckpoints(deps: TrailTools): Checkpoints {
  const { database, t } = deps;
  const checkpoints = createCheckpointRepository(database);
  const service = createCheckpointService({ ...deps, ...deps.staff, checkpoints });
  const views = createCheckpointViews(t);
  const outgoing = createCheckpointOutgoing({ ...deps, checkpoints, views });
  const { list, factsOf } = outgoing;
  const form = deps.forms.define(createCheckpointForm({ ...deps, service }));
  return {
    service,
    cancelAll: createCheckpointClosing({ ...deps, checkpoints }),
    cardParts: outgoing.cardParts,
    composer: createCheckpointHandlers({ ...deps, service, views, form, list, factsOf }),
    messages: outgoing.messages,
    projections: outgoing.projections,
    sweeps: [createCheckpointJobs({ ...deps, service })],
    commands: [
      { command: 'checkpoint', words: 'checkpoint-menu', where: ['room'], roles: ROLES },
      { command: 'checkpoints', words: 'checkpoints-menu', where: ['room'], roles: ROLES },
      { command: 'move', words: 'checkpoint-move-menu', where: ['room'], roles: ROLES },
    ],
  };
}
