// How much may be said now. Telegram counts sends and edits together: about 30 calls a second over
// all, one a second in a chat with small bursts, 20 a minute in a group; and `retry_after` of a chat
// stops that chat alone. Times are milliseconds since the epoch.

export interface OutboxLimits {
  /** Calls a second over all chats; 0: no limit. */
  readonly overallPerSecond: number;
  /** Calls a second in one chat; 0: no limit. */
  readonly chatPerSecond: number;
  /** How many may leave at once after a pause. */
  readonly chatBurst: number;
  /** Calls within any 60 seconds in one group; 0: no limit. */
  readonly groupPerMinute: number;
}

export interface BudgetChat {
  readonly chatId: number;
  readonly group: boolean;
}

const MINUTE_MS = 60_000;

/** A bucket of `burst` calls that fills at `perSecond` (GCRA: one number, the theoretical arrival). */
interface Bucket {
  arrival: number;
}

export type Budget = ReturnType<typeof createBudget>;

export function createBudget(limits: OutboxLimits) {
  const overall: Bucket = { arrival: 0 };
  const chats = new Map<number, Bucket>();
  /** When the calls of the last minute were made, oldest first, by group. */
  const minutes = new Map<number, number[]>();
  const parked = new Map<number, number>();

  /** When the next call in this chat may be made; not later than `now` means at once. */
  function nextAt(chat: BudgetChat, now: number): number {
    return Math.max(
      parked.get(chat.chatId) ?? 0,
      bucketReadyAt(overall, limits.overallPerSecond, limits.overallPerSecond),
      bucketReadyAt(chats.get(chat.chatId), limits.chatPerSecond, limits.chatBurst),
      chat.group ? groupReadyAt(chat.chatId, now) : 0,
    );
  }

  /**
   * What is left of a group's minute is spread evenly over the rest of it: a burst after a pause goes
   * at once, and a steady stream flows every three seconds instead of stalling for half a minute.
   */
  function groupReadyAt(chatId: number, now: number): number {
    if (limits.groupPerMinute === 0) return 0;
    const sent = recentCalls(chatId, now);
    if (sent.length < limits.chatBurst) return 0;
    const oldest = sent[0] as number;
    const last = sent.at(-1) as number;
    const left = limits.groupPerMinute - sent.length;
    if (left <= 0) return oldest + MINUTE_MS;
    return last + Math.max(0, oldest + MINUTE_MS - last) / left;
  }

  function recentCalls(chatId: number, now: number): number[] {
    const sent = minutes.get(chatId) ?? [];
    while (sent.length > 0 && (sent[0] as number) <= now - MINUTE_MS) sent.shift();
    if (sent.length === 0) minutes.delete(chatId);
    return sent;
  }

  function spend(chat: BudgetChat, now: number): void {
    take(overall, limits.overallPerSecond, now);
    if (limits.chatPerSecond > 0) {
      const bucket = chats.get(chat.chatId) ?? { arrival: 0 };
      chats.set(chat.chatId, bucket);
      take(bucket, limits.chatPerSecond, now);
    }
    if (chat.group && limits.groupPerMinute > 0) {
      const sent = recentCalls(chat.chatId, now);
      sent.push(now);
      minutes.set(chat.chatId, sent);
    }
  }

  /** Whether calls in this chat are counted at all: then it matters what goes first. */
  function isLimited(chat: BudgetChat): boolean {
    return limits.chatPerSecond > 0 || (chat.group && limits.groupPerMinute > 0);
  }

  /** Telegram asked this chat to wait. */
  function park(chatId: number, until: number): void {
    parked.set(chatId, until);
  }

  /** Forgets what no longer matters, so that memory does not grow with every chat ever written to. */
  function tidy(now: number): void {
    for (const [id, until] of parked) if (until <= now) parked.delete(id);
    for (const [id, bucket] of chats) if (bucket.arrival <= now) chats.delete(id);
    for (const id of minutes.keys()) recentCalls(id, now);
  }

  return { nextAt, spend, park, isLimited, tidy };
}

function bucketReadyAt(bucket: Bucket | undefined, perSecond: number, burst: number): number {
  if (!bucket || perSecond === 0) return 0;
  return bucket.arrival - (Math.max(1, burst) - 1) * (1_000 / perSecond);
}

function take(bucket: Bucket, perSecond: number, now: number): void {
  if (perSecond > 0) bucket.arrival = Math.max(bucket.arrival, now) + 1_000 / perSecond;
}
