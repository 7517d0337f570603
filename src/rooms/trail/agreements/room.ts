// Agreements, wired.

import { systemCause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { ROLES } from '../../../staff/staff.ts';
import type { KeptMessage } from '../messages/kept.ts';
import type { RoomMessageService } from '../messages/service.ts';
import type { TrailPart, TrailTools } from '../tools.ts';
import { createAgreementHandlers } from './handlers.ts';
import { createAgreementOutgoing } from './outgoing.ts';
import { createAgreementRepository } from './repository.ts';
import { createAgreementService } from './service.ts';
import { createAgreementViews } from './views.ts';

export interface AgreementsDeps extends TrailTools {
  readonly keeping: Pick<RoomMessageService, 'keepIn' | 'keptAt'>;
}

export interface Agreements extends TrailPart {
  /** A kept message has been changed by its author. */
  noteReworded(tx: Tx, before: KeptMessage, at: Date): Promise<void>;
  showAnew(tx: Tx, roomId: number): Promise<void>;
}

const REWORDED = systemCause('room-message-changed');

export function createAgreements(deps: AgreementsDeps): Agreements {
  const { database, t, keeping } = deps;
  const agreements = createAgreementRepository(database);
  const service = createAgreementService({ ...deps, agreements, messages: keeping });
  const views = createAgreementViews(t);
  const outgoing = createAgreementOutgoing({ ...deps, agreements, views });
  return {
    noteReworded: (tx, before, at) => service.noteReworded(tx, before, REWORDED, at),
    showAnew: service.showAnew,
    composer: createAgreementHandlers({ ...deps, service, list: outgoing.list }),
    messages: outgoing.messages,
    projections: outgoing.projections,
    sweeps: [],
    commands: [
      { command: 'agree', words: 'agreement-menu', where: ['room'], roles: ROLES },
      { command: 'agreements', words: 'agreements-menu', where: ['room'], roles: ROLES },
    ],
  };
}
