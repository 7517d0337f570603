// A channel with a linked discussion group: a post for each dialog, its comments are the thread.

import { destination } from '../../platform/outbox/index.ts';
import { chatInLinks, type DeskKind } from './kind.ts';

/**
 * A thread's number is that of the post's copy in the discussion group, which Telegram puts there by
 * itself («automatic forward»); every comment carries it. Links: core.telegram.org/api/links, «thread».
 */
export const channel: DeskKind = {
  threadIdOf: ({ threadId, inTopic }) => (inTopic ? null : threadId),
  threadAt: (root) => ({ root }),
  threadUrl: (chatId, threadId) =>
    `https://t.me/c/${chatInLinks(chatId)}/${threadId}?thread=${threadId}`,
  messageUrl: (chatId, threadId, messageId) =>
    `https://t.me/c/${chatInLinks(chatId)}/${messageId}?thread=${threadId}`,
  cardPlace: (dialogId) => destination('card', dialogId),
  vital: ['can_post_messages', 'can_edit_messages', 'discussion', 'in-discussion', 'hearing'],
  cardInThread: false,
  hasTopics: false,
};
