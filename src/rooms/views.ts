// What is said to people about the rooms that are theirs.

import type { InlineKeyboardMarkup } from 'grammy/types';
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
import { NAMED_IN_SUPPORT } from './rights.ts';
import {
  ENTRY_PREFIX,
  FETCH_PREFIX,
  type Room,
  type RoomKind,
  type RoomMember,
  type RoomRole,
  type ShownRole,
} from './room.ts';
import type { Lack } from './stock.ts';
import { lackLines } from './stock-views.ts';

/** A card is one message, in two languages at times; everybody is in «Участники». */
const PEOPLE_SHOWN = 15;

/** What somebody may be who was brought in by hand, where it is no client of our support. */
const NAMED_ELSEWHERE = nameButton.choices.filter((name) => name !== 'client');

/** Somebody in a room, and as what they are shown there. */
export type ShownMember = Pick<RoomMember, 'person'> & { readonly shown: ShownRole };

export interface RoomCardFacts {
  readonly room: Room;
  readonly members: readonly ShownMember[];
  /** The name of the employee who answers for it. */
  readonly manager: string | null;
  /** Of the one who closed it. */
  readonly closer: string | null;
}

export type RoomViews = ReturnType<typeof createRoomViews>;

/** `timeZone`: of the company. */
export function createRoomViews(t: Translate, botUsername: () => string, timeZone: string) {
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
    return { text: isLost ? said : `${said}\n${lackLines(t, locale, missing)}`, keyboard };
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

  function role(locale: Locale, name: ShownRole): string {
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
      .map(({ person, shown }) => `• ${person.name} — ${role(locale, shown)}`);
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
