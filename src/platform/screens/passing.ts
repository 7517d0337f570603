// Messages in a group that were for one person, and tidy themselves away: five minutes after the last
// press, when they have served their purpose, or when the same person asks for another. It is kept in a
// table, so that a restart leaves nothing lying about; one that was sent right before a crash stays.

import { type Api, type Context, GrammyError, HttpError } from 'grammy';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import type { Logger } from '../logger.ts';
import type { Sweep } from '../sweeps.ts';
import { classifyApiError } from '../telegram/api-errors.ts';
import { isTransient } from '../telegram/api-failure.ts';
import { createPassingRepository, type PassingMessage } from './passing-repository.ts';

export interface PassingDeps {
  readonly database: Database;
  readonly botId: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly api: () => Api;
}

export type Passing = ReturnType<typeof createPassing>;

const STAYS_MS = 5 * 60_000;
const EVERY_MS = 2_000;
const AT_ONCE = 30;

export function createPassing({ database, botId, clock, logger, api }: PassingDeps) {
  const repository = createPassingRepository(database, botId);
  const later = () => new Date(clock.now().getTime() + STAYS_MS);

  /** A message that answers this update in a group. */
  async function add({ chat, from, message }: Context, messageId: number): Promise<void> {
    if (!chat || !from) return;
    const alongId = message?.message_id || null;
    const passing = { chatId: chat.id, userId: from.id, messageId, alongId };
    await repository.add({ ...passing, deleteAt: later() }, clock.now());
  }

  /** It is in use: it stays a while longer. */
  async function renew(chatId: number, messageId: number): Promise<void> {
    await repository.put(chatId, messageId, later());
  }

  /** It has served its purpose. */
  async function end(chatId: number, messageId: number): Promise<void> {
    await repository.put(chatId, messageId, clock.now());
  }

  async function tidy(): Promise<void> {
    const due = await repository.listDue(clock.now(), AT_ONCE);
    const gone: number[] = [];
    for (const message of due) if (await remove(message)) gone.push(message.id);
    if (gone.length > 0) await repository.forget(gone);
  }

  /** False: Telegram has no time for it now. What it refuses for good (no right, too old) is passed over. */
  async function remove({ chatId, messageId, alongId }: PassingMessage): Promise<boolean> {
    for (const id of [messageId, alongId]) {
      if (id === null) continue;
      try {
        await api().deleteMessage(chatId, id);
      } catch (error) {
        if (!(error instanceof GrammyError || error instanceof HttpError)) throw error;
        const failure = classifyApiError(error);
        if (isTransient(failure)) return false;
        logger.info({ chatId, failure: failure.kind }, 'a passing message stays');
      }
    }
    return true;
  }

  const sweeps: readonly Sweep[] = [{ name: 'tidy-passing', everyMs: EVERY_MS, run: tidy }];
  return { add, renew, end, sweeps };
}
