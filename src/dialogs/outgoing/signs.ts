// The small signs that cost no words: 👀 on what the client wrote, 👌 on what has reached them, the pin
// on a card.

import type {
  ApiCall,
  MessageJob,
  MessagePort,
  QueuedMessage,
} from '../../platform/outbox/index.ts';
import type { MessageRepository } from '../message-repository.ts';

/** Signs that Telegram lets bots put on messages. */
const SEEN = '👀';
const DELIVERED = '👌';

export type Sign = 'seen' | 'delivered' | 'pin-card';

export function createSigns(messages: Pick<MessageRepository, 'list'>): Record<Sign, MessagePort> {
  return {
    seen: reactionPort(SEEN),
    delivered: reactionPort(DELIVERED),
    'pin-card': callPort(({ place, messages: [queued] }) => ({
      method: 'pinChatMessage',
      payload: {
        chat_id: place.chatId,
        message_id: numberIn(queued, 'messageId'),
        disable_notification: true,
      },
      repeatable: true,
    })),
  };

  function reactionPort(emoji: string): MessagePort {
    return callPort(async ({ place, messages: [queued] }) => {
      const id = numberIn(queued, 'messageId');
      const kept = (await messages.list([id])).get(id);
      if (kept?.chatId !== place.chatId) return null;
      const reaction = [{ type: 'emoji', emoji }];
      const payload = { chat_id: place.chatId, message_id: kept.messageId, reaction };
      return { method: 'setMessageReaction', payload, repeatable: true };
    });
  }
}

/** REACTION_INVALID and its like: the group has no reactions, or not this one. */
function isRefusedReaction(settlement: Settlement): boolean {
  if (settlement.status !== 'failed') return false;
  const { failure } = settlement;
  return failure.kind === 'bad-request' && /reaction/i.test(failure.description);
}

/** A port for messages that are a call each; null: there is nothing to be done any more. */
export function callPort(
  call: (job: MessageJob) => ApiCall | null | Promise<ApiCall | null>,
): MessagePort {
  return {
    render: (jobs) =>
      Promise.all(
        jobs.map(async (job) => {
          const made = await call(job);
          return made
            ? { status: 'calls', calls: [made] }
            : { status: 'drop', reason: 'it stands elsewhere now' };
        }),
      ),
  };
}

export function numberIn(message: QueuedMessage | undefined, name: string): number {
  return Number(message?.args[name]);
}
