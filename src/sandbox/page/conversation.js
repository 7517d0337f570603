// The right side of a window: one place's messages, what is pinned, a filter by tag, and the composer.
import { createHead } from './chat-head.js';
import { createChatMenu } from './chat-menu.js';
import { createComposer, emptyDraft } from './composer.js';
import { createDeeds } from './deeds.js';
import { fill, h } from './dom.js';
import { t } from './i18n.js';
import { createInline } from './inline.js';
import { createKeys } from './keys.js';
import { shortText } from './look.js';
import { markedIn } from './marked.js';
import { createMessageList, rowsOf } from './message-list.js';
import { lookAt, placeKey, speakIn } from './place.js';
import { buttonKey } from './presses.js';
import { createRefresh } from './refresh.js';
import { createRoomMenu } from './room-menu.js';

/** @import { KeyView, MessageView, SandboxClient } from '../client.ts' */
/** @import { Draft } from './composer.js' */
/** @import { Place } from './place.js' */
/** @import { Person } from './person-window.js' */

/** So many messages are loaded, and so many more each time. */
const PAGE = 200;
/** For a search by tag, and to find a message that a link names. */
const ALL = 100_000;

/**
 * What a window knows of the place shown.
 * @typedef {object} Subject
 * @property {string} title
 * @property {string} subtitle
 * @property {Node | null} icon
 * @property {boolean} isPrivate
 * @property {boolean} isChannel
 * @property {boolean} isGroup
 * @property {'write' | 'start' | 'restart' | 'none'} mode
 * @property {readonly (readonly KeyView[])[]} keyboard
 * @property {(threadId: number | null) => string | null} topicName
 */

/**
 * @param {{
 *   api: SandboxClient,
 *   userId: number,
 *   drafts: Map<string, Draft>,
 *   presses: ReturnType<typeof import('./presses.js').createPresses>,
 *   notices: ReturnType<typeof import('./notices.js').createNotices>,
 *   people: () => readonly Person[],
 *   bot: Person,
 *   onBack: () => void,
 *   onChat: (chatId: number) => void,
 *   onLink: (url: string) => boolean,
 *   onTopic: (message: MessageView) => void,
 *   onComments: (message: MessageView) => void,
 *   onSeen: (place: Place, messageId: number) => void,
 * }} options
 */
export function createConversation(options) {
  const { api, userId, drafts, presses, notices } = options;
  /** @type {Place | null} */
  let place = null;
  /** @type {Subject | null} */
  let subject = null;
  /** @type {string | null} */
  let tag = null;
  /** Null until they are loaded. @type {readonly MessageView[] | null} */
  let messages = null;
  let limit = PAGE;

  const { onBack, onChat: onOpen, people, bot } = options;
  const chatItems = createChatMenu({ api, userId, notices, people, onOpen });
  const where = () => place?.chatId ?? null;
  const roomItems = createRoomMenu({ api, userId, bot, notices, people, where });
  const items = () => (subject?.isGroup ? roomItems() : chatItems());
  const pressKey = createKeys({ api, userId, notices, people });
  const head = createHead({ onBack, items });
  const pinnedBar = h('button', { type: 'button', class: 'pinned', 'aria-label': t('pinned') });
  pinnedBar.hidden = true;
  const filterBar = h('div', { class: 'filter', role: 'status', hidden: true });
  const list = createMessageList({
    onTag: (word) => void filter(word),
    onCommand: (command) => composer.put(command),
    onLink: options.onLink,
    onPress: (message, button) => void notices.attempt(presses.press(message, button)),
    onReply: reply,
    ...createDeeds({
      api,
      userId,
      notices,
      onReply: reply,
      onEdit: (message) => composer.edit(message),
    }),
    onQuote: (messageId) => void reveal(messageId),
    onTopic: options.onTopic,
    onComments: options.onComments,
    onEarlier: () => {
      limit += PAGE;
      void refresh();
    },
  });
  const inline = createInline({
    api,
    userId,
    where: () => place && speakIn(place),
    onChosen: () => composer.clear(),
  });
  const composer = createComposer({
    onSay: (text, entities, draft) =>
      speak(draft, (where) => {
        if (subject?.isChannel) return api.postInChannel({ userId, chatId: where.chatId, text });
        return api.say({ userId, ...where, text, entities: [...entities] });
      }),
    onSend: (media, draft) => speak(draft, (where) => api.send({ userId, ...where, media })),
    onAlbum: (items, draft) =>
      speak(draft, (where) => api.sendAlbum({ userId, ...where, items: [...items] })),
    onEdit: async (text, { chatId, messageId }) =>
      (await notices.attempt(api.edit({ userId, chatId, messageId, text }).then(() => true))) ??
      false,
    onStart: () => void notices.attempt(api.start({ userId })),
    onType: (text) => inline.type(text),
    onKey: (key) => void pressKey(key),
    commands: () => api.commands({ userId, ...(place ? { chatId: place.chatId } : {}) }),
  });
  const body = h(
    'div',
    { class: 'chat-body' },
    filterBar,
    pinnedBar,
    list.element,
    inline.element,
    composer.element,
  );
  const choose = h('p', { class: 'nothing' }, t('choose-chat'));
  const element = h('div', { class: 'chat' }, head.element, body, choose);
  const refresh = createRefresh(load);

  async function load() {
    const asked = place;
    const askedTag = tag;
    if (!asked) return;
    const where = askedTag === null ? lookAt(asked) : { chatId: asked.chatId };
    const count = askedTag === null ? limit : ALL;
    const [found, pinned] = await Promise.all([
      api.messages({ userId, ...where, includeService: askedTag === null, limit: count }),
      askedTag === null ? api.pinned({ userId, ...where }) : [],
    ]);
    if (asked !== place || askedTag !== tag) return;
    messages = askedTag === null ? found : found.filter((message) => hasTag(message, askedTag));
    showPinned(pinned.at(-1) ?? null);
    show();
    const last = found.findLast(({ ephemeral }) => !ephemeral);
    if (askedTag === null && last && document.visibilityState === 'visible') {
      options.onSeen(asked, last.messageId);
    }
  }

  /** @param {Subject | null} about */
  function showSubject(about) {
    subject = about;
    body.hidden = about === null;
    head.show(about);
    choose.hidden = about !== null;
    show();
  }

  function show() {
    if (!place || !subject) return;
    const { isPrivate, isChannel, topicName } = subject;
    const rows = rowsOf(messages ?? [], {
      userId,
      isPrivate,
      waiting: (message) =>
        message.buttons
          .flat()
          .map((button) => buttonKey(message, button))
          .filter(presses.isWaiting),
      hasComments: isChannel,
      topicName: ({ threadId }) => (tag === null ? null : topicName(threadId)),
    });
    const name = tag === null ? placeKey(place) : `${place.chatId} ${tag}`;
    const isLoaded = messages !== null;
    list.show(name, rows, { hasEarlier: tag === null && rows.length >= limit, isLoaded });
    showFilter();
    composer.showState({ mode: tag === null ? subject.mode : 'none', keyboard: subject.keyboard });
  }

  /** @param {MessageView | null} pinned */
  function showPinned(pinned) {
    pinnedBar.hidden = pinned === null;
    if (!pinned) return;
    fill(pinnedBar, h('b', {}, t('pinned')), h('span', {}, shortText(pinned)));
    pinnedBar.onclick = () => void reveal(pinned.messageId);
  }

  function showFilter() {
    filterBar.hidden = tag === null;
    if (tag === null) return;
    const stop = h(
      'button',
      { type: 'button', class: 'icon', 'aria-label': t('stop-filter') },
      '×',
    );
    stop.addEventListener('click', () => void filter(null));
    fill(filterBar, h('span', {}, t('found-by', { tag, count: messages?.length ?? 0 })), stop);
  }

  /** @param {string | null} word null shows all messages again */
  async function filter(word) {
    tag = word;
    messages = null;
    await refresh();
  }

  /** @param {number} messageId */
  async function reveal(messageId) {
    if (tag !== null) await filter(null);
    if (list.reveal(messageId)) return;
    limit = ALL;
    await refresh();
    list.reveal(messageId);
  }

  /** @param {MessageView} message Words of it that are marked are quoted. */
  function reply(message) {
    composer.reply(message, markedIn(message));
  }

  /**
   * @param {Draft} draft
   * @param {(where: { chatId: number, threadId?: number, replyTo?: number, quote?: string }) => Promise<unknown>} say
   */
  async function speak(draft, say) {
    if (!place) return false;
    const answered = draft.replyTo ? { replyTo: draft.replyTo.messageId } : {};
    const quoted = draft.quote === null ? {} : { quote: draft.quote };
    const done = await notices.attempt(
      say({ ...speakIn(place), ...answered, ...quoted }).then(() => true),
    );
    if (!done) return false;
    list.toEnd();
    return true;
  }

  return {
    element,
    refresh,
    /** Draws again what is loaded: a button waits, or does no more. */
    redraw: show,
    reveal,
    focus: composer.focus,
    showSubject,

    /**
     * @param {Place | null} opened
     * @param {Subject | null} about
     */
    async open(opened, about) {
      place = opened;
      tag = null;
      limit = PAGE;
      messages = null;
      showPinned(null);
      if (opened) composer.showDraft(draftOf(drafts, opened));
      showSubject(about);
      await refresh();
    },
  };
}

/**
 * @param {Map<string, Draft>} drafts
 * @param {Place} place
 */
function draftOf(drafts, place) {
  const known = drafts.get(placeKey(place)) ?? emptyDraft();
  drafts.set(placeKey(place), known);
  return known;
}

/**
 * @param {MessageView} message
 * @param {string} tag
 */
function hasTag({ text, entities }, tag) {
  const wanted = tag.toLowerCase();
  return entities.some(
    ({ type, offset, length }) =>
      (type === 'hashtag' || type === 'cashtag') &&
      text.slice(offset, offset + length).toLowerCase() === wanted,
  );
}
