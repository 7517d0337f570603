// A desk that loses its rights, its number, its group. The tests share a company, one after the other,
// and each leaves it with a desk that works.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answering, rights, startWithAdmin } from '../support/answers.ts';
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

/** The topic of this client where the desk is now. */
async function topicHere(name: string) {
  const topics = await company.control.topics({ chatId: desk.chatId });
  const found = topics.find((topic) => topic.name.includes(name));
  if (!found) throw new Error(`${name} has no topic in the desk's group`);
  return found;
}

async function asks(name: string, ...questions: readonly string[]): Promise<Person> {
  const client = await company.client(name);
  for (const question of questions) {
    await client.says(question);
    await company.settle();
  }
  return client;
}

describe('a desk on a bad day', () => {
  it('that loses its rights keeps what clients write, and gives it out when it has them back', async () => {
    const { control } = company;
    await control.promote({
      chatId: desk.chatId,
      userId: 'bot',
      rights: rights('can_pin_messages'),
    });
    await company.settle();
    expect((await igor.reads('боту не хватает прав')).text).toContain('• «Управление темами»');

    const before = (await igor.topics()).length;
    await asks('Анна', 'Есть кто живой?');
    expect(await igor.topics()).toHaveLength(before);

    await control.promote({ chatId: desk.chatId, userId: 'bot' });
    await company.settle();
    await igor.reads('снова работает');
    expect((await igor.card(await igor.topic('Анна'))).text).toContain('Есть кто живой?');
  });

  it('that may not pin any more goes on: cards come, and so does what follows them', async () => {
    const { control } = company;
    const lost = rights('can_manage_topics');
    await control.promote({ chatId: desk.chatId, userId: 'bot', rights: lost });

    await asks('Белла', 'Первый вопрос', 'Второй вопрос');

    const topic = await igor.topic('Белла');
    const seen = (await igor.in(topic).sees()).join('\n');
    expect(seen).toContain('Первый вопрос');
    expect(seen).toContain('Второй вопрос');
    expect(await answer(igor, desk, '/desk')).toContain('• «Закрепление сообщений»');
    await control.promote({ chatId: desk.chatId, userId: 'bot' });
    await company.settle();
  });

  it('whose group migrated goes on under its new number', async () => {
    const { chatId } = await company.control.migrateGroup({ chatId: desk.chatId });
    desk = { chatId };
    await company.settle();

    await asks('Вера', 'Вы переехали?');

    expect((await topicHere('Вера')).name).toMatch(/^№ \d+ · Вера$/);
  });

  it('whose group was deleted goes on in a new one, with every dialog', async () => {
    const galya = await asks('Галя', 'Первый вопрос');

    await company.control.deleteGroup({ chatId: desk.chatId });
    await galya.says('Второй вопрос');
    await company.settle();
    await igor.reads('похоже, её удалили');

    desk = await company.forum('Новое окно', igor);
    expect(await answer(igor, desk, '/desk')).toContain('рабочая группа теперь здесь');
    const { text } = await igor.card(await topicHere('Галя'));
    expect(text).toContain('Первый вопрос');
    expect(text).toContain('Второй вопрос');
  });

  it('stays where it is when /desk is written elsewhere, and moves there when it has lost its group', async () => {
    const second = await company.forum('Второе окно', igor);
    const { title } = await company.app().database.prisma.desk.findFirstOrThrow();
    expect(await answer(igor, second, '/desk')).toContain(`Рабочая группа уже есть: «${title}»`);

    await company.control.kick({ chatId: desk.chatId, userId: 'bot' });
    await company.settle();
    await igor.reads(`Бота больше нет в рабочей группе «${title}»`);
    expect(await answer(igor, second, '/desk')).toContain('рабочая группа теперь здесь');
    desk = second;
  });
});
