// Links that lead to a place in the sandbox itself, as Telegram's own program opens them.

/** A forum's link names its topic and, if there is a third number, a message in it. */
const MESSAGE_LINK = /^https?:\/\/t\.me\/c\/(\d+)\/(\d+)(?:\/(\d+))?(?:[?#].*)?$/;
const BOT_LINK = /^https?:\/\/t\.me\/(\w+)(?:\?start=([\w-]*))?$/;
const INVITE_LINK = /^https?:\/\/t\.me\/\+[\w-]+$/;
const GROUP_LINK = /^https?:\/\/t\.me\/(\w+)\?startgroup(?:[=&].*)?$/;

/**
 * @typedef {{ kind: 'message', chatId: number, numbers: readonly number[] }
 *   | { kind: 'account', username: string, payload: string }
 *   | { kind: 'invite' } | { kind: 'group', username: string }} InnerLink
 */

/**
 * @param {string} url
 * @returns {InnerLink | null} null for a link that leads outside
 */
export function parseInnerLink(url) {
  const message = MESSAGE_LINK.exec(url);
  if (message) {
    const numbers = message.slice(2).flatMap((part) => (part === undefined ? [] : [Number(part)]));
    return { kind: 'message', chatId: Number(`-100${message[1]}`), numbers };
  }
  if (INVITE_LINK.test(url)) return { kind: 'invite' };
  const group = GROUP_LINK.exec(url);
  if (group) return { kind: 'group', username: group[1] ?? '' };
  const account = BOT_LINK.exec(url);
  return account
    ? { kind: 'account', username: account[1] ?? '', payload: account[2] ?? '' }
    : null;
}

/**
 * An address a browser may open: what people write may begin with `javascript:`.
 * @param {string} text a link as it stands in a text, or a button's address
 * @returns {string | null}
 */
export function safeAddress(text) {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  return /^(https?|tg|mailto|tel):/i.test(whole) ? whole : null;
}
