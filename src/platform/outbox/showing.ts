// A projection is one message: posted once, and edited from then on.

import { targetIn } from './addressing.ts';
import type { ApiCall, ProjectionJob } from './ports.ts';

export interface Posting {
  /** What it tells is said beside it, or nobody has to hear of it: no telephone rings. */
  readonly quiet?: boolean;
  /** In its chat. */
  readonly replyTo?: number | undefined;
}

/** The call that shows `body` (text, buttons and how they are written); how it is posted counts once. */
export function showing(
  { place, messageId }: Pick<ProjectionJob, 'place' | 'messageId'>,
  body: Readonly<Record<string, unknown>>,
  { quiet = false, replyTo }: Posting = {},
): ApiCall {
  if (messageId === null) {
    const sound = quiet ? { disable_notification: true } : {};
    const payload = { ...targetIn(place, replyTo), ...body, ...sound };
    return { method: 'sendMessage', payload, repeatable: false };
  }
  const payload = { chat_id: place.chatId, message_id: messageId, ...body };
  return { method: 'editMessageText', payload, repeatable: true };
}
