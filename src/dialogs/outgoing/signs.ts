// The small signs that cost no words: 👀 on what the client wrote, 👌 on what has reached them, the pin
// on a card.

import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import {
  type ApiCall,
  type MessageJob,
  type MessagePort,
  type Outbox,
  parseDestination,
  type QueuedMessage,
  type SettledMessage,
  type Settlement,
} from '../../platform/outbox/index.ts';
import type { CardRepository } from '../card-repository.ts';
import type { DeskLogRepository } from '../desk-log-repository.ts';
import type { MessageRepository } from '../message-repository.ts';

/** Signs that Telegram lets bots put on messages. */
const SEEN = '👀';
const DELIVERED = '👌';

export type Sign = 'seen' | 'delivered' | 'pin-card';

export interface SignsDeps {
  readonly messages: Pick<MessageRepository, 'list'>;
  readonly cards: Pick<CardRepository, 'listThreads'>;
  readonly deskLog: Pick<DeskLogRepository, 'noteOnce'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** The ports of the signs. Where a group allows no 👌, its card says what arrived, and staff read so once. */
export function createSigns(deps: SignsDeps): Record<Sign, MessagePort> {
  const { messages, cards, deskLog, outbox, clock } = deps;
  return {
    seen: reactionPort(SEEN),
    delivered: { ...reactionPort(DELIVERED), settled: explainRefusal },
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

  async function explainRefusal(tx: Tx, signs: readonly SettledMessage[]): Promise<void> {
    const refused = signs.find(({ settlement }) => isRefusedReaction(settlement))?.message;
    if (!refused) return;
    const { destination } = refused;
    const [thread] = await cards.listThreads([parseDestination(destination).id], tx);
    if (!thread?.deskId || !thread.chatId) return;
    const said = {
      deskId: thread.deskId,
      type: 'reactions-refused',
      about: { chatId: thread.chatId },
    } as const;
    const cause = systemCause('delivery');
    if (!(await deskLog.noteOnce(tx, said, cause, clock.now()))) return;
    await outbox.enqueue(tx, [{ destination, name: 'reactions-refused', args: {} }], cause);
  }

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

/** A number among a message's arguments; NaN where there is none of that name. */
export function numberIn(message: QueuedMessage | undefined, name: string): number {
  return Number(message?.args[name]);
}
