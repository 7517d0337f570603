// Webhooks: the other system hears of each change of a ticket, and administrators of what it has not taken.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { createSignedPost } from '../../platform/http/signed-post.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import type { Logger } from '../../platform/logger.ts';
import type { MessagePort, Outbox } from '../../platform/outbox/index.ts';
import { type View, wordsPort } from '../../platform/outbox/words.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { ListedCommand } from '../../platform/telegram/command-menu.ts';
import type { TicketListener } from '../change.ts';
import { createCourier } from './courier-service.ts';
import { createDeliveryRepository } from './delivery-repository.ts';
import { createDeliveryService, type DeliveryServiceDeps } from './delivery-service.ts';
import { createTrackerHandlers } from './handlers.ts';
import { createTrackerJobs } from './jobs.ts';
import { createNoteChanges } from './note-changes.ts';
import { createStateRepository } from './state-repository.ts';
import { createStateService, type StateServiceDeps } from './state-service.ts';
import { createTrackerViews } from './views.ts';

export interface WebhooksDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly timeZone: string;
  /** Null: no system is connected, and nothing is kept for one. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  readonly sla: StateServiceDeps['sla'];
  readonly listStaff: DeliveryServiceDeps['listStaff'];
}

export interface Webhooks {
  /** To come behind the clocks; none where no system is connected. */
  readonly listeners: readonly TicketListener[];
  /** Comes before clients, to whom its command does not exist. */
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly commands: readonly ListedCommand[];
  readonly sweeps: readonly Sweep[];
}

/** Wires them; nothing runs by itself. */
export function createWebhooks(deps: WebhooksDeps): Webhooks {
  const { database, clock, t, timeZone, webhook, logger } = deps;
  const deliveries = createDeliveryRepository(database);
  const states = createStateRepository(database);
  const state = createStateService({ ...deps, states });
  const service = createDeliveryService({ ...deps, deliveries });
  const post = webhook && createSignedPost({ ...webhook, clock });
  const courier = post && createCourier({ ...deps, deliveries, post });
  const views = createTrackerViews(t, timeZone);
  const show = async (locale: Locale): Promise<View> =>
    webhook ? views.list(locale, await service.overview(), clock.now()) : views.off(locale);
  return {
    listeners: webhook ? [createNoteChanges({ clock, deliveries, states, state })] : [],
    composer: createTrackerHandlers({ service, show, logger }),
    messages: { 'webhook-list': wordsPort(show) },
    commands: [
      { command: 'webhooks', words: 'tracker-menu', where: ['private'], roles: ['admin'] },
    ],
    sweeps: createTrackerJobs({ courier, service }),
  };
}
