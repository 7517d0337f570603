// Pressing a key under the input field: most say their label, some give something away and ask first.
import { t } from './i18n.js';

/** @import { KeyView, SandboxClient } from '../client.ts' */
/** @import { Person } from './person-window.js' */

/**
 * @param {{
 *   api: SandboxClient,
 *   userId: number,
 *   notices: ReturnType<typeof import('./notices.js').createNotices>,
 *   people: () => readonly Person[],
 * }} options
 * @returns {(key: KeyView) => Promise<void>}
 */
export function createKeys({ api, userId, notices, people }) {
  /** @param {Omit<Parameters<SandboxClient['pressKey']>[0], 'userId'>} args */
  const press = async (args) => void (await notices.attempt(api.pressKey({ userId, ...args })));

  /** @param {string} label */
  async function shareGroup(label) {
    const groups = (await notices.attempt(api.groupsFor({ userId, label }))) ?? [];
    const chosen = await notices.choose(
      label,
      [
        { label: t('new-group'), value: null },
        ...groups.map(({ chatId, title }) => ({ label: title, value: chatId })),
      ].map(({ label: word, value }) => ({ label: word, value: { chatId: value } })),
    );
    if (!chosen) return;
    if (chosen.chatId !== null) return press({ label, group: { chatId: chosen.chatId } });
    const title = await notices.askText({ title: t('group-title'), action: t('create') });
    if (title) await press({ label, group: { title } });
  }

  /** @param {string} label */
  async function sharePeople(label) {
    const others = people().filter(({ id }) => id !== userId);
    const chosen = await notices.choose(
      label,
      others.map(({ id, firstName }) => ({ label: firstName, value: id })),
    );
    if (chosen !== null) await press({ label, userIds: [chosen] });
  }

  return async ({ label, kind }) => {
    if (kind === 'chat') return shareGroup(label);
    if (kind === 'users') return sharePeople(label);
    if (kind !== 'contact' && kind !== 'location') return press({ label });
    const title = t(kind === 'contact' ? 'give-number' : 'give-place');
    if (await notices.choose(title, [{ label: t('give'), value: true }])) await press({ label });
  };
}
