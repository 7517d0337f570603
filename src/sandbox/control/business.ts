// Business accounts in the hands of people: connected, let go, written to.
import { z } from 'zod';
import { userOf } from '../world/account.ts';
import { chatBetween, connectionOf, deliverBusiness } from '../world/business.ts';
import { post } from '../world/messages.ts';
import { action, ControlError, getAccount, getGroup } from './action.ts';
import { textContent } from './content.ts';

const owner = z.object({ userId: z.int() });

export const businessActions = {
  /** Connects the bot to the person's account, or changes what it may there. */
  connectBusiness: action(
    owner.extend({ canReply: z.boolean().default(true), anew: z.boolean().default(false) }),
    (world, { userId, canReply, anew }) => {
      const { id: ownerId } = getAccount(world, userId);
      const before = anew ? undefined : world.connections.get(ownerId);
      const id = before?.id ?? `connection${world.nextNumber()}`;
      const connection = { id, ownerId, enabled: true, canReply, date: world.seconds() };
      world.connections.set(ownerId, connection);
      world.updates.push({ business_connection: connectionOf(world, connection) });
      world.changes.tell({ what: 'people', userId });
      return { connectionId: id };
    },
  ),

  disconnectBusiness: action(owner, (world, { userId }) => {
    const connection = world.connections.get(userId);
    if (!connection) throw new ControlError('this account has connected no bot');
    connection.enabled = false;
    world.updates.push({ business_connection: connectionOf(world, connection) });
    world.changes.tell({ what: 'people', userId });
  }),

  /** The chat in which these two write to each other, for `say`, `send`, `edit` and the rest. */
  openBusinessChat: action(owner.extend({ customerId: z.int() }), (world, args) => {
    const customer = getAccount(world, args.customerId);
    return { chatId: chatBetween(world, getAccount(world, args.userId).id, customer).id };
  }),

  /** Telegram says it for the account by itself: a greeting, an «away». */
  saysByItself: action(z.object({ chatId: z.int(), text: z.string() }), (world, args) => {
    const chat = getGroup(world, args.chatId);
    if (!chat.business) throw new ControlError('this is no chat of a business account');
    const from = userOf(getAccount(world, chat.business.ownerId));
    const content = { ...textContent(args.text), is_from_offline: true as const };
    const stored = post(world, chat, { from, content });
    deliverBusiness(world, chat, stored, 'business_message');
    return { messageId: stored.message.message_id };
  }),
};
