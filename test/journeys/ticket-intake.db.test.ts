// A ticket is made in a client's group, by form or in reply; its card tells everything; the client has the last word.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { inDatabase, openRooms } from '../support/rooms.ts';

let company: DeskCompany;
let room: Place;
let product: Place;
let anna: Person;
let john: Person;
let vera: Person;
let guest: Person;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

beforeAll(async () => {
  // 21 November 2026, noon in Moscow; nine to six, each day.
  company = await openDesk({
    ...{ WORK_HOURS: '09:00-18:00', TICKETS_PER_HOUR: '5', TICKETS_PER_DAY: '20' },
  });
  anna = await company.client('Анна');
  john = await company.client('John', { languageCode: 'en' });
  vera = await company.client('Вера');
  guest = await company.client('Гость');
  [room, product] = (await openRooms(company, [
    {
      ...{ kind: 'support', title: 'Вкусно и рядом', locales: ['ru'], manager: company.katya },
      people: [
        { person: anna, role: 'client' },
        { person: john, role: 'client', locale: 'en' },
        { person: vera, role: 'client' },
        { person: guest, role: 'guest' },
        { person: company.katya, role: 'manager' },
      ],
    },
    {
      ...{ kind: 'product', title: 'Пшеница', locales: ['ru'] },
      people: [{ person: anna, role: 'importer' }],
    },
  ])) as [Place, Place];
  await inDatabase(company, async ({ prisma }) => {
    const { id: roomId } = await prisma.room.findFirstOrThrow({ where: { kind: 'support' } });
    await prisma.clientCompany.create({
      data: {
        ...{ code: 'code-of-vkusno', name: 'Вкусно и рядом', roomId, locale: 'ru' },
        ...{ timeZone: 'Europe/Moscow', createdAt: company.clock.now() },
      },
    });
  });
});

afterAll(() => company.close());

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.settle();
}

async function presses(person: Person, ...all: readonly string[]): Promise<void> {
  for (const label of all) await does(person.presses(label, { in: room }));
}

async function says(person: Person, text: string): Promise<Message> {
  const said = await person.in(room).says(text);
  await company.settle();
  return said;
}

/** What another system may do to a ticket, as employees would. */
async function sets(number: number, status: string): Promise<void> {
  const path = `/api/tickets/T-00000${number}`;
  // The same request within a second would be the same.
  await company.later(1_000);
  const { status: code } = await company.site().patch(path, { status });
  expect(code).toBe(200);
  await company.settle();
}

/** What the bot says to this person since. */
async function answer(person: Person, deed: Promise<unknown>, place = room): Promise<string> {
  const before = new Set((await person.in(place).messages()).map(({ messageId }) => messageId));
  await does(deed);
  const heard = (await person.in(place).messages()).filter(
    ({ messageId, from }) => from.isBot && !before.has(messageId),
  );
  return heard.map(({ text }) => text).join('\n---\n');
}

async function toast(person: Person, label: string): Promise<string> {
  await presses(person, label);
  return person.lastToast();
}

/** How many tickets there are: one for each number. */
async function cards(): Promise<number> {
  const seen = await anna.in(room).messages();
  return seen.filter(({ text, from }) => from.isBot && /^T-\d{6} · /.test(text)).length;
}

/** The card of the ticket with these words, as it is now. */
async function card(words: string): Promise<Message> {
  const found = (await anna.in(room).messages()).findLast(
    ({ text, from }) => from.isBot && /^T-\d{6} · /.test(text) && text.includes(words),
  );
  if (!found) throw new Error(`there is no card «${words}»`);
  return found;
}

/** Telegram hands the last update out once more. */
async function comesAgain(): Promise<void> {
  const { prisma } = company.app().database;
  const last = await prisma.inboxUpdate.findFirstOrThrow({ orderBy: { updateId: 'desc' } });
  await does(company.control.repeatUpdate({ updateId: Number(last.updateId) }));
}

describe('the form', () => {
  it('asks what kind, how urgent and what, and only then there is a ticket with its card', async () => {
    await says(anna, '/ticket');
    await presses(anna, 'Что-то не работает');
    expect((await anna.in(room).sees()).at(-1)).toBe(
      [
        'Анна',
        'Насколько это срочно?',
        '',
        'Не срочно: подождёт. Ответ — 4 ч',
        'Обычная: мешает, но работать можно. Ответ — 1 ч',
        'Срочно: работать очень трудно. Ответ — 30 мин',
        'Критично: работа стоит. Ответ — 15 мин',
      ].join('\n'),
    );
    await presses(anna, 'Срочно');
    const said = await says(anna, 'Касса 3 не печатает чеки');
    await presses(anna, 'Готово');
    expect(await cards()).toBe(0);
    await presses(anna, 'Отправить');

    const shown = await card('Касса 3');
    expect(shown.text.split('\n')).toEqual([
      'T-000001 · Что-то не работает · Срочно',
      'Касса 3 не печатает чеки',
      '🆕 Новая',
      '⏱ Ответим до 12:30',
      '🗓 Открыта: 12:00, Анна',
      'Чтобы что-то добавить, ответьте на это сообщение.',
    ]);
    expect(labels(shown)).toEqual(['Отозвать']);
    expect(shown.replyTo?.messageId).toBe(said.messageId);
    // Nothing of the form is left in the group.
    const left = (await guest.in(room).sees()).filter((text) => !text.startsWith('Поддержка: '));
    expect(left).toEqual(['/ticket', 'Касса 3 не печатает чеки', shown.text]);
  });

  it('is filled in by two people at once, each in their language', async () => {
    await says(john, '/ticket Please open the admin panel for Peter');
    await says(vera, '/ticket');
    await presses(john, 'Access');
    await presses(vera, 'Вопрос');
    await presses(john, 'Not urgent');
    await presses(vera, 'Обычная');
    await says(vera, 'Как выгрузить отчёт за квартал?');
    await presses(john, 'Done');
    expect((await john.in(room).sees()).at(-1)).toContain(
      'Access · Not urgent\nPlease open the admin panel for Peter\nNo attachments',
    );
    await presses(vera, 'Готово', 'Отправить');
    await presses(john, 'Send');

    expect((await card('отчёт за квартал')).text).toContain('T-000002 · Вопрос · Обычная');
    expect((await card('admin panel')).text).toContain('T-000003 · Доступ · Не срочно');
    expect((await card('admin panel')).text).toContain('Открыта: 12:00, John');
  });

  it('left halfway has written nothing, and goes away', async () => {
    await says(anna, '/ticket');
    await presses(anna, 'Другое');
    await company.later(31 * 60_000);

    expect((await anna.in(room).sees()).filter((text) => /срочно\?/.test(text))).toEqual([]);
    expect(await cards()).toBe(3);
  });

  it('goes on in private by its link, with a photo, and the group loses its question', async () => {
    await says(anna, '/ticket');
    const question = (await anna.in(room).messages()).at(-1) as Message;
    const link = question.buttons.flat().find(({ label }) => label === 'Продолжить в личном чате');
    const payload = /start=(\w+)/.exec(link?.value ?? '')?.[1] as string;
    await does(anna.starts(payload));
    expect((await anna.in(room).sees()).at(-1)).toBe('/ticket');
    await does(anna.presses('Изменить или доработать'));
    await does(anna.presses('Не срочно'));
    await does(anna.sendsPhoto('Добавьте логотип на ценник'));
    await does(anna.sendsPhoto());
    await does(anna.presses('Готово (1)'));
    await does(anna.presses('Отправить'));

    expect((await anna.sees()).at(-1)).toContain('Готово: заявка T-000004.');
    expect((await card('логотип')).text).toContain(
      'T-000004 · Изменить или доработать · Не срочно',
    );
  });
});

describe('/ticket in reply', () => {
  it('takes the message and its whole album, and asks for nothing that is there', async () => {
    const album = await anna
      .in(room)
      .sendsAlbum([
        { kind: 'photo', caption: 'Витрина в зале разбита' },
        { kind: 'photo' },
        { kind: 'photo' },
      ]);
    await company.settle();
    const target = (await john.in(room).messages()).find(
      ({ messageId }) => messageId === album.messageIds[1],
    ) as Message;
    await does(john.in(room).replies(target, '/ticket'));
    await presses(john, 'Something is broken', 'Critical');
    expect((await john.in(room).sees()).at(-1)).toContain(
      'Витрина в зале разбита\n📎 Attachments: 3',
    );
    await presses(john, 'Send');

    const shown = await card('Витрина');
    expect(shown.text).toContain('T-000005 · Что-то не работает · Критично');
    expect(shown.replyTo?.messageId).toBe(target.messageId);

    expect(await answer(anna, anna.in(room).replies(target, '/ticket'))).toBe(
      'По этому сообщению уже есть заявка: T-000005. Чтобы что-то добавить, ответьте на её карточку.',
    );
  });

  it('to the bot, and where no tickets are made, is answered in words', async () => {
    expect(await answer(anna, anna.in(room).replies(await card('Витрина'), '/ticket'))).toMatch(
      /^Это сообщение бота\./,
    );
    expect(await answer(anna, anna.in(product).says('/ticket'), product)).toBe(
      'Заявки создают в группах поддержки. Здесь поможет команда /support.',
    );
  });
});

describe('a ticket that may be there already', () => {
  it('is asked about, and the words go to the one that is', async () => {
    await says(vera, '/ticket Опять касса 3 не печатает');
    await presses(vera, 'Что-то не работает', 'Критично', 'Готово');
    expect((await vera.in(room).sees()).at(-1)).toContain(
      'Похоже на T-000001 «Касса 3 не печатает чеки» (Новая).\nЭто то же самое?',
    );
    await presses(vera, 'Да, добавить туда');
    expect((await vera.in(room).sees()).at(-1)).toContain('Добавили к заявке T-000001.');
    expect(await cards()).toBe(5);
  });

  it('is a new one where they say so', async () => {
    await says(vera, '/ticket Касса 3 не печатает отчёт');
    await presses(
      vera,
      'Что-то не работает',
      'Обычная',
      'Готово',
      'Нет, новая заявка',
      'Отправить',
    );
    expect((await card('не печатает отчёт')).text).toContain('T-000006');
  });
});

describe('no ticket is made', () => {
  it('by somebody who is none of the company’s people, nor behind the name of the group', async () => {
    expect(await answer(guest, guest.in(room).says('/ticket Взломайте мне кассу'))).toMatch(
      /^Заявки этой группы — для сотрудников компании\./,
    );
    const hidden = company.control.say({
      ...{ userId: company.igor.id, chatId: room.chatId, text: '/ticket', as: 'anonymous' },
    });
    expect(await answer(anna, hidden)).toContain('Сейчас вы пишете от имени группы или канала');
  });

  it('by whoever has made too many within an hour', async () => {
    // Two of his are there already.
    for (const what of ['Снег у входа', 'Лампа мигает', 'Дверь скрипит']) {
      await says(john, `/ticket ${what}`);
      await presses(john, 'Something else', 'Not urgent', 'Done', 'Send');
    }
    expect(await answer(john, john.in(room).says('/ticket Ещё одна'))).toBe(
      'You have made many requests within an hour (5). Add details to those you have, or wait a little.',
    );
    await company.later(HOUR_MS);
    expect(await answer(john, john.in(room).says('/ticket Ещё одна'))).toBe('What has happened?');
    await presses(john, 'Cancel');
  });

  it('twice, where an update comes twice', async () => {
    const before = await cards();
    await says(vera, '/ticket Принтер жуёт бумагу');
    await presses(vera, 'Что-то не работает', 'Обычная', 'Готово', 'Отправить');
    await comesAgain();
    expect(await cards()).toBe(before + 1);
  });
});

describe('the card', () => {
  it('hears what is said in reply to it, and signs that it has', async () => {
    const said = await anna
      .in(room)
      .replies(await card('Касса 3 не печатает чеки'), 'Касса 4 тоже');
    await company.settle();
    const seen = (await anna.in(room).messages()).find((one) => one.messageId === said.messageId);
    expect(JSON.stringify(seen?.reactions)).toContain('✍');
  });

  it('shows every change, and calls its author only when it is their move', async () => {
    expect(await answer(anna, sets(1, 'in_progress'))).toBe('');
    expect((await card('Касса 3 не печатает чеки')).text).toContain('🔧 В работе');

    expect(await answer(anna, sets(1, 'waiting'))).toBe(
      '⏸ Анна, по заявке T-000001 ждём вашего ответа. Ответьте, пожалуйста, на её карточку.',
    );
    const { text } = await card('Касса 3 не печатает чеки');
    expect(text).toContain('⏸ Ждём вашего ответа');
    await does(vera.in(room).replies(await card('Касса 3 не печатает чеки'), 'Модель КМ-5'));
    expect((await card('Касса 3 не печатает чеки')).text).toContain('🔧 В работе');
  });

  it('is confirmed, after which the one who did so is asked for a rating', async () => {
    await sets(1, 'done');
    const shown = await card('Касса 3 не печатает чеки');
    expect(shown.text).toContain('✅ Выполнена');
    // Saturday 14:31; three working days, each one from nine to six.
    expect(shown.text).toContain('Если не ответить, заявка закроется сама: 24.11 ');
    expect(labels(shown)).toEqual(['Подтвердить', 'Вернуть в работу']);

    expect(await toast(guest, 'Подтвердить')).toBe(
      'Это могут сделать только сотрудники компании, чья это заявка.',
    );
    const { buttons } = await card('Касса 3 не печатает чеки');
    expect(buttons.flat()).toHaveLength(2);
    expect(await toast(anna, 'Подтвердить')).toBe('Спасибо! Заявка закрыта.');
    expect((await card('Касса 3 не печатает чеки')).text).toContain('🏁 Закрыта');
    expect((await anna.in(room).sees()).at(-1)).toBe('Анна, как мы справились с заявкой T-000001?');
    expect(await toast(vera, '2 ★')).toBe('Этот вопрос — тому, кто подтвердил заявку.');
    expect(await toast(anna, '2 ★')).toBe('Спасибо за оценку!');
    expect((await company.olga.sees()).at(-1)).toBe(
      '⚠️ Вкусно и рядом: заявка T-000001 получила оценку ★★☆☆☆ (Анна).',
    );
    await says(anna, 'Долго ждали');
    expect((await company.olga.sees()).at(-1)).toBe(
      '⚠️ Вкусно и рядом: к оценке ★★☆☆☆ заявки T-000001 добавили слова (Анна):\nДолго ждали',
    );
    expect((await card('Касса 3 не печатает чеки')).text).toContain('Оценка: ★★☆☆☆');
  });

  it('is returned with words, but not a month later, and an old press says what is true now', async () => {
    const old = await card('отчёт за квартал');
    await sets(2, 'done');
    await presses(vera, 'Вернуть в работу');
    await says(vera, 'Отчёт пустой');
    expect((await card('отчёт за квартал')).text).toContain('🔁 Снова в работе');

    await does(vera.forges(old, 'request:2:1:confirm'));
    expect(await vera.lastToast()).toBe(
      'Заявка успела измениться. Что можно сделать сейчас, показывает её карточка.',
    );
    await does(vera.forges(old, 'request:999:1:confirm'));
    expect(await vera.lastToast()).toBe('Такой заявки больше нет.');

    await sets(2, 'done');
    const shown = await card('отчёт за квартал');
    await does(vera.forges(shown, 'request:2:9:confirm'));
    await inDatabase(company, async ({ prisma }) => {
      const endedAt = new Date(company.clock.now().getTime() - 31 * DAY_MS);
      await prisma.ticket.update({ where: { id: 2 }, data: { endedAt } });
    });
    await does(vera.forges(shown, 'request:2:9:return'));
    expect(await vera.lastToast()).toMatch(/^Эту заявку закрыли больше 30 дней назад\./);
  });

  it('is withdrawn by its people, after one question', async () => {
    await does(anna.forges(await card('логотип'), 'request:4:1:withdraw'));
    await presses(anna, 'Нет, оставить');
    expect((await card('логотип')).text).toContain('🆕 Новая');
    await does(anna.forges(await card('логотип'), 'request:4:1:withdraw'));
    await presses(anna, 'Да, отозвать');
    expect((await card('логотип')).text).toContain('🚫 Отменена');
    expect(labels(await card('логотип'))).toEqual([]);
  });
});

describe('/status', () => {
  it('tells of one’s own open tickets, and of one with its history', async () => {
    const own = await answer(vera, vera.in(room).says('/status'));
    expect(own).toContain('Ваши открытые заявки: 2');
    expect(own).toContain('T-000006 · Новая\nКасса 3 не печатает отчёт');
    await presses(vera, 'Все заявки компании');
    expect((await vera.in(room).sees()).at(-1)).toContain('Открытые заявки компании: ');

    const one = await answer(vera, vera.in(room).says('/status т-1'));
    expect(one.split('\n')).toEqual(
      expect.arrayContaining([
        '🏁 Закрыта',
        expect.stringMatching(/ · подтверждена: всё в порядке$/),
      ]),
    );
    expect(await answer(vera, vera.in(room).says('/status T-000777'))).toMatch(
      /^Такой заявки здесь нет\./,
    );
    expect(await answer(guest, guest.in(room).says('/status'))).toMatch(
      /^Заявки этой группы — для/,
    );
  });

  it('gives the whole history as a file, in private', async () => {
    await vera.starts();
    await company.settle();
    await answer(vera, vera.in(room).says('/status т-1'));
    await presses(vera, '📄 История файлом (PDF)');
    expect(await vera.lastToast()).toBe('Готовлю файл. Он придёт вам в личный чат с ботом.');
    const paper = (await vera.messages()).findLast(({ fileId }) => fileId !== null);
    expect(paper?.fileName).toBe('zayavka-T-000001.pdf');
  });

  it('is among what a client finds in the menu, as «Создать заявку» and «Заявки»', async () => {
    const menu = await answer(vera, vera.in(room).says('/menu'));
    expect(menu).toContain('Вкусно и рядом');
    await presses(vera, 'Заявки');
    expect((await vera.in(room).sees()).at(-1)).toContain('Открытые заявки компании: ');
    await presses(vera, '‹ Меню', 'Создать заявку');
    expect((await vera.in(room).sees()).at(-1)).toContain('Что случилось?');
  });
});

describe('the form, when something comes between', () => {
  const tickets = () => company.app().database.prisma.ticket.count();

  it('ends with a command, which is obeyed; what follows is no answer', async () => {
    const before = await tickets();
    await says(vera, '/ticket');
    await presses(vera, 'Вопрос');
    expect(await answer(vera, vera.in(room).says('/status'))).toContain('Ваши открытые заявки');
    await says(vera, 'Обычная');
    await company.later(1_000);
    expect(await tickets()).toBe(before);
    const { prisma } = company.app().database;
    expect(await prisma.formState.count({ where: { endedAt: null } })).toBe(0);
  });

  it('takes an answer that comes twice once, a press as well as words', async () => {
    const before = await tickets();
    await says(vera, '/ticket');
    await presses(vera, 'Вопрос');
    await comesAgain();
    await presses(vera, 'Обычная');
    await says(vera, 'Как поменять пароль сотрудника?');
    await comesAgain();
    await presses(vera, 'Готово');
    const shown = (await vera.in(room).sees()).at(-1) ?? '';
    expect(shown.split('Как поменять пароль сотрудника?')).toHaveLength(2);
    await presses(vera, 'Отправить');
    await comesAgain();
    expect(await tickets()).toBe(before + 1);
  });

  it('goes on after a restart where it was', async () => {
    const before = await tickets();
    await says(vera, '/ticket Где взять акт сверки?');
    await presses(vera, 'Вопрос');
    await company.stopApp();
    await company.startApp();
    await presses(vera, 'Обычная', 'Готово', 'Отправить');
    expect(await tickets()).toBe(before + 1);
    expect((await card('акт сверки')).text).toContain('Вопрос · Обычная');
  });

  it('is judged again at its end: what has become too much meanwhile is not filed', async () => {
    await says(anna, '/ticket Сломался стул на складе');
    await presses(anna, 'Другое', 'Не срочно', 'Готово');
    for (let n = await tickets(); n < 20; n += 1) {
      const facts = { external_id: `DAY-${n}`, company: 1, type: 'other', summary: `День ${n}` };
      expect((await company.site().post('/api/tickets', facts)).status).toBe(201);
    }
    await company.settle();
    expect(await answer(anna, anna.in(room).presses('Отправить'))).toContain(
      'За сутки от вашей компании уже много заявок (20).',
    );
    expect(await answer(anna, anna.in(room).says('/ticket Ещё стул'))).toContain('За сутки');
    expect(await tickets()).toBe(20);
    await company.later(DAY_MS);
    expect(await answer(anna, anna.in(room).says('/ticket Ещё стул'))).toContain('Что случилось');
    await presses(anna, 'Отмена');
  });
});

describe('what stands in the group', () => {
  it('becomes a ticket whole, however long it is with what is added', async () => {
    const said = await says(anna, `Акт сверки ${'цифры '.repeat(500)}`);
    const added = `/ticket Прошу проверить ${'строки '.repeat(300)}`;
    await does(company.katya.in(room).replies(said, added));
    await presses(company.katya, 'Другое', 'Не срочно', 'Отправить');
    expect((await card('Акт сверки')).text).toMatch(/Открыта: .*, Анна/);
    const { prisma } = company.app().database;
    const { description } = await prisma.ticket.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(description).toMatch(/цифры\s+Прошу проверить строки/);
  });
});

describe('where programs show what one person alone sees', () => {
  it('the group reads nothing but the card, and the desk reads the words', async () => {
    const { token, apiRoot } = company.config;
    const scope = { type: 'chat_member', chat_id: room.chatId, user_id: vera.id };
    const commands = [{ command: 'ticket', description: 'Создать заявку', is_ephemeral: true }];
    await fetch(`${apiRoot}/bot${token}/setMyCommands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scope, commands }),
    });
    const before = (await guest.in(room).sees()).length;
    await says(vera, '/ticket Табурет на кухне сломался');
    await presses(vera, 'Другое', 'Не срочно');
    await does(vera.in(room).sendsPhoto('вот он'));
    await presses(vera, 'Готово (1)', 'Отправить');

    const shown = await card('Табурет');
    expect((await guest.in(room).sees()).slice(before)).toEqual(['вот он', shown.text]);
    await company.later(2_000);
    const number = shown.text.slice(0, 8);
    const topic = await company.katya.topic(number);
    const told = (await company.katya.in(topic).sees()).join('\n');
    expect(told).toContain('Табурет на кухне сломался');
    expect(told).toContain('вот он');
  });
});
