// Bad days on demand, and the view behind the bot's back: its calls, its queue of updates.
import { z } from 'zod';
import { systemClock } from '../../platform/clock.ts';
import { terminatedByOtherPoll, unauthorized } from '../bot-api/refusal.ts';
import { telegramLimits } from '../world/limiter.ts';
import type { World } from '../world/world.ts';
import { action, ControlError } from './action.ts';

const ms = z.int().min(0).max(600_000);

const fault = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('error'),
    error_code: z.int().min(400).max(599),
    description: z.string(),
    parameters: z
      .object({ retry_after: z.int().optional(), migrate_to_chat_id: z.int().optional() })
      .optional(),
  }),
  z.object({ kind: z.literal('drop-before') }),
  z.object({ kind: z.literal('reset-after-accept') }),
  z.object({ kind: z.literal('hang'), ms }),
  z.object({ kind: z.literal('latency'), ms }),
]);

const rule = z.object({
  fault,
  method: z.string().optional(),
  chatId: z.int().optional(),
  times: z.union([z.int().positive(), z.literal('always')]).default(1),
});

const limits = z.union([
  z.enum(['off', 'telegram']),
  z.object({
    overallPerSecond: z.number().positive(),
    chatPerSecond: z.number().positive(),
    chatBurst: z.int().positive(),
    groupPerMinute: z.int().positive(),
  }),
]);

const nothing = z.object({});

/** A wait ends in time for the client's own patience. */
const patience = z.object({ timeoutMs: ms.default(10_000) });

export const nemesisActions = {
  /** The next `times` calls that match fail so. */
  fail: action(rule, (world, args) => world.faults.add(args)),
  faults: action(nothing, (world) => world.faults.list()),
  clearFaults: action(z.object({ id: z.int().optional() }), (world, { id }) => {
    world.faults.clear(id);
  }),

  setLimits: action(z.object({ limits }), (world, { limits: wish }) => {
    world.limiter.set(wish === 'telegram' ? telegramLimits : wish);
  }),

  /** From now on every call is answered 401, until `restoreToken`. */
  revokeToken: action(nothing, ({ settings, updates }) => {
    settings.tokenIsValid = false;
    updates.interrupt(unauthorized());
  }),
  restoreToken: action(nothing, ({ settings }) => {
    settings.tokenIsValid = true;
  }),

  /** A second process polls once: the poll that is waiting ends with 409. */
  pollElsewhere: action(nothing, ({ updates }) => updates.interrupt(terminatedByOtherPoll())),

  /** Whether the bot waits for updates at this moment. */
  polling: action(nothing, ({ updates }) => ({ waiting: updates.isPolled() })),

  pendingUpdates: action(nothing, ({ updates }) => updates.pending()),

  /** Resolves when the bot has confirmed every update, or says so when it has not in time. */
  waitForUpdatesConfirmed: action(patience, async ({ updates }, { timeoutMs }) => ({
    confirmed: await updates.confirmed(timeoutMs),
    pending: updates.pending().length,
  })),

  /** As after a week of silence, when ids begin anew somewhere. Only while nothing is pending. */
  setNextUpdateId: action(z.object({ id: z.int().positive() }), ({ updates }, { id }) => {
    if (updates.pending().length > 0) throw new ControlError('updates are pending');
    updates.setNextId(id);
  }),

  /** Hands an update out once more, confirmed or not. */
  repeatUpdate: action(z.object({ updateId: z.int() }), ({ updates }, { updateId }) => {
    if (!updates.repeat(updateId)) throw new ControlError(`there was no update ${updateId}`);
  }),

  reverseNextBatch: action(nothing, ({ updates }) => updates.reverseNextBatch()),

  /** The bot's calls in their order, polls left out. */
  calls: action(
    z.object({
      method: z.string().optional(),
      chatId: z.int().optional(),
      after: z.int().optional(),
    }),
    (world, filter) => world.calls.find(filter),
  ),

  version: action(nothing, ({ changes }) => ({ version: changes.version() })),

  /** Resolves as soon as anything changed after `since`: how to wait without sleeping. */
  waitForChange: action(patience.extend({ since: z.int() }), waitForChange),
};

async function waitForChange(
  { changes }: World,
  { since, timeoutMs }: { readonly since: number; readonly timeoutMs: number },
): Promise<{ version: number }> {
  if (changes.version() > since) return { version: changes.version() };
  const changed = new AbortController();
  const stop = changes.watch(() => changed.abort());
  await systemClock.sleep(timeoutMs, changed.signal);
  stop();
  return { version: changes.version() };
}
