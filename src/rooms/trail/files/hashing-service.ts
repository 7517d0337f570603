// The SHA-256 of what people send: read from Telegram once for each file, behind everything else, and
// tried again when Telegram or the way to it fails.

import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { Logger } from '../../../platform/logger.ts';
import { nextTry, type RoomFile } from './file.ts';
import type { HashOutcome, RoomFileRepository } from './repository.ts';

/** What came of reading a file; `gone`: Telegram has it no more, or never gives it to a bot. */
export type Read =
  | { readonly status: 'read'; readonly sha256: string }
  | { readonly status: 'too-large' | 'gone' | 'failed' };

export interface HashingDeps {
  readonly database: Database;
  readonly files: Pick<RoomFileRepository, 'listToHash' | 'recordHash'>;
  /** Never throws. */
  readonly read: (fileId: string) => Promise<Read>;
  readonly clock: Clock;
  readonly logger: Logger;
}

const AT_ONCE = 3;

/** Reads what is due, a few files at a time; says how many there were. */
export function createHashing({ database, files, read, clock, logger }: HashingDeps) {
  return async function hashDue(): Promise<number> {
    const due = await files.listToHash(clock.now(), AT_ONCE);
    await Promise.all(due.map(hashOne));
    return due.length;
  };

  async function hashOne({ id, fileId, uniqueId, tries }: RoomFile & { readonly tries: number }) {
    const outcome = judged(await read(fileId), tries + 1);
    await database.inTransaction((tx) => files.recordHash(tx, uniqueId, outcome));
    if (outcome.state !== 'done') logger.info({ fileId: id, ...outcome }, 'a file has no hash yet');
  }

  function judged(found: Read, tries: number): HashOutcome {
    if (found.status === 'read') return { state: 'done', sha256: found.sha256, at: null };
    const none = { sha256: null, at: null };
    if (found.status === 'too-large') return { state: 'too-large', ...none };
    const at = found.status === 'failed' ? nextTry(tries, clock.now()) : null;
    return at ? { state: 'waiting', sha256: null, at } : { state: 'failed', ...none };
  }
}
