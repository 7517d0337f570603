// Telegram refuses an answer on its way to the client, in its own words (docs/refusals.md): what arrives
// all the same, and what staff read where it cannot. Each case has a dialog of its own; what they do is
// done side by side, for one after the other takes too long.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, KINDS, openDesk } from '../support/desk.ts';
import { asks, dialogOf, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';
import { type Refused, refusing } from '../support/refusing.ts';

let company: DeskCompany;

type Words = readonly [code: number, description: string];

/** A dialog for each of these refusals, which meets the next call to its client. */
async function openFor(refusals: readonly Words[], how: (words: Words) => Refused = () => ({})) {
  const refuses = refusing(company);
  const dialogs = new Map<string, OpenDialog>();
  const people = await Promise.all(refusals.map(([, words]) => company.client(words.slice(-40))));
  await Promise.all(people.map((person) => person.says('Сколько стоит?')));
  await company.settle();
  for (const [index, words] of refusals.entries()) {
    const client = people[index] as OpenDialog['client'];
    dialogs.set(words[1], await dialogOf(company, client));
    await refuses(...words, { chatId: client.id, ...how(words) });
  }
  return (description: string) => dialogs.get(description) as OpenDialog;
}

/** In the dialog of each case, Катя does this; then all of it comes to an end. */
async function inEach(
  descriptions: readonly string[],
  dialog: (description: string) => OpenDialog,
  deed: (where: ReturnType<typeof company.katya.in>) => Promise<unknown>,
): Promise<void> {
  for (const description of descriptions) {
    await deed(company.katya.in(dialog(description).topic));
  }
  await company.settle();
}

/** What the client has read from the bot, oldest first. */
async function readBy({ client }: OpenDialog): Promise<readonly Message[]> {
  return (await client.messages()).filter(({ from }) => from.isBot);
}

const bad = (words: string) => [400, `Bad Request: ${words}`] as const;

describe.each(KINDS)('at a %s desk', (kind) => {
  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
  });
  afterAll(() => company.close());

  describe('an answer that Telegram refuses', () => {
    const CASES = [
      [[403, 'Forbidden: bot was blocked by the user'], 'клиент остановил бота', 'Повторить'],
      [bad('USER_IS_BLOCKED'), 'клиент остановил бота', 'Повторить'],
      [[403, 'Forbidden: user is deactivated'], 'аккаунт клиента удалён', null],
      [bad('INPUT_USER_DEACTIVATED'), 'аккаунт клиента удалён', null],
      [
        [403, "Forbidden: bot can't initiate conversation with a user"],
        'клиент ещё не открыл чат с ботом',
        'Повторить',
      ],
      [bad('chat not found'), 'чата с клиентом больше нет', null],
      [bad('PEER_ID_INVALID'), 'чата с клиентом больше нет', null],
      [bad('file is too big'), 'файл слишком большой', null],
      [bad('message text is empty'), 'в сообщении нет ни слова', null],
      [bad('VOICE_MESSAGES_FORBIDDEN'), 'клиент не принимает голосовые', null],
      [bad('BUTTON_DATA_INVALID'), 'Telegram не принял это сообщение', null],
      [bad('reply markup is too long'), 'Telegram не принял это сообщение', null],
      [[403, "Forbidden: the bot can't send messages to the bot"], 'Telegram не принял', null],
    ] as const satisfies readonly (readonly [Words, string, string | null])[];
    const DESCRIPTIONS = CASES.map(([[, description]]) => description);

    let dialog: (description: string) => OpenDialog;

    beforeAll(async () => {
      dialog = await openFor(CASES.map(([words]) => words));
      await inEach(DESCRIPTIONS, dialog, (topic) => topic.says('500 рублей'));
    });

    it.each(CASES.map(([[, description], why, button]) => [description, why, button] as const))(
      '«%s» is said to have failed: %s',
      async (description, why, button) => {
        const { topic, status, card } = dialog(description);
        const told = await company.katya.in(topic).reads('Не доставлено: ');
        expect(told.text).toContain(why);
        expect(told.replyTo?.text).toBe('500 рублей');
        expect(labels(told)).toEqual(button ? [button] : []);
        expect(await card()).toContain('ответ не доставлен');
        expect(await status()).toContain('НЕ ОТВЕЧЕНО');
        expect(await readBy(dialog(description))).toEqual([]);
      },
    );

    it('because the account is deleted is not put down to the client’s stopping the bot', async () => {
      const { thread, card } = dialog('Forbidden: user is deactivated');
      expect(await thread()).not.toContainEqual(expect.stringContaining('остановил'));
      expect(await card()).toMatch(/сообщения клиенту не доходят\n.*ответ не доставлен/);
    });
  });

  describe('an answer that Telegram wants otherwise', () => {
    const TEXT = 'первая <половина> вторая половина';
    const texts = [
      bad("can't parse entities: Unsupported start tag"),
      bad('message to be replied not found'),
      bad('message is too long'),
      bad('text is too long'),
      bad('MESSAGE_TOO_LONG'),
    ];
    const pictures = [
      bad('message caption is too long'),
      bad('MEDIA_CAPTION_TOO_LONG'),
      bad('message to copy not found'),
      bad("message can't be copied"),
      bad('wrong file_id or the file is temporarily unavailable'),
      bad('FILE_REFERENCE_EXPIRED'),
    ];
    const described = (refusals: readonly Words[]) =>
      refusals.map(([, description]) => description);

    let dialog: (description: string) => OpenDialog;

    beforeAll(async () => {
      dialog = await openFor([...texts, ...pictures]);
      await inEach(described(texts), dialog, async (topic) =>
        topic.replies(await topic.reads('Сколько'), TEXT),
      );
      await inEach(described(pictures), dialog, (topic) => topic.sendsPhoto('много слов'));
    });

    it.each(described([...texts, ...pictures]))(
      '«%s»: it has arrived, and is one answer',
      async (description) => {
        const { card, status, thread } = dialog(description);
        expect((await card()).match(/ответ доставлен.*/g)).toEqual(['ответ доставлен']);
        expect(await status()).toBe('🟢 ОТВЕЧЕНО');
        expect(await thread()).not.toContainEqual(expect.stringContaining('Не доставлено'));
      },
    );

    it.each(described(texts))('«%s»: a text is whole, in order', async (description) => {
      const parts = (await readBy(dialog(description))).map(({ text }) => text);
      // What it replied to cannot be pointed at: its words stand in front.
      const before = /replied/.test(description) ? '↩️ Сколько стоит?\n' : '';
      expect(parts.join(' ')).toBe(`${before}${TEXT}`);
      expect(parts.length > 1).toBe(/LONG/i.test(description));
    });

    it.each(described(pictures))('«%s»: a picture has its words', async (description) => {
      const read = (await readBy(dialog(description))).map(({ media, text }) => [media, text]);
      const apart = [
        ['photo', ''],
        [null, 'много слов'],
      ];
      const together = [['photo', 'много слов']];
      expect(read).toEqual(/CAPTION/i.test(description) ? apart : together);
    });

    it('a file that is nowhere any more is said to be unavailable, and can be repeated', async () => {
      const does = doing(company);
      const refuses = refusing(company);
      const lost = await asks(company, 'Файл');
      const words = bad('wrong file_id or the file is temporarily unavailable');
      await refuses(...words, { chatId: lost.client.id, times: 'always' });
      await does(company.katya.in(lost.topic).sendsPhoto('вот'));
      const told = await company.katya.in(lost.topic).reads('Не доставлено: файл сейчас');
      expect(labels(told)).toEqual(['Повторить']);

      await company.control.clearFaults({});
      await does(company.katya.presses('Повторить', { in: lost.topic }));
      expect(await readBy(lost)).toMatchObject([{ media: 'photo', text: 'вот' }]);
    });
  });

  describe('an answer that Telegram puts off', () => {
    const CASES = [
      [[500, 'Internal Server Error: restart'], 1],
      [[429, 'Too Many Requests: retry after 7'], 7],
      [[429, 'Too Many Requests: retry after 60'], 60],
      [[401, 'Unauthorized'], 60],
    ] as const satisfies readonly (readonly [Words, number])[];
    const arrivals = new Map<string, number>();

    let dialog: (description: string) => OpenDialog;
    let other: OpenDialog;

    beforeAll(async () => {
      const pause = ([code, description]: Words) => ({
        ...(code === 429
          ? { parameters: { retry_after: Number(/\d+$/.exec(description)?.[0]) } }
          : {}),
      });
      other = await asks(company, 'Рядом');
      dialog = await openFor(
        CASES.map(([words]) => words),
        pause,
      );
      const descriptions = CASES.map(([[, description]]) => description);
      await inEach(descriptions, dialog, (topic) => topic.says('первый'));
      await inEach(descriptions, dialog, (topic) => topic.says('второй'));
      await doing(company)(company.katya.in(other.topic).says('рядом'));
      for (const seconds of [0, 1, 7, 59, 60]) {
        await company.later(seconds * 1_000 - walked);
        walked = seconds * 1_000;
        for (const description of descriptions) {
          const read = await readBy(dialog(description));
          if (read.length > 0 && !arrivals.has(description)) arrivals.set(description, seconds);
        }
      }
    });
    let walked = 0;

    it.each(CASES.map(([[, description], seconds]) => [description, seconds] as const))(
      '«%s» arrives after %i s, before what was written later, once',
      async (description, seconds) => {
        expect(arrivals.get(description)).toBe(seconds);
        const read = (await readBy(dialog(description))).map(({ text }) => text);
        expect(read).toEqual(['первый', 'второй']);
        expect((await dialog(description).card()).match(/ответ доставлен/g)).toHaveLength(1);
      },
    );

    it('holds up nobody else', async () => {
      expect(await readBy(other)).toMatchObject([{ text: 'рядом' }]);
    });
  });

  describe('a press that is answered too late', () => {
    it('is carried out all the same', async () => {
      const dialog = await asks(company, 'Нажатие');
      const words = bad('query is too old and response timeout expired or query ID is invalid');
      await refusing(company)(...words, { method: 'answerCallbackQuery' });
      await doing(company)(company.katya.presses('Взять в работу', { in: dialog.topic }));

      expect(await dialog.status()).toContain('В РАБОТЕ');
    });
  });
});
