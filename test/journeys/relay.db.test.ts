// What crosses between a client and staff: whole, formatted, as a reply where it is one; and what is
// said when it does not cross.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { areOneAlbum, asks, doing, labels, type OpenDialog, signs } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk({ UNKNOWN_OUTCOME: 'ask' });
  does = doing(company);
});

afterAll(() => company.close());

/** The last thing the client reads, and the last thing that stands in the topic. */
async function lastOf({ client, topic }: OpenDialog): Promise<{ theirs: Message; ours: Message }> {
  const theirs = (await client.messages()).at(-1);
  const ours = (await company.katya.in(topic).messages()).at(-1);
  if (!theirs || !ours) throw new Error('nothing was said');
  return { theirs, ours };
}

/** Fails the next send to this client so. */
async function refusedOnce({ client }: OpenDialog, code: number, description: string) {
  const fault = { kind: 'error', error_code: code, description } as const;
  await company.control.fail({ fault, method: 'sendMessage', chatId: client.id });
}

const TEXT = 'жирно, ссылка, спойлер и цитата 🎉';
const FORMATTING = [
  { type: 'bold', offset: 0, length: 5 },
  { type: 'text_link', offset: 7, length: 6, url: 'https://example.org/' },
  { type: 'spoiler', offset: 15, length: 7 },
  { type: 'blockquote', offset: 25, length: 6 },
  { type: 'custom_emoji', offset: 32, length: 2, custom_emoji_id: '5368324170671202286' },
];

describe('a text', () => {
  it('keeps its formatting on the way in and on the way out', async () => {
    const { katya, control, desk } = company;
    const dialog = await asks(company, 'Анна');
    const { id: userId } = dialog.client;
    await does(control.say({ userId, text: TEXT, entities: FORMATTING }));
    expect((await lastOf(dialog)).ours).toMatchObject({ text: TEXT, entities: FORMATTING });

    const place = { chatId: desk.chatId, threadId: Number(dialog.topic.threadId) };
    await does(control.say({ userId: katya.id, ...place, text: TEXT, entities: FORMATTING }));
    expect((await lastOf(dialog)).theirs).toMatchObject({ text: TEXT, entities: FORMATTING });
  });

  it.each([
    '<b>не жирно</b> & <a href="x">не ссылка</a> &amp;',
    '*звёздочки* _подчёркивания_ [скобки](http://x) `код` \\ ~ || >',
    '{ $name } #{имя} %s $x',
  ])('that looks like markup crosses as it is: %s', async (text) => {
    const dialog = await asks(company, `Белла ${text.length}`, text);
    await does(company.katya.in(dialog.topic).says(text));

    expect(await dialog.thread()).toContain(text);
    expect((await lastOf(dialog)).theirs.text).toBe(text);
    expect(await dialog.card()).toContain(text);
  });

  it('of 5,000 signs crosses whole in two messages, and a reply to either is a reply', async () => {
    const { katya } = company;
    const long = Array.from({ length: 625 }, (_, n) => `слово${100 + n}`)
      .join(' ')
      .slice(0, 5_000)
      .padEnd(5_000, '.');
    const dialog = await asks(company, 'Вера', long);
    const parts = (await katya.in(dialog.topic).messages()).slice(-2);
    const words = (text: string) => text.split(/\s+/);
    expect(parts.flatMap((part) => words(part.text))).toEqual(words(long));

    for (const part of parts) {
      await does(katya.in(dialog.topic).replies(part, 'Понятно'));
      expect((await lastOf(dialog)).theirs.replyTo?.text).toBe(long);
    }
    expect((await dialog.card()).length).toBeLessThan(4_096);
  });
});

describe('a text in which nothing is to be seen', () => {
  it('is called so on the card', async () => {
    const dialog = await asks(company, 'Гера', '\u2800\u3164');

    expect(await dialog.card()).toContain('12:00 — [пустое сообщение]');
  });
});

describe('a reply', () => {
  it('stays a reply both ways', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Галя', 'Первый вопрос');
    await does(dialog.client.says('Второй вопрос'));
    const first = await katya.in(dialog.topic).reads('Первый вопрос');
    await does(katya.in(dialog.topic).replies(first, 'Ответ на первый'));
    const answer = (await lastOf(dialog)).theirs;
    expect(answer.replyTo?.text).toBe('Первый вопрос');

    await does(dialog.client.replies(answer, 'А почему?'));
    expect((await lastOf(dialog)).ours.replyTo?.text).toBe('Ответ на первый');
    await does(dialog.client.replies(await dialog.client.reads('Второй вопрос'), 'И это тоже'));
    expect((await lastOf(dialog)).ours.replyTo?.text).toBe('Второй вопрос');
  });
});

describe('a file', () => {
  it.each(['sendsPhoto', 'sendsDocument', 'sendsVoice'] as const)(
    '(%s) crosses both ways with its caption',
    async (sends) => {
      const { katya } = company;
      const dialog = await asks(company, `Даша ${sends}`);
      const sent = await does(dialog.client[sends]('вот такое'));
      expect((await lastOf(dialog)).ours).toMatchObject({ media: sent.media, text: 'вот такое' });

      await does(katya.in(dialog.topic)[sends]('а вот наше'));
      expect((await lastOf(dialog)).theirs).toMatchObject({
        media: sent.media,
        text: 'а вот наше',
      });
      expect(await dialog.status()).toBe('🟢 ОТВЕЧЕНО');
    },
  );

  it('without words is a question on the card, with its caption where it has one', async () => {
    const dialog = await asks(company, 'Ева');
    await does(dialog.client.sendsVoice());
    await does(dialog.client.sendsDocument('договор', { fileName: 'договор.pdf' }));

    expect(await dialog.card()).toContain('12:00 — [голосовое сообщение]\n12:00 — [файл] договор');
  });

  it('that the client has deleted at once still reaches staff', async () => {
    const dialog = await asks(company, 'Жанна');
    const photo = await dialog.client.sendsPhoto('мельком');
    await dialog.client.deletes(photo);
    await company.settle();

    expect((await lastOf(dialog)).ours).toMatchObject({ media: 'photo', text: 'мельком' });
  });
});

describe('an album', () => {
  it('crosses as one album both ways, and is one question, one answer, one line of the log', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Зоя');
    await does(katya.presses('Взять в работу', { in: dialog.topic }));
    await does(
      dialog.client.sendsAlbum([
        { kind: 'photo', caption: 'наш склад' },
        { kind: 'photo' },
        { kind: 'video' },
      ]),
    );
    await company.later(2_000);
    const copies = (await katya.in(dialog.topic).messages()).slice(-3);
    expect(copies.map(({ text }) => text)).toEqual(['наш склад', '', '']);
    expect(areOneAlbum(copies)).toBe(true);
    expect(await dialog.card()).toContain('[альбом × 3] наш склад');
    expect(await dialog.status()).toContain('новых: 1');

    await does(
      katya.in(dialog.topic).sendsAlbum([{ kind: 'photo' }, { kind: 'photo', caption: 'наш' }]),
    );
    await company.later(2_000);
    const answers = (await dialog.client.messages()).slice(-2);
    expect(answers.map(({ text }) => text)).toEqual(['', 'наш']);
    expect(areOneAlbum(answers)).toBe(true);
    const signed = (await katya.in(dialog.topic).messages()).slice(-2).map(signs);
    expect(signed).toEqual([['👌'], []]);
    expect((await dialog.card()).match(/ответ доставлен.*/g)).toEqual(['ответ доставлен']);
  });
});

describe('an answer that does not arrive', () => {
  it('because the client blocked the bot says so, and «Повторить» works when they are back', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Мила');
    await does(dialog.client.blocksTheBot());
    expect(await dialog.card()).toContain('🚫 Сообщения не доходят: клиент остановил бота');
    expect((await lastOf(dialog)).ours.text).toMatch(/^Клиент остановил бота/);

    const answer = await does(katya.in(dialog.topic).says('500 рублей'));
    const failed = (await lastOf(dialog)).ours;
    expect(failed.text).toBe(
      'Не доставлено: клиент остановил бота. Когда он вернётся, нажмите «Повторить».',
    );
    expect(failed.replyTo?.messageId).toBe(answer.messageId);
    expect(await dialog.status()).toContain('НЕ ОТВЕЧЕНО');

    await does(dialog.client.unblocksTheBot());
    await katya.in(dialog.topic).reads('Клиент снова на связи: можно писать.');
    expect(await dialog.card()).not.toContain('🚫');
    await does(katya.presses('Повторить', { in: dialog.topic }));
    expect(await dialog.client.sees()).toContain('500 рублей');
    expect(await dialog.status()).toBe('🟢 ОТВЕЧЕНО');
    expect(signs(await katya.in(dialog.topic).reads('500 рублей'))).toEqual(['👌']);
  });

  it('and never can says why, without a button', async () => {
    const { katya, control } = company;
    const dialog = await asks(company, 'Нина');
    await control.deactivateUser({ userId: dialog.client.id });
    await does(katya.in(dialog.topic).says('Вы тут?'));

    const failed = await katya.in(dialog.topic).reads('Не доставлено: аккаунт клиента удалён.');
    expect(labels(failed)).toEqual([]);
    expect(await dialog.card()).toContain('🚫 Сообщения не доходят: аккаунт клиента удалён');
  });

  it.each([
    ['Оля', 413, 'Request Entity Too Large', 'Не доставлено: файл слишком большой.'],
    ['Поля', 400, 'Bad Request: MESSAGE_ODD', 'Не доставлено: Telegram не принял это сообщение.'],
  ])('(%s) because Telegram refuses it says what to do instead', async (name, code, why, words) => {
    const { katya } = company;
    const dialog = await asks(company, name);
    await refusedOnce(dialog, code, why);
    await does(katya.in(dialog.topic).says('странное'));

    expect(labels(await katya.in(dialog.topic).reads(words))).toEqual([]);
    expect(await dialog.card()).toContain('Катя Смирнова — ответ не доставлен');
  });

  it('or perhaps does asks staff, who say that it is there, or send it again', async () => {
    const { katya, control } = company;
    const dialog = await asks(company, 'Рая');
    const lost = { kind: 'reset-after-accept' } as const;
    await control.fail({ fault: lost, method: 'sendMessage', chatId: dialog.client.id });
    await does(katya.in(dialog.topic).says('Первый'));
    const asked = await katya.in(dialog.topic).reads('Неизвестно, дошло ли');
    expect(labels(asked)).toEqual(['Дошло', 'Повторить']);
    await does(katya.presses('Дошло', { in: dialog.topic }));
    expect(await dialog.status()).toBe('🟢 ОТВЕЧЕНО');

    await control.fail({ fault: lost, method: 'sendMessage', chatId: dialog.client.id });
    await does(katya.in(dialog.topic).says('Второй'));
    await does(katya.presses('Повторить', { in: dialog.topic }));
    expect((await dialog.client.sees()).filter((text) => text === 'Второй')).toHaveLength(2);
  });
});
