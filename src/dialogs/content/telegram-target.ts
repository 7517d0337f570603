// The common part of every call that says something: where, and in reply to what.

import { type Thread, targetIn } from '../../platform/outbox/index.ts';
import type { Quote, Words } from '../content.ts';

export interface Speaking {
  readonly chatId: number;
  readonly thread?: Thread | undefined;
  /** Telegram must say that it is gone: then it is told in words. */
  readonly reply?: Reply | undefined;
  /** Formatting was refused: words alone. */
  readonly plain?: boolean | undefined;
  /** Words before and after what has no place for words itself. */
  readonly lead?: Words | null | undefined;
  readonly after?: Words | null | undefined;
  readonly now?: Date | undefined;
}

export interface Reply {
  readonly messageId: number;
  /** The part of it that is answered, as it stands there. */
  readonly quote?: Quote | undefined;
}

/** Where, and in reply to what. */
export function targetOf({ chatId, thread, reply }: Speaking): Record<string, unknown> {
  const target = targetIn({ chatId, ...(thread ? { thread } : {}) });
  if (!reply) return target;
  return { ...target, reply_parameters: { message_id: reply.messageId, ...quoteOf(reply) } };
}

function quoteOf({ quote }: Reply): Record<string, unknown> {
  if (!quote) return {};
  return {
    quote: quote.text,
    quote_position: quote.position,
    ...(quote.entities.length > 0 ? { quote_entities: quote.entities } : {}),
  };
}

/** The same place, as a reply to nothing and with nothing around it: what follows a first message. */
export function following({ chatId, thread, plain, now }: Speaking): Speaking {
  return { chatId, thread, plain, now };
}
