// A dialog as a file: asked for, and put together piece by piece while it is sent.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import type {
  HistoryHead,
  HistoryRepository,
  NotedEvent,
  SaidMessage,
} from './history-repository.ts';

export interface HistoryServiceDeps {
  readonly database: Database;
  readonly history: HistoryRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

export type HistoryPart =
  | { readonly kind: 'event'; readonly event: NotedEvent }
  | { readonly kind: 'message'; readonly message: SaidMessage };

/** Read at once, so that a dialog of years takes no more memory than one of days. */
const AT_ONCE = 200;

export type HistoryService = ReturnType<typeof createHistoryService>;

export function createHistoryService({ database, history, outbox, clock }: HistoryServiceDeps) {
  /** Has the file sent to its reader; it is made when it leaves. False: it was asked for before. */
  async function ask(order: {
    readonly cause: Cause;
    readonly dialogId: number;
    readonly reader: Reader;
  }): Promise<boolean> {
    const { cause, dialogId, reader } = order;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return false;
      await outbox.enqueue(tx, [wordsFor(reader, 'history-file', { dialogId })], cause);
      return true;
    });
  }

  /** What was said and what happened, in the order of time. */
  async function* parts({ dialogId }: HistoryHead): AsyncGenerator<HistoryPart> {
    let [afterMessage, afterEvent] = [0, 0];
    for (;;) {
      const messages = await history.messages(dialogId, afterMessage, AT_ONCE);
      const last = messages.length === AT_ONCE ? messages.at(-1) : undefined;
      const events = await history.events(dialogId, afterEvent, last?.at ?? null);
      yield* inOrder(messages, events);
      if (!last) return;
      afterMessage = last.id;
      afterEvent = events.at(-1)?.id ?? afterEvent;
    }
  }

  return { ask, parts, head: history.head };
}

function inOrder(
  messages: readonly SaidMessage[],
  events: readonly NotedEvent[],
): readonly HistoryPart[] {
  const all: HistoryPart[] = [
    ...messages.map((message) => ({ kind: 'message', message }) as const),
    ...events.map((event) => ({ kind: 'event', event }) as const),
  ];
  return all.sort((a, b) => momentOf(a) - momentOf(b));
}

function momentOf(part: HistoryPart): number {
  return (part.kind === 'event' ? part.event.at : part.message.at).getTime();
}
