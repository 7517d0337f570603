// What is said about the stock of groups: what lies ready, what is to be mended, how more are added.

import type { ChatAdministratorRights, ReplyKeyboardMarkup } from 'grammy/types';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import type { Group } from './group-repository.ts';
import { type Lack, ROOM_RIGHTS, type StockLevel, WISHED_RIGHTS } from './stock.ts';
import type { OfferOutcome } from './stock-service.ts';

/** By which Telegram says what a shared group is for. Who shares it is checked all the same. */
export const STOCK_REQUEST = 4_001;

/** What a group lacks, one a line. */
export function lackLines(t: Translate, locale: Locale, missing: readonly Lack[]): string {
  return missing.map((lack) => `• ${t(locale, `stock-lack-${lack}`)}`).join('\n');
}

export type StockViews = ReturnType<typeof createStockViews>;

/** `botUsername`: the bot's name in Telegram, without @. */
export function createStockViews(t: Translate, botUsername: () => string) {
  function level(locale: Locale, { ready, waiting }: StockLevel): string {
    return t(locale, 'stock-level', { ready, waiting });
  }

  /** What became of a group that somebody has brought. */
  function offered(locale: Locale, outcome: OfferOutcome & StockLevel): View {
    if (outcome.status === 'repeated') return { text: '' };
    const { title, status } = outcome;
    const room = status === 'given' ? outcome.room : '';
    const said = t(locale, `stock-offered-${status}`, { title, room });
    if (outcome.status === 'lacking')
      return { text: `${said}\n${lackLines(t, locale, outcome.missing)}` };
    const hasRoom = status === 'ready' || status === 'given';
    return { text: hasRoom ? `${said}\n\n${level(locale, outcome)}` : said };
  }

  /** A group that lay ready does so no more. */
  function lacking(locale: Locale, facts: { title: string; missing: readonly Lack[] }): View {
    const { title, missing } = facts;
    return { text: `${t(locale, 'stock-lacking', { title })}\n${lackLines(t, locale, missing)}` };
  }

  /** `/stock`: what lies ready, what is to be mended, and how to add more. */
  function stock(
    locale: Locale,
    facts: StockLevel & { readonly used: number; readonly lacking: readonly Group[] },
  ): string {
    const broken = facts.lacking.map(
      ({ title, missing }) =>
        `${t(locale, 'stock-of-group', { title })}\n${lackLines(t, locale, missing)}`,
    );
    const head = [
      `${t(locale, 'stock-title')}\n${level(locale, facts)}\n${t(locale, 'stock-used', { used: facts.used })}`,
    ];
    return [...head, ...broken, howToAdd(locale)].join('\n\n');
  }

  function low(locale: Locale, facts: StockLevel & { readonly state: 'low' | 'empty' }): string {
    const said = t(locale, `stock-${facts.state}`, { ready: facts.ready, waiting: facts.waiting });
    return `${said}\n\n${howToAdd(locale)}`;
  }

  function howToAdd(locale: Locale): string {
    const rights = [...ROOM_RIGHTS, ...WISHED_RIGHTS, 'can_manage_chat'];
    const admin = rights.map((right) => right.replace(/^can_/, '')).join('+');
    const link = `https://t.me/${botUsername()}?startgroup=stock&admin=${admin}`;
    return t(locale, 'stock-how', { button: t(locale, 'stock-create'), link });
  }

  /** Telegram makes the group, with the bot in it and every right it needs (BOTAPI §1.2 a). */
  function stockKeyboard(locale: Locale): ReplyKeyboardMarkup {
    const request_chat = {
      request_id: STOCK_REQUEST,
      chat_is_channel: false,
      chat_is_forum: true,
      chat_has_username: false,
      chat_is_created: true,
      bot_is_member: true,
      user_administrator_rights: RIGHTS,
      bot_administrator_rights: RIGHTS,
      request_title: true,
    };
    const button = { text: t(locale, 'stock-create'), request_chat };
    return { keyboard: [[button]], resize_keyboard: true, is_persistent: false };
  }

  return { offered, lacking, stock, low, stockKeyboard };
}

/** Every right that the Bot API wants to hear of, and those that are wished. */
const RIGHTS: ChatAdministratorRights = {
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
  can_manage_topics: true,
  can_manage_tags: true,
  can_send_welcome_messages: false,
};
