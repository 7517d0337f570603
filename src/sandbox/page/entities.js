// A text with its entities as elements: nested as Telegram nests them, cut in UTF-16 units as it counts.
import { h } from './dom.js';
import { t } from './i18n.js';
import { safeAddress } from './links.js';

/** @import { MessageEntity } from '@grammyjs/types' */

/**
 * What can be done with words of a text.
 * @typedef {object} TextActions
 * @property {(tag: string) => void} onTag
 * @property {(command: string) => void} onCommand
 * @property {(url: string) => boolean} onLink true: the link was opened here
 */

/** @type {Readonly<Record<string, 'strong' | 'em' | 'u' | 's' | 'code'>>} */
const plainTags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
};
const blocks = ['pre', 'blockquote', 'expandable_blockquote'];

/**
 * @param {string} text
 * @param {readonly MessageEntity[]} entities
 * @param {TextActions} actions
 * @returns {Node[]}
 */
export function renderText(text, entities, actions) {
  const outerFirst = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return renderRange(text, { from: 0, to: text.length }, outerFirst, actions);
}

/**
 * @param {string} text
 * @param {{ from: number, to: number }} range
 * @param {readonly MessageEntity[]} entities those that begin in the range
 * @param {TextActions} actions
 * @returns {Node[]}
 */
function renderRange(text, { from, to }, entities, actions) {
  /** @type {Node[]} */
  const nodes = [];
  let at = from;
  let isAfterBlock = false;
  for (const [index, entity] of entities.entries()) {
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) continue;
    const isBlock = blocks.includes(entity.type);
    addWords(entity.offset, isBlock);
    const inner = entities.slice(index + 1).filter(({ offset }) => offset < end);
    const content = renderRange(text, { from: entity.offset, to: end }, inner, actions);
    nodes.push(wrap(entity, text.slice(entity.offset, end), content, actions));
    at = end;
    isAfterBlock = isBlock;
  }
  addWords(to, false);
  return nodes;

  /**
   * A block begins and ends a line by itself: the line feeds around it would be empty lines.
   * @param {number} until
   * @param {boolean} isBeforeBlock
   */
  function addWords(until, isBeforeBlock) {
    let words = text.slice(at, until);
    if (isAfterBlock) words = words.replace(/^\n/, '');
    if (isBeforeBlock) words = words.replace(/\n$/, '');
    if (words !== '') nodes.push(document.createTextNode(words));
  }
}

/**
 * @param {MessageEntity} entity
 * @param {string} words what it covers
 * @param {readonly Node[]} content the same, drawn
 * @param {TextActions} actions
 */
function wrap(entity, words, content, actions) {
  const tag = plainTags[entity.type];
  if (tag) return h(tag, {}, content);
  switch (entity.type) {
    case 'pre':
      return h('pre', { 'data-language': entity.language }, h('code', {}, content));
    case 'blockquote':
      return h('blockquote', {}, content);
    case 'expandable_blockquote':
      return expandable(content);
    case 'spoiler':
      return spoiler(content);
    case 'hashtag':
    case 'cashtag':
      return wordButton(content, () => actions.onTag(words));
    case 'bot_command':
      return wordButton(content, () => actions.onCommand(words));
    case 'text_link':
      return link(entity.url, content, actions);
    case 'url':
      return link(words, content, actions);
    case 'email':
      return link(`mailto:${words}`, content, actions);
    case 'phone_number':
      return link(`tel:${words.replace(/[^\d+]/g, '')}`, content, actions);
    default:
      return h('span', { class: entity.type.includes('mention') ? 'mention' : null }, content);
  }
}

/**
 * @param {readonly Node[]} content
 * @param {() => void} onclick
 */
function wordButton(content, onclick) {
  return h('button', { type: 'button', class: 'word', onclick }, content);
}

/**
 * @param {string} url
 * @param {readonly Node[]} content
 * @param {TextActions} actions
 */
function link(url, content, actions) {
  const href = safeAddress(url);
  if (href === null) return h('span', {}, content);
  /** @param {Event} event */
  const onclick = (event) => {
    if (actions.onLink(href)) event.preventDefault();
  };
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer', onclick }, content);
}

/** @param {readonly Node[]} content */
function spoiler(content) {
  const element = h(
    'span',
    { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': t('spoiler') },
    content,
  );
  element.addEventListener('click', reveal);
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter' || key === ' ') reveal();
  });
  return element;

  function reveal() {
    element.classList.add('revealed');
    for (const name of ['role', 'tabindex', 'aria-label']) element.removeAttribute(name);
  }
}

/** @param {readonly Node[]} content */
function expandable(content) {
  const button = h('button', { type: 'button', class: 'word expand' }, t('expand'));
  const words = h('div', { class: 'folded' }, content);
  button.addEventListener('click', () => {
    words.classList.remove('folded');
    button.remove();
  });
  return h('blockquote', {}, words, button);
}
