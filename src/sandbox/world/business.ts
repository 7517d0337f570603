// Business accounts: a person's own chats that they let the bot see and answer in.
import type { BusinessConnection, Message } from '@grammyjs/types';
import { badRequest } from '../bot-api/refusal.ts';
import { type Account, userOf } from './account.ts';
import { type ChatState, createChatState, type Stored } from './chat.ts';
import type { Connection } from './connection.ts';
import type { UpdateContent } from './update-queue.ts';
import type { World } from './world.ts';

/** How long after a customer's last message the bot may still write to them. */
const OPEN_SECONDS = 24 * 60 * 60;

/** The connection as the Bot API shows it. */
export function connectionOf(world: World, connection: Connection): BusinessConnection {
  const owner = world.accounts.get(connection.ownerId) as Account;
  const { id, date, enabled, canReply } = connection;
  return {
    id,
    user: userOf(owner),
    user_chat_id: owner.id,
    date,
    rights: canReply ? { can_reply: true } : {},
    is_enabled: enabled,
  };
}

/** The connection with this id. @throws Refusal 400 `business connection not found` */
export function findConnection(world: World, id: string): Connection {
  const found = [...world.connections.values()].find((connection) => connection.id === id);
  if (!found) throw badRequest('business connection not found');
  return found;
}

/** The chat of two people; it begins to exist when one of them writes. */
export function chatBetween(world: World, ownerId: number, customer: Account): ChatState {
  const known = [...world.chats.values()].find(
    ({ business }) => business?.ownerId === ownerId && business.customerId === customer.id,
  );
  if (known) return known;
  // No id of Telegram's: inside the bot's updates the chat has the customer's.
  const id = -(9_000_000_000_000 + world.nextNumber());
  const title = `${world.accounts.get(ownerId)?.firstName} — ${customer.firstName}`;
  const chat = createChatState({ id, kind: 'private', title });
  chat.business = { ownerId, customerId: customer.id };
  for (const userId of [ownerId, customer.id]) {
    chat.members.set(userId, { userId, status: 'member', rights: {}, permissions: {} });
  }
  world.chats.set(id, chat);
  return chat;
}

/** A chat that the bot may write in for the account. @throws Refusal */
export function writableBusinessChat(
  world: World,
  connectionId: string,
  chatId: unknown,
): ChatState {
  const { ownerId, enabled, canReply } = findConnection(world, connectionId);
  if (!enabled) throw badRequest('business connection not found');
  if (!canReply) throw badRequest('BUSINESS_CONNECTION_NOT_ALLOWED');
  if (Number(chatId) === ownerId) throw badRequest('messages must not be sent to self');
  const chat = [...world.chats.values()].find(
    ({ business }) => business?.ownerId === ownerId && business.customerId === Number(chatId),
  );
  if (!chat) throw badRequest('BUSINESS_PEER_INVALID');
  const asked = [...chat.messages.values()].findLast(
    ({ message }) => message.from?.id === chat.business?.customerId,
  );
  if (!asked || world.seconds() - asked.message.date > OPEN_SECONDS) {
    throw badRequest('BUSINESS_PEER_USAGE_MISSING');
  }
  return chat;
}

/** The message as the bot gets it: in the chat by the customer's id, with the connection's. */
export function asBusinessMessage(world: World, chat: ChatState, message: Message): Message {
  const { ownerId, customerId } = chat.business as NonNullable<ChatState['business']>;
  const { reply_to_message: reply, ...rest } = message;
  const customer = world.accounts.get(customerId) as Account;
  const { id, first_name, last_name, username } = userOf(customer);
  const shown = {
    ...rest,
    chat: {
      id,
      type: 'private',
      first_name,
      ...(last_name ? { last_name } : {}),
      ...(username ? { username } : {}),
    },
    business_connection_id: world.connections.get(ownerId)?.id ?? '',
    ...(reply ? { reply_to_message: asBusinessMessage(world, chat, reply) } : {}),
  };
  return shown as Message;
}

/** Tells the bot of something in such a chat, if the account lets it. */
export function deliverBusiness(
  world: World,
  chat: ChatState,
  stored: Stored,
  kind: 'business_message' | 'edited_business_message' | 'deleted_business_messages',
): void {
  const connection = world.connections.get(chat.business?.ownerId ?? 0);
  if (!connection?.enabled) return;
  const message = asBusinessMessage(world, chat, stored.message);
  const { chat: place, message_id } = message;
  const deleted = { business_connection_id: connection.id, chat: place, message_ids: [message_id] };
  const content = { [kind]: kind === 'deleted_business_messages' ? deleted : message };
  world.updates.push(content as UpdateContent);
}
