// Words for an employee who cannot be reached in private are said in the thread, where the others are.

import { systemCause } from '../../platform/cause.ts';
import type { MessagePort, NewMessage, Outbox } from '../../platform/outbox/index.ts';
import { threadOf } from '../dialog-writer.ts';
import { numberIn } from './signs.ts';

/**
 * What follows when such words have failed: the message `name`, with the same arguments, in the thread
 * of the dialog that they name as `dialogId`.
 */
export function inThreadInstead(outbox: Outbox, name: string): NonNullable<MessagePort['settled']> {
  return async (tx, settled) => {
    const instead = settled.flatMap(({ message, settlement }): NewMessage[] => {
      if (settlement.status !== 'failed') return [];
      const destination = threadOf(numberIn(message, 'dialogId'));
      return [{ destination, name, args: message.args }];
    });
    await outbox.enqueue(tx, instead, systemCause('delivery'));
  };
}
