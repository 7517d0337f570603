// Words that a person typed after the bot's name, and what the bot offers for them.
import type { InlineQueryResult, InlineQueryResultsButton } from '@grammyjs/types';

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
