// Updates as Telegram hands them out: kept until a later offset is asked for, a hundred at most in an
// answer, and a poll that finds nothing waits. They are serialised before anybody asks for them.

import { markOf, userIdOf } from '../world.ts';
import type { Feed } from './protocol.ts';

const BATCH = 100;
const TICK_MS = 5;
/** Above the message ids that the seeded dialogs have. */
const FIRST_MESSAGE = 1_000_000;

export interface UpdateQueueDeps {
  readonly onOffered: (person: number, serial: number) => void;
  /** How many updates, from the very first one, a poll has confirmed. */
  readonly onConfirmed: (count: number) => void;
}

interface Prepared {
  readonly person: number;
  readonly serial: number;
  readonly json: string;
}

export type UpdateQueue = ReturnType<typeof createUpdateQueue>;

export function createUpdateQueue({ onOffered, onConfirmed }: UpdateQueueDeps) {
  /** Update `n` has the id `n + 1`. */
  const updates: string[] = [];
  const serials = new Map<number, number>();
  let confirmed = 0;
  let waiting: (() => void) | null = null;

  function prepare({ first, people, updates: count }: Feed): Prepared[] {
    return Array.from({ length: count }, (_, index) => {
      const person = first + (index % people);
      const serial = serials.get(person) ?? 0;
      serials.set(person, serial + 1);
      return { person, serial, json: toJson(updates.length + index + 1, person, serial) };
    });
  }

  function offer(prepared: readonly Prepared[]): void {
    for (const { person, serial, json } of prepared) {
      updates.push(json);
      onOffered(person, serial);
    }
    waiting?.();
  }

  /** Returns at once; a steady feed goes on by itself, at the moments its pace asks for. */
  function feed(wanted: Feed): void {
    const prepared = prepare(wanted);
    const { perSecond } = wanted;
    if (perSecond === null) {
      offer(prepared);
      return;
    }
    const begin = performance.now();
    let given = 0;
    const timer = setInterval(() => {
      const due = Math.floor(((performance.now() - begin) / 1_000) * perSecond) + 1;
      const end = Math.min(due, prepared.length);
      if (end > given) offer(prepared.slice(given, end));
      given = end;
      if (given === prepared.length) clearInterval(timer);
    }, TICK_MS);
  }

  /** The answer to a poll, as JSON. */
  async function poll(offset: number | undefined, timeoutMs: number): Promise<string> {
    if (offset !== undefined && offset - 1 > confirmed) {
      confirmed = offset - 1;
      onConfirmed(confirmed);
    }
    if (updates.length === confirmed && timeoutMs > 0) await arrival(timeoutMs);
    return `[${updates.slice(confirmed, confirmed + BATCH).join(',')}]`;
  }

  function arrival(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(end, timeoutMs);
      waiting = end;
      function end(): void {
        clearTimeout(timer);
        waiting = null;
        resolve();
      }
    });
  }

  return { feed, poll };
}

function toJson(updateId: number, person: number, serial: number): string {
  const id = userIdOf(person);
  const name = { first_name: `Client ${person}`, username: `client_${person}` };
  return JSON.stringify({
    update_id: updateId,
    message: {
      message_id: FIRST_MESSAGE + serial,
      date: 1_800_000_000,
      chat: { id, type: 'private', ...name },
      from: { id, is_bot: false, language_code: 'ru', ...name },
      text: `${markOf(person, serial)} When will it arrive?`,
    },
  });
}
