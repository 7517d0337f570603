// Looking: chats, messages, topics and answers as a person has them before the eyes.
import { z } from 'zod';
import { commandsFor } from '../world/commands.ts';
import { copyOf } from '../world/discussion.ts';
import { shownTo } from '../world/ephemeral.ts';
import { bytesOf } from '../world/files.ts';
import { isInside } from '../world/members.ts';
import type { Press } from '../world/press.ts';
import { action, ControlError, getAccount, getChat, getGroup } from './action.ts';
import { chatView, messageView, topicView } from './views.ts';

const chatOfPerson = z.object({ userId: z.int(), chatId: z.int().optional() });

export const lookingActions = {
  /** The chats a person has, the latest spoken in first. */
  chats: action(z.object({ userId: z.int() }), (world, { userId }) =>
    [...world.chats.values()]
      .filter((chat) => !chat.deleted && chat.migratedTo === undefined)
      .filter((chat) => isInside(chat, userId))
      .filter((chat) => chat.kind !== 'private' || chat.id === userId || chat.business)
      .map((chat) => chatView(world, chat))
      .sort((a, b) => (b.lastMessage?.date ?? '').localeCompare(a.lastMessage?.date ?? '')),
  ),

  /** Messages in their order. `threadId`: of one topic; null: of General alone; left out: of all. */
  messages: action(
    chatOfPerson.extend({
      threadId: z.int().nullable().optional(),
      includeDeleted: z.boolean().default(false),
      includeService: z.boolean().default(false),
      /** The last so many. */
      limit: z.int().positive().default(200),
    }),
    (world, { userId, chatId, threadId, includeDeleted, includeService, limit }) => {
      const chat = getChat(world, chatId, getAccount(world, userId));
      if (!isInside(chat, userId)) return [];
      return shownTo(chat, userId)
        .filter((stored) => includeDeleted || !stored.deleted)
        .map((stored) => messageView(chat, stored))
        .filter((view) => includeService || view.service === null)
        .filter((view) => threadId === undefined || view.threadId === threadId)
        .slice(-limit);
    },
  ),

  /** The commands a person is offered in a chat. */
  commands: action(chatOfPerson, (world, { userId, chatId }) => {
    const person = getAccount(world, userId);
    return commandsFor(world, getChat(world, chatId, person), person);
  }),

  /** A file as whoever has its message downloads it. */
  readFile: action(z.object({ fileId: z.string() }), ({ files }, { fileId }) => {
    const file = files.get(fileId);
    if (!file) throw new ControlError(`there is no file ${fileId}`);
    const { name, mimeType } = file;
    return { name, mimeType, base64: Buffer.from(bytesOf(file)).toString('base64') };
  }),

  /** Where the comments of a channel's post are; null: nowhere, nobody can comment on it. */
  comments: action(
    z.object({ chatId: z.int(), messageId: z.int() }),
    (world, { chatId, messageId }) => {
      const copy = copyOf(world, getGroup(world, chatId), messageId);
      if (!copy || copy.deleted) return null;
      return { chatId: copy.message.chat.id, threadId: copy.message.message_id };
    },
  ),

  /** What is pinned in a chat or topic (`threadId` as above), the latest last. */
  pinned: action(
    chatOfPerson.extend({ threadId: z.int().nullable().optional() }),
    (world, { userId, chatId, threadId }) => {
      const chat = getChat(world, chatId, getAccount(world, userId));
      if (!isInside(chat, userId)) return [];
      return chat.pinned
        .flatMap((messageId) => chat.messages.get(messageId) ?? [])
        .map((stored) => messageView(chat, stored))
        .filter((view) => threadId === undefined || view.threadId === threadId);
    },
  ),

  topics: action(z.object({ chatId: z.int() }), (world, { chatId }) => {
    const chat = getGroup(world, chatId);
    return [...chat.topics.values()].map((topic) => topicView(chat, topic));
  }),

  /** What was shown to a person who pressed a button: only answers with words. */
  toasts: action(z.object({ userId: z.int() }), (world, { userId }) =>
    pressesOf([...world.presses.values()], userId).flatMap((press) =>
      press.answer && press.answer.text !== '' ? [press.answer] : [],
    ),
  ),

  /** Every press of a person, answered or not: a button whose clock never stops is an error. */
  presses: action(z.object({ userId: z.int() }), (world, { userId }) =>
    pressesOf([...world.presses.values()], userId),
  ),
};

function pressesOf(presses: readonly Press[], userId: number): readonly Press[] {
  return presses.filter((press) => press.userId === userId);
}
