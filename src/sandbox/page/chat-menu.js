// What one can do with the chat with the bot: block it, let it into one's own account (Telegram Business),
// and write to somebody who has let it in; also what belongs to no chat, such as making a group.
import { t } from './i18n.js';

/** @import { SandboxClient } from '../client.ts' */
/** @import { MenuItem } from './menu.js' */
/** @import { Person } from './person-window.js' */

/**
 * @param {{
 *   api: SandboxClient,
 *   userId: number,
 *   notices: ReturnType<typeof import('./notices.js').createNotices>,
 *   people: () => readonly Person[],
 *   onOpen: (chatId: number) => void,
 * }} options
 * @returns {() => readonly MenuItem[]}
 */
export function createChatMenu({ api, userId, notices, people, onOpen }) {
  /**
   * @param {string} label
   * @param {() => Promise<unknown>} act
   */
  const item = (label, act) => ({ label, onChoose: () => void notices.attempt(act()) });

  /** @param {number} ownerId */
  async function write(ownerId) {
    onOpen((await api.openBusinessChat({ userId: ownerId, customerId: userId })).chatId);
  }

  async function createGroup() {
    const title = await notices.askText({ title: t('group-title'), action: t('create') });
    if (title) onOpen((await api.createGroup({ title, ownerId: userId })).chatId);
  }

  return () => {
    const self = people().find(({ id }) => id === userId);
    const others = people().filter(({ id, business }) => business && id !== userId);
    const isOld = self?.seesEphemeral === false;
    const mayBlock = self?.started && !self.blocked;
    return [
      ...(mayBlock ? [item(t('block-bot'), () => api.blockBot({ userId }))] : []),
      self?.business
        ? item(t('disconnect-business'), () => api.disconnectBusiness({ userId }))
        : item(t('connect-business'), () => api.connectBusiness({ userId })),
      item(t('create-group'), createGroup),
      item(isOld ? t('new-program') : t('old-program'), () =>
        api.setEphemeral({ userId, shown: isOld }),
      ),
      ...others.map(({ id, firstName }) =>
        item(t('write-to', { name: firstName }), () => write(id)),
      ),
    ];
  };
}
