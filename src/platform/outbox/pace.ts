// How soon after one another calls may leave in one chat: some at once after a pause, then evenly. A
// group's minute is counted besides, and shared out so that no call waits long and none is left over.
// Times are milliseconds since the epoch.

export interface OutboxLimits {
  /** Calls within any second over all chats; 0: no limit. */
  readonly overallPerSecond: number;
  /** Calls a second in one chat; 0: no limit. */
  readonly chatPerSecond: number;
  /** How many may leave at once after a pause, at least one. */
  readonly chatBurst: number;
  /** Calls within any 60 seconds in one group; 0: no limit. */
  readonly groupPerMinute: number;
}

export interface BudgetChat {
  readonly chatId: number;
  readonly group: boolean;
}

/** What was spent in a chat; it never changes, so a call can be tried and not made. */
export interface Spent {
  /** When its calls would be over if each took its interval (GCRA). */
  readonly over: number;
  /** When the calls of the last minute left, oldest first; only where minutes are counted. */
  readonly calls: readonly number[];
}

export const NOTHING_SPENT: Spent = { over: 0, calls: [] };

const SECOND_MS = 1_000;

/** Telegram's clock is not ours: a second to spare. */
const MINUTE_MS = 60_000 + 1_000;

/**
 * No 60 seconds of a group have more than its limit; a steady stream gets all of it, and never stalls:
 * what left at once is made up for by a slower pace until it is a minute old.
 */
export function createPace({ chatPerSecond, chatBurst, groupPerMinute }: OutboxLimits) {
  const shortest = chatPerSecond > 0 ? SECOND_MS / chatPerSecond : 0;

  function mostOf({ group }: BudgetChat): number {
    return group ? groupPerMinute : 0;
  }

  /** Between two calls of a stream without end. */
  function evenInterval(chat: BudgetChat): number {
    const most = mostOf(chat);
    return most > 0 ? Math.max(shortest, Math.ceil(MINUTE_MS / most)) : shortest;
  }

  /** The same while the minute has calls that left at once after another. */
  function intervalNow(chat: BudgetChat, calls: readonly number[]): number {
    const even = evenInterval(chat);
    const most = mostOf(chat);
    if (most === 0) return even;
    const atOnce = calls.filter(
      (at, index) => at - (calls[index - 1] ?? Number.NEGATIVE_INFINITY) < even / 2,
    ).length;
    return Math.max(even, Math.ceil(MINUTE_MS / Math.max(1, most - atOnce)));
  }

  /** Whether calls are counted here at all. */
  function isCounted(chat: BudgetChat): boolean {
    return evenInterval(chat) > 0;
  }

  /** From when on the next call may leave. */
  function readyAt(chat: BudgetChat, { over, calls }: Spent, now: number): number {
    const most = mostOf(chat);
    const atOnce = Math.max(1, most > 0 ? Math.min(chatBurst, most) : chatBurst);
    const paced = over - (atOnce - 1) * evenInterval(chat);
    const inMinute = most > 0 ? calls.filter((at) => at > now - MINUTE_MS) : [];
    const full = inMinute.length >= most ? inMinute[inMinute.length - most] : undefined;
    return full === undefined ? paced : Math.max(paced, full + MINUTE_MS);
  }

  function afterCall(chat: BudgetChat, { over, calls }: Spent, now: number): Spent {
    if (mostOf(chat) === 0) return { over: Math.max(over, now) + shortest, calls };
    const inMinute = calls.filter((at) => at > now - MINUTE_MS);
    return {
      over: Math.max(over, now) + intervalNow(chat, inMinute),
      calls: [...inMinute, now],
    };
  }

  /** As if the call at `at` had not been made. */
  function withoutCall(chat: BudgetChat, { over, calls }: Spent, at: number): Spent {
    const index = calls.lastIndexOf(at);
    const others = index === -1 ? calls : calls.toSpliced(index, 1);
    return { over: over - intervalNow(chat, others), calls: others };
  }

  /** As if the call at `at` had been made at `later`. */
  function postponed({ over, calls }: Spent, at: number, later: number): Spent {
    const index = calls.lastIndexOf(at);
    if (index === -1) return { over, calls };
    return { over, calls: calls.toSpliced(index, 1, later).sort((a, b) => a - b) };
  }

  /** Whether what was spent no longer matters. */
  function isOver({ over, calls }: Spent, now: number): boolean {
    return over <= now && (calls.at(-1) ?? 0) <= now - MINUTE_MS;
  }

  return { isCounted, readyAt, afterCall, withoutCall, postponed, isOver };
}
