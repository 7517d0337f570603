// An employee works here no more: the clients that they looked after have nobody until somebody is named, and those
// who can name somebody read so, once, with a button for each.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination } from '../../platform/outbox/index.ts';
import { wordsFor } from '../../platform/outbox/words.ts';
import type { StaffRemoval, TicketTools } from '../part.ts';
import { type ClientVerbDeps, note } from './deps.ts';

/** What supervisors read of it. */
export interface LeftClients {
  readonly [name: string]: string | readonly number[];
  readonly former: string;
  readonly companyIds: readonly number[];
}

export interface LeaverDeps extends Pick<ClientVerbDeps, 'clients' | 'rooms' | 'outbox' | 'clock'> {
  readonly staff: Pick<TicketTools['staff'], 'supervisors'>;
}

/** Takes part in the transaction in which they are no employee any more. */
export function createClientLeavers(deps: LeaverDeps) {
  const { clients, rooms, staff, outbox } = deps;

  return async (tx: Tx, { person, by }: StaffRemoval, cause: Cause): Promise<void> => {
    const left = await clients.lockManagedBy(tx, person.id);
    if (left.length === 0) return;
    for (const { id: companyId } of left) {
      await clients.update(tx, companyId, { managerId: null });
      const data = { managerId: null, managerIdBefore: person.id };
      await note(deps, tx, 'client-manager-set', { companyId, by, data }, cause);
    }
    const roomIds = left.flatMap(({ roomId }) => roomId ?? []);
    await rooms.setManager(tx, roomIds, null, cause);
    const companyIds = left.filter(({ endedAt }) => endedAt === null).map(({ id }) => id);
    if (companyIds.length === 0) return;
    const facts: LeftClients = { former: person.name, companyIds };
    const chiefs = (await staff.supervisors(tx)).map(({ userId, locale }) =>
      wordsFor({ destination: destination('person', userId), locale }, 'clients-left', facts),
    );
    await outbox.enqueue(tx, chiefs, cause);
  };
}
