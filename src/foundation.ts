// What every room stands on: the database, words, the outbox, the clock.

import type { Surroundings } from './bot.ts';
import type { TelegramConfig } from './config.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { createDatabase } from './platform/database/index.ts';
import { createTranslator } from './platform/i18n.ts';
import type { Logger } from './platform/logger.ts';
import { createMetrics } from './platform/metrics.ts';
import { createOutbox } from './platform/outbox/index.ts';
import { createTroubles } from './platform/troubles.ts';

export interface FoundationDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  /** See `createDatabase`; true unless told otherwise. */
  readonly guarded?: boolean;
}

/** By which clients write in. */
const CHANNELS = ['telegram', 'business', 'room'] as const;

export type Foundation = Awaited<ReturnType<typeof createFoundation>>;

/** What every room stands on. */
export async function createFoundation(
  config: TelegramConfig,
  { clock, logger, guarded }: FoundationDeps,
) {
  const surroundings: Surroundings = { username: '', topicIcons: new Map() };
  return {
    botId: Number(config.token.split(':')[0]),
    database: await createDatabase({ ...config.database, logger, guarded }),
    metrics: createMetrics(),
    troubles: createTroubles({ logger, clock: systemClock }),
    outbox: createOutbox({ clock }),
    t: createTranslator({ logger }),
    defaultLocale: config.company.defaultLocale,
    timeZone: config.company.timeZone,
    channels: CHANNELS,
    surroundings,
    botUsername: () => surroundings.username,
    topicIcons: () => surroundings.topicIcons,
    clock,
    logger,
  };
}
