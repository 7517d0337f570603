import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type OutboxAtWork, openOutbox } from '../../support/outbox.ts';

let database: TestDatabase;
let desk: OutboxAtWork;
let behind = true;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  behind = true;
  desk = await openOutbox(database, { isBehind: () => behind });
  desk.start();
  await desk.change(1, 'первый вопрос');
  await desk.settle();
});
afterEach(async () => {
  await desk.stop();
  await database.prisma.$executeRaw`TRUNCATE outbox_message, projection, lease, test_outcome`;
});

const shown = () => desk.telegram.accepted.map(({ payload }) => payload.text);

it('while more comes in than can be handled, what a card gathers in half a second is one edit', async () => {
  await desk.change(1, 'второй вопрос');
  await desk.change(1, 'третий вопрос');
  await desk.settle();
  expect(shown()).toEqual(['первый вопрос']);

  await desk.later(400, 400);
  expect(shown()).toEqual(['первый вопрос']);
  await desk.later(100, 100);
  expect(shown()).toEqual(['первый вопрос', 'третий вопрос']);
});

it('whoever has not been served yet is served at once', async () => {
  await desk.change(2, 'другой вопрос', 'thread:2');
  await desk.settle();
  expect(shown()).toEqual(['первый вопрос', 'другой вопрос']);
});

it('as soon as nobody waits, nothing rests', async () => {
  await desk.later(500, 500);
  behind = false;
  for (const text of ['второй вопрос', 'третий вопрос']) {
    await desk.change(1, text);
    await desk.settle();
  }
  expect(shown()).toEqual(['первый вопрос', 'второй вопрос', 'третий вопрос']);
});
