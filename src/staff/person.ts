// Where a person is: the private chat with somebody has the same id as the person.

import type { DestinationPort } from '../platform/outbox/index.ts';

/** For `person:<telegram user id>`. */
export const personDestination: DestinationPort = {
  async resolve(userIds) {
    return new Map(
      userIds.map((userId) => [userId, { status: 'ready', chatId: userId, group: false }]),
    );
  },
  async troubled() {
    return 'fail';
  },
};
