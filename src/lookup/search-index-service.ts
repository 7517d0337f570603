// Reads what was said for the search, about a second behind it. Messages get their numbers before their
// transactions end, so one may show after a later one: numbers that were passed over are asked for
// again for a while. A restart looks once through the last ones.

import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { SearchIndexRepository, UnreadMessage } from './search-index-repository.ts';
import { searchedWords, wordsToLearn } from './search-words.ts';
import { leftovers } from './typos.ts';

export interface SearchIndexDeps {
  readonly database: Database;
  readonly index: SearchIndexRepository;
  readonly clock: Clock;
  /** Whether nothing else is to be done: then there is time for more than a little. */
  readonly isIdle: () => boolean;
  /** Whether so much comes in that reading would hold it up. */
  readonly isBehind: () => boolean;
}

/** Read at once: the embedded database has one connection, for which people wait. */
const AT_ONCE = 200;
/** In a row, while nothing else is to be done: some ten thousand in a minute. */
const MOST_BATCHES = 10;
/** In a rush. */
const LONGEST_REST_MS = 15_000;
/** Longer than any transaction may take. */
const ASKED_AGAIN_MS = 120_000;
const LOOKED_BACK = 1_000;
/** A gap is a number that a transaction has given back, as a rule; more are not remembered. */
const MOST_GAPS = 5_000;
/** Words that are known to be known; then it begins anew. */
const MOST_WORDS_KNOWN = 100_000;

export type SearchIndexService = ReturnType<typeof createSearchIndexService>;

export function createSearchIndexService(deps: SearchIndexDeps) {
  const { database, index, clock, isIdle, isBehind } = deps;
  const gaps = new Map<number, number>();
  const known = new Set<string>();
  let last: number | null = null;
  let readAt = clock.now().getTime();

  /**
   * Reads what is new and what has changed; while the bot is busy, a little of it, and in a rush
   * nothing, but now and then: what waits for ever is never found.
   */
  async function catchUp(): Promise<void> {
    const now = clock.now().getTime();
    if (isBehind() && Math.abs(now - readAt) < LONGEST_REST_MS) return;
    readAt = now;
    if (last === null) last = await lookBack();
    await readAgain();
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const messages = await index.listAfter(last, AT_ONCE);
      await read(messages, last);
      if (messages.length < AT_ONCE || !isIdle()) return;
    }
  }

  async function lookBack(): Promise<number> {
    const progress = await index.progress();
    await keep(await index.listLeftOut(progress - LOOKED_BACK, progress));
    return progress;
  }

  async function read(messages: readonly UnreadMessage[], after: number): Promise<void> {
    const reached = messages.at(-1)?.id;
    if (reached === undefined) return;
    await keep(messages, reached);
    const read = new Set(messages.map(({ id }) => id));
    const now = clock.now().getTime();
    for (let id = after + 1; id < reached && gaps.size < MOST_GAPS; id += 1)
      if (!read.has(id)) gaps.set(id, now);
    last = reached;
  }

  /** Numbers that were passed over, and changed words. */
  async function readAgain(): Promise<void> {
    const late = await index.list([...gaps.keys()]);
    await keep(late);
    for (const { id } of late) gaps.delete(id);
    const over = clock.now().getTime() - ASKED_AGAIN_MS;
    for (const [id, since] of gaps) if (since < over) gaps.delete(id);
    if (!(await index.hasReworded())) return;
    await database.inTransaction(async (tx) => put(tx, await index.takeReworded(tx, AT_ONCE)));
  }

  /** `reached`: up to this message all is read. */
  async function keep(messages: readonly UnreadMessage[], reached = 0): Promise<void> {
    if (messages.length === 0) return;
    const fresh = await database.inTransaction(async (tx) => {
      if (reached > 0) await index.setProgress(tx, reached);
      return await put(tx, messages);
    });
    if (known.size > MOST_WORDS_KNOWN) known.clear();
    for (const word of fresh) known.add(word);
  }

  async function put(tx: Tx, messages: readonly UnreadMessage[]): Promise<readonly string[]> {
    const searched = messages.map(({ id, dialogId, content }) => ({
      id,
      dialogId,
      words: searchedWords(content),
    }));
    await index.put(tx, searched);
    const fresh = newWords(searched.flatMap(({ words }) => wordsToLearn(words)));
    await index.learn(
      tx,
      fresh.map((word) => ({ word, near: leftovers(word) })),
    );
    return fresh;
  }

  function newWords(words: readonly string[]): readonly string[] {
    return [...new Set(words)].filter((word) => !known.has(word));
  }

  return { catchUp };
}
