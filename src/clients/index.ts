// The door of clients: who writes in, and how they are reached.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Translate } from '../platform/i18n.ts';
import type { DestinationPort, MessagePort, Outbox } from '../platform/outbox/index.ts';
import { wordsPort } from '../platform/outbox/words.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { type ClientDestinationDeps, createClientDestination } from './destination.ts';
import { createClientHandlers } from './handlers.ts';
import { createLabelRepository } from './label-repository.ts';
import { createLabelService, type LabelService, type LabelServiceDeps } from './label-service.ts';
import { createClientRepository } from './repository.ts';
import {
  type ClientService,
  type ClientServiceDeps,
  createClientService,
  type Greeting,
} from './service.ts';
import { createClientViews, type OwnCommand } from './views.ts';

export type { LabelOutcome, LabelService } from './label-service.ts';
export type { AddressKey } from './repository.ts';
export type { MetAddress, MetPerson, Reachability } from './service.ts';

export interface ClientsDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly t: Translate;
  /** The company in whose name the bot greets. */
  readonly companyName: string;
  readonly placesOn: ClientDestinationDeps['placesOn'];
  /** Shows on dialogs that their client went out of reach or came back. */
  readonly onReachability: ClientServiceDeps['onReachability'];
  readonly departments: ClientServiceDeps['departments'];
  /** What this Telegram user may ask for besides what everybody may. */
  readonly ownCommands: (userId: number) => Promise<readonly OwnCommand[]>;
  readonly onDeskChosen: ClientServiceDeps['onDeskChosen'];
  readonly onLabelsChanged: LabelServiceDeps['onLabelsChanged'];
}

export interface Clients {
  readonly service: ClientService;
  readonly labels: LabelService;
  /** Comes after everything that answers staff, and before the relay of clients' messages. */
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  /** For `client:<address>`. */
  readonly destination: DestinationPort;
  readonly commands: readonly ListedCommand[];
}

interface GreetingFacts {
  readonly greeting: Greeting;
  /** The desk that the link led to. */
  readonly chosen?: string | null;
  /** Of whoever asked for help, in Telegram; null: they said something else. */
  readonly userId: number | null;
}

/** Opens the room; reads and writes nothing before somebody comes. */
export function createClients(deps: ClientsDeps): Clients {
  const { database, t, companyName, departments } = deps;
  const repository = createClientRepository();
  const views = createClientViews(t, companyName);
  const nameless: ClientServiceDeps['nameless'] = (locale) => t(locale, 'client-nameless');
  const service = createClientService({ ...deps, repository, nameless });
  return {
    service,
    labels: createLabelService({ ...deps, labels: createLabelRepository(database) }),
    composer: createClientHandlers(service),
    messages: {
      'client-greeting': wordsPort<GreetingFacts>(async (locale, facts) => {
        const { greeting, chosen = null, userId } = facts;
        const choice = greeting === 'start' ? await departments(database.prisma) : [];
        const commands = userId === null ? [] : await deps.ownCommands(userId);
        return views.greeting(locale, greeting, { chosen, choice, commands });
      }),
    },
    destination: createClientDestination({ ...deps, repository, service }),
    commands: [
      { command: 'start', words: 'client-menu-start', where: ['private'] },
      { command: 'help', words: 'client-menu-help', where: ['private'] },
    ],
  };
}
