// Where the customers of business accounts are written to.

import type { Place } from '../../platform/outbox/index.ts';
import { businessChatId } from '../../platform/telegram/business-chat.ts';
import { customerOf } from './account.ts';
import type { BusinessService } from './service.ts';

/** The place of a client on this channel. Whether the bot may write there, the call itself finds out. */
export function createBusinessPlaces({ chatNumber }: Pick<BusinessService, 'chatNumber'>) {
  return async (externalId: string): Promise<Place> => {
    const chatId = businessChatId(await chatNumber(customerOf(externalId)));
    return { status: 'ready', chatId, group: false };
  };
}
