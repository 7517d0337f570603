// The company's own system of record hears of each change of a ticket, and says what it wants of tickets;
// administrators hear of what it has not taken.

import { createSignedPost } from '../../platform/http/signed-post.ts';
import type { Locale } from '../../platform/i18n.ts';
import { type View, wordsPort } from '../../platform/outbox/words.ts';
import type { TicketPart, TicketTools } from '../part.ts';
import { createApiRepository } from './api-repository.ts';
import { createTrackerChanges } from './change-service.ts';
import { createCourier } from './courier-service.ts';
import { createDeliveryRepository } from './delivery-repository.ts';
import { createDeliveryService } from './delivery-service.ts';
import { createTrackerHandlers } from './handlers.ts';
import { createTrackerJobs } from './jobs.ts';
import { createNoteChanges } from './note-changes.ts';
import { createTrackerOpening } from './open-service.ts';
import { createTrackerReading } from './reading-service.ts';
import { createTrackerRoutes } from './routes.ts';
import { createStateRepository } from './state-repository.ts';
import { createStateService } from './state-service.ts';
import { createTrackerViews } from './views.ts';

/** A part of tickets; nothing runs by itself. */
export function createTracker(tools: TicketTools): TicketPart {
  const { database, clock, t, timeZone, webhook, logger } = tools;
  const deliveries = createDeliveryRepository(database);
  const states = createStateRepository(database);
  const state = createStateService({ database, states, sla: tools.sla.clocks });
  const service = createDeliveryService({ ...tools, ...tools.staff, deliveries });
  const post = webhook && createSignedPost({ ...webhook, clock });
  const courier = post && createCourier({ database, deliveries, post, clock, logger });
  const api = createApiRepository(database);
  const views = createTrackerViews(t, timeZone);
  const show = async (locale: Locale): Promise<View> =>
    webhook ? views.list(locale, await service.overview(), clock.now()) : views.off(locale);
  return {
    // Where no system is connected, nothing is kept for one.
    ...(webhook ? createNoteChanges({ ...tools, deliveries, states, state }) : {}),
    composer: createTrackerHandlers({ service, show, logger }),
    messages: { 'webhook-list': wordsPort(show) },
    commands: [
      { command: 'webhooks', words: 'tracker-menu', where: ['private'], roles: ['admin'] },
    ],
    sweeps: createTrackerJobs({ courier, service }),
    intake: createTrackerRoutes({
      ...createTrackerOpening(tools),
      ...createTrackerChanges({ ...tools, api }),
      reading: createTrackerReading({ ...tools, state, api }),
      state,
    }),
  };
}
