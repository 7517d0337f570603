// The week as its days see it: who is there, how it is walked, what people do.
import { createDeeds, type Deeds } from './deeds.ts';
import { type Firms, openFirms } from './firms.ts';
import { createWalk, type Walk } from './walk.ts';

export interface Week extends Firms {
  readonly walk: Walk;
  readonly deeds: Deeds;
}

export async function openWeek(): Promise<Week> {
  const firms = await openFirms();
  const walk = createWalk(firms);
  return { ...firms, walk, deeds: createDeeds(firms, walk) };
}

/** What a client of ours presses to say that it is done, and to add no words to the stars. */
export const RU = ['Подтвердить', 'Пропустить'] as const;
export const EN = ['Confirm', 'Skip'] as const;
