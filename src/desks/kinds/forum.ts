// A supergroup with topics: one for each dialog, its card pinned in it.

import { destination } from '../../platform/outbox/index.ts';
import { chatInLinks, type DeskKind } from './kind.ts';

export const forum: DeskKind = {
  threadIdOf: ({ threadId, inTopic }) => (inTopic ? threadId : null),
  threadAt: (topic) => ({ topic }),
  threadUrl: (chatId, threadId) => `https://t.me/c/${chatInLinks(chatId)}/${threadId}`,
  messageUrl: (chatId, threadId, messageId) =>
    `https://t.me/c/${chatInLinks(chatId)}/${threadId}/${messageId}`,
  cardPlace: (dialogId) => destination('thread', dialogId),
  vital: ['can_manage_topics'],
  cardInThread: true,
  hasTopics: true,
};
