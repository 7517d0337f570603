// An exporter from the announcement to the personal group. One company, many exporters; each has people of
// its own.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import { exportersOf, INTAKE } from '../support/exporters.ts';
import type { Person, Place } from '../support/people.ts';

let company: DeskCompany;

beforeAll(async () => {
  company = await openDesk(INTAKE);
});

afterAll(() => company.close());

const { announced, hears, press, finishes, cardOf } = exportersOf(() => company);

describe('an exporter whom the marketplace has announced', () => {
  let anna: Person;
  let link: string;
  let group: Place;

  it('registers in a minute, is confirmed at once, and has a manager', async () => {
    const { answer, ...made } = await announced('Русский мёд', {
      url: 'https://b2b.example/russia',
    });
    link = made.link;
    expect(answer).toMatchObject({ status: 201, body: { status: 'invited', manager: null } });
    anna = await company.client('Анна', { username: 'anna_med' });

    const [language] = await hears(anna, () => anna.opens(link));
    expect(language?.text).toMatch(/«Русский мёд»[\s\S]*“Русский мёд”/);
    expect(language && labels(language)).toEqual(['Русский', 'English']);
    const [hello] = await press(anna, 'Русский');
    expect(hello?.text).toContain('Сейчас зарегистрируем компанию «Русский мёд»');
    const [done] = await finishes(anna);

    expect(done?.text).toContain('компания «Русский мёд» подтверждена');
    expect(done?.text).toContain('Ваш менеджер: Катя Смирнова (@katya_s)');
    expect(done?.text).toContain('Вашу рабочую группу с менеджером готовим');
    const card = await cardOf('Русский мёд');
    expect(card.text).toContain('Подтверждён автоматически');
    expect(card.text).toContain('Контакт: Анна (@anna_med), +79');
    await company.katya.reads('Вы — менеджер этого экспортёра');
  });

  it('comes into the group as soon as there is one, and finds the manager there', async () => {
    await company.katya.says('/stock');
    group = await company.katya.sharesGroup({ title: 'Запас 1' });
    await company.settle();

    const ready = await anna.reads('Ваша группа «Русский мёд · Ромашка» готова');
    await anna.opens(ready.buttons[0]?.[0]?.value ?? '');
    await company.settle();
    const card = await company.katya.in(group).pinned();
    expect(card.text).toContain('Анна — Экспортёр');
    expect(card.text).toContain('Катя Смирнова — Менеджер');
    expect(card.text).toContain('Рабочее время: 09:00–18:00, Москва (UTC+3)');
  });

  it('meets another manager in the group when somebody else looks after it', async () => {
    const { boris } = company;
    const card = await cardOf('Русский мёд');
    const take = card.buttons.flat().find(({ label }) => label === 'Взять себе')?.value ?? '';
    await boris.forges(card, take);
    await company.settle();

    await anna.reads('Ваш менеджер: Борис Орлов (@boris_o)');
    const way = await boris.reads('Ваша группа «Русский мёд · Ромашка» готова');
    await boris.opens(way.buttons[0]?.[0]?.value ?? '');
    await company.settle();
    const { text } = await boris.in(group).pinned();
    expect(text).toContain('Менеджер: Борис Орлов');
    expect(text).toContain('Борис Орлов — Менеджер');
    // She has made the group, and Telegram keeps its owner.
    expect(text).toContain('Катя Смирнова — Менеджер');
    await company.katya.reads('Экспортёра «Русский мёд» теперь ведёт Борис Орлов');
  });

  it('has one link however often it is announced, and keeps what its people have corrected', async () => {
    const site = company.site();
    const first = await site.post('/api/exporters', { external_id: 'x-1', name: 'ООО Лён' });
    const oleg = await company.client('Олег');
    await hears(oleg, () => oleg.opens(String(first.body.registration_link)));
    await press(oleg, 'Русский');
    await press(oleg, 'Исправить');
    await hears(oleg, () => oleg.says('Костромской лён'));
    await press(oleg, 'Олег');
    await press(oleg, 'Пропустить');
    await press(oleg, 'Верно');
    await press(oleg, 'Согласиться и отправить');

    await company.clock.advance(1_000);
    const again = await site.post('/api/exporters', { external_id: 'x-1', name: 'ООО Лён' });
    expect(again).toMatchObject({ status: 200, body: { status: 'confirmed' } });
    expect(again.body.registration_link).toBe(first.body.registration_link);
    expect((await cardOf('Костромской лён')).text).toContain('телефон не указан');
    await site.post('/api/exporters', { external_id: 'x-1', name: 'АО Лён' });
    await company.settle();
    expect((await cardOf('АО Лён')).text).toContain('Контакт: Олег');
    const { prisma } = company.app().database;
    const own = { company: { externalId: 'x-1' } };
    expect(await prisma.room.findFirst({ where: own })).toMatchObject({
      title: 'АО Лён · Ромашка',
    });
    const spare = await company.katya.sharesGroup({ title: 'Запас 2' }, 'shared');
    await company.settle();
    await site.post('/api/exporters', { external_id: 'x-1', name: 'ПАО Лён' });
    await company.settle();
    const titles = await company.control.chats({ userId: company.katya.id });
    expect(titles.find(({ chatId }) => chatId === spare.chatId)?.title).toBe('ПАО Лён · Ромашка');
  });

  it('is announced with an employee who works here, in a known shape, or not at all', async () => {
    const named = await announced('Соль', { manager: '@Boris_O', time_zone: 'Asia/Omsk' });
    expect(named.answer).toMatchObject({ status: 201, body: { manager: 'Борис Орлов' } });
    const unknown = await announced('Сода', { manager: '@nobody' });
    const nobody = [{ path: 'manager', rule: expect.stringContaining('nobody is called so') }];
    expect(unknown.answer).toMatchObject({
      status: 422,
      body: { error: 'shape-wrong', problems: nobody },
    });
    const wrong = await announced('Сода', { time_zone: 'Mars/Base', phone: '+7999' });
    expect(wrong.answer).toMatchObject({ status: 422, body: { error: 'shape-wrong' } });
    const { prisma } = company.app().database;
    expect(await prisma.company.count({ where: { name: 'Сода' } })).toBe(0);
  });
});

describe('the marketplace names another manager', () => {
  const managerOf = async (name: string) => {
    const { prisma } = company.app().database;
    const found = await prisma.company.findFirstOrThrow({
      where: { name },
      include: { manager: true, rooms: { include: { manager: true } } },
    });
    return [found.manager?.name, ...found.rooms.map(({ manager }) => manager?.name)];
  };
  const says = async (manager: string) => {
    await company.clock.advance(1_000);
    const given = { external_id: 'x-manager', name: 'Гречка', manager };
    const answer = await company.site().post('/api/exporters', given);
    await company.settle();
    return answer;
  };

  it('after the registration: the room follows and everybody reads so, once', async () => {
    const first = await says('@katya_s');
    const gleb = await company.client('Глеб');
    await hears(gleb, () => gleb.opens(String(first.body.registration_link)));
    await press(gleb, 'Русский');
    await finishes(gleb);
    expect(await managerOf('Гречка')).toEqual(['Катя Смирнова', 'Катя Смирнова']);

    expect(await says('@boris_o')).toMatchObject({ status: 200, body: { manager: 'Борис Орлов' } });
    await says('@boris_o');

    expect(await managerOf('Гречка')).toEqual(['Борис Орлов', 'Борис Орлов']);
    const told = (await gleb.sees()).filter((text) => text.includes('Ваш менеджер: Борис Орлов'));
    expect(told).toHaveLength(1);
    await company.katya.reads('Экспортёра «Гречка» теперь ведёт Борис Орлов');
  });

  it('or the same as before: what staff have decided meanwhile stays', async () => {
    const card = await cardOf('Гречка');
    const take = card.buttons.flat().find(({ label }) => label === 'Взять себе')?.value ?? '';
    await company.katya.forges(card, take);
    await company.settle();

    expect(await says('@boris_o')).toMatchObject({ body: { manager: 'Катя Смирнова' } });
    expect(await managerOf('Гречка')).toEqual(['Катя Смирнова', 'Катя Смирнова']);
  });

  it('who works here no more, or never did: nothing changes', async () => {
    expect(await says('@nobody')).toMatchObject({ status: 422 });
    expect(await managerOf('Гречка')).toEqual(['Катя Смирнова', 'Катя Смирнова']);
  });
});

describe('a registration', () => {
  it('goes on where it was left, by the same link', async () => {
    const { link } = await announced('Чай');
    const inga = await company.client('Инга');
    await hears(inga, () => inga.opens(link));
    await press(inga, 'Русский');
    await press(inga, 'Чай');
    await press(inga, 'Инга');
    await hears(inga, () => inga.says('/start'));

    const [, question] = await hears(inga, () => inga.opens(link));
    expect(question?.text).toContain('Поделитесь номером телефона');
    const [goOn] = await press(inga, 'Пропустить');
    expect(goOn?.text).toBe('Хорошо, идём дальше без номера.');
    await press(inga, 'Верно');
    const [done] = await press(inga, 'Согласиться и отправить');
    expect(done?.text).toContain('компания «Чай» подтверждена');
  });

  it('takes no typed telephone, and asks for other hours and another zone', async () => {
    const { link } = await announced('Кофе');
    const pavel = await company.client('Павел');
    await hears(pavel, () => pavel.opens(link));
    await press(pavel, 'Русский');
    await press(pavel, 'Кофе');
    await press(pavel, 'Павел');
    const [refusal] = await hears(pavel, () => pavel.says('+7 999 123-45-67'));
    expect(refusal?.text).toContain('кнопк');
    await hears(pavel, () => pavel.sharesContact());
    await press(pavel, 'Другой часовой пояс');
    await press(pavel, 'Другой');
    await hears(pavel, () => pavel.says('UTC+5'));
    await press(pavel, 'Другие часы');
    const [again] = await hears(pavel, () => pavel.says('с утра'));
    expect(again?.text).toContain('Не получилось понять часы');
    const [check] = await hears(pavel, () => pavel.says('8:30-17'));
    expect(check?.text).toContain('Рабочее время: 08:30–17:00, UTC+5');
    expect(check?.text).toContain('Телефон: получен');
    await press(pavel, 'Не согласиться');
    await pavel.reads('Без согласия зарегистрировать вас не получится');
    expect(
      await company.site().post('/api/exporters', { external_id: 'none', name: 'Кофе' }),
    ).toMatchObject({
      body: { status: 'invited' },
    });
  });

  it('is held in the language that was chosen, as is everything after it, also after a restart', async () => {
    const { link } = await announced('Рис');
    const vera = await company.client('Вера', { languageCode: 'ru' });
    await hears(vera, () => vera.opens(link));
    const [hello] = await press(vera, 'English');
    expect(hello?.text).toContain('Let us register the company “Рис”');

    await company.stopApp();
    await company.startApp();
    const [own] = await hears(vera, () => vera.says('/company'));

    expect(own?.text).toContain('You are not registered as an exporter');
  });
});
