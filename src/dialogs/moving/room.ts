// Moving dialogs between desks, as dialogs put it to use: wired here, nothing runs by itself.

import type { Database } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logger.ts';
import { createReplyNow } from '../../platform/telegram/reply-now.ts';
import { ROLES } from '../../staff/staff.ts';
import type { MoreEntry } from '../handlers/more.ts';
import { createMovingHandlers, type MovingHandlersDeps } from './handlers.ts';
import { createMovingOutgoing, type MovingOutgoingDeps } from './outgoing.ts';
import { createMovingRepository } from './repository.ts';
import { createMovingService, type MovingService, type MovingServiceDeps } from './service.ts';
import { createMovingViews, type MovingViewsDeps } from './views.ts';

export interface MovingDeps
  extends Omit<MovingServiceDeps, 'moving'>,
    Omit<MovingOutgoingDeps, 'moving' | 'movingViews'>,
    MovingViewsDeps,
    Pick<MovingHandlersDeps, 'dialogHere' | 'refuse'> {
  readonly database: Database;
  readonly logger: Logger;
}

export function createMoving(deps: MovingDeps) {
  const moving = createMovingRepository(deps.database);
  const service = createMovingService({ ...deps, moving });
  const movingViews = createMovingViews(deps);
  const replyNow = createReplyNow(deps.logger);
  return {
    service,
    composer: createMovingHandlers({ ...deps, service, replyNow }),
    messages: createMovingOutgoing({ ...deps, moving, movingViews }),
    sweeps: [],
    commands: [{ command: 'move', words: 'move-menu', where: ['group'], roles: ROLES } as const],
    entries: [moveEntry(service)],
  };
}

/** In «Ещё…»: asks where the dialog is to go. */
function moveEntry(service: MovingService): MoreEntry {
  return {
    code: 'move',
    words: 'more-move',
    offered: () => true,
    isOfUse: () => service.hasElsewhere(),
    async act({ ctx: { cause, t }, dialog: { id: dialogId } }) {
      const { status } = await service.offer({ cause, dialogId, replyTo: null });
      return status === 'nowhere' ? { text: t('toast-move-nowhere'), alert: true } : { text: '' };
    },
  };
}
