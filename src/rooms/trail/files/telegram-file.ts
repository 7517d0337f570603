// A file's bytes as Telegram gives them to a bot, passed through a hash and kept nowhere.

import { createHash } from 'node:crypto';
import type { OpenFile } from '../../../platform/telegram/open-file.ts';
import type { Read } from './hashing-service.ts';

export function createFileReader(openFile: OpenFile) {
  return async function read(fileId: string): Promise<Read> {
    const file = await openFile(fileId);
    if (file.status !== 'open') return { status: file.status };
    try {
      const hash = createHash('sha256');
      for await (const piece of file.body) hash.update(piece);
      return { status: 'read', sha256: hash.digest('hex') };
    } catch {
      return { status: 'failed' };
    }
  };
}
