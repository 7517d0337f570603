// Answers to pressed buttons, and reactions.
import { badRequest, queryTooOld } from '../bot-api/refusal.ts';
import { readableChat } from '../world/access.ts';
import { findMessage, tellOf } from '../world/messages.ts';
import { findUnanswered } from '../world/presses.ts';
import type { MethodTable } from './method.ts';

export const pressMethods = {
  answerCallbackQuery(world, { callback_query_id, text = '', show_alert = false, url }) {
    const press = findUnanswered(world, callback_query_id);
    if (!press) throw queryTooOld();
    press.answer = {
      text,
      alert: show_alert,
      ...(url === undefined ? {} : { url }),
      at: world.now().toISOString(),
    };
    world.changes.tell({ what: 'toast', userId: press.userId, chatId: press.chatId });
    return true;
  },

  /** A bot sets one reaction of the standard ones; which these are, the list of types says. */
  setMessageReaction(world, { chat_id, message_id, reaction = [] }) {
    const chat = readableChat(world, chat_id);
    const stored = findMessage(chat, message_id);
    if (!stored) throw badRequest('message to react not found');
    if (reaction.length > 1) throw badRequest('REACTIONS_TOO_MANY');
    if (reaction.some(({ type }) => type !== 'emoji')) throw badRequest('REACTION_INVALID');
    if (reaction.length === 0) stored.reactions.delete(world.bot.id);
    else stored.reactions.set(world.bot.id, [...reaction]);
    tellOf(world, stored);
    return true;
  },
} satisfies MethodTable;
