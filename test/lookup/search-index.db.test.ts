// What was said is read for the search behind the messages: all of it, whatever order transactions end
// in, and again when it changes.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSearchIndexRepository } from '../../src/lookup/search-index-repository.ts';
import { createSearchIndexService } from '../../src/lookup/search-index-service.ts';
import { createSearchRepository } from '../../src/lookup/search-repository.ts';
import { expressionOf } from '../../src/lookup/search-words.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const clock = createTestClock('2026-11-21T09:00:00Z');
let database: TestDatabase;
let behind = false;

/** As after a start of the program. */
function started() {
  const index = createSearchIndexRepository(database);
  return createSearchIndexService({
    database,
    index,
    clock,
    isIdle: () => true,
    isBehind: () => behind,
  });
}

async function say(id: number, text: string): Promise<void> {
  const content = JSON.stringify({ kind: 'text', text, entities: [] });
  await database.prisma.$executeRaw`
    INSERT INTO message (id, dialog_id, author, purpose, chat_id, message_id, kind, content, received_at)
    VALUES (${id}, 1, 'client', 'question', 1, ${id}, 'text', ${content}::json, now())`;
}

async function found(word: string): Promise<readonly number[]> {
  return createSearchRepository(database).find(expressionOf([[word]]), null, null, 10);
}

beforeAll(async () => {
  database = await createTestDatabase();
  const { prisma } = database;
  await prisma.$executeRaw`
    INSERT INTO client (id, name, locale, created_at) VALUES (1, 'Анна', 'ru', now())`;
  await prisma.$executeRaw`
    INSERT INTO client_address (id, client_id, channel, external_id) VALUES (1, 1, 'telegram', '1')`;
  await prisma.$executeRaw`
    INSERT INTO dialog (id, client_id, address_id, channel, status, opened_at,
      last_question_at, listed_at)
    VALUES (1, 1, 1, 'telegram', 'unanswered', now(), now(), date_bin('5 minutes', now(), 'epoch'))`;
});

afterAll(() => database.close());

describe('the search', () => {
  it('reads what was said before it existed, more than one batch of it', async () => {
    for (let id = 1; id <= 450; id += 1)
      await say(id, id === 450 ? 'последний груз' : `слово ${id}`);
    await started().catchUp();

    expect(await found('груз')).toEqual([450]);
    expect(await found('слово')).toHaveLength(10);
  });

  it('finds a message whose transaction ended after that of a later one', async () => {
    const index = started();
    await index.catchUp();
    await say(460, 'раньше всех');
    await index.catchUp();
    await say(455, 'опоздавший');
    await index.catchUp();

    expect(await found('опоздавший')).toEqual([455]);
  });

  it('finds it after a restart in between too', async () => {
    await say(465, 'после');
    await started().catchUp();
    await say(462, 'потерянный');
    await started().catchUp();

    expect(await found('потерянный')).toEqual([462]);
  });

  it('reads a message again whose words have changed, once', async () => {
    const index = started();
    await index.catchUp();
    await database.prisma.$executeRaw`
      UPDATE message SET content = '{"kind":"text","text":"исправленный","entities":[]}' WHERE id = 450`;
    await database.prisma.$executeRaw`INSERT INTO message_reworded VALUES (450)`;
    await index.catchUp();

    expect(await found('груз')).toEqual([]);
    expect(await found('исправить')).toEqual([450]);
    expect(await database.prisma.messageReworded.count()).toBe(0);
  });

  it('rests in a rush, but not for ever', async () => {
    const index = started();
    await index.catchUp();
    behind = true;
    await say(470, 'спешка');
    await index.catchUp();
    expect(await found('спешка')).toEqual([]);

    await clock.advance(16_000);
    await index.catchUp();
    expect(await found('спешка')).toEqual([470]);
    behind = false;
  });
});
