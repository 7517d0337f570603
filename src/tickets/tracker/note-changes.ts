// What happens to a ticket is kept for the other system in the transaction that makes it happen, with the ticket as
// it is then. Comes behind the clocks among those who hear of changes: deadlines are told as they have become.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import { token } from '../../platform/random.ts';
import { NOBODY, type TicketActor } from '../change.ts';
import type { KeptClientMessage } from '../message.ts';
import type { TicketPart } from '../part.ts';
import type { KeptTicket, TicketRepository } from '../repository.ts';
import type { DeliveryRepository } from './delivery-repository.ts';
import type { StateRepository } from './state-repository.ts';
import type { StateService } from './state-service.ts';
import { originOf, type Webhook, type WordsDeed, webhookBody } from './webhook.ts';

export interface NotingDeps {
  readonly clock: Clock;
  readonly tickets: Pick<TicketRepository, 'lock'>;
  readonly deliveries: Pick<DeliveryRepository, 'add'>;
  readonly states: Pick<StateRepository, 'nameOf'>;
  readonly state: StateService;
}

type Noted = Pick<Webhook, 'deed' | 'at' | 'reason' | 'previousStatus' | 'messages'> & {
  readonly by: TicketActor;
};
type Noting = Required<Pick<TicketPart, 'onChange' | 'onClientWords' | 'onClientReworded'>>;

const KEY_BYTES = 16;

export function createNoteChanges(deps: NotingDeps): Noting {
  const { clock, tickets, deliveries, states, state: stateService } = deps;

  async function note(tx: Tx, ticket: KeptTicket, noted: Noted, cause: Cause): Promise<void> {
    const state = await stateService.ofOne(ticket, tx);
    const key = token(KEY_BYTES);
    const by = { ...noted.by, name: await states.nameOf(noted.by, tx) };
    const body = webhookBody({ ...noted, key, by, origin: originOf(cause), state });
    await deliveries.add(tx, { key, ticketId: ticket.id, deed: noted.deed, body }, clock.now());
  }

  /** Its own status is told with the change that the words have made. */
  async function noteWords(
    tx: Tx,
    ticketId: number,
    {
      deed,
      messages,
    }: { readonly deed: WordsDeed; readonly messages: readonly KeptClientMessage[] },
    cause: Cause,
  ): Promise<void> {
    const ticket = await tickets.lock(tx, ticketId);
    if (!ticket || messages.length === 0) return;
    const id = messages[0]?.personId ?? null;
    const by = id === null ? NOBODY : ({ kind: 'person', id } as const);
    const same = { reason: null, previousStatus: ticket.status };
    await note(tx, ticket, { ...same, deed, at: clock.now(), by, messages }, cause);
  }

  return {
    async onChange(tx, { before, after, by, deed, reason }, cause) {
      const told = { at: after.changedAt, previousStatus: before?.status ?? null, messages: [] };
      await note(tx, after, { ...told, deed, by, reason }, cause);
    },
    onClientWords: (tx, { ticket, messages }, cause) =>
      noteWords(tx, ticket.id, { deed: 'words', messages }, cause),
    onClientReworded: (tx, message, cause) =>
      noteWords(tx, message.ticketId, { deed: 'reworded', messages: [message] }, cause),
  };
}
