// Small things done to messages that are a call each: the pin on a card.

import type {
  ApiCall,
  MessageJob,
  MessagePort,
  QueuedMessage,
} from '../../platform/outbox/index.ts';

/** The ports of what is done to messages and is neither words nor a reaction. */
export function createSigns(): Record<'pin-card', MessagePort> {
  return {
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

/** A number among a message's arguments; NaN where there is none of that name. */
export function numberIn(message: QueuedMessage | undefined, name: string): number {
  return Number(message?.args[name]);
}
