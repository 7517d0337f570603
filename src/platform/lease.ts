// Of two processes on one database one polls and sends; the other stands by. The lease row says who,
// the database's clock says until when, and the epoch tells a holder who came back from a long pause
// that somebody else has been here since.

import type { Clock } from './clock.ts';
import type { Database } from './database/index.ts';
import type { Logger } from './logger.ts';
import { token } from './random.ts';

/** After this long a silence of its holder another process takes over. */
const LENGTH_SECONDS = 10;
const RENEW_MS = 3_000;
const STANDBY_MS = 1_000;

export interface LeaseClaim {
  readonly name: string;
  readonly holder: string;
  readonly epoch: number;
}

export interface LeaseDeps {
  readonly name: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

export type Lease = ReturnType<typeof createLease>;

/** A lease not yet asked for; whoever holds it has ten seconds from each renewal. */
export function createLease({ name, database, clock, logger }: LeaseDeps) {
  const { prisma } = database;
  const holder = token(9);
  // The embedded database lets nobody else into its folder: what a dead process left is ours at once.
  const alone = database.kind === 'embedded';
  let claim: LeaseClaim | null = null;

  /** Takes the lease, or lengthens it. False while somebody else has it. */
  async function acquire(): Promise<boolean> {
    const [row] = await prisma.$queryRaw<{ epoch: number }[]>`
      INSERT INTO lease AS l (name, holder, epoch, expires_at)
      VALUES (${name}, ${holder}, 1, clock_timestamp() + ${LENGTH_SECONDS} * interval '1 second')
      ON CONFLICT (name) DO UPDATE SET
        holder = EXCLUDED.holder,
        expires_at = EXCLUDED.expires_at,
        epoch = l.epoch + CASE WHEN l.holder = EXCLUDED.holder THEN 0 ELSE 1 END
      WHERE l.holder = EXCLUDED.holder OR l.expires_at <= clock_timestamp() OR ${alone}
      RETURNING epoch`;
    const had = claim !== null;
    claim = row ? { name, holder, epoch: row.epoch } : null;
    if (claim && !had) logger.info({ epoch: claim.epoch }, 'this process polls and sends');
    if (!claim && had) logger.warn('another process has taken over, this one stands by');
    return claim !== null;
  }

  /** Waits until this process has the lease, or `stop`. */
  async function waitFor(stop: AbortSignal): Promise<boolean> {
    let said = false;
    while (!stop.aborted) {
      try {
        if (await acquire()) return true;
        if (!said) logger.info('another process polls and sends, this one stands by');
        said = true;
      } catch (error) {
        logger.warn({ err: error }, 'the lease could not be asked for');
      }
      await clock.sleep(STANDBY_MS, stop);
    }
    return false;
  }

  /** Lengthens the lease again and again; ends with `stop`, or when somebody else has it. */
  async function keep(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await clock.sleep(RENEW_MS, stop);
      if (stop.aborted) return;
      try {
        if (!(await acquire())) return;
      } catch (error) {
        // The database is away: nothing can be claimed or stored, so nothing is done twice either.
        logger.warn({ err: error }, 'the lease could not be renewed');
      }
    }
  }

  /** Gives it back at once, so that the process that stands by need not wait. */
  async function release(): Promise<void> {
    if (!claim) return;
    claim = null;
    await prisma.$executeRaw`
      UPDATE lease SET expires_at = clock_timestamp() WHERE name = ${name} AND holder = ${holder}`;
  }

  /** What this process holds; null while it stands by. */
  function current(): LeaseClaim | null {
    return claim;
  }

  return { acquire, waitFor, keep, release, current };
}
