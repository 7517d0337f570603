// Words that a person types after the bot's name, in whatever chat, and what the bot offers for them.
import type { InlineQueryResult, InlineQueryResultsButton } from '@grammyjs/types';
import { INLINE_LIFETIME_MS } from './update-queue.ts';
import type { World } from './world.ts';

export type InlineAnswer = {
  readonly results: readonly InlineQueryResult[];
  readonly nextOffset: string;
  readonly button?: InlineQueryResultsButton;
  readonly isPersonal: boolean;
  readonly cacheTime: number;
};

export type InlineAsked = {
  readonly queryId: string;
  readonly userId: number;
  readonly at: Date;
  answer: InlineAnswer | null;
};

/** The question that can still be answered: each once, and within half a minute. */
export function findAsked(world: World, queryId: string): InlineAsked | null {
  const asked = world.inlineQueries.get(queryId);
  if (!asked || asked.answer) return null;
  return world.now().getTime() - asked.at.getTime() < INLINE_LIFETIME_MS ? asked : null;
}
