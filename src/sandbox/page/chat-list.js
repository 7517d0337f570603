// The left side of a window: a person's chats, or the topics of one forum.
import { fill, h } from './dom.js';
import { formatWhen, t } from './i18n.js';
import { createList } from './list.js';
import { avatar, generalIcon, topicIcon } from './look.js';
import { placeKey } from './place.js';

/** @import { Entry } from './overview.js' */
/** @import { Place } from './place.js' */

/**
 * @typedef {Entry & { isCurrent: boolean }} Line
 */

/** @param {{ onOpen: (entry: Entry) => void, onChats: () => void }} actions */
export function createChatList({ onOpen, onChats }) {
  const back = h(
    'button',
    { type: 'button', class: 'icon', 'aria-label': t('to-chats'), onclick: onChats },
    '‹',
  );
  const title = h('h2', {});
  const lines = h('ul', { class: 'lines' });
  const nothing = h('p', { class: 'nothing' }, t('no-topics'));
  const element = h(
    'nav',
    { class: 'side' },
    h('header', { class: 'bar' }, back, title),
    lines,
    nothing,
  );
  const list = createList(lines, {
    key: (/** @type {Line} */ { place, kind }) => `${kind}:${placeKey(place)}`,
    draw: (line) => drawLine(line, onOpen),
  });

  return {
    element,
    /**
     * @param {string | null} forumTitle null: the list of chats
     * @param {readonly Entry[]} entries
     * @param {Place | null} current
     */
    show(forumTitle, entries, current) {
      back.hidden = forumTitle === null;
      fill(title, forumTitle ?? t('chats'));
      const label = forumTitle === null ? t('chats') : t('topics', { title: forumTitle });
      if (lines.getAttribute('aria-label') !== label) lines.setAttribute('aria-label', label);
      nothing.hidden = forumTitle === null || entries.length > 1;
      const currentKey = current ? placeKey(current) : '';
      list.show(
        entries.map((entry) => ({ ...entry, isCurrent: isCurrent(entry, current, currentKey) })),
      );
    },
  };
}

/**
 * @param {Entry} entry
 * @param {Place | null} current
 * @param {string} currentKey
 */
function isCurrent({ kind, place }, current, currentKey) {
  return kind === 'forum' ? place.chatId === current?.chatId : placeKey(place) === currentKey;
}

/**
 * @param {Line} line
 * @param {(entry: Entry) => void} onOpen
 */
function drawLine(line, onOpen) {
  const { title, preview, date, isUnread, isCurrent, isClosed, place } = line;
  const button = h(
    'button',
    {
      type: 'button',
      class: 'line',
      'aria-current': isCurrent ? 'true' : null,
      'data-focus': placeKey(place),
      onclick: () => onOpen(line),
    },
    iconOf(line),
    h(
      'span',
      { class: 'line-words' },
      h('span', { class: 'line-title', dir: 'auto' }, title, isClosed && ' 🔒'),
      h('span', { class: 'line-preview', dir: 'auto' }, preview),
    ),
    h(
      'span',
      { class: 'line-side' },
      date !== null && h('time', { datetime: date }, formatWhen(date, new Date().toISOString())),
      isUnread && h('span', { class: 'dot', role: 'img', 'aria-label': t('unread') }),
    ),
  );
  return h('li', {}, button);
}

/** @param {Entry} entry */
function iconOf({ kind, place, title, icon }) {
  if (kind === 'general') return generalIcon();
  if (kind === 'topic') return topicIcon(place.threadId ?? 0, title, icon);
  return avatar(place.chatId, title);
}
