// Finding again: pages of `/dialogs` and words in what was said, asked as the program asks, over ten
// thousand messages and over a million. The words are as unequal as those of a language: some stand in
// every fourth message, most in very few.

import { createDialogListRepository } from '../../src/lookup/dialog-list-repository.ts';
import { type DialogQuery, EVERYTHING, OPEN_DIALOGS } from '../../src/lookup/dialog-query.ts';
import { createSearchIndexRepository } from '../../src/lookup/search-index-repository.ts';
import { createSearchIndexService } from '../../src/lookup/search-index-service.ts';
import { createSearchRepository } from '../../src/lookup/search-repository.ts';
import { expressionOf } from '../../src/lookup/search-words.ts';
import { leftovers, nearest } from '../../src/lookup/typos.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { type Figure, percentile } from '../figures.ts';
import type { Store } from '../stores.ts';

/** Messages in all: those of few dialogs are many each. */
const FEW = 10_000;
const MANY = { postgres: 1_000_000, embedded: 200_000 } as const;

/** Different words in all. */
const VOCABULARY = 20_000;
const TIMES = 60;

export async function askLookup(seeded: Store): Promise<Figure[]> {
  const store = await seeded.copy();
  try {
    const database = await store.open();
    try {
      const readPerSecond = await fill(database);
      return [...(await askDialogs(database)), ...(await askWords(database)), readPerSecond];
    } finally {
      await database.close();
    }
  } finally {
    await store.remove();
  }
}

/** Word `n` of the vocabulary, of Cyrillic letters alone. */
function wordOf(n: number): string {
  const letters = 'абвгдежзиклмнопр';
  const hex = n.toString(16).padStart(4, '0');
  return `к${[...hex].map((digit) => letters[Number.parseInt(digit, 16)]).join('')}ц`;
}

const WORD = `'к' || translate(lpad(to_hex(floor(${VOCABULARY} * power(
  (hashint4(m.id * 8 + w) & 2147483647) / 2147483648.0, 3))::int), 4, '0'),
  '0123456789abcdef', 'абвгдежзиклмнопр') || 'ц'`;

/** Says more in every dialog, and has it read for the search; how fast the program itself reads. */
async function fill(database: Database): Promise<Figure> {
  const { prisma, kind } = database;
  const tell = (sql: string) => prisma.$executeRawUnsafe(sql);
  const dialogs = await prisma.dialog.count();
  const wanted = dialogs > 1_000 ? MANY[kind] : FEW;
  await tell('DROP INDEX message_search_words');
  for (let from = 0; from < wanted; from += 100_000) {
    const to = Math.min(wanted, from + 100_000);
    await tell(`
      WITH m AS (SELECT nextval('message_id_seq')::int AS id, n FROM generate_series(${from + 1}, ${to}) AS n),
      said AS (SELECT m.id, m.n, (SELECT string_agg(${WORD}, ' ') FROM generate_series(1, 8) AS w) AS words FROM m),
      kept AS (INSERT INTO message (id, dialog_id, author, purpose, chat_id, message_id, kind, content,
          received_at, answered_at)
        SELECT id, n % ${dialogs} + 1, 'client', 'question', 5, id, 'text',
          json_build_object('kind', 'text', 'text', words, 'entities', '[]'::json), now(), now() FROM said)
      INSERT INTO message_search (message_id, dialog_id, words)
      SELECT id, n % ${dialogs} + 1, to_tsvector('russian', words) FROM said`);
  }
  await tell(
    'CREATE INDEX message_search_words ON message_search USING GIN (words) WITH (fastupdate = on, gin_pending_list_limit = 256)',
  );
  await tell(
    `INSERT INTO label (id, name, tag, colour, created_at) VALUES (1, 'vip', 'vip', '🔵', now())`,
  );
  await tell(`INSERT INTO client_label SELECT id, 1, 1, now() FROM client WHERE id % 20 = 0`);
  await tell(`INSERT INTO staff (id, user_id, name, locale, role, created_at)
    SELECT s, s, 'Staff ' || s, 'ru', 'manager', now() FROM generate_series(1, 20) AS s`);
  await tell(`UPDATE dialog SET assignee_id = id % 20 + 1,
    status = CASE WHEN closed_at IS NULL AND id % 3 = 0 THEN 'unanswered' ELSE status END,
    waiting_since = CASE WHEN closed_at IS NULL AND id % 3 = 0 THEN last_question_at END`);
  await learn(database);
  const speed = await readSome(database, dialogs);
  await tell('VACUUM (ANALYZE)');
  return speed;
}

async function learn(database: Database): Promise<void> {
  const index = createSearchIndexRepository(database);
  for (let from = 0; from < VOCABULARY; from += 2_000) {
    const words = Array.from({ length: 2_000 }, (_, n) => wordOf(from + n));
    await database.inTransaction((tx) =>
      index.learn(
        tx,
        words.map((word) => ({ word, near: leftovers(word) })),
      ),
    );
  }
}

/** Messages that are new to the search. */
const UNREAD = 2_000;

async function readSome(database: Database, dialogs: number): Promise<Figure> {
  const { prisma } = database;
  await prisma.$executeRawUnsafe(`INSERT INTO search_progress (id, last_message_id)
    SELECT 1, max(message_id) FROM message_search ON CONFLICT (id) DO UPDATE SET last_message_id = excluded.last_message_id`);
  await prisma.$executeRawUnsafe(`INSERT INTO message (dialog_id, author, purpose, chat_id, message_id,
      kind, content, received_at, answered_at)
    SELECT n % ${dialogs} + 1, 'client', 'question', 6, n, 'text', json_build_object('kind', 'text', 'text',
      (SELECT string_agg(${WORD}, ' ') FROM generate_series(1, 8) AS w), 'entities', '[]'::json), now(), now()
    FROM (SELECT n, n AS id FROM generate_series(1, ${UNREAD}) AS n) AS m`);
  const index = createSearchIndexService({
    database,
    index: createSearchIndexRepository(database),
    clock: systemClock,
    isIdle: () => true,
    isBehind: () => false,
  });
  const begin = performance.now();
  await index.catchUp();
  const seconds = (performance.now() - begin) / 1_000;
  return {
    name: 'messages read for the search',
    value: UNREAD / seconds,
    unit: '/s',
    better: 'more',
  };
}

async function askDialogs(database: Database): Promise<Figure[]> {
  const lists = createDialogListRepository(database);
  const page = (query: DialogQuery) => async () => {
    const first = await lists.listPage(query, { after: null, upTo: null }, new Date());
    await lists.count(query, new Date());
    return first.length;
  };
  const last = (await lists.listPage(OPEN_DIALOGS, { after: null, upTo: null }, new Date())).at(-1);
  const after = { at: (last?.lastQuestionAt ?? new Date()).toISOString(), id: last?.id ?? 0 };
  return [
    ...(await timed('/dialogs, open', page(OPEN_DIALOGS))),
    ...(await timed('/dialogs, the next page', async () => {
      return (await lists.listPage(OPEN_DIALOGS, { after, upTo: null }, new Date())).length;
    })),
    ...(await timed('/dialogs unanswered', page({ ...EVERYTHING, statuses: ['unanswered'] }))),
    ...(await timed(
      '/dialogs waiting longer than an hour',
      page({ ...EVERYTHING, waitingMinutes: 60 }),
    )),
    ...(await timed('/dialogs of an employee', page({ ...OPEN_DIALOGS, assignee: 7 }))),
    ...(await timed(
      '/dialogs of a client by name',
      page({ ...EVERYTHING, name: ['client', '17'] }),
    )),
    ...(await timed('/dialogs with a label', page({ ...EVERYTHING, labelId: 1 }))),
  ];
}

async function askWords(database: Database): Promise<Figure[]> {
  const search = createSearchRepository(database);
  const find = (words: readonly string[]) => async () => {
    const ids = await search.find(expressionOf(words.map((word) => [word])), null, null, 101);
    return (await search.listHits(ids.slice(0, 5))).length;
  };
  const mistyped = `${wordOf(4_321).slice(0, 2)}ю${wordOf(4_321).slice(3)}`;
  return [
    ...(await timed('/find, a word of every fourth message', find([wordOf(0)]))),
    ...(await timed('/find, a word of every two hundredth', find([wordOf(100)]))),
    ...(await timed('/find, a rare word', find([wordOf(VOCABULARY - 1)]))),
    ...(await timed('/find, two words', find([wordOf(3), wordOf(40)]))),
    ...(await timed('/find, the beginning of a word', find([wordOf(12_345).slice(0, 4)]))),
    ...(await timed('/find, mistyped', async () => {
      const near = nearest(mistyped, await search.wordsNear(leftovers(mistyped), 500), 4);
      return await find(near)().then(() => near.length);
    })),
  ];
}

/** Something must be found, or the figure says nothing. */
async function timed(name: string, ask: () => Promise<number>): Promise<Figure[]> {
  const took: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const begin = performance.now();
    if ((await ask()) === 0) throw new Error(`${name}: nothing was found`);
    took.push(performance.now() - begin);
  }
  const figure = (share: number, title: string): Figure => ({
    name: `${name}, ${title}`,
    value: percentile(took, share),
    unit: 'ms',
    better: 'less',
  });
  return [figure(0.5, 'p50'), figure(0.99, 'p99')];
}
