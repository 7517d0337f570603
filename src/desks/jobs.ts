// Desks in trouble are looked at each minute: what was repaired goes on by itself, also where Telegram
// tells of it by no update (topics turned on again) or the update was missed.

import { systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Logger } from '../platform/logger.ts';
import type { Sweep } from '../platform/sweeps.ts';
import { type Desk, TOPICS_LOST, type Trouble } from './desk.ts';
import type { MembershipDeps } from './membership.ts';
import type { DeskService } from './service.ts';

export interface DeskJobsDeps {
  readonly service: Pick<DeskService, 'listDesks' | 'noteRestored' | 'tellLate'>;
  /** What stands in the way; null: nothing. @throws what the Bot API throws, where the bot cannot look */
  readonly lookAt: (desk: Desk) => Promise<Trouble | null>;
  readonly repostBareCards: MembershipDeps['repostBareCards'];
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

const EVERY_MS = 60_000;
const LONGEST_MS = 60 * 60_000;

/** When a desk was last found to be in order, and how long it is believed to be in trouble since. */
interface Found {
  readonly at: number;
  readonly pauseMs: number;
}

/**
 * A desk that looks well, and is in trouble again soon, is looked at ever more seldom: what Telegram
 * refuses there shows in no right.
 */
export function createDeskJobs(deps: DeskJobsDeps): readonly Sweep[] {
  const { service, lookAt, repostBareCards, database, clock, logger } = deps;
  const found = new Map<number, Found>();

  async function look(desk: Desk): Promise<void> {
    const now = clock.now().getTime();
    const last = found.get(desk.id);
    if (last && now >= last.at && now - last.at < last.pauseMs) return;
    if (!(await isWell(desk))) return;
    const isSoon = last !== undefined && now - last.at < 2 * last.pauseMs;
    const pauseMs = isSoon ? Math.min(LONGEST_MS, 2 * last.pauseMs) : EVERY_MS;
    found.set(desk.id, { at: now, pauseMs });
    await database.inTransaction(async (tx) => {
      const isBack = await service.noteRestored(tx, desk.id, systemCause('desk-looked-at'));
      if (isBack) await repostBareCards(tx, desk.id);
    });
  }

  async function isWell(desk: Desk): Promise<boolean> {
    try {
      return (await lookAt(desk)) === null;
    } catch (err) {
      logger.debug({ err, deskId: desk.id }, 'a desk in trouble cannot be looked at');
      return false;
    }
  }

  async function run(): Promise<void> {
    const desks = await service.listDesks();
    for (const desk of desks) {
      if (desk.state === 'ready') continue;
      if (desk.trouble !== TOPICS_LOST) await look(desk);
      await service.tellLate(desk);
    }
  }

  return [{ name: 'desks-in-trouble', everyMs: EVERY_MS, run }];
}
