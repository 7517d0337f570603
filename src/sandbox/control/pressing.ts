// Buttons and topics, in the hands of people.
import { z } from 'zod';
import type { Account } from '../world/account.ts';
import { type ChatState, inlineKeyboardOf, type Stored, type Topic } from '../world/chat.ts';
import { findShown, isShownTo } from '../world/ephemeral.ts';
import { hasRight } from '../world/members.ts';
import { deliverPress, press } from '../world/presses.ts';
import { createTopic, deleteTopic, editTopic, setTopicClosed } from '../world/topics.ts';
import type { World } from '../world/world.ts';
import { action, ControlError, getAccount, getGroup, getMessage, getOwnChat } from './action.ts';

const button = z.object({
  userId: z.int(),
  chatId: z.int().optional(),
  messageId: z.int(),
});

const topic = z.object({ userId: z.int(), chatId: z.int(), threadId: z.int() });
const topicName = z.string().min(1).max(128);

export const pressingActions = {
  /** Presses the button with this label under this message. */
  press: action(button.extend({ label: z.string() }), (world, args) => {
    const person = getAccount(world, args.userId);
    const chat = getOwnChat(world, args.chatId, person);
    const stored = getMessage(chat, args.messageId);
    if (!isShownTo(chat, stored, person.id)) {
      throw new ControlError(`${person.firstName} does not see message ${args.messageId}`);
    }
    const { queryId } = press(world, chat, stored, person, dataOf(stored, args.label));
    return { queryId };
  }),

  /**
   * Sends this data as if a button had it, whatever the message shows or whether it still exists: a
   * client program can. The sender need not even be in the chat.
   */
  forgePress: action(button.extend({ chatId: z.int(), data: z.string() }), (world, args) => {
    const chat = getGroup(world, args.chatId);
    const stored =
      args.messageId < 0 ? findShown(chat, args.messageId) : chat.messages.get(args.messageId);
    if (!stored) throw new ControlError(`there never was a message ${args.messageId}`);
    const person = getAccount(world, args.userId);
    return { queryId: press(world, chat, stored, person, args.data).queryId };
  }),

  /** Sends a query once more under a new update id, as a program does after it was offline. */
  repeatPress: action(z.object({ queryId: z.string() }), (world, { queryId }) => {
    const made = world.presses.get(queryId);
    if (!made) throw new ControlError(`there is no press ${queryId}`);
    deliverPress(world, made);
  }),

  createTopic: action(
    topic.omit({ threadId: true }).extend({ name: topicName, iconEmojiId: z.string().optional() }),
    (world, { userId, chatId, name, iconEmojiId }) => {
      const person = getAccount(world, userId);
      const chat = getOwnChat(world, chatId, person);
      const icon = iconEmojiId === undefined ? {} : { iconEmojiId };
      return { threadId: createTopic(world, chat, person, { name, ...icon }).id };
    },
  ),

  editTopic: action(topic.extend({ name: topicName }), (world, { name, ...args }) => {
    const { chat, found, person } = manageable(world, args);
    editTopic(world, chat, found, person, { name });
  }),

  closeTopic: action(topic, (world, args) => {
    const { chat, found, person } = manageable(world, args);
    setTopicClosed(world, chat, found, person, true);
  }),

  reopenTopic: action(topic, (world, args) => {
    const { chat, found, person } = manageable(world, args);
    setTopicClosed(world, chat, found, person, false);
  }),

  deleteTopic: action(topic, (world, args) => {
    const { chat, found } = manageable(world, args);
    deleteTopic(world, chat, found);
  }),
};

function dataOf(stored: Stored, label: string): string {
  const buttons = inlineKeyboardOf(stored).flat();
  const found = buttons.find((candidate) => candidate.text === label);
  if (found && 'callback_data' in found) return found.callback_data;
  const labels = buttons.map(({ text }) => `«${text}»`).join(', ') || 'none';
  throw new ControlError(
    found
      ? `the button «${label}» opens something and tells the bot nothing`
      : `message ${stored.message.message_id} has no button «${label}»; its buttons: ${labels}`,
  );
}

type TopicArgs = z.infer<typeof topic>;

function manageable(
  world: World,
  { userId, chatId, threadId }: TopicArgs,
): { chat: ChatState; found: Topic; person: Account } {
  const person = getAccount(world, userId);
  const chat = getOwnChat(world, chatId, person);
  const found = chat.topics.get(threadId);
  if (!found) throw new ControlError(`there is no topic ${threadId} in «${chat.title}»`);
  if (found.creatorId !== person.id && !hasRight(chat, person.id, 'can_manage_topics')) {
    throw new ControlError(`${person.firstName} has no right to manage topics`);
  }
  return { chat, found, person };
}
