// What managers change about a desk that stands, and what clients read there who only say hello. The
// tests share a company with a desk.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answering, startWithAdmin } from '../support/answers.ts';
import { type Company, openCompany } from '../support/desk.ts';
import type { Person, Place } from '../support/people.ts';

let company: Company;
let answer: Answer;
let igor: Person;
let desk: Place;

beforeAll(async () => {
  company = await openCompany();
  answer = answering(company);
  await startWithAdmin(company);
  igor = company.igor;
  desk = await company.forum('Единое окно', igor);
  await answer(igor, desk, '/desk');
});

afterAll(() => company.close());

describe('a client alone with the bot', () => {
  it('is greeted in the company’s name, in their language, and told what to do', async () => {
    const anna = await company.client('Аня');
    const bob = await company.client('Bob', { languageCode: 'en' });

    expect(await answer(anna, null, '/start google')).toContain('Здравствуйте! Это Ромашка.');
    expect(await answer(bob, null, '/start')).toContain('Hello! This is Ромашка.');
    expect(await answer(anna, null, '/help')).toContain('Напишите вопрос обычным сообщением');
    expect(await answer(anna, null, '/unknown')).toContain('Такой команды нет');
    const { prisma } = company.app().database;
    const greeted = { name: { in: ['Аня', 'Bob'] } };
    const clients = await prisma.client.findMany({ where: greeted, orderBy: { id: 'asc' } });
    expect(clients).toMatchObject([
      { name: 'Аня', source: 'google' },
      { name: 'Bob', locale: 'en' },
    ]);
    expect(await prisma.dialog.count({ where: { client: greeted } })).toBe(0);
  });
});

describe('words that a client writes behind a command', () => {
  it('are a question like any other', async () => {
    for (const [name, words] of [
      ['Юля', '/help мой заказ не пришёл'],
      ['Яна', '/start здравствуйте'],
    ] as const) {
      const client = await company.client(name);
      await answer(client, null, words);
      const card = await igor.card(await igor.topic(name));
      expect(card.text).toContain(words);
    }
  });
});

describe('/desk with words that mean nothing', () => {
  it.each(['отдел', 'имя', 'канал vk', 'основная пожалуйста'])(
    'such as «%s» tells so, and what can be said',
    async (words) => {
      const told = await answer(igor, desk, `/desk ${words}`);

      expect(told).toContain(`«/desk ${words}» — так не получится. Можно так:`);
      expect(told).toContain('/desk имя Продажи — ');
    },
  );
});

describe('/desk with a language', () => {
  it('sets the language of the desk', async () => {
    expect(await answer(igor, desk, '/desk en')).toContain('The language of this desk is English');
    expect(await answer(igor, desk, '/desk')).toContain(
      'The desk is set up, and no right is missing.',
    );
    expect(await answer(igor, desk, '/desk fr')).toContain('/desk ru');
    expect(await answer(igor, desk, '/desk en please')).toContain('/desk ru');
    expect(await answer(igor, null, '/desk en')).toContain('работает в рабочей группе');
    expect(await answer(igor, desk, '/desk ru')).toContain('Язык рабочей группы — русский');
  });
});

describe('/header', () => {
  it('shows the lines in force, changes them for all or some, and goes back', async () => {
    const anna = await company.client('Анна', { username: 'anna_p' });
    await anna.says('Здравствуйте');
    await company.settle();
    const topic = await igor.topic('Анна');
    expect((await igor.card(topic)).text).toContain('@anna_p');

    expect(await answer(igor, desk, '/header')).toContain('Шапка карточек сейчас:');
    expect(await answer(igor, desk, '/header номер, клиент')).toContain(
      'Шапка (везде): номер, клиент.',
    );
    expect((await igor.card(topic)).text).not.toContain('@anna_p');
    expect(await answer(igor, desk, '/header telegram unanswered: username')).toContain(
      'Telegram, НЕ ОТВЕЧЕНО',
    );
    expect((await igor.card(topic)).text).toContain('@anna_p');
    expect(await answer(igor, desk, '/header телефон')).toContain('Строки «телефон» нет.');
    expect(await answer(igor, desk, '/header vk: номер')).toContain('не канал и не статус');
    expect(await answer(igor, desk, '/header по умолчанию')).toContain('снова как было');
    expect(await answer(igor, null, '/header')).toContain('работает в рабочей группе');
  });
});
