// A small menu beside the button that opened it, above everything else on the page.
import { fill, h } from './dom.js';

/** @typedef {{ label: string, text?: string, onChoose: () => void }} MenuItem */

const GAP = 6;

/**
 * Closes by a choice, Escape or a click elsewhere; arrows walk.
 * @param {HTMLElement} anchor
 * @param {{ row?: readonly MenuItem[], items: readonly MenuItem[] }} content `row` stands above, side by side
 */
export function openMenu(anchor, { row = [], items }) {
  const menu = h('div', { class: 'menu', role: 'menu', popover: 'auto' });
  const line = h('div', { class: 'menu-row', role: 'none' }, row.map(entry));
  fill(menu, row.length > 0 && line, ...items.map(entry));
  document.body.append(menu);
  menu.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return;
    if (menu.contains(document.activeElement)) anchor.focus({ preventScroll: true });
    menu.remove();
  });
  menu.addEventListener('keydown', (event) => walk(menu, event));
  menu.showPopover();
  putBeside(menu, anchor);
  menu.querySelector('button')?.focus();

  /** @param {MenuItem} item */
  function entry({ label, text, onChoose }) {
    const onclick = () => {
      menu.hidePopover();
      onChoose();
    };
    const name = text === undefined ? null : label;
    return h(
      'button',
      { type: 'button', role: 'menuitem', 'aria-label': name, onclick },
      text ?? label,
    );
  }
}

/**
 * Below the anchor, or above it where there is no room; always inside the page.
 * @param {HTMLElement} menu
 * @param {HTMLElement} anchor
 */
function putBeside(menu, anchor) {
  const place = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const fitsBelow = place.bottom + GAP + height < innerHeight;
  const top = fitsBelow ? place.bottom + GAP : place.top - GAP - height;
  const left = Math.min(place.left, innerWidth - width - GAP);
  menu.style.top = `${Math.max(GAP, top)}px`;
  menu.style.left = `${Math.max(GAP, left)}px`;
}

/**
 * @param {HTMLElement} menu
 * @param {KeyboardEvent} event
 */
function walk(menu, event) {
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const step = steps[/** @type {keyof typeof steps} */ (event.key)];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
