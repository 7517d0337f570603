// What the program is given of its features, taken together: who hears of an update first, what the sender must
// know, which commands people see, what is looked after.

import type { Composer } from 'grammy';
import type { BusinessChannel } from './channels/business/index.ts';
import type { Clients } from './clients/index.ts';
import type { BotContext } from './context.ts';
import type { Desks } from './desks/index.ts';
import type { Dialogs } from './dialogs/index.ts';
import { HELP_COMMANDS, type Help } from './help.ts';
import type { LookupDoor } from './lookup/index.ts';
import type { Marketplace } from './marketplace.ts';
import type { Operations } from './operations/index.ts';
import { joinPorts, type OutboxPorts } from './platform/outbox/index.ts';
import { createComposer } from './platform/telegram/composer.ts';
import type { StaffDoor } from './staff/index.ts';
import type { Support } from './support.ts';

export interface Doors {
  readonly staff: StaffDoor;
  readonly operations: Operations;
  readonly clients: Clients;
  readonly desks: Desks;
  readonly dialogs: Dialogs;
  readonly lookup: LookupDoor;
  readonly business: BusinessChannel;
  readonly marketplace: Marketplace;
  readonly support: Support;
}

/** What the engine and the door for other systems are given. */
export function togetherOf(doors: Doors) {
  const { staff, desks, dialogs, lookup, marketplace, support } = doors;
  const busy = [staff, desks, dialogs, lookup, marketplace, support];
  return {
    sweeps: busy.flatMap((feature) => feature.sweeps),
    ports: portsOf(doors),
    intake: [...marketplace.intake, ...support.intake],
  };
}

/** Who hears of an update first. */
export function inOrder(
  doors: Doors,
  help: Help,
  telegram: { readonly composer: Composer<BotContext> },
) {
  const { staff, operations, desks, lookup, dialogs, clients, business, marketplace, support } =
    doors;
  const first = [staff, operations, desks, lookup, dialogs, marketplace, support, clients].map(
    ({ composer }) => composer,
  );
  const last = [telegram.composer, business.composer];
  return createComposer<BotContext>(
    marketplace.places(),
    support.places,
    marketplace.entrances,
    help.asked,
    ...first,
    help.misplaced,
    ...last,
  );
}

/** Whose commands people see, in the order in which they read them. */
export function inMenusOf(doors: Doors) {
  const { clients, dialogs, marketplace, support, lookup, staff, desks, operations } = doors;
  return {
    commands: [clients, dialogs, marketplace, support, lookup, staff, desks, operations]
      .flatMap((feature) => feature.commands)
      .concat(HELP_COMMANDS),
    listStaff: staff.service.listStaff,
    ownCommands: marketplace.ownCommands,
    listDesks: desks.service.listDesks,
  };
}

/** What the sender must know of the features. */
function portsOf(doors: Doors): OutboxPorts {
  const { staff, operations, clients, desks, dialogs, lookup, business, marketplace, support } =
    doors;
  const speaking = [staff, operations, clients, desks, dialogs, lookup, business];
  const messages = [...speaking, marketplace, support].map((door) => door.messages);
  return {
    destinations: {
      ...dialogs.destinations,
      ...marketplace.destinations,
      ...support.destinations,
      client: clients.destination,
      desk: desks.destination,
      person: staff.destination,
    },
    messages: joinPorts(...messages),
    projections: joinPorts(dialogs.projections, marketplace.projections, support.projections),
    stillComing: dialogs.stillComing,
    async migrated(tx, oldChatId, newChatId) {
      await desks.service.replaceChatId(tx, oldChatId, newChatId);
      await marketplace.migrated(tx, oldChatId, newChatId);
    },
  };
}
