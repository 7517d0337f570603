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
}

const SENDING = systemCause('sending');

/**
 * The port of `client:<address>`: says where an address is, and notes who is out of reach. Addresses of
 * a channel that is not connected wait.
 */
export function createClientDestination(deps: ClientDestinationDeps): DestinationPort {
  const { database, repository, service } = deps;

  return {
    async resolve(addressIds) {
      const addresses = await repository.findById(database.prisma, addressIds);
      return new Map(addresses.map((address) => [address.id, placeOf(address)]));
    },

    // Somebody out of reach is written to all the same when staff ask for it: they may be back.
    async troubled(tx, addressId, failure) {
      const reason = unreachableBy(failure);
      if (reason) await service.noteUnreachable(tx, addressId, reason, SENDING);
      return 'fail';
    },
  };
}

function placeOf({ channel, externalId }: AddressRow): Place {
  if (channel !== 'telegram') return { status: 'suspended' };
  return { status: 'ready', chatId: Number(externalId), group: false };
}
