// What a person has: chats, and in forums topics; what of it is unread.
import { previewText } from './look.js';
import { placeKey } from './place.js';

/** @import { ChatView, MessageView, SandboxClient, TopicView } from '../client.ts' */
/** @import { Place } from './place.js' */

/**
 * @typedef {object} ChatOverview
 * @property {ChatView} chat
 * @property {readonly TopicView[]} topics none in a chat that is no forum
 * @property {MessageView | null} general the last message of a forum's General
 */

/**
 * One line of the list.
 * @typedef {object} Entry
 * @property {Place} place of a forum in the list of chats: the forum itself
 * @property {'chat' | 'forum' | 'topic' | 'general'} kind
 * @property {string} title
 * @property {string | null} icon
 * @property {string} preview
 * @property {string | null} date
 * @property {boolean} isUnread
 * @property {boolean} isClosed
 */

/**
 * Chats in the order of their last words. The bot's own chat is always there: before a first message
 * one finds it and presses «Start».
 *
 * @param {SandboxClient} api
 * @param {{ userId: number, botName: string }} person
 * @returns {Promise<ChatOverview[]>}
 */
export async function loadOverview(api, { userId, botName }) {
  const chats = [...(await api.chats({ userId }))];
  if (!chats.some(({ chatId }) => chatId === userId)) {
    const title = botName;
    chats.push({
      chatId: userId,
      kind: 'private',
      title,
      isForum: false,
      isBusiness: false,
      lastMessage: null,
      keyboard: [],
    });
  }
  return Promise.all(
    chats.map(async (chat) => {
      if (!chat.isForum) return { chat, topics: [], general: null };
      const { chatId } = chat;
      const [topics, general] = await Promise.all([
        api.topics({ chatId }),
        api.messages({ userId, chatId, threadId: null, limit: 1 }),
      ]);
      return { chat, topics, general: general[0] ?? null };
    }),
  );
}

/** @typedef {{ userId: number, seen: ReadonlyMap<string, number> }} Reader */

/**
 * @param {ChatOverview} overview
 * @param {Reader} reader
 * @returns {Entry}
 */
export function chatEntry(overview, reader) {
  const { chat } = overview;
  const place = { chatId: chat.chatId };
  if (!chat.isForum) {
    return entry(place, chat.lastMessage, { kind: 'chat', title: chat.title, icon: null }, reader);
  }
  const line = entry(
    place,
    chat.lastMessage,
    { kind: 'forum', title: chat.title, icon: null },
    reader,
  );
  return { ...line, isUnread: topicEntries(overview, '', reader).some(({ isUnread }) => isUnread) };
}

/**
 * General first, then topics in the order of their last words.
 * @param {ChatOverview} overview
 * @param {string} generalTitle
 * @param {Reader} reader
 * @returns {Entry[]}
 */
export function topicEntries({ chat, topics, general }, generalTitle, reader) {
  const { chatId } = chat;
  const newestFirst = [...topics].sort((a, b) => lastId(b) - lastId(a));
  const generalLine = { kind: /** @type {const} */ ('general'), title: generalTitle, icon: null };
  return [
    entry({ chatId, threadId: null }, general, generalLine, reader),
    ...newestFirst.map((topic) => {
      const { threadId, name, icon, closed, lastMessage } = topic;
      const line = { kind: /** @type {const} */ ('topic'), title: name, icon };
      return { ...entry({ chatId, threadId }, lastMessage, line, reader), isClosed: closed };
    }),
  ];
}

/** @param {TopicView} topic An empty topic is as new as its first service message. */
function lastId({ threadId, lastMessage }) {
  return lastMessage?.messageId ?? threadId;
}

/**
 * @param {Place} place
 * @param {MessageView | null} last
 * @param {Pick<Entry, 'kind' | 'title' | 'icon'>} line
 * @param {Reader} reader
 * @returns {Entry}
 */
function entry(place, last, line, { userId, seen }) {
  const isPrivate = place.chatId === userId;
  return {
    ...line,
    place,
    preview: last ? previewText(last, { userId, isPrivate }) : '',
    date: last?.date ?? null,
    isUnread:
      last !== null && last.from.id !== userId && last.messageId > (seen.get(placeKey(place)) ?? 0),
    isClosed: false,
  };
}
