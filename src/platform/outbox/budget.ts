// How much may be said now. Telegram counts sends and edits together: about 30 calls a second over
// all, one a second in a chat with small bursts, 20 a minute in a group; and `retry_after` of a chat
// stops that chat alone. Times are milliseconds since the epoch.

import {
  type BudgetChat,
  createPace,
  NOTHING_SPENT,
  type OutboxLimits,
  type Spent,
} from './pace.ts';

export type { BudgetChat, OutboxLimits } from './pace.ts';

const SECOND_MS = 1_000;

export type Budget = ReturnType<typeof createBudget>;

/** A budget nothing was spent of; it forgets with the process, so a restart may burst once more. */
export function createBudget(limits: OutboxLimits) {
  const pace = createPace(limits);
  const overall = createWindow(limits.overallPerSecond, SECOND_MS);
  const chats = new Map<number, Spent>();
  const parked = new Map<number, number>();

  /** When the next call in this chat may be made; not later than `now` means at once. */
  function nextAt(chat: BudgetChat, now: number): number {
    const ready = pace.isCounted(chat) ? pace.readyAt(chat, spentBy(chat), now) : 0;
    return Math.max(parked.get(chat.chatId) ?? 0, overall.freeAt(now), ready);
  }

  function spentBy({ chatId }: BudgetChat): Spent {
    return chats.get(chatId) ?? NOTHING_SPENT;
  }

  function spend(chat: BudgetChat, now: number): void {
    overall.add(now);
    if (pace.isCounted(chat)) chats.set(chat.chatId, pace.afterCall(chat, spentBy(chat), now));
  }

  /** Takes back what was spent at `at`: no call was made after all. */
  function giveBack(chat: BudgetChat, at: number): void {
    overall.remove(at);
    const spent = chats.get(chat.chatId);
    if (spent) chats.set(chat.chatId, pace.withoutCall(chat, spent, at));
  }

  /**
   * The call that was spent at `at` is answered now: Telegram may have counted it as late as this, and
   * its minute has only begun.
   */
  function answered(chat: BudgetChat, at: number, now: number): void {
    const spent = chats.get(chat.chatId);
    if (spent && now > at) chats.set(chat.chatId, pace.postponed(spent, at, now));
  }

  /** Whether the next call in this chat is the last for now: then what waits together leaves together. */
  function isShort(chat: BudgetChat, now: number): boolean {
    if (overall.freeAt(now, 2) > now) return true;
    if (!pace.isCounted(chat)) return false;
    return pace.readyAt(chat, pace.afterCall(chat, spentBy(chat), now), now) > now;
  }

  /** Whether calls in this chat are counted at all: then it matters what goes first. */
  function isLimited(chat: BudgetChat): boolean {
    return limits.overallPerSecond > 0 || pace.isCounted(chat);
  }

  /** Telegram asked this chat to wait. */
  function park(chatId: number, until: number): void {
    parked.set(chatId, Math.max(until, parked.get(chatId) ?? 0));
  }

  /** Forgets what no longer matters, so that memory does not grow with every chat ever written to. */
  function tidy(now: number): void {
    for (const [id, until] of parked) if (until <= now) parked.delete(id);
    for (const [id, spent] of chats) if (pace.isOver(spent, now)) chats.delete(id);
  }

  /** The clock was set back: what was noted at later hours would stop everything until then. */
  function startAfresh(): void {
    overall.clear();
    chats.clear();
    parked.clear();
  }

  return { nextAt, spend, giveBack, answered, isShort, isLimited, park, tidy, startAfresh };
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
