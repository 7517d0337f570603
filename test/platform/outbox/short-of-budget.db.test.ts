import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Destination } from '../../../src/platform/outbox/message.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  NO_LIMITS,
  type OutboxAtWork,
  type OutboxOptions,
  openOutbox,
} from '../../support/outbox.ts';
import { ofMethod } from '../../support/scripted-telegram.ts';

let database: TestDatabase;
let desk: OutboxAtWork;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function open(options?: OutboxOptions): Promise<void> {
  desk = await openOutbox(database, options);
}

beforeEach(() => open());
afterEach(async () => {
  await desk.stop();
  await database.prisma.$executeRaw`TRUNCATE outbox_message, projection, lease, test_outcome`;
});

describe('short of budget', () => {
  const limits = { ...NO_LIMITS, chatPerSecond: 1, chatBurst: 1 };

  it('a card goes first, and the texts of a dialog that wait go as one message', async () => {
    await desk.stop();
    await open({ limits });
    desk.start();
    await desk.change(1, 'карточка');
    await desk.later(5_000);
    const before = desk.telegram.accepted.length;
    desk.telegram.hold(ofMethod('nothing'));
    await desk.say('thread:1', 'занято');
    await desk.settle();
    for (const text of ['а', 'б', 'в']) await desk.say('thread:1', text);
    await desk.change(1, 'карточка ✓');
    await desk.later(5_000);
    expect(desk.telegram.said().slice(before)).toEqual(['занято', 'карточка ✓', 'а\nб\nв']);
    expect(await desk.rows()).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(await desk.outcomes()).toEqual(['занято sent', 'а sent', 'б sent', 'в sent']);
  });

  it('no more leaves within a minute than a group may have, edits and topics included', async () => {
    await desk.stop();
    await open({ limits: { ...NO_LIMITS, groupPerMinute: 20 } });
    desk.start();
    desk.places.set('thread:1', {
      status: 'unprepared',
      chatId: -1001,
      group: true,
      call: { method: 'createForumTopic', payload: {}, repeatable: true },
    });
    for (let turn = 0; turn < 60; turn += 1) {
      await desk.change(1, `карточка ${turn}`);
      await desk.say('thread:1', `текст ${turn}`, { args: { text: `текст ${turn}`, alone: true } });
      await desk.later(3_000);
    }
    const times = desk.telegram.calls.map(({ at }) => at);
    expect(times.length).toBeGreaterThan(45);
    for (const from of times) {
      expect(times.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(20);
    }
  });

  it('cards drawn anew at leisure let all go first that has news', async () => {
    await desk.stop();
    await open({ limits });
    desk.start();
    const cards = [1, 2, 3, 4].map((subjectId) => ({
      kind: 'card',
      subjectId,
      destination: `thread:${subjectId}` as const,
    }));
    for (const { subjectId, destination } of cards) {
      await desk.change(subjectId, `карточка ${subjectId}`, destination);
    }
    await desk.later(10_000);
    const before = desk.telegram.accepted.length;
    await desk.say('thread:1', 'занято');
    await desk.settle();

    for (const { subjectId } of cards) desk.cards.set(subjectId, `по-новому ${subjectId}`);
    await database.inTransaction((tx) => desk.outbox.refreshAtLeisure(tx, cards));
    await desk.later(500);
    await desk.say('thread:2', 'слова');
    await desk.change(3, 'взято', 'thread:3');
    await desk.later(400);
    await desk.later(10_000);

    const said = desk.telegram.said().slice(before);
    expect(said.slice(0, 3)).toEqual(['занято', 'взято', 'слова']);
    expect(said.slice(3).toSorted()).toEqual(['по-новому 1', 'по-новому 2', 'по-новому 4']);
  });

  it('everybody has their turn: a chat with much to say does not starve the others', async () => {
    await desk.stop();
    await open({ limits: { ...NO_LIMITS, overallPerSecond: 2 } });
    for (let index = 0; index < 20; index += 1)
      await desk.say('client:1', `много ${index}`, {
        args: { text: `много ${index}`, alone: true },
      });
    const quiet: Destination[] = ['client:2', 'client:3'];
    for (const name of quiet) await desk.say(name, name);
    desk.start();
    await desk.later(4_000);
    expect(desk.telegram.said()).toEqual(expect.arrayContaining(quiet));
  });
});

describe('an album', () => {
  it('leaves as one, each part with its own message', async () => {
    desk.start();
    const part = async (text: string, inMs: number) => {
      const notBefore = new Date(desk.clock.now().getTime() + 1_000);
      await desk.say('client:7', text, { name: 'album', groupKey: 'g1', notBefore });
      await desk.later(inMs, 100);
    };
    await part('фото 1', 600);
    await part('фото 2', 900);
    expect(desk.telegram.calls).toEqual([]);
    await desk.later(100, 100);
    expect(desk.telegram.said()).toEqual(['фото 1+фото 2']);
    expect(await desk.outcomes()).toEqual(['фото 1 sent', 'фото 2 sent']);
  });

  it('of which the program was stopped in the middle still leaves as one', async () => {
    desk.start();
    const notBefore = new Date(desk.clock.now().getTime() + 1_000);
    for (const text of ['1', '2'])
      await desk.say('client:7', text, { name: 'album', groupKey: 'g1', notBefore });
    await desk.settle();
    desk.start();
    await desk.later(2_000);
    expect(desk.telegram.said()).toEqual(['1+2']);
  });
});
