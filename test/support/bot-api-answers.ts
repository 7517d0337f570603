// What grammY throws when Telegram refuses, or when no answer comes.
import { GrammyError, HttpError } from 'grammy';

interface Parameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

export function refusal(
  code: number,
  description: string,
  parameters: Parameters = {},
): GrammyError {
  const answer = { ok: false as const, error_code: code, description, parameters };
  return new GrammyError(`Call failed: ${description}`, answer, 'sendMessage', {});
}

/** A failure of the network; `code` as the system names it. */
export function noAnswer(code: string): HttpError {
  return new HttpError('Network request failed!', Object.assign(new Error(code), { code }));
}
