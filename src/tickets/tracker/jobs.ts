// What the clock makes due: changes to be told, administrators to be told of those that were not taken, old rows.

import { type Cause, systemCause } from '../../platform/cause.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { Courier } from './courier-service.ts';
import type { DeliveryService } from './delivery-service.ts';

export interface TrackerJobsDeps {
  /** Null: no system is connected, and what was kept for one waits. */
  readonly courier: Courier | null;
  readonly service: DeliveryService;
}

const CAUSE: Cause = systemCause('webhook-troubles');
const MINUTE_MS = 60_000;

export function createTrackerJobs({ courier, service }: TrackerJobsDeps): readonly Sweep[] {
  if (!courier) return [];
  return [
    {
      name: 'webhooks',
      async run() {
        // Beside the sweeps: it is heard of again when it has something to say.
        void courier.look();
      },
    },
    { name: 'webhook-troubles', everyMs: MINUTE_MS, run: () => service.tellTroubles(CAUSE) },
    { name: 'webhooks-over', everyMs: 60 * MINUTE_MS, run: service.forget },
  ];
}
