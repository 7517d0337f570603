// Each change of a ticket is kept for the other system in the transaction that makes it, as the ticket is then.
// Comes behind the clocks among those who hear of changes: deadlines are told as they have become.

import type { Clock } from '../../platform/clock.ts';
import { token } from '../../platform/random.ts';
import type { TicketListener } from '../change.ts';
import type { DeliveryRepository } from './delivery-repository.ts';
import type { StateRepository } from './state-repository.ts';
import type { StateService } from './state-service.ts';
import { originOf, webhookBody } from './webhook.ts';

export interface NotingDeps {
  readonly clock: Clock;
  readonly deliveries: Pick<DeliveryRepository, 'add'>;
  readonly states: Pick<StateRepository, 'nameOf'>;
  readonly state: StateService;
}

const KEY_BYTES = 16;

export function createNoteChanges(deps: NotingDeps): TicketListener {
  const { clock, deliveries, states, state: stateService } = deps;
  return async (tx, change, cause) => {
    const { after, by, deed } = change;
    const state = await stateService.ofOne(after, tx);
    const key = token(KEY_BYTES);
    const name = await states.nameOf(by, tx);
    const body = webhookBody({ key, change, name, origin: originOf(cause), state });
    await deliveries.add(tx, { key, ticketId: after.id, deed, body }, clock.now());
  };
}
