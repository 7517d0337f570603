// The bot's name typed in the field, with words behind it: what the bot offers stands above the field.
import { fill, h } from './dom.js';
import { t } from './i18n.js';

/** @import { SandboxClient } from '../client.ts' */

/** A pause in typing, and between two looks for the answer, in milliseconds. */
const PAUSE = 200;
/** Telegram waits so long for a bot, in looks. */
const LOOKS = 50;

const TYPED = /^@(\w+) (.*)$/s;

/**
 * @param {{
 *   api: SandboxClient,
 *   userId: number,
 *   where: () => { chatId: number, threadId?: number } | null,
 *   onChosen: () => void,
 * }} options
 */
export function createInline({ api, userId, where, onChosen }) {
  const element = h('div', { class: 'offers', role: 'listbox', hidden: true });
  element.setAttribute('aria-label', t('offers'));
  let typed = '';

  /** @param {string} text */
  async function type(text) {
    typed = text;
    const [, name, query] = TYPED.exec(text) ?? [];
    element.hidden = true;
    if (name === undefined || query === undefined) return;
    await pause();
    if (typed !== text) return;
    const bot = await api.bot({});
    if (bot.username?.toLowerCase() !== name.toLowerCase()) return;
    const { queryId } = await api.askInline({ userId, query });
    for (let look = 0; look < LOOKS && typed === text; look += 1) {
      const answer = await api.inlineOffers({ queryId });
      if (answer) return show(queryId, answer);
      await pause();
    }
  }

  /**
   * @param {string} queryId
   * @param {NonNullable<Awaited<ReturnType<SandboxClient['inlineOffers']>>>} answer
   */
  function show(queryId, { results, button }) {
    const offers = results.map(({ id, title, description }) => {
      const onclick = () => void choose(queryId, id);
      const words = [h('b', {}, title), h('span', {}, description)];
      return h('button', { type: 'button', role: 'option', class: 'offer', onclick }, words);
    });
    const note = button === null ? null : h('p', { class: 'offer' }, button);
    fill(element, ...offers, note);
    element.hidden = offers.length === 0 && note === null;
  }

  /**
   * @param {string} queryId
   * @param {string} resultId
   */
  async function choose(queryId, resultId) {
    const place = where();
    if (!place) return;
    typed = '';
    element.hidden = true;
    await api.chooseInline({ userId, ...place, queryId, resultId });
    onChosen();
  }

  return { element, type: (/** @type {string} */ text) => void type(text) };
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, PAUSE));
}
