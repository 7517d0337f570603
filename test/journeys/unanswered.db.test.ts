// What people say in three rooms and nobody answers: raised once, answered in every way there is, told together when it
// is much, and all of it in the evening. Nine to six in Moscow; half an hour to an answer.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { openRooms } from '../support/rooms.ts';

const MINUTE = 60_000;

let company: DeskCompany;
let client: Place;
let personal: Place;
let product: Place;
let anna: Person;
let john: Person;
let ivan: Person;
let pavel: Person;
let lev: Person;

beforeAll(async () => {
  company = await openDesk({ WORK_HOURS: '09:00-18:00' });
  const { katya, boris } = company;
  anna = await company.client('Анна');
  john = await company.client('John');
  ivan = await company.client('Иван');
  pavel = await company.client('Павел');
  lev = await company.client('Лев');
  [client, personal, product] = (await openRooms(company, [
    {
      ...{ kind: 'support', title: 'Поддержка', locales: ['ru'], manager: katya },
      people: [
        { person: anna, role: 'client' },
        { person: john, role: 'client' },
        { person: katya, role: 'manager' },
      ],
    },
    {
      ...{ kind: 'personal', title: 'Агро Юг', locales: ['ru'], manager: boris },
      people: [
        { person: ivan, role: 'exporter' },
        { person: boris, role: 'manager' },
      ],
    },
    {
      ...{ kind: 'product', title: 'Пшеница · Павел', locales: ['ru'], manager: boris },
      people: [
        { person: pavel, role: 'importer' },
        { person: ivan, role: 'exporter' },
        { person: lev, role: 'partner' },
        { person: boris, role: 'manager' },
      ],
    },
  ])) as [Place, Place, Place];
  const { prisma } = company.app().database;
  const { id: roomId } = await prisma.room.findFirstOrThrow({ where: { kind: 'support' } });
  await prisma.clientCompany.create({
    data: {
      ...{ code: 'code-of-vkusno', name: 'Вкусно и рядом', roomId, locale: 'ru' },
      ...{ timeZone: 'Europe/Moscow', createdAt: company.clock.now() },
    },
  });
});

afterAll(() => company.close());

async function says(person: Person, place: Place, text: string): Promise<Message> {
  const said = await person.in(place).says(text);
  await company.settle();
  return said;
}

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.settle();
}

const TOLD = /^(?:💬|✅|Ждут внимания|Рабочий день|Здесь всё|⏱|⏰)/u;

/** What somebody has been told of what waits; edits show as they are now. */
async function told(person: Person): Promise<readonly Message[]> {
  return (await person.messages()).filter(({ text, from }) => from.isBot && TOLD.test(text));
}

async function atDesk(): Promise<readonly string[]> {
  const all = await company.igor.in(company.desk).sees();
  return all.filter((text) => TOLD.test(text));
}

describe('a client whom nobody answers', () => {
  it('is raised once when half an hour of work has passed, at the desk and to whoever answers for them', async () => {
    await says(anna, client, 'Не печатает касса 3');
    await says(john, client, 'спасибо');
    await company.later(29 * MINUTE);
    await says(anna, client, 'Кто-нибудь видит?');
    expect([await atDesk(), await told(company.katya)]).toEqual([[], []]);
    await company.later(MINUTE);
    const [raised] = await told(company.katya);
    expect(raised?.text).toBe(
      '💬 Вкусно и рядом\nЖдут ответа с 12:00.\nАнна: Не печатает касса 3\nАнна: Кто-нибудь видит?',
    );
    expect(labels(raised as Message)).toEqual([
      'Оформить заявку',
      'Уже ответили',
      'Ответ не нужен',
      'Открыть чат',
    ]);
    expect(await atDesk()).toEqual([raised?.text]);
    expect(await told(company.boris)).toEqual([]);
  });
});

async function last(person: Person): Promise<string> {
  return (await told(person)).at(-1)?.text ?? '';
}

describe('what is raised', () => {
  it('grows with what is said there, and is answered by an employee who replies to whoever asked', async () => {
    const said = await says(john, client, 'And the scales');
    await does(john.in(client).edits(said, 'And the scales are broken'));
    const [grown] = await told(company.katya);
    expect(grown?.text.split('\n').slice(-2)).toEqual([
      'Анна: Кто-нибудь видит?',
      'John: And the scales are broken',
    ]);
    const [question] = (await anna.in(client).messages()).filter(({ text }) =>
      text.startsWith('Не печатает'),
    );
    await does(company.katya.in(client).replies(question as Message, 'Уже едем'));
    const [left] = await told(company.katya);
    expect(left?.text).toBe(
      '💬 Вкусно и рядом\nЖдут ответа с 12:30.\nJohn: And the scales are broken',
    );
    expect(await told(company.katya)).toHaveLength(1);
  });

  it('becomes a ticket of whoever asked, with all of their words and files', async () => {
    await does(john.in(client).sendsPhoto('Here they are'));
    await does(
      john.in(client).sendsAlbum([
        { kind: 'photo', caption: 'Front' },
        { kind: 'photo', caption: '' },
      ]),
    );
    await says(anna, client, 'И у нас интернет пропал');
    await does(company.katya.presses('Оформить заявку', { in: company.desk }));
    await does(company.katya.presses('Что-то не работает', { in: company.desk }));
    await does(company.katya.presses('Обычная', { in: company.desk }));
    await does(company.katya.presses('Отправить', { in: company.desk }));
    const { prisma } = company.app().database;
    const ticket = await prisma.ticket.findFirstOrThrow({
      include: { author: true, messages: { where: { side: 'client' }, orderBy: { id: 'asc' } } },
    });
    expect([ticket.origin, ticket.author?.name, ticket.summary]).toEqual([
      'raised',
      'John',
      'And the scales are broken',
    ]);
    expect(ticket.messages.map(({ author }) => author)).toEqual(['John', 'John', 'John', 'John']);
    const [left] = await told(company.katya);
    expect(left?.text).toBe(
      '💬 Вкусно и рядом\nЖдут ответа с 12:30.\nАнна: И у нас интернет пропал',
    );
  });
});

describe('whoever answers', () => {
  it('in the group answers the ticket, too, where they reply to the words it was made of', async () => {
    const { prisma } = company.app().database;
    expect((await prisma.ticket.findFirstOrThrow()).respondedAt).toBeNull();
    const source = (await john.in(client).messages()).find(({ text }) => text.endsWith('broken'));
    await does(company.katya.in(client).replies(source as Message, 'We are on our way'));
    expect((await prisma.ticket.findFirstOrThrow()).respondedAt).toEqual(company.clock.now());
    // Анна has asked something else.
    expect(await last(company.katya)).toContain('Анна: И у нас интернет пропал');
  });

  it('by words to all has answered everybody, and what was told shows it', async () => {
    await says(company.katya, client, 'Интернет чинят, будет к двум');
    const ended =
      '✅ Вкусно и рядом\nАнна: Не печатает касса 3\nАнна: Кто-нибудь видит?\nJohn: And the scales are broken\nJohn: [фото] Here they are\n…и ещё 2 сообщения\nОтвет есть: Катя Смирнова.';
    const [raised] = await told(company.katya);
    expect([raised?.text, labels(raised as Message)]).toEqual([ended, []]);
    expect(await atDesk()).toEqual([ended]);
  });

  it('by a sign has answered, until it is taken away', async () => {
    await company.later(5 * MINUTE);
    const said = await says(anna, client, 'А чеки за вчера придут?');
    // Eyes make a ticket of it; taken away within a minute, there was none.
    await does(company.katya.in(client).reacts(said, '👀'));
    await does(company.katya.in(client).reacts(said, null));
    await does(company.katya.in(client).reacts(said, '👍'));
    await company.later(31 * MINUTE);
    expect(await told(company.katya)).toHaveLength(1);
    await does(company.katya.in(client).reacts(said, null));
    await company.later(1_000);
    expect(await last(company.katya)).toContain('А чеки за вчера придут?');
    await does(company.katya.in(client).reacts(said, '👌'));
    expect(await last(company.katya)).toContain('Ответ есть: знак под сообщением, Катя Смирнова.');
  });

  it('in a product room is the seller, or a partner who was asked', async () => {
    await says(pavel, product, 'Какая цена?');
    await says(ivan, product, '12 000 за тонну');
    await says(lev, product, 'Довезу');
    const carriage = await says(pavel, product, 'А довезёте когда?');
    await does(lev.in(product).replies(carriage, 'В среду'));
    await says(pavel, product, 'Пришлите договор');
    await says(lev, product, 'Жду договор и я');
    await company.later(30 * MINUTE);
    expect((await told(company.boris)).map(({ text }) => text.split('\n').slice(2))).toEqual([
      ['Павел: Пришлите договор'],
    ]);
  });
});

describe('a press', () => {
  it('opens a dialog of the desk where there are no tickets', async () => {
    await does(company.boris.presses('Открыть диалог'));
    expect(await company.boris.lastToast()).toBe('Диалог открывается в рабочей группе.');
    await company.later(2_000);
    expect(await last(company.boris)).toContain('Открыт диалог в рабочей группе: Борис Орлов.');
    const topic = await company.boris.topic('Пшеница');
    const seen = (await company.boris.in(topic).messages()).map(({ text }) => text).join('\n');
    expect(seen).toContain('Пришлите договор');
    await does(company.boris.in(topic).says('Договор пришлёт Иван сегодня'));
  });

  it('ends only what whoever pressed had seen, once, and is nobody’s who does not work here', async () => {
    await says(ivan, personal, 'Когда выплата?');
    await company.later(30 * MINUTE);
    const raised = (await told(company.boris)).at(-1) as Message;
    const data = raised.buttons.flat().find(({ label }) => label === 'Ответ не нужен')?.value ?? '';
    await does(ivan.forges(raised, data));
    expect(await ivan.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    await says(ivan, personal, 'И за прошлый месяц?');
    await does(company.boris.forges(raised, data));
    expect(await company.boris.lastToast()).toBe(
      'Отмечено: ответ не нужен. Пока вы читали, пришло ещё 1 сообщение, оно ждёт ответа.',
    );
    expect(await last(company.boris)).toMatch(/Ждут ответа с .*\nИван: И за прошлый месяц\?$/);
    await does(company.boris.presses('Уже ответили'));
    expect(await company.boris.lastToast()).toBe('Отмечено: уже ответили.');
    await does(company.olga.forges(raised, data));
    expect(await company.olga.lastToast()).toBe('Уже ответили — отметка: Борис Орлов.');
  });
});
