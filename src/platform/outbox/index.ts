// The door of the outbox: what must be said is written with what happened, and sent by the sender.

import { createBudget, type OutboxLimits } from './budget.ts';
import type { Outbox } from './outbox.ts';
import { createOutboxRepository } from './repository.ts';
import { createSender, type Sender, type SenderDeps } from './sender.ts';

export { targetIn } from './addressing.ts';
export type { OutboxLimits } from './budget.ts';
export type { CallApi } from './delivery.ts';
export { joinPorts } from './join-ports.ts';
export {
  type Destination,
  destination,
  type JsonObject,
  type NewMessage,
  type ProjectionKey,
  parseDestination,
  type QueuedMessage,
} from './message.ts';
export { createOutbox, type Outbox, type PlacedProjection } from './outbox.ts';
export type {
  ApiCall,
  DestinationPort,
  Fallbacks,
  MessageJob,
  MessagePort,
  OutboxPorts,
  Place,
  ProjectionJob,
  ProjectionPort,
  ReadyPlace,
  Rendered,
  SettledMessage,
  Settlement,
  Thread,
} from './ports.ts';
export { createOutboxRepository } from './repository.ts';
export type { Sender } from './sender.ts';
export { createWhereabouts } from './whereabouts.ts';

export interface OutboxSenderDeps extends Omit<SenderDeps, 'repository' | 'budget'> {
  readonly outbox: Outbox;
  readonly limits: OutboxLimits;
}

/** The side that sends; it hears of commits through `outbox`. */
export function createOutboxSender({ outbox, limits, ...deps }: OutboxSenderDeps): Sender {
  const repository = createOutboxRepository(deps.database);
  const sender = createSender({ ...deps, repository, budget: createBudget(limits) });
  outbox.listen(sender);
  return sender;
}
