// Support, called from rooms, wired.

import { ROLES } from '../../../staff/staff.ts';
import type { CardParts } from '../../card-parts.ts';
import { createRoomMessageRepository } from '../messages/repository.ts';
import type { TrailPart, TrailTools } from '../tools.ts';
import { createAdditionRepository } from './addition-repository.ts';
import { createSupportHandlers } from './handlers.ts';
import { createSupportJobs } from './jobs.ts';
import { createSupportOutgoing } from './outgoing.ts';
import { createSupportRepository } from './repository.ts';
import { createSupportService, type SupportService } from './service.ts';
import { createSupportViews } from './views.ts';

export interface Support extends TrailPart {
  readonly follow: SupportService['follow'];
  readonly callFor: SupportService['callFor'];
  readonly showAnew: SupportService['showAnew'];
  readonly roomClosed: SupportService['roomClosed'];
  readonly cardParts: CardParts;
}

export function createSupport(deps: TrailTools): Support {
  const { database, t, rooms } = deps;
  const calls = createSupportRepository(database);
  const messages = createRoomMessageRepository(database);
  const service = createSupportService({
    ...{ ...deps, calls, entries: rooms },
    additions: createAdditionRepository(database),
  });
  const views = createSupportViews(t);
  const outgoing = createSupportOutgoing({ ...deps, calls, messages, views });
  return {
    follow: service.follow,
    callFor: service.callFor,
    showAnew: service.showAnew,
    roomClosed: service.roomClosed,
    async cardParts(roomIds) {
      const parts = await outgoing.cardParts(roomIds);
      return new Map([...parts].map(([roomId, part]) => [roomId, [part]]));
    },
    composer: createSupportHandlers({ ...deps, service }),
    messages: outgoing.messages,
    projections: outgoing.projections,
    sweeps: [createSupportJobs({ ...deps, service })],
    commands: [{ command: 'support', words: 'support-menu', where: ['room'], roles: ROLES }],
  };
}
