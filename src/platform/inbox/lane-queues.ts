// Waiting updates by lane, and which lane is next: those with a button press first, then in turn. A
// lane is out at most once, so what it holds is handled in order. Times in milliseconds.

import type { StoredUpdate } from './repository.ts';

export interface LaneQueue {
  readonly key: string;
  /** Oldest first; the head stays until it is handed back as finished. */
  readonly updates: StoredUpdate[];
  /** Until then the lane waits after a failure, since the epoch. */
  notBefore: number;
}

interface Entry extends LaneQueue {
  presses: number;
  state: 'offered' | 'offered-first' | 'out';
}

/** Empty queues; moments are milliseconds since the epoch. */
export function createLaneQueues() {
  const lanes = new Map<string, Entry>();
  const ordinary: Entry[] = [];
  const first: Entry[] = [];
  let count = 0;
  let lastNow = 0;

  function add(update: StoredUpdate): void {
    const lane = lanes.get(update.lane) ?? open(update.lane);
    lane.updates.push(update);
    count += 1;
    if (!update.urgent) return;
    lane.presses += 1;
    if (lane.state === 'offered') offer(lane);
  }

  function open(key: string): Entry {
    const lane: Entry = { key, updates: [], notBefore: 0, presses: 0, state: 'offered' };
    lanes.set(key, lane);
    ordinary.push(lane);
    return lane;
  }

  function offer(lane: Entry): void {
    lane.state = lane.presses > 0 ? 'offered-first' : 'offered';
    (lane.presses > 0 ? first : ordinary).push(lane);
  }

  /** The lane whose head is to be handled next; it is out until it is handed back. */
  function next(now: number): LaneQueue | null {
    noticeClock(now);
    const lane = takeFrom(first, 'offered-first', now) ?? takeFrom(ordinary, 'offered', now);
    if (lane) lane.state = 'out';
    return lane;
  }

  /** When the clock was set back, nobody waits for that hour to come again. */
  function noticeClock(now: number): void {
    if (now < lastNow) for (const lane of lanes.values()) lane.notBefore = 0;
    lastNow = now;
  }

  /** Lanes that wait after a failure are passed over, and keep their place. */
  function takeFrom(queue: Entry[], state: Entry['state'], now: number): Entry | null {
    let index = 0;
    for (; index < queue.length; index += 1) {
      const lane = queue[index] as Entry;
      // A press has moved it to the other queue since, and perhaps it is gone by now.
      const moved = lane.state !== state || lanes.get(lane.key) !== lane;
      if (moved || lane.notBefore <= now) {
        queue.splice(index, 1);
        if (!moved) return lane;
        index -= 1;
      }
    }
    return null;
  }

  /** Takes a lane back; `finished`: its head is out of the way. */
  function handBack({ key }: LaneQueue, finished: boolean): void {
    const lane = lanes.get(key) as Entry;
    if (finished) {
      const head = lane.updates.shift();
      if (head?.urgent) lane.presses -= 1;
      count -= 1;
      lane.notBefore = 0;
    }
    if (lane.updates.length === 0) lanes.delete(key);
    else offer(lane);
  }

  /** How long until a lane that waits may go on, `atMost` at most. */
  function pause(now: number, atMost: number): number {
    let shortest = atMost;
    for (const lane of [...first, ...ordinary]) {
      if (lane.notBefore > now) shortest = Math.min(shortest, lane.notBefore - now);
    }
    return shortest;
  }

  /** How many lanes wait for somebody to handle their head. */
  function waiting(): number {
    let lanesWaiting = 0;
    for (const { state } of lanes.values()) if (state !== 'out') lanesWaiting += 1;
    return lanesWaiting;
  }

  return { add, next, handBack, pause, waiting, held: () => count };
}
