import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noAnswer, refusal } from '../../support/bot-api-answers.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type OutboxAtWork, openOutbox } from '../../support/outbox.ts';
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
      const shown = await desk.outbox.abandon(tx, [destination]);
      await desk.outbox.refresh(
        tx,
        shown.map((key) => ({ ...key, destination })),
      );
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
    await database.inTransaction((tx) => desk.outbox.abandon(tx, ['thread:1']));
    gate.open();
    await desk.settle();
    expect(posts().map(({ payload }) => payload.text)).toEqual(['раз', 'два']);
    expect(await row()).toMatchObject({ messageId: 102, dirtySince: null });
  });
});
