// The door of leads: products, and who asks about them.

import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { IntakeRoute } from '../platform/http/intake-route.ts';
import { createProductRepository } from './product-repository.ts';
import { createProductService } from './product-service.ts';
import { createProductRoutes } from './routes.ts';

export interface LeadsDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
}

export interface Leads {
  readonly routes: readonly IntakeRoute[];
}

/** Wires the feature; nothing is read or said before somebody asks for it. */
export function createLeads(deps: LeadsDeps): Leads {
  const products = createProductRepository();
  const service = createProductService({ ...deps, products });
  return { routes: createProductRoutes({ ...deps, service }) };
}
