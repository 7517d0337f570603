// Tells in which thread a message stands of which Telegram says no more than its number, if it is one
// that shows a projection (a card): its place is that of what it shows.

import { type ChatMessage, placeKey, type Threads } from '../inbox/index.ts';
import { parseDestination } from './message.ts';
import type { OutboxPorts, Thread } from './ports.ts';
import type { OutboxRepository } from './repository.ts';

export interface WhereaboutsDeps {
  readonly repository: Pick<OutboxRepository, 'findShowing'>;
  readonly ports: Pick<OutboxPorts, 'destinations'>;
}

/** As Telegram counts threads: comments are in none. */
function topicIn(thread: Thread | undefined): number {
  return thread && 'topic' in thread ? thread.topic : 0;
}

/**
 * Finds the threads of messages; those that show nothing, or whose place is not known now, are left out.
 * 0: outside threads.
 */
export function createWhereabouts({ repository, ports }: WhereaboutsDeps) {
  return async function threadsOf(messages: readonly ChatMessage[]): Promise<Threads> {
    const shown = await repository.findShowing(messages.map(({ messageId }) => messageId));
    const threads = new Map<string, number>();
    for (const { messageId, destination } of shown) {
      const { kind, id } = parseDestination(destination);
      const place = (await ports.destinations[kind].resolve([id])).get(id);
      if (place?.status !== 'ready') continue;
      // The same number in another chat is another message: the key has both.
      threads.set(placeKey({ chatId: place.chatId, messageId }), topicIn(place.thread));
    }
    return threads;
  };
}
