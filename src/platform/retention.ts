// How long what has served its purpose is kept: an update's payload until a day after it is done, its
// key for a week (so that it is recognised when it comes again), a message's payload until a week after
// its outcome, a signed request's name for a day. Poison and dead letters stay until somebody decides.

import type { Clock } from './clock.ts';
import type { Database } from './database/index.ts';
import { createInboxRepository, forgetRequests } from './inbox/index.ts';
import { createOutboxRepository } from './outbox/index.ts';
import type { Sweep } from './sweeps.ts';

export interface RetentionSettings {
  /** Hours after an update is done during which its payload is kept. */
  readonly updatePayloadHours: number;
  /** Days after an update is done during which it is recognised when it comes again. */
  readonly updateKeyDays: number;
  /** Days after its outcome during which a message's payload is kept. */
  readonly messagePayloadDays: number;
}

const DEFAULT_RETENTION: RetentionSettings = {
  updatePayloadHours: 24,
  updateKeyDays: 7,
  messagePayloadDays: 7,
};

export interface RetentionDeps {
  readonly database: Database;
  readonly botId: number;
  readonly clock: Clock;
  readonly settings?: RetentionSettings;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A signature is good for minutes; a clock that was set back makes it so again for longer. */
const REQUEST_MS = DAY_MS;

/** In one statement: the embedded database has one connection, which others wait for. */
const AT_ONCE = 2_000;

/** What was settled just before an earlier look may have been committed just after it. */
const OVERLAP_MS = HOUR_MS;

/** Sweeps to be run once an hour, each in steps that hold nobody up. */
export function createRetention({
  database,
  botId,
  clock,
  settings = DEFAULT_RETENTION,
}: RetentionDeps): Sweep[] {
  const inbox = createInboxRepository(database, botId);
  const outbox = createOutboxRepository(database);
  return [
    hourly('forget-updates', async (before) => {
      await before(settings.updatePayloadHours * HOUR_MS, inbox.forgetPayloads);
      await before(settings.updateKeyDays * DAY_MS, (_from, until, limit) =>
        inbox.deleteDone(until, limit),
      );
    }),
    hourly('forget-messages', (before) =>
      before(settings.messagePayloadDays * DAY_MS, outbox.forgetPayloads),
    ),
    hourly('forget-requests', (before) =>
      before(REQUEST_MS, (_from, until, limit) => forgetRequests(database, until, limit)),
    ),
    maintenance(),
  ];

  /** Not at the start, when everybody waits for the database already. */
  function maintenance(): Sweep {
    const begin = clock.now().getTime();
    return {
      name: 'maintain-database',
      everyMs: HOUR_MS,
      async run() {
        if (clock.now().getTime() - begin >= HOUR_MS) await database.maintain();
      },
    };
  }

  /** A sweep whose first look goes through everything, and later ones only through what is new to it. */
  function hourly(name: string, work: (before: Before) => Promise<void>): Sweep {
    let lookedAt: number | null = null;
    return {
      name,
      everyMs: HOUR_MS,
      async run() {
        const now = clock.now().getTime();
        const since = lookedAt === null ? null : lookedAt - OVERLAP_MS;
        await work((age, forget) =>
          forgetAll(new Date(since === null ? 0 : since - age), new Date(now - age), forget),
        );
        lookedAt = now;
      },
    };
  }
}

/** Forgets what has reached an age, in milliseconds. */
type Before = (age: number, forget: Forget) => Promise<void>;

/** Forgets at most `limit` of what was settled in a span; says of how many. */
type Forget = (from: Date, before: Date, limit: number) => Promise<number>;

async function forgetAll(from: Date, before: Date, forget: Forget): Promise<void> {
  let forgotten = AT_ONCE;
  while (forgotten === AT_ONCE) forgotten = await forget(from, before, AT_ONCE);
}
