// Where a desk is: the General topic of its forum, which is written to without naming a topic.

import type { Database } from '../platform/database/index.ts';
import type { DestinationPort, Place } from '../platform/outbox/index.ts';
import type { Desk } from './desk.ts';
import type { DeskRepository } from './repository.ts';
import type { DeskService } from './service.ts';

export interface DeskDestinationDeps {
  readonly database: Database;
  readonly repository: DeskRepository;
  readonly service: Pick<DeskService, 'troubled'>;
}

/** For `desk:<desk>`: suspended, so that messages wait, for as long as the desk is not ready. */
export function createDeskDestination(deps: DeskDestinationDeps): DestinationPort {
  const { database, repository, service } = deps;
  return {
    async resolve(ids) {
      const desks = await repository.findById(database.prisma, ids);
      return new Map(desks.map((desk) => [desk.id, placeOf(desk)]));
    },
    troubled: service.troubled,
  };
}

function placeOf({ state, chatId }: Desk): Place {
  return state === 'ready' ? { status: 'ready', chatId, group: true } : { status: 'suspended' };
}
