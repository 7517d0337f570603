// Everybody one can be. A press opens a person's window, or brings an open one to the front.
import { h } from './dom.js';
import { t } from './i18n.js';
import { createList } from './list.js';
import { avatar } from './look.js';
import { aboutOf, nameOf } from './person-window.js';

/** @import { Person } from './person-window.js' */

/** @typedef {{ person: Person, isOpen: boolean, isFront: boolean, hasNews: boolean }} Chip */

/** @param {(userId: number) => void} onChoose */
export function createPeopleBar(onChoose) {
  const chips = h('ul', { class: 'chips' });
  const element = h('nav', { class: 'people', 'aria-label': t('people') }, chips);
  const list = createList(chips, {
    key: (/** @type {Chip} */ { person }) => String(person.id),
    draw: (chip) => h('li', {}, drawChip(chip, onChoose)),
  });
  /** @type {number | null} */
  let shownFront = null;
  return {
    element,
    /** @param {readonly Chip[]} all */
    show(all) {
      list.show(all);
      const front = all.find(({ isFront }) => isFront)?.person.id ?? null;
      if (front !== shownFront && front !== null) {
        list.find(String(front))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
      shownFront = front;
    },
  };
}

/**
 * @param {Chip} chip
 * @param {(userId: number) => void} onChoose
 */
function drawChip({ person, isOpen, isFront, hasNews }, onChoose) {
  const name = nameOf(person);
  return h(
    'button',
    {
      type: 'button',
      class: `chip${isFront ? ' front' : ''}`,
      'aria-pressed': String(isOpen),
      'data-focus': 'chip',
      onclick: () => onChoose(person.id),
    },
    avatar(person.id, name),
    h(
      'span',
      { class: 'chip-words' },
      h('b', { dir: 'auto' }, name),
      h('small', {}, aboutOf(person)),
    ),
    hasNews && h('span', { class: 'dot', role: 'img', 'aria-label': t('unread') }),
  );
}
