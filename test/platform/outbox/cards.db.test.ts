import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWhereabouts } from '../../../src/platform/outbox/index.ts';
import type { Destination } from '../../../src/platform/outbox/message.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { NO_LIMITS, type OutboxAtWork, openOutbox } from '../../support/outbox.ts';
import { ofMethod, withText } from '../../support/scripted-telegram.ts';
import { until } from '../../support/until.ts';

let database: TestDatabase;
let desk: OutboxAtWork;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  desk = await openOutbox(database);
  desk.start();
});
afterEach(async () => {
  await desk.stop();
  await database.prisma.$executeRaw`TRUNCATE outbox_message, projection, lease, test_outcome`;
});

const posts = () => desk.telegram.calls.filter(ofMethod('sendMessage'));
const edits = () => desk.telegram.calls.filter(ofMethod('editMessageText'));

async function row() {
  const found = await database.prisma.projection.findMany();
  return found[0];
}

describe('a card', () => {
  it('is posted once, and edited from then on', async () => {
    await desk.change(1, 'новый');
    await desk.settle();
    await desk.change(1, 'в работе');
    await desk.settle();
    expect(desk.telegram.accepted).toMatchObject([
      { method: 'sendMessage', payload: { message_thread_id: 1, text: 'новый' } },
      { method: 'editMessageText', payload: { message_id: 101, text: 'в работе' } },
    ]);
    expect(desk.pins).toEqual(['1@101']);
    expect(await row()).toMatchObject({ wanted: 2, shown: 2, messageId: 101, dirtySince: null });
  });

  it('that shows the present state already is not edited', async () => {
    await desk.change(1, 'новый');
    await desk.settle();
    await desk.change(1, 'новый');
    await desk.settle();
    expect(desk.telegram.calls).toHaveLength(1);
    expect(await row()).toMatchObject({ wanted: 2, shown: 2, dirtySince: null });
  });

  it('of which there is nothing to show is not shown', async () => {
    await database.inTransaction((tx) =>
      desk.outbox.refresh(tx, [{ kind: 'card', subjectId: 9, destination: 'thread:1' }]),
    );
    await desk.settle();
    expect(desk.telegram.calls).toEqual([]);
    expect(await row()).toMatchObject({ messageId: null, dirtySince: null });
  });

  it('goes before what waits in its thread, and after its topic', async () => {
    await desk.stop();
    await desk.lease.acquire();
    desk.places.set('thread:1', {
      status: 'unprepared',
      chatId: -1001,
      group: true,
      call: { method: 'createForumTopic', payload: {}, repeatable: true },
    });
    await desk.say('thread:1', 'Здравствуйте');
    await desk.change(1, 'карточка');
    desk.start();
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['createForumTopic', 'карточка', 'Здравствуйте']);
  });

  it('that changes ten times in a row is edited few times, and shows the last state', async () => {
    await desk.change(1, '0');
    await desk.settle();
    const gate = desk.telegram.hold(withText('1'));
    await desk.change(1, '1');
    await until(() => edits().length === 1, 'the card is not edited');
    for (let turn = 2; turn <= 10; turn += 1) await desk.change(1, String(turn));
    gate.open();
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['0', '1', '10']);
  });

  it('short of budget is edited once for ten changes', async () => {
    await desk.stop();
    desk = await openOutbox(database, { limits: { ...NO_LIMITS, groupPerMinute: 20 } });
    desk.start();
    for (const turn of [0, 1, 2]) {
      await desk.change(1, `начало ${turn}`);
      await desk.settle();
    }
    const before = desk.telegram.calls.length;
    for (let turn = 1; turn <= 10; turn += 1) await desk.change(1, String(turn));
    await desk.later(3_000);
    await desk.later(3_000);
    expect(desk.telegram.attempted().slice(before)).toEqual(['10']);
  });

  it('that shows the present state takes nothing from the budget', async () => {
    await desk.stop();
    desk = await openOutbox(database, { limits: { ...NO_LIMITS, groupPerMinute: 20 } });
    desk.start();
    await desk.change(1, 'новый');
    await desk.settle();
    for (let turn = 0; turn < 30; turn += 1) {
      await desk.change(1, 'новый');
      await desk.settle();
    }
    await desk.change(1, 'в работе');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['новый', 'в работе']);
  });
});

describe('the thread of a card', () => {
  it('is known by the number of its message, in its chat and while it has a place', async () => {
    const { repository, ports } = desk;
    const threadsOf = createWhereabouts({ repository, ports });
    await desk.change(1, 'карточка', 'thread:30');
    await desk.settle();
    const card = { chatId: -1001, messageId: 101 };
    expect(await threadsOf([card, { chatId: -1001, messageId: 102 }])).toEqual(
      new Map([['-1001/101', 30]]),
    );
    expect((await threadsOf([{ chatId: -5, messageId: 101 }])).has('-5/101')).toBe(false);
    desk.places.set('thread:30', { status: 'suspended' });
    expect(await threadsOf([card])).toEqual(new Map());
  });
});

describe('a change', () => {
  it('while the card is being edited is shown afterwards', async () => {
    await desk.change(1, 'раз');
    await desk.settle();
    const gate = desk.telegram.hold(withText('два'));
    await desk.change(1, 'два');
    await until(() => edits().length === 1, 'the card is not edited');
    await desk.change(1, 'три');
    gate.open();
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['раз', 'два', 'три']);
    expect(await row()).toMatchObject({ wanted: 3, shown: 3, messageId: 101, dirtySince: null });
  });

  it('while the card is being posted is an edit of that post', async () => {
    const gate = desk.telegram.hold(withText('раз'));
    await desk.change(1, 'раз');
    await until(() => posts().length === 1, 'the card is not posted');
    await desk.change(1, 'два');
    await desk.clock.advance(5_000);
    gate.open();
    await desk.settle();
    expect(posts()).toHaveLength(1);
    expect(edits()).toMatchObject([{ payload: { message_id: 101, text: 'два' } }]);
  });

  it('of which nobody was told is found in the table', async () => {
    await desk.change(1, 'раз');
    await desk.settle();
    desk.cards.set(1, 'незаметно');
    const dirtySince = desk.clock.now();
    await database.prisma.projection.updateMany({ data: { wanted: 2, dirtySince } });
    await desk.later(1_000);
    expect(desk.telegram.said()).toEqual(['раз', 'незаметно']);
  });

  it('before the program started is shown when it starts, over more than one page', async () => {
    await desk.stop();
    await desk.lease.acquire();
    const dirtySince = desk.clock.now();
    const data = Array.from({ length: 1_300 }, (_, index) => ({
      kind: 'card',
      subjectId: index + 1,
      destination: `thread:${index + 1}`,
      dirtySince,
    }));
    for (const { subjectId } of data) desk.cards.set(subjectId, `карточка ${subjectId}`);
    await database.prisma.projection.createMany({ data });
    desk.start();
    await desk.settle();
    expect(new Set(desk.telegram.said()).size).toBe(1_300);
    expect(posts()).toHaveLength(1_300);
  });
});

describe('reading the table meanwhile', () => {
  it('posts no card twice', async () => {
    const { loadDirty } = desk.repository;
    await desk.settle();
    const gate = desk.telegram.hold(withText('раз'));
    await desk.change(1, 'раз');
    await until(() => posts().length === 1, 'the card is not posted');
    let read = false;
    let letGo = () => {};
    const wait = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    desk.repository.loadDirty = async (after, limit) => {
      desk.repository.loadDirty = loadDirty;
      const page = await loadDirty(after, limit);
      read = page.length > 0;
      await wait;
      return page;
    };
    await until(async () => {
      await desk.clock.advance(1_000);
      return read;
    }, 'the page is not read');
    gate.open();
    await until(async () => (await row())?.messageId === 101, 'the post is not noted');
    letGo();
    await desk.settle();
    await desk.later(3_000);
    expect(desk.telegram.calls).toHaveLength(1);
  });

  it('and a table that knows better than memory makes an edit of a second post', async () => {
    await desk.change(1, 'раз');
    await desk.settle();
    const known = {
      kind: 'card',
      subjectId: 1,
      destination: 'thread:1' as Destination,
      wanted: 99,
      shownHash: null,
      messageId: null,
      dirtySince: desk.clock.now(),
    };
    desk.cards.set(1, 'два');
    desk.start().acceptProjections([known]);
    await desk.settle();
    expect(posts()).toHaveLength(1);
    expect(edits()).toMatchObject([{ payload: { message_id: 101, text: 'два' } }]);
  });
});
