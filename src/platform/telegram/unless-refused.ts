// Questions to Telegram of which a refusal is an answer too.

import { GrammyError } from 'grammy';

/** Null: Telegram says that there is nothing, or nothing for this bot. @throws when it is away */
export async function unlessRefused<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof GrammyError && error.error_code < 429) return null;
    throw error;
  }
}
