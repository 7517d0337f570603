// What a reader does with a message: react, copy, and the menu with the rest.
import { t } from './i18n.js';
import { openMenu } from './menu.js';

/** @import { MessageView, SandboxClient } from '../client.ts' */

const EMOJI = ['👍', '❤️', '🔥', '👀', '😁', '😢'];

/**
 * @param {{
 *   api: SandboxClient,
 *   userId: number,
 *   notices: ReturnType<typeof import('./notices.js').createNotices>,
 *   onReply: (message: MessageView) => void,
 *   onEdit: (message: MessageView) => void,
 * }} options
 */
export function createDeeds({ api, userId, notices, onReply, onEdit }) {
  /**
   * @param {MessageView} message
   * @param {string} emoji the one that is there already is taken away
   */
  async function react({ chatId, messageId, reactions }, emoji) {
    const isMine = reactions.some((one) => one.emoji === emoji && one.userIds.includes(userId));
    await notices.attempt(api.react({ userId, chatId, messageId, emoji: isMine ? null : emoji }));
  }

  /** @param {string} text */
  async function copy(text) {
    const done = await notices.attempt(navigator.clipboard.writeText(text).then(() => true));
    if (done) notices.toast(t('copied'));
  }

  return {
    /** @param {string} text */
    onCopy: (text) => void copy(text),
    /**
     * @param {MessageView} message
     * @param {string} emoji
     */
    onReact: (message, emoji) => void react(message, emoji),
    /**
     * @param {MessageView} message
     * @param {HTMLElement} anchor
     */
    onMenu(message, anchor) {
      const { chatId, messageId } = message;
      const row = EMOJI.map((emoji) => ({
        label: t('react', { emoji }),
        text: emoji,
        onChoose: () => void react(message, emoji),
      }));
      const always = [{ label: t('reply'), onChoose: () => onReply(message) }];
      const remove = () => notices.attempt(api.deleteMessage({ userId, chatId, messageId }));
      const own = [
        { label: t('edit'), onChoose: () => onEdit(message) },
        { label: t('delete'), onChoose: () => void remove() },
      ];
      openMenu(anchor, { row, items: message.from.id === userId ? [...always, ...own] : always });
    },
  };
}
