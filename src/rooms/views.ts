// What is said about the stock of groups, and to people about the rooms that are theirs.

import type {
  ChatAdministratorRights,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
} from 'grammy/types';
import type { Person } from '../people/person.ts';
import { formatDate, formatTime } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { pageOf, pageRow } from '../platform/screens/index.ts';
import {
  giveAnotherButton,
  lookAgainButton,
  nameButton,
  reopenButton,
  wayButton,
  waysPage,
} from './buttons.ts';
import type { Closing } from './closing.ts';
import type { ListedWay } from './entry-repository.ts';
import type { Group } from './group-repository.ts';
import { NAMED_IN_SUPPORT } from './rights.ts';
import {
  ENTRY_PREFIX,
  FETCH_PREFIX,
  type Room,
  type RoomKind,
  type RoomMember,
  type RoomRole,
} from './room.ts';
import { type Lack, ROOM_RIGHTS, type StockLevel, WISHED_RIGHTS } from './stock.ts';
import type { OfferOutcome } from './stock-service.ts';

/** By which Telegram says what a shared group is for. Who shares it is checked all the same. */
export const STOCK_REQUEST = 4_001;

/** A card is one message, in two languages at times; everybody is in «Участники». */
const PEOPLE_SHOWN = 15;

/** What somebody may be who was brought in by hand, where it is no client of our support. */
const NAMED_ELSEWHERE = nameButton.choices.filter((name) => name !== 'client');

export interface RoomCardFacts {
  readonly room: Room;
  readonly members: readonly RoomMember[];
  /** The name of the employee who answers for it. */
  readonly manager: string | null;
  /** Of the one who closed it. */
  readonly closer: string | null;
}

export type RoomViews = ReturnType<typeof createRoomViews>;

/** `timeZone`: of the company. */
export function createRoomViews(t: Translate, botUsername: () => string, timeZone: string) {
  function lacks(locale: Locale, missing: readonly Lack[]): string {
    return missing.map((lack) => `• ${t(locale, `stock-lack-${lack}`)}`).join('\n');
  }

  function level(locale: Locale, { ready, waiting }: StockLevel): string {
    return t(locale, 'stock-level', { ready, waiting });
  }

  /** What became of a group that somebody has brought. */
  function offered(locale: Locale, outcome: OfferOutcome & StockLevel): View {
    if (outcome.status === 'repeated') return { text: '' };
    const { title, status } = outcome;
    const room = status === 'given' ? outcome.room : '';
    const said = t(locale, `stock-offered-${status}`, { title, room });
    if (outcome.status === 'lacking') return { text: `${said}\n${lacks(locale, outcome.missing)}` };
    const hasRoom = status === 'ready' || status === 'given';
    return { text: hasRoom ? `${said}\n\n${level(locale, outcome)}` : said };
  }

  /** A group that lay ready does so no more. */
  function lacking(locale: Locale, facts: { title: string; missing: readonly Lack[] }): View {
    const { title, missing } = facts;
    return { text: `${t(locale, 'stock-lacking', { title })}\n${lacks(locale, missing)}` };
  }

  /** `/stock`: what lies ready, what is to be mended, and how to add more. */
  function stock(
    locale: Locale,
    facts: StockLevel & { readonly used: number; readonly lacking: readonly Group[] },
  ): string {
    const broken = facts.lacking.map(
      ({ title, missing }) =>
        `${t(locale, 'stock-of-group', { title })}\n${lacks(locale, missing)}`,
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

  /** To whoever answers for a room whose group is in trouble. */
  function trouble(
    locale: Locale,
    facts: { readonly roomId: number; readonly title: string; readonly missing: readonly Lack[] },
  ): View {
    const { roomId, title, missing } = facts;
    const isLost = missing.includes('outside');
    const said = t(locale, isLost ? 'room-lost' : 'room-trouble', { title });
    const target = { id: roomId, revision: 0 };
    const again = {
      text: t(locale, 'room-look-again'),
      callback_data: lookAgainButton.encode(target),
    };
    const another = {
      text: t(locale, 'room-give-another'),
      callback_data: giveAnotherButton.encode(target),
    };
    const keyboard: InlineKeyboardMarkup = {
      inline_keyboard: isLost ? [[again], [another]] : [[again]],
    };
    return { text: isLost ? said : `${said}\n${lacks(locale, missing)}`, keyboard };
  }

  /** To somebody whose way into a group is open. */
  function entry(
    locale: Locale,
    key: 'room-entry' | 'room-moved',
    to: { readonly title: string; readonly kind: RoomKind; readonly role: RoomRole },
    link: string,
  ): View {
    const { title } = to;
    const { words, join } = entryWords(to);
    const button = { text: t(locale, join), url: link };
    const text = t(locale, key === 'room-moved' ? key : words, { title });
    return { text, keyboard: { inline_keyboard: [[button]] } };
  }

  /** The sides of a product talk in a chat; whoever helps there comes to a group that is not their own. */
  function entryWords({ kind, role }: { readonly kind: RoomKind; readonly role: RoomRole }) {
    const isSide = role === 'exporter' || role === 'importer';
    if (kind === 'product' && isSide)
      return { words: 'room-entry-chat', join: `room-join-${role}` };
    const isOwn = isSide || role === 'client' || role === 'manager';
    return { words: isOwn ? 'room-entry' : 'room-entry-waits', join: 'room-join' };
  }

  /** To somebody with several ways in: a button for each, `page` from 1. */
  function ways(locale: Locale, all: readonly ListedWay[], page: number): View {
    if (all.length === 0) return { text: t(locale, 'room-ways-none') };
    const shown = pageOf(all, page);
    const buttons = shown.items.map(({ entryId, title }) => [
      { text: title, callback_data: wayButton.encode({ id: entryId, revision: 0 }) },
    ]);
    const turning = pageRow(shown, String).map((row) =>
      row.map(({ label, data }) => ({
        text: label,
        callback_data: waysPage.encode({ id: Number(data), revision: 0 }),
      })),
    );
    const text = t(locale, 'room-ways', { count: all.length });
    return { text, keyboard: { inline_keyboard: [...buttons, ...turning] } };
  }

  /** The link to the bot by which whoever opens it first gets into a room. */
  function codeLink(code: string): string {
    return `https://t.me/${botUsername()}?start=${ENTRY_PREFIX}${code}`;
  }

  /** The link to the bot by which whoever has made such a link, and nobody else, fetches it. */
  function fetchLink(code: string): string {
    return `https://t.me/${botUsername()}?start=${FETCH_PREFIX}${code}`;
  }

  /** To whoever has made that link; they pass it on. */
  function link(
    locale: Locale,
    facts: { readonly title: string; readonly role: RoomRole; readonly code: string },
  ): View {
    const { title, code } = facts;
    const words = { title, role: role(locale, facts.role), link: codeLink(code) };
    return { text: t(locale, 'room-link', words) };
  }

  /** In a room, of somebody whom nobody has named. */
  function newcomer(locale: Locale, kind: RoomKind, person: Person): View {
    const isSupport = kind === 'support';
    const names = isSupport ? NAMED_IN_SUPPORT : NAMED_ELSEWHERE;
    const rows = names.map((name) => [
      {
        text: role(locale, name),
        callback_data: nameButton.encode({ id: person.id, revision: 0, choice: name }),
      },
    ]);
    const key = isSupport ? 'room-newcomer-support' : 'room-newcomer';
    const text = t(locale, key, { name: person.name });
    return { text, keyboard: { inline_keyboard: rows } };
  }

  function role(locale: Locale, name: RoomRole): string {
    return t(locale, `room-role-${name}`);
  }

  /** The description of the group in Telegram; at most 255 signs. */
  function about(locale: Locale, kind: RoomKind): string {
    return t(locale, `room-about-${kind}`);
  }

  /** Since when it is closed, by whom, and why. */
  function closedLines(locale: Locale, { at, reason }: Closing, closer: string | null): string[] {
    const date = formatDate(locale, timeZone, at);
    const when = { date, time: formatTime(locale, timeZone, at) };
    return [
      t(locale, 'room-card-closed', { ...when, name: closer ?? '…' }),
      ...(reason
        ? [t(locale, 'room-card-closed-why', { reason: t(locale, `room-closing-${reason}`) })]
        : []),
    ];
  }

  /** On the card of a closed room. */
  function reopening(locale: Locale, roomId: number): InlineKeyboardMarkup['inline_keyboard'] {
    const callback_data = reopenButton.encode({ id: roomId, revision: 0 });
    return [[{ text: t(locale, 'room-item-reopen'), callback_data }]];
  }

  /** Who is in it, as what; what other features know of it follows. */
  function card(locale: Locale, facts: RoomCardFacts, more: readonly string[]): string {
    const { room, members, manager, closer } = facts;
    const people = members
      .slice(0, PEOPLE_SHOWN)
      .map(({ person, role: as }) => `• ${person.name} — ${role(locale, as)}`);
    const rest = members.length - people.length;
    return [
      t(locale, `room-card-${room.kind}`, { title: room.title }),
      ...(manager ? [t(locale, 'room-card-manager', { name: manager })] : []),
      ...(room.closed ? ['', ...closedLines(locale, room.closed, closer)] : []),
      ...(people.length > 0 ? ['', t(locale, 'room-card-people'), ...people] : []),
      ...(rest > 0 ? [t(locale, 'room-card-more', { count: rest })] : []),
      ...(more.length > 0 ? ['', ...more] : []),
      '',
      t(locale, 'room-card-menu'),
    ].join('\n');
  }

  return {
    offered,
    lacking,
    stock,
    low,
    stockKeyboard,
    trouble,
    entry,
    ways,
    fetchLink,
    link,
    newcomer,
    role,
    about,
    reopening,
    card,
  };
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
