// How people, chats and messages look in short: a coloured circle, one line of words.
import { h } from './dom.js';
import { t, wordFor } from './i18n.js';

/** @import { Place } from './place.js' */

/** @import { MessageView } from '../client.ts' */

const COLOURS = 7;
const LINE_LENGTH = 120;

/**
 * The same one for the same id, in every window.
 * @param {number} id
 */
export function colourOf(id) {
  return Math.abs(id) % COLOURS;
}

/**
 * @param {number} id
 * @param {string} name
 */
export function avatar(id, name) {
  const initials = name
    .split(/\s+/u)
    .map((word) => [...word.replace(/[^\p{L}\p{N}]/gu, '')][0] ?? '')
    .join('');
  const letters = [...initials].slice(0, 2).join('').toUpperCase() || '•';
  return h('span', { class: `avatar colour-${colourOf(id)}`, 'aria-hidden': 'true' }, letters);
}

/**
 * @param {number} id
 * @param {string} name
 * @param {string | null} icon
 */
export function topicIcon(id, name, icon) {
  if (icon !== null) return h('span', { class: 'topic-icon', 'aria-hidden': 'true' }, icon);
  const letter = [...name.replace(/[^\p{L}\p{N}]/gu, '')][0]?.toUpperCase() ?? '#';
  return h(
    'span',
    { class: `topic-icon letter colour-${colourOf(id)}`, 'aria-hidden': 'true' },
    letter,
  );
}

/** The forum's General has a sign of its own. */
export function generalIcon() {
  return h('span', { class: 'topic-icon general', 'aria-hidden': 'true' }, '#');
}

/** @param {string} line Longer than any line that shows it, and never half an emoji at the end. */
function cut(line) {
  return line.length <= LINE_LENGTH ? line : `${[...line].slice(0, LINE_LENGTH).join('')}…`;
}

/**
 * A message in one line: its words, or what it is. What is hidden in it stays hidden.
 * @param {Pick<MessageView, 'text' | 'media'> & Partial<Pick<MessageView, 'entities'>>} message
 */
export function shortText({ text: whole, media, entities = [] }) {
  const text = entities
    .filter(({ type }) => type === 'spoiler')
    .reduce(
      (words, { offset, length }) =>
        words.slice(0, offset) + '▒'.repeat(length) + words.slice(offset + length),
      whole,
    );
  const words = cut(text.replace(/\s+/gu, ' ').trim());
  if (media === null) return words;
  const name = wordFor('media', media);
  return words === '' ? name : `${name}, ${words}`;
}

/**
 * @param {MessageView} message
 * @param {{ userId: number, isPrivate: boolean }} reader
 */
export function previewText(message, { userId, isPrivate }) {
  const words = shortText(message);
  if (message.from.id === userId) return `${t('you')}: ${words}`;
  return isPrivate ? words : `${message.from.name}: ${words}`;
}

/**
 * @param {Place} place
 * @param {string} title
 * @param {{ threadId: number, name: string, icon: string | null } | undefined} topic
 */
export function iconOf({ chatId, threadId }, title, topic) {
  if (topic) return topicIcon(topic.threadId, topic.name, topic.icon);
  return threadId === null ? generalIcon() : avatar(chatId, title);
}
