// What features add to the cards of rooms, below who is in them.

import type { Locale } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';

export interface CardPart {
  readonly lines: (locale: Locale) => readonly string[];
  readonly buttons?: (locale: Locale) => NonNullable<View['keyboard']>['inline_keyboard'];
}

export type CardParts = (
  roomIds: readonly number[],
) => Promise<ReadonlyMap<number, readonly CardPart[]>>;

/** The parts of several features, in their order. */
export function joinCardParts(sources: readonly CardParts[]): CardParts {
  return async (roomIds) => {
    const found = await Promise.all(sources.map((source) => source(roomIds)));
    const partsOf = (id: number) => found.flatMap((parts) => parts.get(id) ?? []);
    return new Map(roomIds.map((id) => [id, partsOf(id)]));
  };
}
