// The line above a conversation: what it is, the way back, and what can be done with the whole chat.
import { fill, h } from './dom.js';
import { t } from './i18n.js';
import { openMenu } from './menu.js';

/** @import { Subject } from './conversation.js' */

/** @import { MenuItem } from './menu.js' */

/** @param {{ onBack: () => void, items: () => readonly MenuItem[] }} actions `items`: of the chat's menu */
export function createHead({ onBack, items }) {
  const back = h('button', { type: 'button', class: 'icon back', 'aria-label': t('back') }, '‹');
  back.addEventListener('click', onBack);
  const icon = h('span', { class: 'head-icon' });
  const title = h('h2', { dir: 'auto' });
  const subtitle = h('small', { dir: 'auto' });
  const more = h('button', { type: 'button', class: 'icon', 'aria-label': t('chat-actions') }, '⋯');
  more.setAttribute('aria-haspopup', 'menu');
  more.addEventListener('click', () => openMenu(more, { items: items() }));
  const words = h('div', { class: 'head-words' }, title, subtitle);
  const element = h('header', { class: 'bar' }, back, icon, words, more);
  return {
    element,
    /** @param {Subject | null} subject */
    show(subject) {
      element.hidden = subject === null;
      if (!subject) return;
      fill(icon, subject.icon);
      fill(title, subject.title);
      fill(subtitle, subject.subtitle);
      more.hidden = (!subject.isPrivate && !subject.isGroup) || subject.mode === 'none';
    },
  };
}
