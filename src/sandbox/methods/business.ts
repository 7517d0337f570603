// What the bot does with business accounts besides speaking for them.
import { badRequest } from '../bot-api/refusal.ts';
import { connectionOf, findConnection } from '../world/business.ts';
import { findMessage, remove } from '../world/messages.ts';
import type { MethodTable } from './method.ts';

export const businessMethods = {
  getBusinessConnection(world, { business_connection_id }) {
    return connectionOf(world, findConnection(world, business_connection_id));
  },

  /** All of one chat; without the right to delete everything, only what the bot has sent. */
  deleteBusinessMessages(world, { business_connection_id, message_ids }) {
    const { ownerId, enabled } = findConnection(world, business_connection_id);
    if (!enabled) throw badRequest('business connection not found');
    for (const chat of world.chats.values()) {
      if (chat.business?.ownerId !== ownerId) continue;
      for (const id of message_ids) {
        const stored = findMessage(chat, id);
        if (stored) remove(world, chat, stored);
      }
    }
    return true;
  },
} satisfies MethodTable;
