// The groups of a person's own company, with a way into each.

import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import { backButton } from '../rooms/buttons.ts';
import { roomsButton } from './buttons.ts';
import type { ListedRoom } from './repository.ts';

/** Groups on one page. */
export const ROOMS_SHOWN = 8;

/** Telegram cuts longer ones. */
const LONGEST_LABEL = 60;

export type RoomListViews = ReturnType<typeof createRoomListViews>;

export function createRoomListViews(t: Translate) {
  /** `page`: from 0. A press on a group asks for the way in. */
  function rooms(
    locale: Locale,
    page: number,
    shown: { readonly total: number; readonly rooms: readonly ListedRoom[] },
  ): View {
    if (shown.total === 0) return { text: t(locale, 'exporter-rooms-none') };
    const rows = shown.rooms.map(({ id, title, isInside }) => [
      {
        text: truncate(isInside ? `✓ ${title}` : title, LONGEST_LABEL),
        callback_data: backButton.encode({ id, revision: 0 }),
      },
    ]);
    const last = Math.ceil(shown.total / ROOMS_SHOWN) - 1;
    const turn = (text: string, to: number) => ({
      text,
      callback_data: roomsButton.encode({ id: to + 1, revision: 1 }),
    });
    const turning = [
      ...(page > 0 ? [turn('‹', page - 1)] : []),
      ...(page < last ? [turn('›', page + 1)] : []),
    ];
    const text = t(locale, 'exporter-rooms', { count: shown.total });
    return { text, keyboard: { inline_keyboard: [...rows, ...(turning.length ? [turning] : [])] } };
  }

  return { rooms };
}
