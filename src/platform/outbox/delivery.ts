// Makes the calls of one piece of work, one after the other, and says how it went. A text that turns
// out too long is split here; everything else a refusal asks for is the sender's to decide.

import type { MessageEntity } from 'grammy/types';
import { classifyApiError } from '../telegram/api-errors.ts';
import type { ApiFailure } from '../telegram/api-failure.ts';
import { splitText } from '../telegram/formatted-text.ts';
import type { ApiCall } from './ports.ts';

/** Makes one call of the Bot API; throws what grammY throws. */
export type CallApi = (method: string, payload: Readonly<Record<string, unknown>>) => Promise<unknown>;

export type Delivery =
  | { readonly status: 'done'; readonly messageIds: readonly number[]; readonly result: unknown }
  /** `messageIds`: of the parts that were sent before the refusal. */
  | {
      readonly status: 'refused';
      readonly failure: ApiFailure;
      readonly messageIds: readonly number[];
      readonly repeatable: boolean;
    };

/** `sentParts`: ids of the calls that succeeded in an earlier attempt, which are not repeated. */
export async function deliver(
  callApi: CallApi,
  calls: readonly ApiCall[],
  sentParts: readonly number[] = [],
): Promise<Delivery> {
  const messageIds = [...sentParts];
  const waiting = calls.slice(sentParts.length);
  let result: unknown;
  for (let call = waiting.shift(); call; call = waiting.shift()) {
    try {
      result = await callApi(call.method, call.payload);
      messageIds.push(...messageIdsOf(result));
    } catch (error) {
      const failure = classifyApiError(error);
      const parts = failure.kind === 'too-long' ? splitCall(call) : [];
      if (parts.length < 2) {
        return { status: 'refused', failure, messageIds, repeatable: call.repeatable };
      }
      waiting.unshift(...parts);
    }
  }
  return { status: 'done', messageIds, result };
}

/** The halves of a text that Telegram found too long after all; nothing for other calls. */
function splitCall(call: ApiCall): ApiCall[] {
  const { text, entities, reply_markup, ...rest } = call.payload;
  if (call.method !== 'sendMessage' || typeof text !== 'string') return [];
  const whole = { text, entities: (entities ?? []) as MessageEntity[] };
  const parts = splitText(whole, Math.ceil(text.length / 2));
  return parts.map((part, index) => ({
    ...call,
    payload: { ...rest, ...part, ...(index === parts.length - 1 && reply_markup ? { reply_markup } : {}) },
  }));
}

function messageIdsOf(result: unknown): number[] {
  if (Array.isArray(result)) return result.flatMap(messageIdsOf);
  if (typeof result !== 'object' || result === null || !('message_id' in result)) return [];
  return typeof result.message_id === 'number' ? [result.message_id] : [];
}
