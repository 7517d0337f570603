import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Destination } from '../../../src/platform/outbox/message.ts';
import { noAnswer, refusal } from '../../support/bot-api-answers.ts';
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

const bad = (words: string) => refusal(400, `Bad Request: ${words}`);
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

describe('when Telegram refuses an edit', () => {
  beforeEach(async () => {
    await desk.change(1, 'раз');
    await desk.settle();
  });

  it('because nothing changed, all is well', async () => {
    desk.telegram.next(ofMethod('editMessageText'), () => bad('message is not modified: …'));
    await desk.change(1, 'два');
    await desk.settle();
    expect(await row()).toMatchObject({ shown: 2, messageId: 101, failure: null });
    await desk.later(5_000);
    expect(edits()).toHaveLength(1);
  });

  it.each(['message to edit not found', "message can't be edited", 'MESSAGE_ID_INVALID'])(
    'with «%s», the card is posted anew',
    async (words) => {
      desk.telegram.next(ofMethod('editMessageText'), () => edited(words));
      await desk.change(1, 'два');
      await desk.settle();
      expect(desk.telegram.said()).toEqual(['раз', 'два']);
      expect(await row()).toMatchObject({ messageId: 102, dirtySince: null });
      expect(desk.pins).toEqual(['1@101', '1@102']);
    },
  );

  it('because of its formatting, it goes plain, and the next one is tried with formatting', async () => {
    desk.telegram.next(ofMethod('editMessageText'), () => bad("can't parse entities"));
    await desk.change(1, 'два');
    await desk.settle();
    await desk.change(1, 'три');
    await desk.settle();
    expect(edits().map(({ payload }) => payload.parse_mode)).toEqual(['HTML', undefined, 'HTML']);
  });

  it('for good, the card waits for its next change, and words are not held up', async () => {
    desk.telegram.next(ofMethod('editMessageText'), () => bad('BUTTON_DATA_INVALID'));
    await desk.change(1, 'два');
    await desk.say('thread:1', 'слова');
    await desk.settle();
    expect((await row())?.failure).toBe('bad-request: 400 Bad Request: BUTTON_DATA_INVALID');
    await desk.later(5_000);
    expect(edits()).toHaveLength(1);
    await desk.change(1, 'три');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['раз', 'слова', 'три']);
  });

  it('for hours, it is true in the end, and words are not held up', async () => {
    desk.telegram.always(ofMethod('editMessageText'), () => refusal(500, 'Internal Server Error'));
    await desk.change(1, 'два');
    await desk.settle();
    await desk.say('thread:1', 'слова');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['раз', 'слова']);
    await desk.later(2 * 3_600_000, 60_000);
    desk.telegram.forgive();
    await desk.later(300_000, 60_000);
    expect(desk.telegram.said()).toEqual(['раз', 'слова', 'два']);
    expect(edits().length).toBeLessThan(45);
  });

  it('because nobody knows the outcome, it is repeated', async () => {
    desk.telegram.next(ofMethod('editMessageText'), () => noAnswer('ECONNRESET'));
    await desk.change(1, 'два');
    await desk.settle();
    await desk.later(1_000);
    expect(desk.telegram.said()).toEqual(['раз', 'два']);
  });
});

function edited(words: string) {
  const error = bad(words);
  return Object.assign(error, { method: 'editMessageText' });
}

describe('a thread that is gone', () => {
  it('gets its topic, its card and the message that met it, in that order', async () => {
    await desk.change(1, 'карточка');
    await desk.settle();
    desk.telegram.next(withText('слова'), () => bad('message thread not found'));
    desk.whenTroubled(async (destination, _failure, tx) => {
      desk.places.set(destination, {
        status: 'unprepared',
        chatId: -1001,
        group: true,
        call: { method: 'createForumTopic', payload: {}, repeatable: true },
      });
      await desk.outbox.repost(tx, [destination]);
      return 'renewed' as const;
    });
    await desk.say('thread:1', 'слова');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['карточка', 'createForumTopic', 'карточка', 'слова']);
    const [, , card, words] = desk.telegram.accepted;
    expect([card?.payload.message_thread_id, words?.payload.message_thread_id]).toEqual([102, 102]);
    expect(await row()).toMatchObject({ messageId: 103 });
  });

  it('while its card is being edited has the card posted, not the old one remembered', async () => {
    await desk.change(1, 'раз');
    await desk.settle();
    const gate = desk.telegram.hold(withText('два'));
    await desk.change(1, 'два');
    await until(() => edits().length === 1, 'the card is not edited');
    await database.inTransaction((tx) => desk.outbox.repost(tx, ['thread:1']));
    gate.open();
    await desk.settle();
    expect(posts().map(({ payload }) => payload.text)).toEqual(['раз', 'два']);
    expect(await row()).toMatchObject({ messageId: 102, dirtySince: null });
  });
});
