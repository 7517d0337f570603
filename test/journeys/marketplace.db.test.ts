// A deal from the announcement of an exporter to the last payout: two people of the exporter, an importer
// who reads English, three partners, a manager and support; with no group in stock when it begins.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import { exportersOf, INTAKE } from '../support/exporters.ts';
import type { Message, Person, Place } from '../support/people.ts';

const TERMS = 'USD\nProduction — 1,000 — 07.12\nDelivery — 2,000 — 20.12';

let company: DeskCompany;
let anna: Person;
let denis: Person;
let john: Person;
let partners: readonly Person[];
let personal: Place;
let room: Place;

beforeAll(async () => {
  company = await openDesk({ ...INTAKE, ROOM_STOCK: '1' });
  john = await company.client('John', { languageCode: 'en' });
  partners = [
    await company.client('Пётр'),
    await company.client('Мария'),
    await company.client('Chen', { languageCode: 'en' }),
  ];
  await company.igor.in(company.desk).says(`/staff support ${company.boris.id}`);
  await company.settle();
});
afterAll(() => company.close());

const { announced, registers, joins, hears, press } = exportersOf(() => company);

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.settle();
}

async function presses(person: Person, place: Place | null, ...wanted: string[]): Promise<void> {
  for (const label of wanted) await does(person.presses(label, place ? { in: place } : {}));
}

/** The newest link that a person was given, opened. */
async function opensWayIn(person: Person): Promise<void> {
  const values = (await person.messages()).flatMap(({ buttons }) => buttons.flat());
  const link = values.map(({ value }) => value).findLast((value) => value?.includes('t.me/+'));
  await does(person.opens(link ?? ''));
}

/** A group for the room that has waited longest. */
async function aGroup(title: string): Promise<Place> {
  await does(company.katya.says('/stock'));
  const group = await company.katya.sharesGroup({ title });
  await company.settle();
  return group;
}

async function becomesPartner(person: Person, name: string): Promise<void> {
  await does(company.katya.says('/partner'));
  const { text } = await company.katya.reads('Ссылка для регистрации партнёров');
  await does(person.opens(/https:\S+/.exec(text)?.[0] ?? ''));
  const english = name === 'Chen Freight';
  await presses(person, null, english ? 'English' : 'Русский');
  await does(person.says(name));
  const inEnglish = ['Logistics', 'Done', 'Done', 'Skip', 'Skip', 'I agree'];
  const inRussian = ['Логистика', 'Готово', 'Готово', 'Пропустить', 'Пропустить', 'Даю согласие'];
  await presses(person, null, ...(english ? inEnglish : inRussian));
  await presses(company.katya, company.desk, 'Подтвердить');
}

async function labelOf(person: Person, place: Place, part: string): Promise<string> {
  const all = (await person.in(place).messages()).flatMap(labels);
  return all.findLast((label) => label.includes(part)) ?? '';
}

async function pinned(): Promise<Message> {
  return company.katya.in(room).pinned();
}

describe('an exporter', () => {
  it('registers by the link of the marketplace, and is heard while no group is there', async () => {
    const { link } = await announced('Русский мёд', { url: 'https://shop.example/russia/honey' });
    anna = await company.client('Анна');
    await registers(anna, link);
    await anna.reads('Вашу рабочую группу с менеджером готовим');
    await company.later(15_000);
    await company.katya.reads('Готовых групп не хватает');

    await does(anna.says('Когда будет группа?'));
    await company.igor.topic('Анна');
  });

  it('is in the personal group as soon as there is one, with a colleague and the manager', async () => {
    denis = await company.client('Денис');
    await does(anna.says('/company'));
    await press(anna, 'Добавить сотрудника');
    const { text } = await anna.reads('Приглашение в компанию «Русский мёд»');
    await joins(denis, /https:\S+/.exec(text)?.[0] ?? '');

    personal = await aGroup('Запас 1');
    await opensWayIn(anna);
    await opensWayIn(denis);

    const card = await company.katya.in(personal).pinned();
    expect(card.text).toContain('Анна — Экспортёр');
    expect(card.text).toContain('Денис — Экспортёр');
    expect(card.text).toContain('Катя Смирнова — Менеджер');
  });

  it('invites a partner from the menu, who comes in when they accept', async () => {
    const names = ['Логист Плюс', 'Мария и Ко', 'Chen Freight'];
    for (const [index, person] of partners.entries()) {
      await becomesPartner(person, names[index] ?? '');
    }
    await does(anna.in(personal).says('/menu'));
    await presses(anna, personal, 'Пригласить партнёра');
    await presses(anna, personal, await labelOf(anna, personal, 'Логистика'), 'Логист Плюс');
    await presses(anna, personal, 'Пригласить', 'Пропустить', 'Пропустить');
    const [petr] = partners;
    if (!petr) throw new Error('there is no partner');
    await presses(petr, null, 'Принять');
    await opensWayIn(petr);

    expect((await company.katya.in(personal).pinned()).text).toContain('Пётр — Партнёр');
  });

  it('is shown what there is to do by /help as well, and why there is no safe deal here', async () => {
    await does(anna.in(personal).says('/help'));
    await anna.in(personal).reads('Вы здесь: Экспортёр');
    await does(anna.in(personal).says('/escrow'));
    await anna.in(personal).reads('Безопасная сделка бывает в группе по товару');
  });
});

describe('an importer', () => {
  it('comes from the product page, and the exporter reads of it', async () => {
    const site = company.site();
    const product = {
      external_id: 'p-1',
      exporter_id: 'seller-1',
      name: 'Мёд липовый',
      url: 'https://shop.example/brazil/honey',
    };
    const { body } = await site.post('/api/products', product);
    await does(john.opens(String(body.link)));
    await does(john.says('20 tonnes, CIF Santos'));
    const notice = await denis.reads('Новый чат по товару');
    expect(notice.text).toContain('Витрина: 🇧🇷 Бразилия');

    room = await aGroup('Запас 2');
    for (const person of [john, anna, denis]) await opensWayIn(person);

    const { text } = await pinned();
    expect(text).toContain('John — Импортёр');
    expect(text).toContain('John — Importer');
    expect(text).toContain('Ждём экспортёра');
  });

  it('is answered, and the clock of the first answer stands still', async () => {
    await does(anna.in(room).says('Здравствуйте! Товар есть. Какая упаковка нужна?'));

    expect((await pinned()).text).not.toContain('Ждём экспортёра с');
  });

  it('has a partner at hand: of three who are asked, the first to accept', async () => {
    await does(anna.in(room).says('/invite'));
    await presses(anna, room, await labelOf(anna, room, 'Логистика'));
    await presses(anna, room, await labelOf(anna, room, 'троих'));
    await presses(anna, room, 'Пропустить', 'Пропустить');
    const [petr, maria, chen] = partners;
    if (!petr || !maria || !chen) throw new Error('there are not three');
    await presses(chen, null, 'Accept');
    await presses(maria, null, 'Принять');
    expect(await maria.lastToast()).toContain('Место уже занято');
    await opensWayIn(chen);

    expect((await pinned()).text).toContain('Chen — Партнёр');
  });

  it('fixes with the exporter what was agreed', async () => {
    const said = await john.in(room).says('20 t at 2 USD, CIF Santos');
    await company.settle();
    await does(anna.in(room).replies(said, '/agree'));
    await presses(john, room, 'Подтверждаю / I confirm');
    await presses(anna, room, 'Подтверждаю / I confirm');

    await john.in(room).reads('Both sides have confirmed agreement № 1');
  });

  it('calls support, who come by a way of their own', async () => {
    await does(john.in(room).says('/support'));
    await presses(john, room, 'Задержка / Delay');
    await company.later(1_000);
    const topic = await company.boris.topic('Мёд липовый');
    await presses(company.boris, topic, 'Взять в работу', 'Войти в группу');
    await opensWayIn(company.boris);
    await does(company.boris.in(topic).says('Проверяем'));
    await john.in(room).reads('🛟 Поддержка, Борис Орлов:\nПроверяем');

    expect((await pinned()).text).toContain('Борис Орлов — Поддержка');
  });
});

describe('the safe deal', () => {
  it('is agreed to, paid, done in two stages and released', async () => {
    await does(john.in(room).says(`/escrow ${TERMS}`));
    await presses(company.katya, room, 'Принимаю условия / Accept the terms');
    expect(await company.katya.lastToast()).toBe('Это нажимает экспортёр или импортёр.');
    await presses(anna, room, 'Принимаю условия / Accept the terms');
    await presses(john, room, 'Принимаю условия / Accept the terms', 'Оплачено / Paid');
    await company.katya.reads('ваш ход');
    await presses(company.katya, null, 'Деньги поступили');
    for (const stage of [1, 2]) {
      await presses(denis, room, 'Этап выполнен / Stage done');
      await presses(john, room, 'Подтверждаю этап / Confirm the stage');
      const move = await company.katya.reads('ваш ход');
      // Digits are kept together by spaces that do not break.
      expect(move.text.replace(/\s/g, ' ')).toContain(`этап ${stage}: ${stage} 000,00 $`);
      await presses(company.katya, null, 'Выплата отправлена');
      await john.in(room).reads(`stage ${stage} “`);
    }

    const { prisma } = company.app().database;
    // Whatever was set by hand before, a deal only brings the lead on.
    const lead = await prisma.lead.findFirstOrThrow({ where: { room: { escrows: { some: {} } } } });
    expect(lead.stageKey).toBe('done');
    const where = { type: 'lead-stage', subjectId: lead.id };
    const stages = await prisma.event.findMany({ where, orderBy: { id: 'asc' } });
    expect(stages.map(({ actor, data }) => ({ actor, ...Object(data) })).slice(-2)).toEqual([
      { actor: 'person', from: expect.any(String), to: 'payment' },
      { actor: 'staff', from: 'payment', to: 'done' },
    ]);
    const { status, released, held, unpaid } = await prisma.escrow.findFirstOrThrow();
    expect({ status, released, held, unpaid }).toEqual({
      status: 'completed',
      released: 300_000n,
      held: 0n,
      unpaid: 0n,
    });
    await john.in(room).reads('Deal No. 1 is complete: everything is paid out.');
    expect(await hears(john, async () => {})).toEqual([]);
  });
});
