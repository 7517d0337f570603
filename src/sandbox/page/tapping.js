// What a link of Telegram's own does when it is tapped: into a group, to the bot, the bot into a group.
import { t } from './i18n.js';

/** @import { SandboxClient } from '../client.ts' */
/** @import { ChatOverview } from './overview.js' */

/**
 * @param {{
 *   api: SandboxClient,
 *   userId: number,
 *   notices: ReturnType<typeof import('./notices.js').createNotices>,
 *   chats: () => readonly ChatOverview[],
 *   onChat: (chatId: number) => void,
 * }} options
 * @returns {(url: string, needsGroup: boolean) => Promise<void>}
 */
export function createTapping({ api, userId, notices, chats, onChat }) {
  async function chooseGroup() {
    const groups = chats().filter(
      ({ chat }) => chat.kind === 'group' || chat.kind === 'supergroup',
    );
    return notices.choose(
      t('choose-group'),
      groups.map(({ chat }) => ({ label: chat.title, value: chat.chatId })),
    );
  }

  return async (link, needsGroup) => {
    const chatId = needsGroup ? await chooseGroup() : undefined;
    if (chatId === null) return;
    const group = chatId === undefined ? {} : { chatId };
    const opened = await notices.attempt(api.openLink({ userId, link, ...group }));
    if (!opened) return;
    switch (opened.outcome) {
      case 'joined':
      case 'inside':
      case 'added':
        return onChat(opened.chatId);
      case 'started':
        return onChat(userId);
      case 'requested':
      case 'asked-before':
        return notices.toast(t('join-requested'));
      case 'expired':
      case 'banned':
        return notices.toast(t('link-dead'));
    }
  };
}
