// Where words about a message go: near it, also where its dialog has left the thread it was written in.
// Whoever acts there need not be where the dialog goes on.

import type { Tx } from '../platform/database/index.ts';
import { type Destination, destination } from '../platform/outbox/index.ts';
import { threadOf } from './dialog-writer.ts';
import type { MessageAddress } from './message.ts';
import type { ThreadRepository } from './thread-repository.ts';

/** Something that stands, or has a copy, at this place in a desk. */
export interface Standing extends Pick<MessageAddress, 'chatId'> {
  readonly dialogId: number;
  readonly receivedAt: Date;
}

export type LeftThreads = Pick<ThreadRepository, 'findLeft'>;

/** Topics that are gone count as the present one: nobody reads there any more. */
export async function nearMessage(
  threads: LeftThreads,
  tx: Tx,
  standing: Standing,
): Promise<Destination> {
  const left = await threads.findLeft(tx, standing);
  return left === null ? threadOf(standing.dialogId) : destination('former', left);
}
