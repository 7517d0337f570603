// The keyboard a bot puts under the input field of a private chat.
import type { KeyboardButton } from '@grammyjs/types';
import { badRequest } from '../bot-api/refusal.ts';
import { namesOf } from './adding.ts';
import type { ChatState } from './chat.ts';

/** What the latest message that says anything of it has put there; nothing if it was taken away. */
export function keysOf(chat: ChatState): readonly (readonly KeyboardButton[])[] {
  const last = [...chat.messages.values()].findLast((stored) => stored.keyboard !== undefined);
  return !last?.keyboard || last.keyboard === 'removed' ? [] : last.keyboard;
}

export function labelOf(button: KeyboardButton): string {
  return typeof button === 'string' ? button : button.text;
}

export type KeyKind = 'text' | 'contact' | 'location' | 'users' | 'chat' | 'other';

export function kindOf(button: KeyboardButton): KeyKind {
  if (typeof button === 'string') return 'text';
  if ('request_contact' in button && button.request_contact) return 'contact';
  if ('request_location' in button && button.request_location) return 'location';
  if ('request_users' in button) return 'users';
  if ('request_chat' in button) return 'chat';
  return 'request_poll' in button || 'web_app' in button ? 'other' : 'text';
}

const inWords: Partial<Record<KeyKind, string>> = {
  contact: 'Phone number',
  location: 'Location',
  users: 'Users',
  chat: 'Chats',
};

/** @throws Refusal 400 in td's words (ReplyMarkup.cpp); where it has none, in the sandbox's own */
export function assertKeys(
  chat: ChatState,
  keyboard: readonly (readonly KeyboardButton[])[],
): void {
  const ids = new Set<number>();
  for (const button of keyboard.flat()) {
    const what = inWords[kindOf(button)];
    if (what === undefined || typeof button === 'string') continue;
    if (chat.kind !== 'private') {
      throw badRequest(`${what.toLowerCase()} can be requested in private chats only`);
    }
    assertRequest(button, ids);
  }
}

function assertRequest(button: Exclude<KeyboardButton, string>, ids: Set<number>): void {
  const chat = 'request_chat' in button ? button.request_chat : undefined;
  const request = 'request_users' in button ? button.request_users : chat;
  if (!request) return;
  const { request_id: id } = request;
  if ((id | 0) !== id) throw badRequest('sandbox: request_id is no signed 32-bit number');
  if (ids.has(id)) throw badRequest('sandbox: request_id is not unique within the message');
  ids.add(id);
  if (!chat?.user_administrator_rights) return;
  const own = new Set(namesOf(chat.user_administrator_rights));
  if (namesOf(chat.bot_administrator_rights).some((name) => !own.has(name))) {
    throw badRequest(
      'sandbox: user_administrator_rights must be a superset of bot_administrator_rights',
    );
  }
}
