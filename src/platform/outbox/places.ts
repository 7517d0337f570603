// Where destinations are: asked of their ports, many at once, and asked again when it may have changed.

import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { Lane } from './lanes.ts';
import { type Destination, type DestinationKind, parseDestination } from './message.ts';
import type { OutboxPorts, Place } from './ports.ts';

export interface PlacesDeps {
  readonly ports: OutboxPorts;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly lanes: ReadonlyMap<Destination, Lane>;
  readonly wake: () => void;
}

/** A suspended destination is asked again after this. */
const SUSPENDED_MS = 60_000;
const FAILED_PAUSE_MS = 1_000;

/** Keeps the places of these lanes; a lane whose place is not known is not served. */
export function createPlaces({ ports, clock, logger, lanes, wake }: PlacesDeps) {
  /** Grows whenever places may have changed: an answer asked for before that is not believed. */
  let geography = 0;

  /** Asks again where these destinations are: their chat is back, or their topic is new. */
  function forget(destinations?: readonly Destination[]): void {
    geography += 1;
    const concerned = destinations?.map((name) => lanes.get(name)) ?? lanes.values();
    for (const lane of concerned) {
      if (!lane) continue;
      lane.place = null;
      lane.notBefore = 0;
    }
    wake();
  }

  /** Asks for the places that are not known and may be asked for at `now`. */
  async function find(now: number): Promise<void> {
    const byKind = new Map<DestinationKind, Lane[]>();
    for (const lane of lanes.values()) {
      if (lane.place || lane.busy || lane.notBefore > now) continue;
      const { kind } = parseDestination(lane.destination);
      const sameKind = byKind.get(kind) ?? [];
      byKind.set(kind, sameKind);
      sameKind.push(lane);
    }
    await Promise.all([...byKind].map(([kind, unplaced]) => findPlacesOf(kind, unplaced)));
  }

  /** A port that cannot answer holds up its own destinations alone. */
  async function findPlacesOf(kind: DestinationKind, unplaced: readonly Lane[]): Promise<void> {
    const asked = geography;
    try {
      const ids = unplaced.map((lane) => parseDestination(lane.destination).id);
      const places = await ports.destinations[kind].resolve(ids);
      if (asked !== geography) return wake();
      for (const lane of unplaced) {
        const { id } = parseDestination(lane.destination);
        place(lane, places.get(id) ?? { status: 'gone' });
      }
    } catch (error) {
      logger.warn({ err: error, kind }, 'destinations could not be found');
      for (const lane of unplaced) lane.notBefore = later(FAILED_PAUSE_MS);
    }
  }

  function place(lane: Lane, found: Place): void {
    lane.place = found.status === 'suspended' ? null : found;
    if (found.status === 'suspended') lane.notBefore = later(SUSPENDED_MS);
  }

  function later(ms: number): number {
    return clock.now().getTime() + ms;
  }

  return { find, forget };
}
