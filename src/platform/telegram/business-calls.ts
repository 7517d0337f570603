// Calls into business chats, as Telegram wants them: by the customer's id, on behalf of a connection.

import { GrammyError } from 'grammy';
import type { CallApi } from '../outbox/index.ts';
import { businessChatNumber } from './business-chat.ts';

export interface BusinessPlace {
  readonly connectionId: string;
  readonly customerId: number;
  /** The account has switched the bot off, or does not let it answer. */
  readonly mayReply: boolean;
}

type Payload = Readonly<Record<string, unknown>>;

/** Deleting has a method of its own there, and takes several at once. */
const DELETIONS = new Set(['deleteMessage', 'deleteMessages']);

/**
 * Makes calls as `call` does; those into a business chat go where `find` says the chat with that number
 * is. Where the bot may not answer, they are refused in Telegram's own words without being made.
 */
export function createBusinessCaller(
  call: CallApi,
  find: (chatNumber: number) => Promise<BusinessPlace | null>,
): CallApi {
  return async (method, payload) => {
    const number = businessChatNumber(Number(payload.chat_id));
    if (number === null) return call(method, payload);
    const place = await find(number);
    if (!place?.mayReply) throw connectionNotFound(method, payload);
    return DELETIONS.has(method)
      ? call('deleteBusinessMessages', deletion(place, payload))
      : call(method, inPlace(place, payload));
  };
}

function inPlace({ connectionId, customerId }: BusinessPlace, payload: Payload): Payload {
  return { ...payload, business_connection_id: connectionId, chat_id: customerId };
}

function deletion({ connectionId }: BusinessPlace, payload: Payload): Payload {
  const message_ids = payload.message_ids ?? [payload.message_id];
  return { business_connection_id: connectionId, message_ids };
}

function connectionNotFound(method: string, payload: Payload): GrammyError {
  const description = 'Bad Request: business connection not found';
  const answer = { ok: false, error_code: 400, description } as const;
  return new GrammyError(`Call to '${method}' failed!`, answer, method, { ...payload });
}
