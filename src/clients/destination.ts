// Where a client is: for Telegram, the private chat with the bot.

import { systemCause } from '../platform/cause.ts';
import type { Database } from '../platform/database/index.ts';
import type { DestinationPort, Place } from '../platform/outbox/index.ts';
import { unreachableBy } from './client.ts';
import type { AddressRow, ClientRepository } from './repository.ts';
import type { ClientService } from './service.ts';

export interface ClientDestinationDeps {
  readonly database: Database;
  readonly repository: ClientRepository;
  readonly service: Pick<ClientService, 'noteUnreachable'>;
  /** Where the clients of other channels are, by the channel's name and their id there. */
  readonly placesOn: Readonly<Record<string, (externalId: string) => Promise<Place>>>;
}

const SENDING = systemCause('sending');

/**
 * The port of `client:<address>`: says where an address is, and notes who is out of reach. Addresses of
 * a channel that is not connected wait.
 */
export function createClientDestination(deps: ClientDestinationDeps): DestinationPort {
  const { database, repository, service, placesOn } = deps;

  return {
    async resolve(addressIds) {
      const addresses = await repository.findById(database.prisma, addressIds);
      const places = await Promise.all(addresses.map(placeOf));
      return new Map(addresses.map(({ id }, index) => [id, places[index] as Place]));
    },

    // Somebody out of reach is written to all the same when staff ask for it: they may be back.
    async troubled(tx, addressId, failure) {
      const reason = unreachableBy(failure);
      if (reason) await service.noteUnreachable(tx, addressId, reason, SENDING);
      return 'fail';
    },
  };

  async function placeOf({ channel, externalId }: AddressRow): Promise<Place> {
    if (channel === 'telegram')
      return { status: 'ready', chatId: Number(externalId), group: false };
    return (await placesOn[channel]?.(externalId)) ?? { status: 'suspended' };
  }
}
