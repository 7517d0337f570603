// Two desks: a client comes to one of them by choice, by a link, by a rule or because it is the default.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { doing, labels } from '../support/dialogs.ts';
import type { Person, Place } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;
let sales: Place;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
  const { igor, boris, desk } = company;
  await does(igor.in(desk).says('/desk имя Поддержка'));
  sales = await company.forum('Отдел продаж', igor, [boris]);
});

afterAll(() => company.close());

async function start(person: Person, payload?: string): Promise<void> {
  await does(person.starts(payload));
}

/** Whether this client has a topic there now. */
async function isAt(place: Place, { name }: Person): Promise<boolean> {
  const topics = await company.boris.topics();
  return topics.some((topic) => topic.chatId === place.chatId && topic.name.includes(name));
}

describe('a second desk', () => {
  it('is asked about before anything is done, and only of those who may', async () => {
    const { igor, boris } = company;
    const anna = await company.client('Анна');
    await start(anna);
    expect(labels(await anna.reads('Ромашка'))).toEqual([]);
    await does(igor.in(sales).says('/desk'));

    const question = await igor.in(sales).reads('Рабочая группа уже есть: «Поддержка».');
    expect(labels(question)).toEqual(['Перенести сюда «Поддержка»', 'Добавить ещё одну']);
    await does(boris.in(sales).presses('Добавить ещё одну'));
    expect(await boris.lastToast()).toContain('Это могут только администраторы и руководители.');
    expect(await company.app().database.prisma.desk.count()).toBe(1);

    await does(igor.in(sales).presses('Добавить ещё одну'));
    await igor.in(sales).reads('Рабочих групп теперь несколько.');
    // What the chat of staff is called is not for clients.
    await start(anna);
    expect(labels(await anna.reads('Кому вы пишете?'))).toEqual(['Поддержка']);
    await start(anna, 'desk_2');
    expect((await anna.sees()).join()).not.toContain('Отдел продаж');
    await does(igor.in(sales).says('/desk имя Продажи'));
    await igor.in(sales).reads('?start=desk_2');
  });

  it('does not keep anybody waiting: who does not choose is on the default desk at once', async () => {
    const bella = await company.client('Белла');
    await start(bella);
    const greeting = await bella.reads('Кому вы пишете?');
    expect(labels(greeting)).toEqual(['Поддержка', 'Продажи']);
    await does(bella.says('Просто вопрос'));

    expect(await isAt(company.desk, bella)).toBe(true);
  });

  it('is chosen by a press at the start', async () => {
    const vera = await company.client('Вера');
    await start(vera);
    await does(vera.presses('Продажи'));
    await vera.reads('Вы пишете сюда: «Продажи».');
    await does(vera.says('Хочу купить'));

    expect(await isAt(sales, vera)).toBe(true);
    expect(await isAt(company.desk, vera)).toBe(false);
  });

  it('is led to by a link, whose other half is the traffic source', async () => {
    const gena = await company.client('Гена');
    await start(gena, 'desk_2__google');
    await gena.reads('Вы пишете сюда: «Продажи».');
    await does(gena.says('По рекламе'));

    expect(await isAt(sales, gena)).toBe(true);
    const topic = await company.boris.topic('Гена');
    expect((await company.boris.card(topic)).text).toContain('Источник трафика: google');
    const zina = await company.client('Зина');
    await start(zina, 'desk_77__yandex');
    await does(zina.says('По старой ссылке'));
    expect(await isAt(company.desk, zina)).toBe(true);
  });

  it('is changed by /start: the open dialog goes along, and stays the only one', async () => {
    const { prisma } = company.app().database;
    const lena = await company.client('Лена');
    await does(lena.says('Сломалось'));
    expect(await isAt(company.desk, lena)).toBe(true);
    await start(lena);
    await does(lena.presses('Продажи'));
    await does(lena.says('Нет, хочу новое'));

    expect(await isAt(sales, lena)).toBe(true);
    const open = await prisma.dialog.count({ where: { client: { name: 'Лена' }, closedAt: null } });
    expect(open).toBe(1);
    expect(await prisma.dialog.count({ where: { client: { name: 'Лена' } } })).toBe(1);
    const topic = (await company.boris.topics()).find(
      ({ chatId, name }) => chatId === sales.chatId && name.includes('Лена'),
    );
    const words = topic ? await company.boris.in(topic).sees() : [];
    expect(words.join('\n')).toContain('Лена: Сломалось');
  });

  it('takes what was closed on another one as a new dialog', async () => {
    const { boris } = company;
    const mila = await company.client('Мила');
    await does(mila.says('Вопрос'));
    const old = await boris.topic('Мила');
    await does(boris.presses('Закрыть', { in: old }));
    await start(mila, 'desk_2');
    await does(mila.says('Теперь другое'));

    expect(await isAt(sales, mila)).toBe(true);
    expect((await boris.card(old)).text).toContain('⚪️ ЗАКРЫТО');
  });

  it('takes a channel by a rule, and everything by being the default', async () => {
    const { igor } = company;
    await does(igor.in(sales).says('/desk канал Telegram'));
    await igor.in(sales).reads('новые диалоги из канала «Telegram» будут начинаться здесь');
    const nina = await company.client('Нина');
    await does(nina.says('Без выбора'));
    expect(await isAt(sales, nina)).toBe(true);

    await company.app().database.prisma.deskRoute.deleteMany();
    await does(igor.in(sales).says('/desk основная'));
    const olya = await company.client('Оля');
    await does(olya.says('И я'));
    expect(await isAt(sales, olya)).toBe(true);

    await does(igor.in(sales).says('/desk чепуха'));
    await igor.in(sales).reads('/desk имя Продажи');
  });
});
