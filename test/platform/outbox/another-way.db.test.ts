import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../support/bot-api-answers.ts';
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

describe('another way to say it', () => {
  it('a text too long after all goes in parts, noted as one message', async () => {
    desk.telegram.always(
      ({ payload }) => String(payload.text).length > 20,
      () => bad('message is too long'),
    );
    await desk.say('client:7', 'Очень длинный ответ, который не помещается');
    await desk.settle();
    expect(desk.telegram.said().join('')).toBe('Очень длинный ответ, который не помещается');
    expect(desk.telegram.said().length).toBeGreaterThan(1);
    expect(await desk.outcomes()).toHaveLength(1);
  });

  it('a text whose formatting is refused goes plain', async () => {
    desk.telegram.always(
      ({ payload }) => payload.parse_mode !== undefined,
      () => bad("can't parse entities: Unsupported start tag"),
    );
    await desk.say('client:7', '<3');
    await desk.settle();
    expect(desk.telegram.accepted).toMatchObject([{ payload: { text: '<3' } }]);
    expect(desk.telegram.accepted[0]?.payload).not.toHaveProperty('parse_mode');
  });

  it('a text refused also when plain has failed, and takes nothing along', async () => {
    desk.telegram.always(withText('плохо'), () => bad("can't parse entities"));
    await desk.say('client:7', 'плохо');
    await desk.say('client:7', 'хорошо');
    await desk.settle();
    expect(await desk.rows()).toEqual(['failed: cannot-parse', 'sent']);
    expect(desk.telegram.accepted).toMatchObject([
      { payload: { text: 'хорошо', parse_mode: 'HTML' } },
    ]);
  });

  it('a copy whose original is gone goes anew from what we keep', async () => {
    desk.telegram.always(ofMethod('copyMessage'), () => bad('message to copy not found'));
    await desk.say('client:7', 'сохранено', { name: 'copy' });
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['сохранено']);
  });

  it.each([
    ['a text', 'text', 'sendMessage', 'message to be replied not found'],
    ['a copy', 'copy', 'copyMessage', 'MESSAGE_ID_INVALID'],
  ])('%s that replies to what is gone goes without it', async (_what, name, method, words) => {
    desk.telegram.always(
      ({ payload }) => payload.reply_parameters !== undefined,
      (call) => Object.assign(bad(words), { method: call.method }),
    );
    await desk.say('client:7', 'ответ', { name, args: { text: 'ответ', replyTo: 5 } });
    await desk.settle();
    expect(desk.telegram.calls[0]).toMatchObject({
      method,
      payload: { reply_parameters: { message_id: 5 } },
    });
    expect(desk.telegram.said()).toEqual(['ответ']);
    expect(await desk.rows()).toEqual(['sent']);
  });

  it('a text that replies to what is gone keeps its formatting', async () => {
    desk.telegram.next(ofMethod('sendMessage'), () => bad('message to be replied not found'));
    await desk.say('client:7', '<b>да</b>', { args: { text: '<b>да</b>', replyTo: 5 } });
    await desk.settle();
    expect(desk.telegram.accepted).toMatchObject([{ payload: { parse_mode: 'HTML' } }]);
  });

  it('parts that were sent are not sent again when a later one has to wait', async () => {
    desk.telegram.next(withText('три'), () =>
      refusal(429, 'Too Many Requests', { retry_after: 5 }),
    );
    await desk.say('client:7', 'раз два три четыре', {
      args: { text: 'раз два три четыре', inParts: true },
    });
    await desk.settle();
    await desk.later(5_000);
    expect(desk.telegram.said()).toEqual(['раз', 'два', 'три', 'четыре']);
    expect(await desk.rows()).toEqual(['sent']);
  });

  it('an album with a bad part is said part by part, and only that part has failed', async () => {
    desk.telegram.always(
      (call) => (call.payload.media as string[] | undefined)?.includes('битое') ?? false,
      () => bad('WEBPAGE_MEDIA_EMPTY'),
    );
    const notBefore = desk.clock.now();
    for (const text of ['фото 1', 'битое', 'фото 3']) {
      await desk.say('client:7', text, {
        name: 'album',
        groupKey: 'g',
        notBefore: new Date(notBefore.getTime() + 1_000),
      });
    }
    await desk.later(1_000);
    await desk.later(3_000);
    expect(desk.telegram.said()).toEqual(['фото 1', 'фото 3']);
    expect(await desk.outcomes()).toEqual(['фото 1 sent', 'битое failed', 'фото 3 sent']);
  });
});

describe('mistakes of our own', () => {
  it('a message that cannot be rendered is tried five times, then has failed; others go', async () => {
    await desk.say('client:7', 'не рендерится');
    await desk.say('client:8', 'хорошо');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['хорошо']);
    await desk.later(20_000);
    expect((await desk.rows())[0]).toMatch(/^failed: unexpected/);
    expect(await desk.outcomes()).toEqual(['хорошо sent', 'не рендерится failed']);
  });

  it('a message that nobody renders has failed as well', async () => {
    await desk.say('client:7', 'кто это?', { name: 'unheard-of' });
    await desk.settle();
    await desk.later(20_000);
    expect((await desk.rows())[0]).toMatch(/nobody renders messages called unheard-of/);
  });

  it('a consequence that fails does not have the message sent again', async () => {
    desk.whenSettled((said) => {
      if (said.startsWith('раз')) throw new Error('a bug in the feature');
    });
    await desk.say('client:7', 'раз');
    await desk.say('client:8', 'два');
    await desk.settle();
    await desk.later(60_000, 10_000);
    expect(desk.telegram.said().sort()).toEqual(['два', 'раз']);
    expect(await desk.rows()).toEqual(['sent', 'sent']);
    expect(await desk.outcomes()).toEqual(['два sent']);
  });

  it('a refused token has everything wait, for it is the poll that finds out', async () => {
    desk.telegram.next(withText('раз'), () => refusal(401, 'Unauthorized'));
    await desk.say('client:7', 'раз');
    await desk.settle();
    expect(await desk.rows()).toEqual(['waiting']);
    await desk.later(60_000, 10_000);
    expect(await desk.rows()).toEqual(['sent']);
  });

  it('a clock that is set back by an hour does not stop anything', async () => {
    desk.telegram.next(withText('раз'), () => refusal(502, 'Bad Gateway'));
    await desk.say('client:7', 'раз');
    await desk.settle();
    await desk.clock.set(new Date(desk.clock.now().getTime() - 3_600_000));
    await desk.say('client:8', 'два');
    await until(
      () => desk.telegram.said().length === 2,
      'something waits for that hour to come again',
    );
  });
});
