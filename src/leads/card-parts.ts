// What the cards of rooms show of their leads, all of them asked for at once.

import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { CardParts } from '../rooms/index.ts';
import type { LeadFacts, LoadFacts } from './facts.ts';
import type { LeadRepository } from './lead-repository.ts';
import type { LeadViews, NextCheckpoint } from './views.ts';

export interface LeadCardPartsDeps {
  readonly database: Database;
  readonly leads: Pick<LeadRepository, 'findByRooms'>;
  readonly load: LoadFacts;
  readonly views: LeadViews;
  readonly clock: Clock;
  /** What is to be done next in each of these rooms. */
  readonly nextCheckpoints: (roomIds: readonly number[]) => Promise<readonly NextCheckpoint[]>;
}

export function createLeadCardParts(deps: LeadCardPartsDeps): CardParts {
  const { database, leads, load, views, clock, nextCheckpoints } = deps;

  return async (roomIds) => {
    const found = await leads.findByRooms(database.prisma, roomIds);
    const facts = [...(await load(found.map(({ id }) => id))).values()];
    const next = await nextCheckpoints(found.flatMap(({ roomId }) => roomId ?? []));
    const now = clock.now();
    const partOf = (one: LeadFacts) => {
      const due = next.find(({ roomId }) => roomId === one.lead.roomId) ?? null;
      return {
        lines: (locale: Locale) => views.cardLines(locale, one, due, now),
        buttons: (locale: Locale) => views.cardButtons(locale, one),
      };
    };
    return new Map(facts.map((one) => [one.lead.roomId ?? 0, [partOf(one)]]));
  };
}
