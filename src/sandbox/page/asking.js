// Questions over a person's window: a line of text, one of several, a list with things to do.
import { h } from './dom.js';
import { t } from './i18n.js';

/** @import { Child } from './dom.js' */

/**
 * @template Value
 * @typedef {{ label: string, value: Value }} Choice
 */

/** @param {HTMLElement} host what the questions lie in */
export function createAsking(host) {
  /**
   * @template Value
   * @param {string} title
   * @param {(settle: (value: Value) => void) => readonly Child[]} content
   * @returns {Promise<Value | null>} null if it was closed
   */
  function open(title, content) {
    return new Promise((resolve) => {
      const before = document.activeElement;
      /** @param {Value | null} value */
      const settle = (value) => {
        dialog.remove();
        if (before instanceof HTMLElement && before.isConnected) before.focus();
        resolve(value);
      };
      const cancel = h(
        'button',
        { type: 'button', class: 'word', onclick: () => settle(null) },
        t('close-dialog'),
      );
      const dialog = h(
        'div',
        { class: 'alert asking', role: 'dialog', 'aria-label': title },
        h('b', { dir: 'auto' }, title),
        content(settle),
        cancel,
      );
      dialog.addEventListener('keydown', ({ key }) => {
        if (key === 'Escape') settle(null);
      });
      host.append(dialog);
      /** @type {HTMLElement | null} */ (dialog.querySelector('input, button'))?.focus();
    });
  }

  return {
    /** @param {{ title: string, action: string }} question */
    askText({ title, action }) {
      return open(title, (/** @type {(text: string) => void} */ settle) => {
        const field = h('input', { type: 'text', maxlength: '128', 'aria-label': title });
        /** @param {SubmitEvent} event */
        const onsubmit = (event) => {
          event.preventDefault();
          if (field.value.trim() !== '') settle(field.value.trim());
        };
        const button = h('button', { type: 'submit', class: 'primary' }, action);
        return [h('form', { class: 'ask-text', onsubmit }, field, button)];
      });
    },

    /**
     * @template Value
     * @param {string} title
     * @param {readonly Choice<Value>[]} choices
     */
    choose(title, choices) {
      return open(title, (/** @type {(value: Value) => void} */ settle) =>
        choices.map(({ label, value }) =>
          h(
            'button',
            { type: 'button', class: 'choice', dir: 'auto', onclick: () => settle(value) },
            label,
          ),
        ),
      );
    },

    /**
     * Lines with buttons; whatever is pressed closes the list.
     * @param {string} title
     * @param {readonly { label: string, note: string, deeds: readonly Choice<() => void>[] }[]} lines
     */
    async list(title, lines) {
      const deed = await open(title, (/** @type {(deed: () => void) => void} */ settle) =>
        lines.map(({ label, note, deeds }) =>
          h(
            'div',
            { class: 'ask-line' },
            h('span', { dir: 'auto' }, label, h('small', {}, note)),
            deeds.map(({ label: word, value }) =>
              h('button', { type: 'button', class: 'word', onclick: () => settle(value) }, word),
            ),
          ),
        ),
      );
      deed?.();
    },
  };
}
