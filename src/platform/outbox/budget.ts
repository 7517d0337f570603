// How much may be said now. Telegram counts sends and edits together: about 30 calls a second over
// all, one a second in a chat with small bursts, 20 a minute in a group; and `retry_after` of a chat
// stops that chat alone. Times are milliseconds since the epoch.

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

const SECOND_MS = 1_000;

/** A call arrives some time after it was allowed, one later than another: our minute is longer by that. */
const GROUP_WINDOW_MS = 60_000 + 500;

export type Budget = ReturnType<typeof createBudget>;

export function createBudget(limits: OutboxLimits) {
  const burst = Math.max(1, limits.chatBurst);
  const interval = limits.chatPerSecond > 0 ? SECOND_MS / limits.chatPerSecond : 0;
  const overall = createWindow(limits.overallPerSecond, SECOND_MS);
  /** Of each chat, when its calls would be over if each took its interval (GCRA). */
  const arrivals = new Map<number, number>();
  const groups = new Map<number, Window>();
  const parked = new Map<number, number>();

  /** When the next call in this chat may be made; not later than `now` means at once. */
  function nextAt(chat: BudgetChat, now: number): number {
    return Math.max(
      parked.get(chat.chatId) ?? 0,
      overall.freeAt(now),
      chatReadyAt(chat, 1),
      groupReadyAt(chat, now),
    );
  }

  /** When `calls` more may leave at once. */
  function chatReadyAt({ chatId }: BudgetChat, calls: number): number {
    return (arrivals.get(chatId) ?? 0) - (burst - calls) * interval;
  }

  /**
   * What is left of a group's minute is spread evenly over the rest of it: a burst after a pause goes
   * at once, and a steady stream flows every three seconds instead of stalling for half a minute.
   */
  function groupReadyAt({ chatId, group }: BudgetChat, now: number): number {
    const minute = group ? groups.get(chatId)?.recent(now) : undefined;
    const oldest = minute?.[0];
    if (minute === undefined || oldest === undefined || minute.length < burst) return 0;
    const left = limits.groupPerMinute - minute.length;
    const renewed = oldest + GROUP_WINDOW_MS;
    if (left <= 0) return renewed;
    const last = minute.at(-1) ?? oldest;
    return last + Math.max(0, renewed - last) / left;
  }

  function spend(chat: BudgetChat, now: number): void {
    const { chatId } = chat;
    overall.add(now);
    if (interval > 0) arrivals.set(chatId, Math.max(arrivals.get(chatId) ?? 0, now) + interval);
    if (!chat.group || limits.groupPerMinute <= 0) return;
    const minute = groups.get(chatId) ?? createWindow(limits.groupPerMinute, GROUP_WINDOW_MS);
    groups.set(chatId, minute);
    minute.add(now);
  }

  /** Takes back what was spent at `at`: no call was made after all. */
  function giveBack({ chatId }: BudgetChat, at: number): void {
    overall.remove(at);
    groups.get(chatId)?.remove(at);
    const arrival = arrivals.get(chatId);
    if (arrival !== undefined) arrivals.set(chatId, arrival - interval);
  }

  /** Whether the next call in this chat is the last for now: then what waits together leaves together. */
  function isShort(chat: BudgetChat, now: number): boolean {
    if (Math.max(chatReadyAt(chat, 2), overall.freeAt(now, 2)) > now) return true;
    if (!chat.group || limits.groupPerMinute <= 0) return false;
    return (groups.get(chat.chatId)?.recent(now).length ?? 0) + 1 >= burst;
  }

  /** Whether calls in this chat are counted at all: then it matters what goes first. */
  function isLimited(chat: BudgetChat): boolean {
    return limits.overallPerSecond > 0 || interval > 0 || (chat.group && limits.groupPerMinute > 0);
  }

  /** Telegram asked this chat to wait. */
  function park(chatId: number, until: number): void {
    parked.set(chatId, Math.max(until, parked.get(chatId) ?? 0));
  }

  /** Forgets what no longer matters, so that memory does not grow with every chat ever written to. */
  function tidy(now: number): void {
    for (const [id, until] of parked) if (until <= now) parked.delete(id);
    for (const [id, arrival] of arrivals) if (arrival <= now) arrivals.delete(id);
    for (const [id, minute] of groups) if (minute.recent(now).length === 0) groups.delete(id);
  }

  /** The clock was set back: what was noted at later hours would stop everything until then. */
  function startAfresh(): void {
    overall.clear();
    arrivals.clear();
    groups.clear();
    parked.clear();
  }

  return { nextAt, spend, giveBack, isShort, isLimited, park, tidy, startAfresh };
}

interface Window {
  /** When one call more (or so many) fits. */
  freeAt(now: number, calls?: number): number;
  /** When the calls within the window were made, oldest first. */
  recent(now: number): readonly number[];
  add(at: number): void;
  remove(at: number): void;
  clear(): void;
}

/** The calls of the last `lengthMs`, of which there may be `most`; 0: not counted. */
function createWindow(most: number, lengthMs: number): Window {
  let calls: number[] = [];

  function recent(now: number): readonly number[] {
    const begin = now - lengthMs;
    const first = calls.findIndex((at) => at > begin);
    if (first !== 0 && calls.length > 0) calls = first === -1 ? [] : calls.slice(first);
    return calls;
  }

  return {
    recent,
    freeAt(now, more = 1) {
      if (most <= 0 || recent(now).length + more <= most) return 0;
      return (calls[calls.length + more - 1 - most] ?? now) + lengthMs;
    },
    add(at) {
      if (most > 0) calls.push(at);
    },
    remove(at) {
      const index = calls.lastIndexOf(at);
      if (index !== -1) calls.splice(index, 1);
    },
    clear() {
      calls = [];
    },
  };
}
