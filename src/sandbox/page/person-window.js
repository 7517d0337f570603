// One person's Telegram: chats at the left, one of them at the right; in a narrow window one at a time.
import { createChatList } from './chat-list.js';
import { createConversation } from './conversation.js';
import { h } from './dom.js';
import { t, wordFor } from './i18n.js';
import { parseInnerLink } from './links.js';
import { avatar, iconOf } from './look.js';
import { createNotices } from './notices.js';
import { chatEntry, loadOverview, topicEntries } from './overview.js';
import { placeKey, touches } from './place.js';
import { createPresses } from './presses.js';
import { createRefresh } from './refresh.js';
import { createTapping } from './tapping.js';

/** @import { SandboxClient } from '../client.ts' */
/** @import { Change } from '../world/changes.ts' */
/** @import { Draft } from './composer.js' */
/** @import { Subject } from './conversation.js' */
/** @import { ChatOverview, Entry } from './overview.js' */
/** @import { Place } from './place.js' */

/** @typedef {Awaited<ReturnType<SandboxClient['people']>>[number]} Person */

/**
 * What stays of a window when it is drawn anew.
 * @typedef {object} WindowState
 * @property {Place | null} place
 * @property {number | null} forumId the forum whose topics are listed
 * @property {Map<string, Draft>} drafts
 * @property {Map<string, number>} seen the last message read, by place
 */

/** @returns {WindowState} */
export function emptyWindow() {
  return { place: null, forumId: null, drafts: new Map(), seen: new Map() };
}

/**
 * @param {{ api: SandboxClient, person: Person, bot: Person, state: WindowState,
 *   people: () => readonly Person[], onPlace: () => void, onClose: () => void }} options
 */
export function createPersonWindow({ api, person: first, bot, state, people, onPlace, onClose }) {
  const userId = first.id;
  let person = first;
  /** @type {readonly ChatOverview[]} */
  let overview = [];
  const notices = createNotices();
  const presses = createPresses({
    api,
    userId,
    onAnswer: ({ text, alert }) => (alert ? notices.alert(text) : notices.toast(text)),
    onWaiting: () => conversation.redraw(),
  });
  /** @param {number} chatId It may have begun to exist just now. */
  const openChat = (chatId) => void refreshOverview().then(() => open({ chatId }));
  const tap = createTapping({ api, userId, notices, chats: () => overview, onChat: openChat });
  const list = createChatList({ onOpen: openEntry, onChats: () => showForum(null) });
  const conversation = createConversation({
    api,
    userId,
    drafts: state.drafts,
    presses,
    notices,
    people,
    onBack: () => open(null),
    bot,
    onChat: openChat,
    onLink: openLink,
    onTopic: ({ chatId, threadId, messageId }) => void openMessage({ chatId, threadId }, messageId),
    onComments: (post) => void notices.attempt(openComments(post)),
    onSeen: note,
  });
  const element = h(
    'section',
    { class: 'window', 'aria-label': t('window', { name: nameOf(first) }) },
    titleBar(first, onClose),
    h('div', { class: 'panes' }, list.element, conversation.element),
    notices.element,
  );
  const refreshOverview = createRefresh(async () => {
    overview = await loadOverview(api, { userId, botName: bot.firstName });
    if (state.place && !subjectOf(state.place)) open(null);
    else showSubject();
    showList();
  });

  function showList() {
    const forum = overview.find(({ chat }) => chat.chatId === state.forumId);
    const reader = { userId, seen: state.seen };
    const entries = forum
      ? topicEntries(forum, t('general'), reader)
      : overview.map((chat) => chatEntry(chat, reader));
    list.show(forum?.chat.title ?? null, entries, state.place);
  }

  function showSubject() {
    conversation.showSubject(state.place && subjectOf(state.place));
  }

  /** @param {number | null} chatId */
  function showForum(chatId) {
    state.forumId = chatId;
    showList();
  }

  /** @param {Entry} entry */
  function openEntry({ kind, place }) {
    if (kind === 'forum') return showForum(place.chatId);
    open(place);
    // Where there is no mouse the focus would bring a keyboard over half the screen.
    if (matchMedia('(hover: hover)').matches) conversation.focus();
  }

  /** @param {Place | null} place */
  function open(place) {
    state.place = place;
    const isForum = overview.some(({ chat }) => chat.chatId === place?.chatId && chat.isForum);
    if (place) state.forumId = place.threadId === undefined || !isForum ? null : place.chatId;
    element.dataset.pane = place ? 'chat' : 'list';
    onPlace();
    showList();
    return conversation.open(place, place && subjectOf(place));
  }

  /**
   * @param {{ chatId: number, threadId: number | null }} where
   * @param {number} messageId
   */
  async function openMessage({ chatId, threadId }, messageId) {
    const isForum = overview.some(({ chat }) => chat.chatId === chatId && chat.isForum);
    await open(isForum ? { chatId, threadId } : { chatId });
    await conversation.reveal(messageId);
  }

  /** @param {{ chatId: number, messageId: number }} post Of a channel. */
  async function openComments({ chatId, messageId }) {
    const place = await api.comments({ chatId, messageId });
    if (place) await open(place);
    else notices.toast(t('no-comments'));
  }

  /** @param {string} url */
  function openLink(url) {
    const link = parseInnerLink(url);
    const isOurs = link !== null && 'username' in link && link.username === bot.username;
    if (link?.kind === 'invite' || isOurs) {
      void tap(url, link.kind === 'group');
      return true;
    }
    const found =
      link?.kind === 'message' && overview.find(({ chat }) => chat.chatId === link.chatId);
    if (!found) return false;
    void openNumbers(found, link.numbers);
    return true;
  }

  /**
   * @param {ChatOverview} found
   * @param {readonly number[]} numbers a topic, a message, or a topic and a message in it
   */
  async function openNumbers({ chat, topics }, numbers) {
    const { chatId } = chat;
    const messageId = numbers.at(-1) ?? 0;
    const topic = topics.find(({ threadId }) => threadId === numbers[0]);
    if (topic && numbers.length === 1) return open({ chatId, threadId: topic.threadId });
    const all = await api.messages({ userId, chatId, limit: 100_000 });
    const message = all.find((one) => one.messageId === messageId);
    if (message) await openMessage(message, messageId);
  }

  /**
   * @param {Place} place
   * @param {number} messageId
   */
  function note(place, messageId) {
    if ((state.seen.get(placeKey(place)) ?? 0) >= messageId) return;
    state.seen.set(placeKey(place), messageId);
    showList();
  }

  /**
   * @param {Place} place
   * @returns {Subject | null} null if the person cannot see it any more
   */
  function subjectOf(place) {
    const found = overview.find(({ chat }) => chat.chatId === place.chatId);
    if (!found) return null;
    const { chat, topics } = found;
    const topic = topics.find(({ threadId }) => threadId === place.threadId);
    const areComments = typeof place.threadId === 'number' && !chat.isForum;
    if (typeof place.threadId === 'number' && !topic && !areComments) return null;
    /** @param {number | null} threadId */
    const topicName = (threadId) => {
      if (!chat.isForum) return null;
      return topics.find((one) => one.threadId === threadId)?.name ?? t('general');
    };
    const isPrivate = chat.kind === 'private' && !chat.isBusiness;
    const kind = chat.isBusiness ? t('is-business') : wordFor('kind', chat.kind);
    const isInForum = chat.isForum && place.threadId !== undefined;
    const closed = topic?.closed ? `${chat.title} · ${t('topic-closed')}` : chat.title;
    return {
      title: isInForum
        ? (topicName(place.threadId ?? null) ?? '')
        : areComments
          ? t('comments')
          : chat.title,
      subtitle: isInForum ? closed : isPrivate ? t('is-bot') : kind,
      icon: iconOf(place, chat.title, topic),
      isPrivate,
      isChannel: chat.kind === 'channel',
      isGroup: !chat.isBusiness && (chat.kind === 'group' || chat.kind === 'supergroup'),
      mode: isPrivate ? privateMode(person) : 'write',
      keyboard: isPrivate ? chat.keyboard : [],
      topicName,
    };
  }

  /** @param {Change} change Members may have come into a chat that is not known yet. */
  function isForLists({ what, chatId }) {
    if (what === 'members' || chatId === userId) return true;
    return overview.some(({ chat }) => chat.chatId === chatId);
  }

  return {
    element,
    focus: () => element.scrollIntoView({ block: 'nearest', inline: 'nearest' }),

    async start() {
      await Promise.all([refreshOverview(), presses.refresh()]);
      const only = overview.length === 1 ? overview[0]?.chat : undefined;
      const place = state.place ?? (only && !only.isForum ? { chatId: only.chatId } : null);
      await open(place && subjectOf(place) ? place : null);
    },

    /** @param {Person} now */
    setPerson(now) {
      person = now;
      showSubject();
    },

    refresh() {
      void refreshOverview();
      void conversation.refresh();
      void presses.refresh();
    },

    /** @param {readonly Change[]} changes */
    changed(changes) {
      const { place } = state;
      const toasts = changes.filter(({ what }) => what === 'toast');
      const others = changes.filter(({ what }) => what !== 'toast');
      if (toasts.some((toast) => toast.userId === userId)) void presses.refresh();
      if (others.some(isForLists)) void refreshOverview();
      if (place && others.some((change) => touches(change, place))) void conversation.refresh();
    },
  };
}

/** @param {Person} person */
export function nameOf({ firstName, lastName }) {
  return [firstName, lastName].filter(Boolean).join(' ');
}

/** @param {Person} person */
export function aboutOf({ about, username }) {
  if (about !== undefined) return wordFor('about', about);
  return username === undefined ? '' : `@${username}`;
}

/** @param {Person} person */
function privateMode({ started, blocked, deactivated }) {
  if (deactivated) return 'none';
  if (blocked) return 'restart';
  return started ? 'write' : 'start';
}

/**
 * @param {Person} person
 * @param {() => void} onClose
 */
function titleBar(person, onClose) {
  const name = nameOf(person);
  const label = t('close', { name });
  return h(
    'header',
    { class: 'window-title' },
    avatar(person.id, name),
    h('h1', { dir: 'auto' }, name),
    h('small', {}, aboutOf(person)),
    h('button', { type: 'button', class: 'icon', 'aria-label': label, onclick: onClose }, '×'),
  );
}
