// Words that somebody looks for in what was said, and the page of them that is shown.

import type { Lookup } from './lookup-repository.ts';
import type { Hit } from './search-repository.ts';

/** Hits on a page. */
export const HITS_A_PAGE = 5;
/** No more are counted. */
export const MOST_HITS = 100;

/** What is looked for; plain data, for it is kept with the list. */
export interface WordQuery {
  readonly words: readonly string[];
  /** What may have been meant instead, where the words themselves are nowhere: for each word some. */
  readonly meant: readonly (readonly string[])[] | null;
  /** The dialog in whose thread it was asked; null: it was asked elsewhere. */
  readonly dialogId: number | null;
  /** Only what was said with the client of that dialog. */
  readonly within: boolean;
}

export interface HitPage {
  readonly lookup: Lookup<WordQuery>;
  readonly hits: readonly Hit[];
  /** Of all pages; past the most that are counted, one more. */
  readonly total: number;
  /** The beginnings of words that are marked. */
  readonly stems: readonly string[];
}
