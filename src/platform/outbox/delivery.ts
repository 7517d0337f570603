// Makes the calls of one piece of work, one after the other, and says how it went. A text that turns
// out too long is split here; everything else a refusal asks for is the sender's to decide.

import type { MessageEntity } from 'grammy/types';
import { classifyApiError } from '../telegram/api-errors.ts';
import type { ApiFailure } from '../telegram/api-failure.ts';
import { splitText } from '../telegram/formatted-text.ts';
import { NO_PROGRESS, type Progress } from './lanes.ts';
import type { ApiCall, Thread } from './ports.ts';

/** Makes one call of the Bot API; throws what grammY throws. */
export type CallApi = (
  method: string,
  payload: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

export type Delivery =
  | { readonly status: 'done'; readonly messageIds: readonly number[]; readonly result: unknown }
  /** The budget is spent for now; the rest is to follow. */
  | { readonly status: 'paused'; readonly progress: Progress }
  | {
      readonly status: 'refused';
      readonly failure: ApiFailure;
      readonly progress: Progress;
      readonly repeatable: boolean;
    };

export interface DeliveryOptions {
  readonly callApi: CallApi;
  readonly calls: readonly ApiCall[];
  /** What an earlier attempt has done already. */
  readonly progress?: Progress;
  /** Whether one more call may be made now; the first is allowed already. */
  readonly mayGoOn?: () => boolean;
  /** Told of each call that others are to follow, before they do. */
  readonly note?: (progress: Progress) => Promise<void>;
}

/** Never throws: what Telegram refused is an outcome, with how far the calls have come. */
export async function deliver(options: DeliveryOptions): Promise<Delivery> {
  const { callApi, calls, mayGoOn = () => true, note } = options;
  let progress = options.progress ?? NO_PROGRESS;
  let result: unknown;
  let isFirst = true;
  for (let call = nextCall(calls, progress); call; call = nextCall(calls, progress)) {
    if (!isFirst && !mayGoOn()) return { status: 'paused', progress };
    isFirst = false;
    try {
      result = await callApi(call.method, call.payload);
    } catch (error) {
      const failure = classifyApiError(error);
      // The wished state is there: what follows is still to be done.
      if (failure.kind === 'not-modified' || failure.kind === 'delete-target-gone') {
        progress = afterCall(progress, []);
        continue;
      }
      const parts = failure.kind === 'too-long' ? splitCall(call) : [];
      if (parts.length < 2)
        return { status: 'refused', failure, progress, repeatable: call.repeatable };
      progress = { ...progress, rest: [...parts, ...progress.rest.slice(1)] };
      continue;
    }
    progress = afterCall(progress, messageIdsOf(result));
    if (nextCall(calls, progress)) await note?.(progress);
  }
  return { status: 'done', messageIds: progress.messageIds, result };
}

/** The same piece in words alone, for what is left of a call whose formatting was refused. */
export function withoutFormatting(call: ApiCall): ApiCall {
  const { entities, caption_entities, parse_mode, ...payload } = call.payload;
  return { ...call, payload };
}

/** The same, as a reply to nothing; a comment stays one. */
export function withoutReply(call: ApiCall, thread?: Thread): ApiCall {
  const { reply_parameters, ...payload } = call.payload;
  if (!reply_parameters || !thread || 'topic' in thread) return { ...call, payload };
  return { ...call, payload: { ...payload, reply_parameters: { message_id: thread.root } } };
}

/** The same, as a reply to the whole of what it answers. */
export function withoutQuote(call: ApiCall): ApiCall {
  const { reply_parameters: reply, ...payload } = call.payload;
  if (typeof reply !== 'object' || reply === null || !('message_id' in reply)) return call;
  const { quote, quote_entities, quote_position, ...rest } = reply as Record<string, unknown>;
  return { ...call, payload: { ...payload, reply_parameters: rest } };
}

function nextCall(calls: readonly ApiCall[], { calls: done, rest }: Progress): ApiCall | undefined {
  return rest[0] ?? calls[done];
}

function afterCall({ calls, rest, messageIds }: Progress, newIds: readonly number[]): Progress {
  const left = rest.slice(1);
  return {
    calls: left.length === 0 ? calls + 1 : calls,
    rest: left,
    messageIds: [...messageIds, ...newIds],
  };
}

/** What Telegram found too long after all, in parts; nothing for what cannot be parted. */
function splitCall(call: ApiCall): ApiCall[] {
  return call.method === 'sendMessage' ? halves(call) : withoutCaption(call);
}

/** A file, and its caption as a text behind it. */
function withoutCaption(call: ApiCall): ApiCall[] {
  const { caption, caption_entities, chat_id, message_thread_id } = call.payload;
  if (typeof caption !== 'string' || caption === '') return [];
  const place = message_thread_id === undefined ? { chat_id } : { chat_id, message_thread_id };
  const entities = caption_entities ?? [];
  return [
    { ...call, payload: { ...call.payload, caption: '', caption_entities: [] } },
    {
      method: 'sendMessage',
      payload: { ...place, text: caption, entities },
      repeatable: false,
    },
  ];
}

function halves(call: ApiCall): ApiCall[] {
  const { text, entities, reply_markup, reply_parameters, ...rest } = call.payload;
  if (typeof text !== 'string' || text.length < 4) return [];
  const whole = { text, entities: (entities ?? []) as MessageEntity[] };
  const parts = splitText(whole, Math.ceil(text.length / 2));
  return parts.map((part, index) => ({
    ...call,
    payload: {
      ...rest,
      ...part,
      // The first part is the reply, and the last has the buttons.
      ...(index === 0 && reply_parameters ? { reply_parameters } : {}),
      ...(index === parts.length - 1 && reply_markup ? { reply_markup } : {}),
    },
  }));
}

function messageIdsOf(result: unknown): number[] {
  if (Array.isArray(result)) return result.flatMap(messageIdsOf);
  if (typeof result !== 'object' || result === null || !('message_id' in result)) return [];
  return typeof result.message_id === 'number' ? [result.message_id] : [];
}
