// What one can do with a group: see who is in it, bring and remove people, let in who asks, leave.
import { t, wordFor } from './i18n.js';

/** @import { SandboxClient } from '../client.ts' */
/** @import { MenuItem } from './menu.js' */
/** @import { Person } from './person-window.js' */

/**
 * @param {{
 *   api: SandboxClient,
 *   userId: number,
 *   bot: { readonly firstName: string },
 *   notices: ReturnType<typeof import('./notices.js').createNotices>,
 *   people: () => readonly Person[],
 *   where: () => number | null,
 * }} options `where`: the group that is open
 * @returns {() => readonly MenuItem[]}
 */
export function createRoomMenu({ api, userId, bot, notices, people, where }) {
  /** @param {number} chatId */
  async function members(chatId) {
    const [all, requests, self] = await Promise.all([
      api.members({ chatId }),
      api.joinRequests({ chatId }),
      api.member({ chatId, userId }),
    ]);
    const isAdmin = self.status === 'creator' || self.status === 'administrator';
    /** @param {number} requesterId @param {boolean} approve */
    const settle = (requesterId, approve) => () =>
      void notices.attempt(api.settleJoinRequest({ userId, chatId, requesterId, approve }));
    const asking = requests.map(({ userId: requesterId, name }) => ({
      label: name,
      note: t('asks-in'),
      deeds: [
        { label: t('let-in'), value: settle(requesterId, true) },
        { label: t('turn-away'), value: settle(requesterId, false) },
      ],
    }));
    /** @param {number} memberId */
    const remove = (memberId) => () =>
      void notices.attempt(api.kick({ chatId, userId: memberId, byId: userId }));
    const inside = all.map(({ userId: memberId, name, status, tag, isBot }) => ({
      label: name,
      note: [tag, isBot ? t('is-bot') : null, wordFor('status', status)]
        .filter(Boolean)
        .join(' · '),
      deeds:
        isAdmin && memberId !== userId && status === 'member'
          ? [{ label: t('remove'), value: remove(memberId) }]
          : [],
    }));
    await notices.list(t('members'), [...(isAdmin ? asking : []), ...inside]);
  }

  /** @param {number} chatId */
  async function bring(chatId) {
    const inside = new Set((await api.members({ chatId })).map((one) => one.userId));
    /** @type {{ label: string, value: number | 'bot' }[]} */
    const choices = [
      { label: `${bot.firstName} · ${t('is-bot')}`, value: 'bot' },
      ...people()
        .filter(({ id }) => !inside.has(id))
        .map(({ id, firstName }) => ({ label: firstName, value: id })),
    ];
    const chosen = await notices.choose(t('bring'), choices);
    if (chosen === null) return;
    await api.addMember({ chatId, userId: chosen, byId: userId });
  }

  /**
   * @param {string} label
   * @param {(chatId: number) => Promise<unknown>} act
   */
  const item = (label, act) => ({
    label,
    onChoose: () => {
      const chatId = where();
      if (chatId !== null) void notices.attempt(act(chatId));
    },
  });

  return () => [
    item(t('members'), members),
    item(t('bring'), bring),
    item(t('make-bot-admin'), (chatId) => api.promote({ chatId, userId: 'bot', byId: userId })),
    item(t('leave'), (chatId) => api.leave({ chatId, userId })),
  ];
}
