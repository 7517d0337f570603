// The part of a call that says where it is said: the chat, the thread in it, the message it answers.

import type { ReadyPlace } from './ports.ts';

/**
 * For every call that sends something into a place. Comments of a post hang on its root: without a reply
 * they would stand beside them, so there a reply is never left out in silence.
 */
export function targetIn(
  { chatId, thread }: Pick<ReadyPlace, 'chatId' | 'thread'>,
  replyTo?: number,
): Record<string, unknown> {
  const target = { chat_id: chatId };
  if (thread && 'root' in thread)
    return { ...target, reply_parameters: { message_id: replyTo ?? thread.root } };
  return {
    ...target,
    ...(thread ? { message_thread_id: thread.topic } : {}),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}
