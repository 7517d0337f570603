// Which albums are still being read: a part of them waits in the inbox.

import type { Database } from '../../platform/database/index.ts';
import { findWaitingAlbums } from '../../platform/inbox/index.ts';
import type { OutboxPorts } from '../../platform/outbox/index.ts';
import { albumOf } from '../verbs/album.ts';

/** See `stillComing` of the outbox's ports. */
export function createStillComing(database: Database): OutboxPorts['stillComing'] {
  return async (groupKeys) => {
    const waiting = await findWaitingAlbums(database, groupKeys.map(albumOf));
    return new Set(groupKeys.filter((key) => waiting.has(albumOf(key))));
  };
}
