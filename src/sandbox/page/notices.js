// What a person is told for a moment: answers to presses, and what could not be done.
import { createAsking } from './asking.js';
import { h } from './dom.js';
import { t } from './i18n.js';

const SHOWN_MS = 4500;

/** Lies over a person's window; everything in it is that person's alone. */
export function createNotices() {
  const element = h('div', { class: 'notices', role: 'status' });

  /** @param {string} text */
  function toast(text) {
    const line = h('div', { class: 'toast', dir: 'auto' }, text);
    element.append(line);
    setTimeout(() => line.remove(), SHOWN_MS);
  }

  /**
   * Stays until it is read.
   * @param {string} text
   */
  function alert(text) {
    const before = document.activeElement;
    const close = () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
    const button = h('button', { type: 'button', class: 'primary', onclick: close }, t('ok'));
    const dialog = h(
      'div',
      { class: 'alert', role: 'alertdialog', 'aria-label': text },
      h('p', { dir: 'auto' }, text),
      button,
    );
    dialog.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') close();
    });
    element.append(dialog);
    button.focus();
  }

  return {
    element,
    ...createAsking(element),
    toast,
    alert,
    /**
     * Waits for what a person wants done; a refusal is told.
     * @template Result
     * @param {Promise<Result>} doing
     * @returns {Promise<Result | null>} null if it could not be done
     */
    async attempt(doing) {
      try {
        return await doing;
      } catch (error) {
        toast(
          t('not-possible', { reason: error instanceof Error ? error.message : String(error) }),
        );
        return null;
      }
    },
  };
}
