// One message as an element: what was said, its buttons, and what a reader can do with it.
import { h } from './dom.js';
import { renderText } from './entities.js';
import { formatDay, formatTime, t, wordFor } from './i18n.js';
import { safeAddress } from './links.js';
import { colourOf, shortText } from './look.js';
import { mediaTile } from './media.js';
import { buttonKey } from './presses.js';

/** @import { ButtonView, MessageView } from '../client.ts' */
/** @import { TextActions } from './entities.js' */

/**
 * Everything a message shows, as plain data.
 * @typedef {object} MessageRow
 * @property {'message'} kind
 * @property {MessageView} view
 * @property {boolean} isOwn
 * @property {{ follows: boolean, goesOn: boolean }} inAlbum whether a part of the same album stands before and behind it
 * @property {boolean} showsAuthor
 * @property {string | null} topicName where it stands, in a list over many topics
 * @property {boolean} hasComments a channel's post
 * @property {readonly string[]} waiting buttons that were pressed and wait
 * @property {number} userId who looks
 */

/**
 * @typedef {TextActions & {
 *   onPress: (message: MessageView, button: ButtonView) => void,
 *   onCopy: (text: string) => void,
 *   onReact: (message: MessageView, emoji: string) => void,
 *   onReply: (message: MessageView) => void,
 *   onMenu: (message: MessageView, anchor: HTMLElement) => void,
 *   onQuote: (messageId: number) => void,
 *   onTopic: (message: MessageView) => void,
 *   onComments: (message: MessageView) => void,
 * }} MessageActions
 */

/**
 * @param {MessageRow} row
 * @param {MessageActions} actions
 */
export function drawMessage(row, actions) {
  const { view } = row;
  const kind = view.media === 'photo' ? 'with-photo' : '';
  const bubble = h(
    'div',
    { class: `bubble ${kind}` },
    topicLink(row, actions),
    row.showsAuthor && author(view),
    view.forwardedFrom !== null &&
      h('div', { class: 'forwarded' }, `${t('forwarded')}: ${view.forwardedFrom}`),
    quote(view, actions),
    mediaTile(view),
    words(view, actions),
    meta(view),
    reactions(row, actions),
  );
  const element = h(
    'article',
    {
      class: classOf(row),
      'data-message-id': view.messageId,
      'aria-label': `${view.from.name}, ${formatTime(view.date)}`,
    },
    h('div', { class: 'bubble-line' }, bubble, !view.ephemeral && tools(view, actions)),
    buttons(row, actions),
    comments(row, actions),
  );
  bubble.addEventListener('dblclick', () => {
    // It has marked a word, which nobody means to quote.
    getSelection()?.empty();
    if (!view.ephemeral) actions.onReply(view);
  });
  return element;
}

/** @param {MessageRow} row */
function classOf({ view, isOwn, showsAuthor, inAlbum: { follows, goesOn } }) {
  const { ephemeral } = view;
  const marks = {
    own: isOwn,
    first: showsAuthor,
    'album-next': follows,
    'album-on': goesOn,
    ephemeral,
  };
  const kept = Object.entries(marks).filter(([, isSet]) => isSet);
  return ['message', ...kept.map(([name]) => name)].join(' ');
}

/** @param {{ view: MessageView }} row */
export function drawService({ view }) {
  const kind = wordFor('service', view.service ?? '');
  return h(
    'div',
    { class: 'service', 'data-message-id': view.messageId },
    `${kind} · ${view.about}`,
  );
}

/** @param {{ date: string }} row a day as `toDateString` writes it */
export function drawDay({ date }) {
  return h('div', { class: 'service day' }, formatDay(date));
}

/** @param {MessageView} view */
function author({ from }) {
  return h(
    'div',
    { class: `author text-${colourOf(from.id)}`, dir: 'auto' },
    from.name,
    from.tag !== undefined && h('span', { class: 'tag' }, from.tag),
  );
}

/**
 * @param {MessageRow} row
 * @param {MessageActions} actions
 */
function topicLink({ topicName, view }, actions) {
  if (topicName === null) return null;
  const onclick = () => actions.onTopic(view);
  return h('button', { type: 'button', class: 'word topic-link', onclick }, topicName);
}

/**
 * Under a post: the way into its comments.
 * @param {MessageRow} row
 * @param {MessageActions} actions
 */
function comments({ hasComments, view }, actions) {
  if (!hasComments) return null;
  const onclick = () => actions.onComments(view);
  return h('button', { type: 'button', class: 'word comments-link', onclick }, t('comment'));
}

/**
 * @param {MessageView} view
 * @param {MessageActions} actions
 */
function quote({ replyTo }, actions) {
  if (replyTo === null) return null;
  const onclick = () => actions.onQuote(replyTo.messageId);
  return h(
    'button',
    { type: 'button', class: `quote text-${colourOf(replyTo.from.id)}`, onclick },
    h('b', {}, replyTo.from.name),
    h('span', {}, replyTo.quote === null ? shortText(replyTo) : `«${replyTo.quote}»`),
  );
}

/**
 * @param {MessageView} view
 * @param {MessageActions} actions
 */
function words({ text, entities }, actions) {
  if (text === '') return null;
  return h('div', { class: 'words', dir: 'auto' }, renderText(text, entities, actions));
}

/** @param {MessageView} view */
function meta({ edited, pinned, date, ephemeral }) {
  return h(
    'div',
    { class: 'meta' },
    ephemeral && h('span', { class: 'only-you' }, t('only-you')),
    pinned && h('span', { 'aria-label': t('pinned'), role: 'img' }, '📌'),
    edited && h('span', {}, t('edited')),
    h('time', { datetime: date }, formatTime(date)),
  );
}

/**
 * @param {MessageRow} row
 * @param {MessageActions} actions
 */
function reactions({ view, userId }, actions) {
  if (view.reactions.length === 0) return null;
  return h(
    'div',
    { class: 'reactions' },
    view.reactions.map(({ emoji, userIds }) => {
      const label = t('react', { emoji });
      const isMine = userIds.includes(userId);
      return h(
        'button',
        {
          type: 'button',
          class: 'reaction',
          'aria-label': label,
          'aria-pressed': String(isMine),
          'data-focus': label,
          onclick: () => actions.onReact(view, emoji),
        },
        emoji,
        userIds.length > 1 && h('small', {}, String(userIds.length)),
      );
    }),
  );
}

/**
 * @param {MessageRow} row
 * @param {MessageActions} actions
 */
function buttons({ view, waiting }, actions) {
  if (view.buttons.length === 0) return null;
  return h(
    'div',
    { class: 'keyboard' },
    view.buttons.map((line) =>
      h(
        'div',
        { class: 'keyboard-row' },
        line.map((item) => button(view, item, waiting, actions)),
      ),
    ),
  );
}

/**
 * @param {MessageView} view
 * @param {ButtonView} item
 * @param {readonly string[]} waiting
 * @param {MessageActions} actions
 */
function button(view, item, waiting, actions) {
  const { kind, label, value } = item;
  const key = buttonKey(view, item);
  if (kind === 'url') {
    const href = safeAddress(value);
    /** @param {Event} event */
    const onclick = (event) => {
      if (href !== null && actions.onLink(href)) event.preventDefault();
    };
    const attributes = { href, target: '_blank', rel: 'noopener noreferrer', onclick };
    return h(
      'a',
      { class: 'key', ...attributes },
      label,
      h('small', { 'aria-hidden': 'true' }, '↗'),
    );
  }
  const isWaiting = waiting.includes(key);
  const onclick = () => {
    if (kind === 'callback' && !isWaiting) actions.onPress(view, item);
    if (kind === 'copy') actions.onCopy(value);
  };
  const isDead = kind === 'disabled' || kind === 'other';
  return h(
    'button',
    {
      type: 'button',
      class: 'key',
      disabled: isDead,
      'aria-busy': isWaiting ? 'true' : null,
      'data-focus': key,
      onclick,
    },
    label,
  );
}

/**
 * @param {MessageView} view
 * @param {MessageActions} actions
 */
function tools(view, actions) {
  const more = h(
    'button',
    { type: 'button', 'aria-label': t('actions'), 'data-focus': 'menu' },
    '⋯',
  );
  more.setAttribute('aria-haspopup', 'menu');
  more.addEventListener('click', () => actions.onMenu(view, more));
  // A press leaves the words marked that a reply is to quote.
  const onmousedown = (/** @type {Event} */ event) => event.preventDefault();
  return h(
    'div',
    { class: 'tools', onmousedown },
    h(
      'button',
      {
        type: 'button',
        'aria-label': t('reply'),
        'data-focus': 'reply',
        onclick: () => actions.onReply(view),
      },
      '↩',
    ),
    more,
  );
}
