// The door of operations: what administrators do about the program itself.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Translate } from '../platform/i18n.ts';
import { createPoisonRepository } from '../platform/inbox/index.ts';
import type { Logger } from '../platform/logger.ts';
import type { MessagePort, Outbox } from '../platform/outbox/index.ts';
import { wordsPort } from '../platform/outbox/words.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createReplyNow } from '../platform/telegram/reply-now.ts';
import { createOperationsHandlers } from './handlers.ts';
import {
  createOperationsService,
  type OperationsServiceDeps,
  type PoisonOutcome,
} from './service.ts';
import { createOperationsViews } from './views.ts';

/** How many a list names; more would not fit a message. */
const LISTED = 10;

export interface OperationsDeps {
  readonly database: Database;
  readonly botId: number;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly timeZone: string;
  readonly lookBack: OperationsServiceDeps['lookBack'];
}

export interface Operations {
  /** Comes before clients, to whom its commands do not exist. */
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly commands: readonly ListedCommand[];
}

/** Wires the commands of administrators; nothing runs by itself. */
export function createOperations(deps: OperationsDeps): Operations {
  const { database, botId, clock, logger, t, timeZone } = deps;
  const poison = createPoisonRepository(database, botId);
  const service = createOperationsService({ ...deps, poison });
  const views = createOperationsViews(t, timeZone);
  const replyNow = createReplyNow(logger);
  return {
    composer: createOperationsHandlers({ service, views, t, replyNow }),
    messages: {
      'poison-list': wordsPort(async (locale) => ({
        text: views.list(locale, await poison.list(LISTED), clock.now()),
      })),
      'poison-outcome': wordsPort<PoisonOutcome>((locale, outcome) => ({
        text: views.outcome(locale, outcome),
      })),
    },
    commands: [{ command: 'poison', words: 'poison-menu', where: ['private'], roles: ['admin'] }],
  };
}
