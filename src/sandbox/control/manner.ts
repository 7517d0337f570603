// How something is said, besides what: which words of another message it is about, whether it may be
// copied, which link is previewed.
import type { ExternalReplyInfo, Message, TextQuote } from '@grammyjs/types';
import { z } from 'zod';
import type { ChatState } from '../world/chat.ts';
import { chatOf } from '../world/chat-object.ts';
import { copyContentOf, originOf } from '../world/copying.ts';
import type { Draft } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { ControlError, getGroup, getMessage } from './action.ts';

export const manner = z.object({
  /** Words of the answered message, as they stand there. */
  quote: z.string().optional(),
  /** Answers a message of another chat that the person is in. */
  outside: z.object({ chatId: z.int(), messageId: z.int() }).optional(),
  /** Nobody may copy or forward it. */
  protect: z.boolean().optional(),
  /** As the Bot API names it. */
  preview: z.record(z.string(), z.unknown()).optional(),
});
export type Manner = z.infer<typeof manner>;

/** Said so, in this chat; `replyTo`: the answered message. */
export function inThisManner(
  world: World,
  chat: ChatState,
  { quote, outside, protect, preview }: Manner,
  replyTo: number | undefined,
): { draft: Pick<Draft, 'quote' | 'protectedContent'>; content: Partial<Message> } {
  const answered = outside ? getMessage(getGroup(world, outside.chatId), outside.messageId) : null;
  const target = answered ?? (replyTo === undefined ? null : getMessage(chat, replyTo));
  return {
    draft: {
      ...(quote === undefined ? {} : { quote: quoteOf(quote, target?.message) }),
      ...(protect ? { protectedContent: true } : {}),
    },
    content: {
      ...(answered ? { external_reply: outsideOf(world, answered.message) } : {}),
      ...(preview ? { link_preview_options: preview } : {}),
    },
  };
}

function quoteOf(text: string, message: Message | undefined): TextQuote {
  const position = (message?.text ?? message?.caption ?? '').indexOf(text);
  if (position === -1) throw new ControlError(`«${text}» does not stand in what is answered`);
  return { text, position, is_manual: true };
}

function outsideOf(world: World, message: Message): ExternalReplyInfo {
  const { text, entities, caption, caption_entities, ...media } = copyContentOf(message);
  const chat = getGroup(world, message.chat.id);
  const isOpen = chat.kind === 'channel' || chat.kind === 'supergroup';
  const place = isOpen ? { chat: chatOf(world, chat), message_id: message.message_id } : {};
  return { origin: message.forward_origin ?? originOf(message), ...place, ...media };
}
