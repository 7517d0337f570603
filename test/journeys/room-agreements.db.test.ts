// «/agree»: a message is fixed as an agreement, both sides confirm it once each, and it stays in its words.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering } from '../support/answers.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { inDatabase, openRooms } from '../support/rooms.ts';

let company: DeskCompany;
let room: Place;
let personal: Place;
let anna: Person;
let ivan: Person;
let john: Person;
let pavel: Person;
let stranger: Person;

beforeAll(async () => {
  company = await openDesk({ WORK_HOURS: '00:00-24:00', ANSWER_MINUTES: '100000' });
  anna = await company.client('Анна');
  ivan = await company.client('Иван');
  john = await company.client('John', { languageCode: 'en' });
  pavel = await company.client('Павел');
  stranger = await company.client('Чужой');
  const { katya } = company;
  [room, personal] = (await openRooms(company, [
    {
      ...{ kind: 'product', title: 'Пшеница', locales: ['ru', 'en'], manager: katya },
      people: [
        { person: anna, role: 'exporter' },
        { person: ivan, role: 'exporter' },
        { person: john, role: 'importer', locale: 'en' },
        { person: katya, role: 'manager' },
        { person: stranger, role: 'guest' },
      ],
    },
    {
      ...{ kind: 'personal', title: 'Зерно', locales: ['ru'], manager: katya },
      people: [
        { person: pavel, role: 'exporter' },
        { person: katya, role: 'manager' },
        { person: ivan, role: 'partner' },
      ],
    },
  ])) as [Place, Place];
});

afterAll(() => company.close());

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.settle();
}

/** Says something in the room, and has it fixed by somebody. */
async function fixed(author: Person, words: string, by: Person, place = room): Promise<Message> {
  const said = await author.in(place).says(words);
  await company.settle();
  await does(by.in(place).replies(said, '/agree'));
  return said;
}

/** The card of the agreement with these words, as it is now. */
async function card(words: string, place = room): Promise<Message> {
  const found = (await anna.in(place).messages()).findLast(
    ({ text, from }) => from.isBot && text.includes(words) && /№ \d/.test(text),
  );
  if (!found) throw new Error(`there is no agreement «${words}»`);
  return found;
}

async function toast(person: Person, label: string, place = room): Promise<string> {
  await does(person.presses(label, { in: place }));
  return person.lastToast();
}

const CONFIRM = 'Подтверждаю / I confirm';

describe('an agreement', () => {
  it('is a message in reply to which somebody wrote /agree, shown in both languages of the room', async () => {
    await fixed(john, '500 t at 210 USD, FOB Novorossiysk', anna);

    const shown = await card('500 t');
    expect(shown.text.split('\n')).toEqual([
      '🤝 Договорённость № 1 / Agreement № 1',
      '500 t at 210 USD, FOB Novorossiysk',
      '✍️ John (Импортёр / Importer) · 12:00 · сообщение / message',
      '⏳ Экспортёр / Exporter: ждём подтверждения / confirmation pending',
      '⏳ Импортёр / Importer: ждём подтверждения / confirmation pending',
    ]);
    expect(labels(shown)).toEqual([CONFIRM, 'Отменить / Withdraw']);
  });

  it('is confirmed once by each side, whoever of it presses, and by nobody else', async () => {
    expect(await toast(company.katya, CONFIRM)).toBe(
      'Подтверждают только стороны этой договорённости.',
    );
    expect(await toast(anna, CONFIRM)).toBe('Подтверждено');
    expect(await toast(ivan, CONFIRM)).toBe('Вашу сторону уже подтвердили: Анна');
    expect((await card('500 t')).text).toContain(
      '✅ Экспортёр / Exporter: подтверждено / confirmed — Анна, 12:00',
    );
    expect(labels(await card('500 t'))).toEqual([CONFIRM]);

    expect(await toast(john, CONFIRM)).toBe('Confirmed');
    expect((await card('500 t')).text).toContain('✅ Договорённость № 1');
    expect(labels(await card('500 t'))).toEqual([]);
    expect(await anna.in(room).sees()).toContain(
      '✅ Договорённость № 1 подтвердили обе стороны.\n✅ Both sides have confirmed agreement № 1.',
    );
  });

  it('stays in its words when its author changes the message, and the room is told once', async () => {
    const said = (await john.in(room).messages()).find(({ text }) => text.startsWith('500 t'));
    await does(john.in(room).edits(said as Message, '500 t at 250 USD'));
    await does(john.in(room).edits(said as Message, '500 t at 260 USD'));

    const { text } = await card('Сообщение позже изменили');
    expect(text).toContain('500 t at 210 USD, FOB Novorossiysk');
    expect(text).not.toContain('260');
    const told = (await anna.in(room).sees()).filter((one) =>
      one.startsWith('✏️ Сообщение, на котором'),
    );
    expect(told).toHaveLength(1);
  });

  it('of a message that is one already is not fixed again', async () => {
    const said = await fixed(anna, 'Отгрузка 1 декабря', anna);
    await does(john.in(room).replies(said, '/agree'));

    expect(await john.in(room).sees()).toContain('That message is fixed already: agreement № 2.');
  });

  it('is withdrawn by whoever fixed it, before anybody has confirmed it', async () => {
    await fixed(anna, 'Упаковка: биг-бэги', john);
    expect(await toast(ivan, 'Отменить / Withdraw')).toBe(
      'Отменить может тот, кто зафиксировал договорённость, или менеджер.',
    );
    expect(await toast(john, 'Отменить / Withdraw')).toBe('The agreement is withdrawn.');
    expect((await card('биг-бэги')).text).toContain('🚫 Договорённость № 3');
    expect(labels(await card('биг-бэги'))).toEqual([]);
  });

  it('with a partner of the personal group is confirmed by that partner, else by the manager', async () => {
    await fixed(ivan, 'Сертификат за 3 недели', pavel, personal);
    expect((await pavel.in(personal).sees()).at(-1)).toContain('⏳ Партнёр: ждём подтверждения');
    expect(await toast(company.katya, 'Подтверждаю', personal)).toBe(
      'Подтверждают только стороны этой договорённости.',
    );
    expect(await toast(ivan, 'Подтверждаю', personal)).toBe('Подтверждено');

    await fixed(pavel, 'Каталог пришлём в среду', pavel, personal);
    expect(await toast(company.katya, 'Подтверждаю', personal)).toBe('Подтверждено');
  });
});

describe('/agree', () => {
  it('is answered where it can fix nothing', async () => {
    const say = answering(company);
    expect(await say(anna, room, '/agree')).toContain('Ответьте командой /agree на сообщение');
    const bots = (await anna.in(room).messages()).findLast(({ from }) => from.isBot) as Message;
    await does(anna.in(room).replies(bots, '/agree'));
    expect((await anna.in(room).sees()).at(-1)).toMatch(/^Это сообщение бота\./);
    expect(await say(anna, null, '/agree')).toBe(
      'Команда /agree работает в вашей группе: напишите её там.',
    );
  });

  it('of somebody without a part in the room fixes nothing, nor does a forged press', async () => {
    await inDatabase(
      company,
      ({ prisma }) =>
        prisma.$executeRaw`UPDATE room_member SET left_at = now() WHERE role = 'guest'`,
    );
    const said = await anna.in(room).says('Цена окончательная');
    await does(stranger.in(room).replies(said, '/agree'));
    expect((await stranger.in(room).sees()).at(-1)).toMatch(/^Вы ещё не участник этой группы\./);

    await does(john.in(room).replies(said, '/agree'));
    expect(await toast(stranger, CONFIRM)).toBe('Вы не участник этой группы.');
    const shown = await card('Цена окончательная');
    await does(stranger.forges(shown, 'agree-yes:9999:0'));
    expect(await stranger.lastToast()).toBe('Такой договорённости больше нет.');
  });
});

describe('/agreements', () => {
  it('lists them a page at a time, the newest first', async () => {
    for (const words of ['Условие 5', 'Условие 6']) await fixed(anna, words, john);
    await does(anna.in(room).says('/agreements'));

    const list = await anna.in(room).reads('Договорённости / Agreements');
    expect(list.text).toContain('⏳ № 6 · Условие 6');
    expect(list.text).not.toContain('№ 1 ');
    expect(labels(list)).toEqual(['1/2', '›']);
    await does(john.presses('›', { in: room }));
    const second = await anna.in(room).reads('Договорённости / Agreements');
    expect(second.text).toContain('✅ № 1 · 500 t at 210 USD');
    expect(second.text).toContain('подтверждена обеими сторонами / confirmed by both sides');
  });
});
