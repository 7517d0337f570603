// What was said comes along into a dialog's new thread: its last words, and its last files.

import type { Tx } from '../../platform/database/index.ts';
import type { NewMessage } from '../../platform/outbox/index.ts';
import { MEDIA_KINDS } from '../content.ts';
import { threadOf } from '../dialog-writer.ts';
import type { MovingRepository } from './repository.ts';

/** So many files are shown again where the dialog goes on. */
const FILES = 10;

/** The messages by which it comes; what stands in the thread when they leave is left out. */
export type BringAlong = (tx: Tx, dialogId: number) => Promise<NewMessage[]>;

/** Whoever goes on with it need not be where it was, and cannot always get there. */
export function createBringAlong(
  moving: Pick<MovingRepository, 'lastSaid' | 'listFiles'>,
): BringAlong {
  return async (tx, dialogId) => {
    const upTo = await moving.lastSaid(tx, dialogId);
    if (upTo === null) return [];
    const files = await moving.listFiles(tx, dialogId, MEDIA_KINDS, FILES);
    const destination = threadOf(dialogId);
    return [
      { destination, name: 'dialog-history', args: { upTo } },
      ...files.map((messageId) => ({ destination, name: 'moved-file', args: { messageId } })),
    ];
  };
}
