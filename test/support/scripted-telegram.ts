// A Telegram whose answers a test writes: it accepts everything, numbering messages from 101, unless
// told what to answer next, or to keep a call waiting.
import type { Clock } from '../../src/platform/clock.ts';

export interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** When it arrived, in milliseconds since the telegram was opened. */
  readonly at: number;
}

export type Match = (call: Call) => boolean;
type Reply = (call: Call) => unknown;

export function createScriptedTelegram(clock: Clock) {
  const opened = clock.now().getTime();
  const calls: Call[] = [];
  const accepted: Call[] = [];
  const once: { match: Match; reply: Reply }[] = [];
  const always: { match: Match; reply: Reply }[] = [];
  const gates = new Set<{ match: Match; free: Promise<void>; open: () => void }>();
  let lastId = 100;

  function nextId(): number {
    lastId += 1;
    return lastId;
  }

  async function callApi(
    method: string,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<unknown> {
    const call = { method, payload, at: clock.now().getTime() - opened };
    calls.push(call);
    for (const gate of gates) if (gate.match(call)) await gate.free;
    const index = once.findIndex(({ match }) => match(call));
    const script =
      index === -1 ? always.find(({ match }) => match(call)) : once.splice(index, 1)[0];
    const answer = script ? script.reply(call) : accept(call);
    if (answer instanceof Error) throw answer;
    return answer;
  }

  function accept(call: Call): unknown {
    accepted.push(call);
    if (call.method === 'createForumTopic') return { message_thread_id: nextId() };
    if (call.method === 'sendMediaGroup') {
      return (call.payload.media as unknown[]).map(() => ({ message_id: nextId() }));
    }
    if (/^(send|copy)/.test(call.method)) return { message_id: nextId() };
    return call.method.startsWith('edit') ? { message_id: call.payload.message_id } : true;
  }

  return {
    callApi,
    calls,
    accepted,
    accept,
    /** Answers the next matching call; an error is thrown. */
    next: (match: Match, reply: Reply) => void once.push({ match, reply }),
    /** Answers all matching calls, until `forgive`. */
    always: (match: Match, reply: Reply) => void always.push({ match, reply }),
    forgive: () => void always.splice(0),
    /** Keeps matching calls waiting until it is opened. */
    hold(match: Match): { open(): void } {
      let free = () => {};
      const gate = {
        match,
        free: new Promise<void>((resolve) => {
          free = resolve;
        }),
        open() {
          gates.delete(gate);
          free();
        },
      };
      gates.add(gate);
      return gate;
    },
    /** Lets everything go that is kept waiting. */
    open(): void {
      for (const gate of gates) gate.open();
    },
    /** What people read: the texts of accepted calls, in order. */
    said: () => accepted.map(said),
    attempted: () => calls.map(said),
  };
}

function said({ method, payload }: Call): string {
  const words = payload.text ?? payload.media ?? payload.reaction ?? payload.message_id ?? method;
  return Array.isArray(words) ? words.join('+') : String(words);
}

export const withText =
  (text: string): Match =>
  ({ payload }) =>
    payload.text === text;

export const ofMethod =
  (method: string): Match =>
  (call) =>
    call.method === method;
