// `/find`: words are looked for in everything that was said; nothing found is tried once more with what
// may have been meant.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../platform/outbox/words.ts';
import type { FindTurn } from './buttons.ts';
import type { Lookup, LookupRepository } from './lookup-repository.ts';
import { pageNumber } from './pages.ts';
import type { SearchRepository } from './search-repository.ts';
import { askedWords, expressionOf } from './search-words.ts';
import { leftovers, nearest, SHORTEST } from './typos.ts';
import { HITS_A_PAGE, type HitPage, MOST_HITS, type WordQuery } from './word-query.ts';

/** Words that may have been meant, for one that was asked. */
const MOST_MEANT = 4;
/** Looked through for them. */
const MOST_NEAR = 500;

export interface WordSearchDeps {
  readonly database: Database;
  readonly search: SearchRepository;
  readonly lookups: LookupRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

export type PressedHits =
  | { readonly status: 'shown'; readonly page: HitPage }
  | { readonly status: 'gone' }
  | { readonly status: 'repeated' };

export type WordSearchService = ReturnType<typeof createWordSearchService>;

export function createWordSearchService(deps: WordSearchDeps) {
  const { database, search, lookups, outbox, clock } = deps;

  /** Has the first page shown to its reader. False: there is no word in the text to look for. */
  async function open(order: {
    readonly cause: Cause;
    readonly staffId: number;
    readonly reader: Reader;
    readonly text: string;
    readonly dialogId: number | null;
  }): Promise<boolean> {
    const { cause, staffId, reader, text, dialogId } = order;
    const words = askedWords(text);
    if ((await search.stemsOf(words)).length === 0) return false;
    const within = dialogId !== null;
    const lookup = await begun({ words, meant: null, dialogId, within });
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const { locale } = reader;
      const row = { staffId, kind: 'words', locale, ...lookup } as const;
      const id = await lookups.insert(tx, row, clock.now());
      await outbox.enqueue(tx, [wordsFor(reader, 'word-hits', { lookupId: id })], cause);
    });
    return true;
  }

  /** The query with what may have been meant, and the end of its first page. */
  async function begun(query: WordQuery): Promise<Pick<Lookup<WordQuery>, 'query' | 'ends'>> {
    const plain = { ...query, meant: null };
    const ends = await nextEnds(plain, []);
    if (ends.length > 0) return { query: plain, ends };
    const guessed = { ...query, meant: await guess(query.words) };
    return { query: guessed, ends: guessed.meant ? await nextEnds(guessed, []) : [] };
  }

  /** Null: there is no word that reads alike. */
  async function guess(words: readonly string[]): Promise<readonly (readonly string[])[] | null> {
    const meant: (readonly string[])[] = [];
    for (const word of words) meant.push(await alike(word));
    return meant.some((variants, index) => variants[0] !== words[index] || variants.length > 1)
      ? meant
      : null;
  }

  async function alike(word: string): Promise<readonly string[]> {
    if (word.length < SHORTEST) return [word];
    if ((await search.find(expressionOf([[word]]), null, null, 1)).length > 0) return [word];
    const [stem = word] = await search.stemsOf([word]);
    const base = stem.length >= SHORTEST ? stem : word;
    const near = nearest(base, await search.wordsNear(leftovers(base), MOST_NEAR), MOST_MEANT);
    return near.length > 0 ? near : [word];
  }

  function idsOf(query: WordQuery, before: number | null, limit: number) {
    const expression = expressionOf(query.meant ?? query.words.map((word) => [word]));
    return scopeOf(query).then((scope) => search.find(expression, scope, before, limit));
  }

  async function scopeOf({ dialogId, within }: WordQuery): Promise<readonly number[] | null> {
    return within && dialogId !== null ? await search.dialogsOfItsClient(dialogId) : null;
  }

  async function nextEnds(
    query: WordQuery,
    ends: Lookup<WordQuery>['ends'],
  ): Promise<Lookup<WordQuery>['ends']> {
    const last = (await idsOf(query, ends.at(-1)?.id ?? null, HITS_A_PAGE)).at(-1);
    return last === undefined ? ends : [...ends, { at: '', id: last }];
  }

  async function press(order: {
    readonly cause: Cause;
    readonly lookupId: number;
    readonly turn: FindTurn;
    /** That was shown when the button was drawn. */
    readonly page: number;
  }): Promise<PressedHits> {
    const before = await lookups.get<WordQuery>(order.lookupId, 'words');
    if (!before) return { status: 'gone' };
    const after = { ...before, ...(await afterPress(before, order.turn, order.page)) };
    const isNews = await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, order.cause, clock.now()))) return false;
      await lookups.update(tx, after, clock.now());
      return true;
    });
    if (!isNews) return { status: 'repeated' };
    return { status: 'shown', page: await pageOf(after) };
  }

  async function afterPress(
    { query, ends }: Lookup<WordQuery>,
    turn: FindTurn,
    page: number,
  ): Promise<Pick<Lookup<WordQuery>, 'query' | 'ends'>> {
    if (turn === 'everywhere' || turn === 'within')
      return await begun({ ...query, within: turn === 'within' });
    if (turn === 'again') return await begun(query);
    // Somebody has turned it since the button was drawn: what is true now is shown.
    if (page !== pageNumber({ ends })) return { query, ends };
    return { query, ends: turn === 'prev' ? ends.slice(0, -1) : await nextEnds(query, ends) };
  }

  async function pageOf(lookup: Lookup<WordQuery>): Promise<HitPage> {
    const { query, ends } = lookup;
    const all = ends.length === 0 ? [] : await idsOf(query, null, MOST_HITS + 1);
    const from = ends.at(-2)?.id ?? Number.POSITIVE_INFINITY;
    const to = ends.at(-1)?.id ?? 0;
    const counted = all.filter((id) => id < from && id >= to);
    // Past the most that are counted, the page is read by itself.
    const shown =
      counted.length > 0 || ends.length === 0
        ? counted
        : await idsOf(query, ends.at(-2)?.id ?? null, HITS_A_PAGE);
    const asked = query.meant ? query.meant.flat() : query.words;
    const [hits, stems] = [await search.listHits(shown), await search.stemsOf(asked)];
    return { lookup, hits, total: all.length, stems };
  }

  /** Null: there is no such list any more. */
  async function find(lookupId: number): Promise<HitPage | null> {
    const lookup = await lookups.get<WordQuery>(lookupId, 'words');
    return lookup && (await pageOf(lookup));
  }

  return { open, press, find };
}
