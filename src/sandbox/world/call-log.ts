// Every call the bot made, in order: what a test looks at when it asks what was really sent.

export type Call = {
  readonly seq: number;
  readonly at: string;
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly outcome: CallOutcome;
};

export type CallOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error_code: number; readonly description: string };

export type CallFilter = {
  readonly method?: string;
  readonly chatId?: number;
  /** Only calls after this one. */
  readonly after?: number;
};

export type CallLog = ReturnType<typeof createCallLog>;

/** The log is a window over the latest calls: a long bench would fill the memory otherwise. */
const KEPT = 20_000;

/** Keeps the latest 20,000 calls at least. */
export function createCallLog(now: () => Date) {
  let calls: Call[] = [];
  let seq = 0;
  return {
    add(method: string, payload: Readonly<Record<string, unknown>>, outcome: CallOutcome): void {
      seq += 1;
      calls.push({ seq, at: now().toISOString(), method, payload, outcome });
      if (calls.length > 2 * KEPT) calls = calls.slice(-KEPT);
    },
    find({ method, chatId, after = 0 }: CallFilter): readonly Call[] {
      return calls.filter(
        (call) =>
          call.seq > after &&
          (method === undefined || call.method === method) &&
          (chatId === undefined || Number(call.payload.chat_id) === chatId),
      );
    },
  };
}
