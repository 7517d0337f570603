// A file's bytes as Telegram gives them to a bot. The address bears the token: it is in no log and no error.

import { type Api, GrammyError } from 'grammy';
import { classifyApiError } from './api-errors.ts';

/** Of a file of 20 MB on a slow line. */
const PATIENCE_MS = 60_000;

export interface FileOpenerDeps {
  readonly api: () => Pick<Api, 'getFile'>;
  readonly token: string;
  readonly apiRoot: string;
}

/** `gone`: Telegram has it no more, or never gives it to a bot; `failed`: it may be tried again. */
export type OpenedFile =
  | { readonly status: 'open'; readonly body: AsyncIterable<Uint8Array> }
  | { readonly status: 'too-large' | 'gone' | 'failed' };

export type OpenFile = (fileId: string) => Promise<OpenedFile>;

/** Never throws; the body may, while it is read. */
export function createFileOpener({ api, token, apiRoot }: FileOpenerDeps): OpenFile {
  return async function openFile(fileId) {
    try {
      const { file_path: path } = await api().getFile(fileId);
      if (path === undefined) return { status: 'gone' };
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const { ok, body } = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal });
      return ok && body ? { status: 'open', body } : { status: 'failed' };
    } catch (error) {
      return { status: refusedFor(error) };
    }
  };
}

function refusedFor(error: unknown): Exclude<OpenedFile['status'], 'open'> {
  if (!(error instanceof GrammyError)) return 'failed';
  if (/file is too big/i.test(error.description)) return 'too-large';
  if (/wrong file_id|temporarily unavailable/i.test(error.description)) return 'failed';
  return classifyApiError(error).kind === 'unexpected' ? 'gone' : 'failed';
}
