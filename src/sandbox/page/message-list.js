// The messages of a place, oldest first. Stays at the end when it was there, and elsewhere does not move.
import { fill, h } from './dom.js';
import { t } from './i18n.js';
import { createList } from './list.js';
import { drawDay, drawMessage, drawService } from './message.js';

/** @import { MessageView } from '../client.ts' */
/** @import { MessageActions, MessageRow } from './message.js' */

/**
 * @typedef {MessageRow | { kind: 'service', view: MessageView } | { kind: 'day', date: string }} Row
 */

/** Pixels from the end within which one is at the end. */
const NEAR_END = 60;

/**
 * @param {MessageActions & { onEarlier: () => void }} actions
 */
export function createMessageList(actions) {
  const earlier = h(
    'button',
    { type: 'button', class: 'earlier', onclick: actions.onEarlier },
    t('earlier'),
  );
  const rows = h('div', { class: 'rows' });
  const empty = h('p', { class: 'nothing' }, t('no-messages'));
  const log = h('div', { class: 'log', role: 'log', 'aria-label': t('messages'), tabindex: '0' });
  const newest = h('button', { type: 'button', class: 'newest', 'aria-label': t('newest') }, '↓');
  const element = h('div', { class: 'log-frame' }, log, newest);
  fill(log, earlier, rows, empty);
  newest.addEventListener('click', toEnd);
  let staysAtEnd = true;
  log.addEventListener('scroll', () => {
    staysAtEnd = isAtEnd();
    newest.hidden = staysAtEnd;
  });
  // The end moves also when a photo has loaded, a line was added to the composer, a window came beside.
  const sizes = new ResizeObserver(() => {
    if (staysAtEnd) toEnd();
  });
  sizes.observe(log);
  sizes.observe(rows);

  /** @param {Row} row */
  const draw = (row) => {
    if (row.kind === 'message') return drawMessage(row, actions);
    return row.kind === 'service' ? drawService(row) : drawDay(row);
  };
  let list = createList(rows, { key: keyOf, draw });
  let place = '';

  function isAtEnd() {
    return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
  }

  function toEnd() {
    staysAtEnd = true;
    log.scrollTop = log.scrollHeight;
    newest.hidden = true;
  }

  return {
    element,
    toEnd,

    /**
     * @param {string} shownPlace another one begins at the end
     * @param {readonly Row[]} items
     * @param {{ hasEarlier: boolean, isLoaded: boolean }} more
     */
    show(shownPlace, items, { hasEarlier, isLoaded }) {
      const isNew = place !== shownPlace;
      if (isNew) staysAtEnd = true;
      const fromEnd = log.scrollHeight - log.scrollTop;
      const wasEarlier = list.find(items[0] ? keyOf(items[0]) : '') === null;
      if (isNew) {
        rows.replaceChildren();
        list = createList(rows, { key: keyOf, draw });
        place = shownPlace;
      }
      list.show(items);
      earlier.hidden = !hasEarlier;
      empty.hidden = !isLoaded || items.length > 0;
      if (staysAtEnd) toEnd();
      else if (wasEarlier) log.scrollTop = log.scrollHeight - fromEnd;
      newest.hidden = isAtEnd();
    },

    /**
     * Brings a message before the eyes and marks it for a moment.
     * @param {number} messageId
     * @returns {boolean} false if it is not among those shown
     */
    reveal(messageId) {
      const found = list.find(`message-${messageId}`);
      if (!found) return false;
      found.scrollIntoView({ block: 'center' });
      found.classList.remove('marked');
      void found.offsetWidth;
      found.classList.add('marked');
      return true;
    },
  };
}

/** @param {Row} row */
function keyOf(row) {
  return row.kind === 'day' ? `day-${row.date}` : `message-${row.view.messageId}`;
}

/**
 * Messages as rows: with days between them, and an author's name only where the author changes.
 *
 * @param {readonly MessageView[]} messages
 * @param {{ userId: number, isPrivate: boolean, waiting: (message: MessageView) => readonly string[],
 *   hasComments: boolean, topicName: (message: MessageView) => string | null }} look
 * @returns {Row[]}
 */
export function rowsOf(messages, { userId, isPrivate, waiting, hasComments, topicName }) {
  /** @type {Row[]} */
  const rows = [];
  let day = '';
  /** @type {MessageView | null} */
  let before = null;
  for (const [index, view] of messages.entries()) {
    const date = new Date(view.date).toDateString();
    if (date !== day) {
      rows.push({ kind: 'day', date });
      before = null;
      day = date;
    }
    if (view.service !== null) {
      rows.push({ kind: 'service', view });
      before = null;
      continue;
    }
    const isOwn = view.from.id === userId;
    const showsAuthor = !isPrivate && !isOwn && before?.from.id !== view.from.id;
    const next = messages[index + 1];
    rows.push({
      kind: 'message',
      view,
      inAlbum: { follows: isSameAlbum(before, view), goesOn: isSameAlbum(next ?? null, view) },
      isOwn,
      showsAuthor,
      topicName: topicName(view),
      hasComments,
      waiting: waiting(view),
      userId,
    });
    before = view;
  }
  return rows;
}

/**
 * @param {MessageView | null} one
 * @param {MessageView} other
 */
function isSameAlbum(one, other) {
  return other.albumId !== null && one?.albumId === other.albumId;
}
