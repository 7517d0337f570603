// Telegram's limits on what a bot sends, for trying out how the bot lives with them (BOTAPI.md §3.2):
// sends and edits share them, callback answers are free.

export type LimitNumbers = {
  readonly overallPerSecond: number;
  readonly chatPerSecond: number;
  readonly chatBurst: number;
  readonly groupPerMinute: number;
};

export type Limits = 'off' | LimitNumbers;

export const telegramLimits: LimitNumbers = {
  overallPerSecond: 30,
  chatPerSecond: 1,
  chatBurst: 3,
  groupPerMinute: 20,
};

const counted = /^(send(?!ChatAction)|copy|forward|edit|createForumTopic)/;

export type Limiter = ReturnType<typeof createLimiter>;

/** Telegram's limits as they are counted here: sends, copies, edits and new topics. */
export function createLimiter(initial: Limits, now: () => Date) {
  let limits = initial;
  let sent = new Map<number, number[]>();
  let overall: number[] = [];

  /**
   * Seconds after which the call may come again, or 0 if it is within the limits and counted.
   * A refused call is not counted.
   */
  function retryAfter(method: string, chatId: number): number {
    if (limits === 'off' || !counted.test(method)) return 0;
    const moment = now().getTime();
    overall = overall.filter((at) => at > moment - 1000);
    const inChat = (sent.get(chatId) ?? []).filter((at) => at > moment - 60_000);
    const wait = Math.max(
      chatId < 0 ? waitFor(inChat, limits.groupPerMinute, 60_000, moment) : 0,
      waitFor(inChat, limits.chatBurst, (limits.chatBurst * 1000) / limits.chatPerSecond, moment),
      waitFor(overall, limits.overallPerSecond, 1000, moment),
    );
    if (wait === 0) {
      overall.push(moment);
      inChat.push(moment);
    }
    sent.set(chatId, inChat);
    return wait;
  }

  return {
    retryAfter,
    set(next: Limits) {
      limits = next;
      sent = new Map();
      overall = [];
    },
  };
}

/** At most `count` within any `windowMs`; answers in whole seconds, as `retry_after` is. */
function waitFor(times: readonly number[], count: number, windowMs: number, now: number): number {
  const oldest = times.at(-count);
  if (oldest === undefined || oldest <= now - windowMs) return 0;
  return Math.max(1, Math.ceil((oldest + windowMs - now) / 1000));
}
