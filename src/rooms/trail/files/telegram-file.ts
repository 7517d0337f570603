// A file's bytes as Telegram gives them to a bot, passed through a hash and kept nowhere.

import { createHash } from 'node:crypto';
import { type Api, GrammyError } from 'grammy';
import { classifyApiError } from '../../../platform/telegram/api-errors.ts';
import type { Read } from './hashing-service.ts';

/** Of a file of 20 MB on a slow line. */
const PATIENCE_MS = 60_000;

export interface FileReaderDeps {
  readonly api: () => Pick<Api, 'getFile'>;
  readonly token: string;
  readonly apiRoot: string;
}

/** The address bears the token: it is in no log and no error. */
export function createFileReader({ api, token, apiRoot }: FileReaderDeps) {
  return async function read(fileId: string): Promise<Read> {
    try {
      const { file_path: path } = await api().getFile(fileId);
      if (path === undefined) return { status: 'gone' };
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal });
      if (!answer.ok || !answer.body) return { status: 'failed' };
      const hash = createHash('sha256');
      for await (const piece of answer.body) hash.update(piece as Uint8Array);
      return { status: 'read', sha256: hash.digest('hex') };
    } catch (error) {
      return { status: refusedFor(error) };
    }
  };
}

function refusedFor(error: unknown): Exclude<Read['status'], 'read'> {
  if (!(error instanceof GrammyError)) return 'failed';
  if (/file is too big/i.test(error.description)) return 'too-large';
  if (/wrong file_id|temporarily unavailable/i.test(error.description)) return 'failed';
  return classifyApiError(error).kind === 'unexpected' ? 'gone' : 'failed';
}
