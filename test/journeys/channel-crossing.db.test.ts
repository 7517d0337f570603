// What differs when the thread is the comments of a post: changes, what is taken back, albums, answers
// that do not arrive, and a Telegram that refuses the channel or its discussion.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, cardOf, doing, labels, type OpenDialog, signs } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';
import { bad, refusing } from '../support/refusing.ts';

const ANSWER = '500 рублей';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk({ WORK_HOURS: '00:00-24:00' }, undefined, 'channel');
  does = doing(company);
});

afterEach(() => company.control.clearFaults({}));
afterAll(() => company.close());

async function comments({ topic }: OpenDialog): Promise<readonly Message[]> {
  return company.katya.in(topic).messages();
}

async function lastComment(dialog: OpenDialog): Promise<Message | undefined> {
  return (await comments(dialog)).at(-1);
}

/** How often the administrator has read this in private. */
async function told(part: string): Promise<number> {
  return (await company.igor.sees()).filter((text) => text.includes(part)).length;
}

describe('a change in the comments', () => {
  it('of what the client said changes the comment; of one that is gone it is said anew there', async () => {
    const { katya } = company;
    const anna = await asks(company, 'Анна', 'Сколько стоит?');
    const question = await anna.client.reads('Сколько стоит?');
    await does(anna.client.edits(question, 'Сколько стоит доставка?'));
    const copy = (await comments(anna)).find(({ text }) => text.startsWith('Сколько стоит'));
    expect(copy?.text).toMatch(/^Сколько стоит доставка\?\n✏️ изменено · \d\d:\d\d$/);

    await does(
      company.control.deleteMessage({
        ...anna.topic,
        userId: company.igor.id,
        messageId: copy?.messageId ?? 0,
      }),
    );
    await does(anna.client.edits(question, 'Сколько стоит доставка в Тверь?'));
    expect((await lastComment(anna))?.text).toContain('Клиент изменил сообщение:');
    await does(katya.in(anna.topic).says(ANSWER));
    expect(await anna.client.sees()).toContain(ANSWER);
  });

  it('of an answer changes it at the client’s, also where it is a file', async () => {
    const { katya, control } = company;
    const vera = await asks(company, 'Вера');
    const answer = await does(katya.in(vera.topic).says(ANSWER));
    await does(katya.in(vera.topic).edits(answer, '600 рублей'));
    expect((await vera.client.sees()).at(-1)).toBe('600 рублей\n✏️ изменено');

    const photo = await does(katya.in(vera.topic).sendsPhoto('наш склад'));
    const media = { kind: 'document' as const, fileName: 'план.pdf' };
    const { chatId, messageId } = photo;
    await does(control.edit({ userId: katya.id, chatId, messageId, text: 'план склада', media }));
    const theirs = (await vera.client.messages()).at(-1);
    expect(theirs).toMatchObject({ media: 'document' });
    expect(theirs?.text).toContain('план склада');
    expect(signs((await lastComment(vera)) as Message)).toEqual(['👌']);
  });
});

describe('an answer in the comments', () => {
  it('is taken back by /del in reply to it, and by «Ещё…» under the post', async () => {
    const { katya, control } = company;
    const gleb = await asks(company, 'Глеб');
    const first = await does(katya.in(gleb.topic).says(ANSWER));
    await does(katya.in(gleb.topic).replies(first, '/del'));
    expect(await gleb.client.sees()).not.toContain(ANSWER);
    expect((await lastComment(gleb))?.text).toContain('Отозвано');
    expect(await gleb.status()).toMatch(/^🟡 В РАБОТЕ · ждёт с/);

    await does(katya.in(gleb.topic).says('700 рублей'));
    const post = await cardOf(company, 'Глеб');
    await does(control.press({ userId: katya.id, ...post, label: 'Ещё…' }));
    await does(katya.presses('Отозвать последний ответ', { in: gleb.topic }));
    expect(await gleb.client.sees()).not.toContain('700 рублей');
  });

  it('may be an album, and one part of it may be changed', async () => {
    const { katya } = company;
    const dina = await asks(company, 'Дина');
    const parts = [{ kind: 'photo' as const, caption: 'вид' }, { kind: 'photo' as const }];
    await katya.in(dina.topic).sendsAlbum(parts);
    await company.later(2_000);
    const ours = (await comments(dina)).filter(({ albumId }) => albumId !== null);
    expect(ours.map(signs)).toEqual([['👌'], []]);
    await does(katya.in(dina.topic).edits(ours[1] as Message, 'вид сзади'));
    const theirs = (await dina.client.messages()).filter(({ albumId }) => albumId !== null);
    expect(theirs.map(({ text }) => text.split('\n')[0])).toEqual(['вид', 'вид сзади']);
    expect(await dina.status()).toBe('🟢 ОТВЕЧЕНО');
  });

  it('that does not arrive is told there, lies in the tray with the way to the comments, and repeats', async () => {
    const { katya, olga } = company;
    const eva = await asks(company, 'Ева');
    await eva.client.blocksTheBot();
    await does(katya.in(eva.topic).says(ANSWER));
    const word = await lastComment(eva);
    expect(word?.text).toContain('Не доставлено: клиент остановил бота');
    expect(labels(word as Message)).toEqual(['Повторить']);

    await does(olga.says('/undelivered'));
    for (const label of ['Клиент остановил бота: 1', '1']) await does(olga.presses(label));
    const shown = (await olga.messages()).flatMap(({ buttons }) => buttons.flat());
    const way = shown.findLast(({ kind }) => kind === 'url');
    expect(way?.value).toMatch(new RegExp(`thread=${eva.topic.threadId}$`));
    await eva.client.unblocksTheBot();
    await company.settle();
    await does(katya.presses('Повторить', { in: eva.topic }));
    expect(await eva.client.sees()).toContain(ANSWER);
  });
});

describe('a channel desk in which Telegram refuses everything', () => {
  const RIGHTS = 'В рабочем канале «Единое окно» боту не хватает прав.';
  const GONE = 'Бота больше нет в рабочем канале «Единое окно» или в его обсуждении.';

  it.each([
    [
      'Зоя',
      'the discussion',
      ...bad('not enough rights to send text messages to the chat'),
      RIGHTS,
    ],
    ['Зина', 'the channel', 403, 'Forbidden: bot is not a member of the channel chat', GONE],
    ['Зара', 'the channel', ...bad('need administrator rights in the channel chat'), RIGHTS],
    ['Злата', 'the discussion', 403, 'Forbidden: the group chat was deleted', GONE],
  ])(
    '(%s, %s: %i «%s») says so once, keeps everything, and goes on by itself',
    async (name, where, code, words, said) => {
      // The same trouble is told once an hour.
      await company.later(2 * 3_600_000);
      const zoya = await asks(company, name);
      const { channelId } = await company.app().database.prisma.desk.findFirstOrThrow();
      const chatId = where === 'the channel' ? Number(channelId) : company.desk.chatId;
      const before = await told(said);
      await refusing(company)(code, words, { chatId, times: 'always' });
      await does(zoya.client.says('Первый'));
      await does(zoya.client.says('Второй'));
      await company.later(60_000);
      expect((await told(said)) - before).toBe(1);

      await company.control.clearFaults({});
      await company.later(120_000);
      const seen = (await comments(zoya)).map(({ text }) => text);
      expect(seen.filter((text) => text === 'Первый' || text === 'Второй')).toEqual([
        'Первый',
        'Второй',
      ]);
      expect(await zoya.card()).toContain('— Второй');
      expect((await company.igor.sees()).at(-1)).toContain(
        'Рабочий канал «Единое окно» снова работает',
      );
    },
  );

  it('because the bot was thrown out of the discussion goes on when it is an administrator there again', async () => {
    const { control, desk } = company;
    const inna = await asks(company, 'Инна');
    await does(control.kick({ chatId: desk.chatId, userId: 'bot' }));
    expect(await told('остановился')).toBe(0);
    await does(inna.client.says('Вы тут?'));
    await does(control.addMember({ chatId: desk.chatId, userId: 'bot' }));
    expect((await comments(inna)).map(({ text }) => text)).not.toContain('Вы тут?');
    await does(control.promote({ chatId: desk.chatId, userId: 'bot', rights: {} }));
    expect((await lastComment(inna))?.text).toBe('Вы тут?');
  });
});
