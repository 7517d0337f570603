// The crash test must be able to fail: the same kills, a bot that keeps its work in memory.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorld, type TestWorld } from '../support/people.ts';
import { startProgram } from '../support/program.ts';
import { check } from './checker.ts';
import { createCrowd, type Said } from './deeds.ts';
import { createDice } from './dice.ts';
import type { Observed } from './observed.ts';

const KILLS = 3;
const NAIVE_BOT = new URL('naive-bot.js', import.meta.url).pathname;

let world: TestWorld;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

it('a bot that keeps its work in memory loses what clients said, and the checker sees it', async () => {
  const { control, sandbox } = world;
  const anna = await world.client('Анна');
  const igor = await world.staff('Игорь');
  const desk = await world.forum('Единое окно', igor);
  const people = { clients: [anna.id], staff: [igor.id], deskChatId: desk.chatId };
  const crowd = createCrowd(control, people, createDice(1));
  await control.fail({
    fault: { kind: 'latency', ms: 30 },
    method: 'sendMessage',
    times: 'always',
  });

  for (let kill = 1; kill <= KILLS; kill += 1) {
    for (let words = 0; words < 10; words += 1) await crowd.ask(anna.id);
    const bot = startProgram(
      {
        BOT_TOKEN: sandbox.token,
        TELEGRAM_API_ROOT: sandbox.apiRoot,
        DESK_CHAT_ID: String(desk.chatId),
      },
      NAIVE_BOT,
    );
    await world.settles();
    await bot.kill('SIGKILL');
  }

  const inDesk = (await control.messages({ userId: igor.id, chatId: desk.chatId })).filter(
    ({ from }) => from.isBot,
  );
  const asked = crowd.history.flatMap((deed) => (deed.kind === 'asked' ? [deed] : []));
  const unseen = asked.filter(({ text }) => !inDesk.some((message) => message.text === text));
  const { violations } = check(asked, withPerfectMemory(asked, inDesk), 0);
  expect(unseen.length).toBeGreaterThan(0);
  expect(violations.filter((words) => words.endsWith('is in no thread'))).toEqual(
    unseen.map(({ text }) => `«${text}» is in no thread`),
  );
}, 60_000);

/** As if it had kept everything: what is missing is missing in the desk alone. */
function withPerfectMemory(asked: readonly Said[], inDesk: Observed['inDesk']): Observed {
  const kept = { dialogId: 1, purpose: 'question', delivery: null, waits: false, copies: 1 };
  const heard = { type: 'asked', dialogId: 1, queryId: null, rating: null };
  return {
    dialogs: [
      {
        id: 1,
        clientUserId: asked[0]?.userId ?? 0,
        status: 'unanswered',
        rating: null,
        threadId: 1,
      },
    ],
    messages: asked.map(({ chatId, messageId, text }, id) => ({
      ...kept,
      id,
      chatId,
      messageId,
      text,
    })),
    places: [],
    albums: [],
    signs: new Map(),
    events: asked.map((_, messageId) => ({ ...heard, messageId })),
    presses: new Set(),
    left: {},
    cards: [],
    inDesk,
    toClient: new Map(),
  };
}
