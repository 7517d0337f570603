// Calls without which everything works as well: a question taken away, buttons drawn anew.

import { GrammyError, HttpError } from 'grammy';
import type { Logger } from '../logger.ts';
import { classifyApiError } from './api-errors.ts';

/** What Telegram refuses, or has no time for, is noted with these facts and passed over. */
export async function leniently(
  logger: Logger,
  facts: { readonly [name: string]: unknown },
  call: () => Promise<unknown>,
): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof GrammyError || error instanceof HttpError)) throw error;
    const { kind } = classifyApiError(error);
    if (kind !== 'not-modified') logger.info({ ...facts, failure: kind }, 'a nicety was refused');
  }
}
