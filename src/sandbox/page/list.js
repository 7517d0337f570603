// Rows of a list, kept while what they show stays the same: only changed rows are drawn anew, so that
// scrolling, selection and focus survive live changes.

/**
 * @template Item plain data, everything a row shows: a row is redrawn when its JSON differs
 * @param {Element} container
 * @param {{ key: (item: Item) => string, draw: (item: Item) => HTMLElement }} options
 */
export function createList(container, { key, draw }) {
  /** @type {Map<string, { element: HTMLElement, signature: string }>} */
  let rows = new Map();

  return {
    /** @param {readonly Item[]} items in their order, each key once */
    show(items) {
      const next = new Map();
      for (const item of items) {
        const signature = JSON.stringify(item);
        const known = rows.get(key(item));
        const row = known?.signature === signature ? known : { element: draw(item), signature };
        if (known && row !== known) exchange(known.element, row.element);
        next.set(key(item), row);
      }
      for (const [name, { element }] of rows) if (!next.has(name)) element.remove();
      rows = next;
      arrange(
        container,
        [...next.values()].map(({ element }) => element),
      );
    },
    /** @param {string} name the key of an item */
    find: (name) => rows.get(name)?.element ?? null,
  };
}

/**
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 */
function exchange(old, fresh) {
  const focused = document.activeElement;
  const name =
    old.contains(focused) && focused instanceof HTMLElement ? focused.dataset.focus : undefined;
  old.replaceWith(fresh);
  if (name === undefined) return;
  const successor = [...fresh.querySelectorAll('[data-focus]')].find(
    (element) => element instanceof HTMLElement && element.dataset.focus === name,
  );
  if (successor instanceof HTMLElement) successor.focus({ preventScroll: true });
}

/**
 * Moves only what is out of place: a moved element loses focus and scroll.
 * @param {Element} container
 * @param {readonly HTMLElement[]} elements
 */
function arrange(container, elements) {
  let place = container.firstElementChild;
  for (const element of elements) {
    if (element === place) place = place.nextElementSibling;
    else container.insertBefore(element, place);
  }
}
