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
const MINUTE_MS = 60_000 + 500;

export type Budget = ReturnType<typeof createBudget>;

/** A budget nothing was spent of; it forgets with the process, so a restart may burst once more. */
export function createBudget(limits: OutboxLimits) {
  const pace = createPace(limits);
  const overall = createWindow(limits.overallPerSecond, SECOND_MS);
  /** Of each chat, when its calls would be over if each took its interval (GCRA). */
  const arrivals = new Map<number, number>();
  const parked = new Map<number, number>();

  /** When the next call in this chat may be made; not later than `now` means at once. */
  function nextAt(chat: BudgetChat, now: number): number {
    return Math.max(parked.get(chat.chatId) ?? 0, overall.freeAt(now), chatReadyAt(chat));
  }

  function chatReadyAt(chat: BudgetChat): number {
    const { interval, burst } = pace(chat);
    return (arrivals.get(chat.chatId) ?? 0) - (burst - 1) * interval;
  }

  function spend(chat: BudgetChat, now: number): void {
    overall.add(now);
    const { interval } = pace(chat);
    if (interval === 0) return;
    arrivals.set(chat.chatId, Math.max(arrivals.get(chat.chatId) ?? 0, now) + interval);
  }

  /** Takes back what was spent at `at`: no call was made after all. */
  function giveBack(chat: BudgetChat, at: number): void {
    overall.remove(at);
    const arrival = arrivals.get(chat.chatId);
    if (arrival !== undefined) arrivals.set(chat.chatId, arrival - pace(chat).interval);
  }

  /** Whether the next call in this chat is the last for now: then what waits together leaves together. */
  function isShort(chat: BudgetChat, now: number): boolean {
    const { interval, burst } = pace(chat);
    const afterwards = Math.max(arrivals.get(chat.chatId) ?? 0, now) + interval;
    return Math.max(afterwards - (burst - 1) * interval, overall.freeAt(now, 2)) > now;
  }

  /** Whether calls in this chat are counted at all: then it matters what goes first. */
  function isLimited(chat: BudgetChat): boolean {
    return limits.overallPerSecond > 0 || pace(chat).interval > 0;
  }

  /** Telegram asked this chat to wait. */
  function park(chatId: number, until: number): void {
    parked.set(chatId, Math.max(until, parked.get(chatId) ?? 0));
  }

  /** Forgets what no longer matters, so that memory does not grow with every chat ever written to. */
  function tidy(now: number): void {
    for (const [id, until] of parked) if (until <= now) parked.delete(id);
    for (const [id, arrival] of arrivals) if (arrival <= now) arrivals.delete(id);
  }

  /** The clock was set back: what was noted at later hours would stop everything until then. */
  function startAfresh(): void {
    overall.clear();
    arrivals.clear();
    parked.clear();
  }

  return { nextAt, spend, giveBack, isShort, isLimited, park, tidy, startAfresh };
}

/** One call each `interval` milliseconds, of which `burst` may leave at once after a pause. */
interface Pace {
  readonly interval: number;
  readonly burst: number;
}

/**
 * A group's minute holds a burst and, evenly spread over the rest of it, what the limit leaves: so no
 * 60 seconds have more than the limit, a steady stream never stalls, and a few calls after a short
 * pause go at once.
 */
function createPace({ chatPerSecond, chatBurst, groupPerMinute }: OutboxLimits) {
  const burst = Math.max(1, chatBurst);
  const person: Pace = { interval: chatPerSecond > 0 ? SECOND_MS / chatPerSecond : 0, burst };
  const atOnce = Math.min(burst, groupPerMinute);
  const group: Pace =
    groupPerMinute > 0
      ? {
          interval: Math.max(person.interval, MINUTE_MS / (groupPerMinute - atOnce + 1)),
          burst: atOnce,
        }
      : person;
  return (chat: BudgetChat): Pace => (chat.group ? group : person);
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
