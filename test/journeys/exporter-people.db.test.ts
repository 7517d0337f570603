// Who else comes by an exporter's links: colleagues whom somebody vouches for, colleagues who were invited,
// and everybody who is turned away. Links give nobody a right.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { exportersOf, INTAKE } from '../support/exporters.ts';
import type { Message, Person } from '../support/people.ts';

let company: DeskCompany;
let anna: Person;
let link: string;

const { announced, hears, press, opens, joins, registers, registered, cardOf } = exportersOf(
  () => company,
);

beforeAll(async () => {
  company = await openDesk(INTAKE);
  ({ link, contact: anna } = await registered('Русский мёд', 'Анна'));
});

afterAll(() => company.close());

/** The link in the invitation that this person has just made for a colleague. */
async function invitation(person: Person): Promise<string> {
  await hears(person, () => person.says('/company'));
  const [made] = await press(person, 'Добавить сотрудника');
  return /https:\S+/.exec(made?.text ?? '')?.[0] ?? '';
}

const belongsTo = async (person: Person) => {
  const { prisma } = company.app().database;
  const where = { person: { userId: person.id }, leftAt: null };
  const row = await prisma.companyPerson.findFirst({ where, include: { company: true } });
  return row?.company.name ?? null;
};

/** The commands beside the input field of somebody alone with the bot. */
async function offered(person: Person): Promise<readonly string[]> {
  const all = await company.control.commands({ userId: person.id, chatId: person.id });
  return all.map(({ command }) => command);
}

describe('an exporter’s person alone with the bot', () => {
  it('is offered their company, and reads of it and of groups in /help; a stranger does not', async () => {
    expect(await offered(anna)).toEqual(['company', 'start', 'help']);
    const [help] = await hears(anna, () => anna.says('/help'));
    expect(help?.text).toContain('/company — Моя компания: группы и сотрудники');
    expect(help?.text).toContain('отправьте /menu');

    const eve = await company.client('Ева Чужая');
    const [plain] = await hears(eve, () => eve.says('/help'));
    expect(plain?.text).toContain('Это чат с компанией');
    expect(plain?.text).not.toMatch(/\/company|\/menu/);
    expect(await offered(eve)).toEqual(['start', 'help']);
  });
});

describe('somebody else who opens the registration link', () => {
  it('is asked about, and belongs to the company once a colleague says so', async () => {
    const petr = await company.client('Пётр', { username: 'petr_med' });
    const [told] = await joins(petr, link);
    expect(told?.text).toContain('Мы спросили у вашего коллеги');
    expect(await opens(petr, link)).toContain('Мы спросили у вашего коллеги');
    await anna.reads('Пётр (@petr_med) говорит, что работает в компании «Русский мёд»');
    expect((await cardOf('Русский мёд')).text).toContain('🙋 Пётр (@petr_med)');

    const [welcome] = await hears(petr, () => anna.presses('Да, это наш сотрудник'));

    expect(welcome?.text).toContain('Вы в компании «Русский мёд»');
    expect(await belongsTo(petr)).toBe('Русский мёд');
    expect((await cardOf('Русский мёд')).text).toContain('Сотрудники: Пётр (@petr_med)');
    expect(
      await company.app().database.prisma.roomEntry.count({
        where: { person: { userId: petr.id }, role: 'exporter', state: 'open' },
      }),
    ).toBe(1);
  });

  it('is turned away when nobody knows them, and does not ask again', async () => {
    const eve = await company.client('Ева');
    await joins(eve, link);
    const question = await anna.reads('Ева говорит, что работает');

    const [told] = await hears(eve, () => anna.presses('Нет, не знаю этого человека'));

    expect(told?.text).toContain('ответили, что вас не знают');
    expect(await opens(eve, link)).toContain('ответили, что вас не знают');
    expect(await belongsTo(eve)).toBeNull();
    const button = question.buttons.flat().find(({ label }) => label.startsWith('Да'));
    await eve.forges(await eve.reads('ответили, что вас не знают'), button?.value ?? '');
    await company.settle();
    expect(await eve.lastToast()).toContain('Ответить могут только сотрудники этой компании');
    await anna.forges(await anna.reads('Отказали'), button?.value ?? '');
    await company.settle();
    expect(await anna.lastToast()).toContain('На это уже ответили отказом');
    expect(await belongsTo(eve)).toBeNull();
  });

  it('may be let in by staff, where the company’s own do not answer', async () => {
    const lev = await company.client('Лев');
    await joins(lev, link);

    const [welcome] = await hears(lev, () =>
      company.boris.in(company.desk).presses('Впустить: Лев'),
    );

    expect(welcome?.text).toContain('Вы в компании «Русский мёд»');
    await hears(anna, () => anna.presses('Да, это наш сотрудник'));
    expect(await anna.lastToast()).toContain('На это уже ответили: человек принят');
  });
});

describe('the first who registers', () => {
  it('is one, of two who hand in at the same instant; about the other they are asked', async () => {
    const { link: fresh } = await announced('Квас');
    const two = [await company.client('Рома'), await company.client('Рита')];
    for (const person of two) {
      await hears(person, () => person.opens(fresh));
      await press(person, 'Русский');
      for (const label of ['Квас', person.name, 'Пропустить', 'Верно']) await press(person, label);
    }

    await Promise.all(two.map((person) => person.presses('Согласиться и отправить')));
    await company.settle();

    const { prisma } = company.app().database;
    const where = { company: { name: 'Квас' } };
    expect(await prisma.companyPerson.count({ where })).toBe(1);
    expect(await prisma.companyInvitation.count({ where: { ...where, state: 'open' } })).toBe(1);
    expect(await prisma.room.count({ where })).toBe(1);
  });
});

describe('a colleague’s invitation', () => {
  it('leads one person into the company, and nobody after them', async () => {
    const way = await invitation(anna);
    const olga = await company.client('Оля');
    const [welcome] = await joins(olga, way);
    expect(welcome?.text).toContain('Вы в компании «Русский мёд»');
    await anna.reads('Оля теперь в вашей компании');

    const thief = await company.client('Вор');
    expect(await opens(thief, way)).toContain('Этим приглашением уже воспользовались');
    expect(await belongsTo(thief)).toBeNull();
    expect(await opens(olga, way)).toContain('Вы уже зарегистрированы');
  });

  it('of two who hurry lets in the one who was first; the other is asked about', async () => {
    const way = await invitation(anna);
    const [first, second] = [await company.client('Ира'), await company.client('Юра')];
    for (const person of [first, second]) {
      await hears(person, () => person.opens(way));
      await press(person, 'Русский');
      await press(person, 'Пропустить');
    }
    await press(first, 'Согласиться и отправить');
    const [told] = await press(second, 'Согласиться и отправить');

    expect(await belongsTo(first)).toBe('Русский мёд');
    expect(told?.text).toContain('Мы спросили у вашего коллеги');
    expect(await belongsTo(second)).toBeNull();
  });

  it('is good for a week', async () => {
    const way = await invitation(anna);
    await company.app().database.prisma.companyInvitation.updateMany({
      where: { state: 'open', code: { not: null } },
      data: { expiresAt: company.clock.now() },
    });

    expect(await opens(await company.client('Соня'), way)).toContain('Приглашение устарело');
  });

  it('is given by nobody who does not belong to a company', async () => {
    const stranger = await company.client('Чужой');
    const [told] = await hears(stranger, () => stranger.says('/company'));
    expect(told?.text).toContain('Вы не зарегистрированы как сотрудник экспортёра');
    await hears(stranger, () => stranger.says('/company где мой договор?'));
    await company.katya.topic('Чужой');
    await stranger.forges(told ?? (await stranger.reads('Вы')), 'exporter-invite:1:0');
    await company.settle();
    expect(await stranger.lastToast()).toContain(
      'Приглашать могут только сотрудники этой компании',
    );
  });
});

describe('a link that leads nowhere', () => {
  it('is a guessed one, a colleague’s at work elsewhere, and one that an employee opens', async () => {
    const guesser = await company.client('Угадайка');
    expect(await opens(guesser, 'https://t.me/deskroom_bot?start=e_1')).toContain(
      'Эта ссылка никуда не ведёт',
    );
    expect(
      await opens(guesser, 'https://t.me/deskroom_bot?start=ec_AAAAAAAAAAAAAAAAAAAAAA'),
    ).toContain('Эта ссылка никуда не ведёт');

    const other = await announced('Лён');
    expect(await opens(anna, other.link)).toContain(
      'Вы уже представляете компанию «Русский мёд», а ссылка — для компании «Лён»',
    );
    expect(await opens(company.katya, other.link)).toContain(
      'Это ссылка для экспортёра «Лён». Вы здесь сотрудник',
    );
    expect(await opens(anna, link)).toContain('Вы уже зарегистрированы: компания «Русский мёд»');
  });

  it('goes to the desk like any question when its owner writes instead', async () => {
    const writer = await company.client('Писарь');
    await opens(writer, (await announced('Мел')).link);
    await writer.says('А зачем вам мои данные?');
    await company.settle();

    await company.katya.topic('Писарь');
  });
});

describe('a colleague who has left', () => {
  it('is let go by whoever registered the company, at once and for good', async () => {
    const zoya = await company.client('Зоя');
    await joins(zoya, await invitation(anna));
    const wayBack = await invitation(zoya);
    await hears(anna, () => anna.says('/company'));
    const own = await anna.reads('Ваша компания: Русский мёд');
    const data = own.buttons.flat().find(({ label }) => label === 'Убрать: Зоя')?.value ?? '';

    await press(anna, 'Убрать: Зоя');
    const [told] = await hears(zoya, () => anna.presses('Да, убрать: Зоя'));

    expect(told?.text).toContain('Вы больше не в компании «Русский мёд»');
    expect(await belongsTo(zoya)).toBeNull();
    expect(await opens(zoya, wayBack)).toContain('Приглашение больше не действует');
    const { prisma } = company.app().database;
    const where = { person: { userId: zoya.id }, state: 'open' };
    expect(await prisma.roomEntry.count({ where })).toBe(0);
    await anna.forges(own, data);
    await company.settle();
    expect(await anna.lastToast()).toBe('Этого человека в компании уже нет');
  });

  it('lets nobody go, and nobody lets go whoever registered it but staff', async () => {
    const nina = await company.client('Нина');
    await joins(nina, await invitation(anna));
    const { prisma } = company.app().database;
    const { id } = await prisma.person.findUniqueOrThrow({ where: { userId: anna.id } });
    const seen = await nina.reads('Вы в компании');
    const stranger = await company.client('Мимо');
    await stranger.starts();
    await company.settle();

    await nina.forges(seen, `exporter-part:${id}:0:yes`);
    await company.settle();
    expect(await nina.lastToast()).toContain('Убирать коллег может контакт компании');
    await stranger.forges(await stranger.reads('Здравствуйте'), `exporter-part:${id}:0:ask`);
    await company.settle();
    expect(await stranger.lastToast()).toBe('Этого человека в компании уже нет');
    const { katya, desk } = company;
    await katya.forges(await cardOf('Русский мёд'), `exporter-part:${id}:0:yes`);
    await company.settle();
    expect(await katya.lastToast()).toBe('Анна больше не в компании');
    expect((await katya.in(desk).reads(': Русский мёд\n')).text).toContain(
      'Контакт: Пётр (@petr_med)',
    );
  });
});

describe('whoever comes to an exporter with many rooms', () => {
  const titles = ['Акация · Paul', 'Гречиха · Chen'];
  let alla: Person;
  let nora: Person;

  beforeAll(async () => {
    ({ contact: alla } = await registered('Сыры', 'Алла'));
    const { prisma } = company.app().database;
    const { id: companyId, managerId } = await prisma.company.findFirstOrThrow({
      where: { name: 'Сыры' },
    });
    const createdAt = company.clock.now();
    const room = { kind: 'product', locales: ['ru'], companyId, managerId, createdAt };
    await prisma.room.createMany({ data: titles.map((title) => ({ ...room, title })) });
    nora = await company.client('Нора');
  });

  it('as a colleague reads one message with a button for each, and nobody else may press it', async () => {
    const heard = await joins(nora, await invitation(alla));

    const list = heard.filter(({ text }) => text.includes('Вас ждут 3 группы'));
    expect(list.flatMap(({ buttons }) => buttons.flat().map(({ label }) => label))).toEqual([
      'Сыры · Ромашка',
      ...titles,
    ]);
    expect(heard.filter(({ text }) => text.includes('Ваша группа'))).toEqual([]);
    const data = list[0]?.buttons[1]?.[0]?.value ?? '';
    await alla.forges(await alla.reads('Нора теперь в вашей компании'), data);
    await company.settle();
    expect(await alla.lastToast()).toBe('Этот вход выдан другому человеку.');
  });

  it('gets the way in that they ask for, as soon as there is a group', async () => {
    await press(nora, titles[0] ?? '');
    expect(await nora.lastToast()).toContain('Эта группа ещё готовится');
    await company.katya.says('/stock');
    await company.settle();
    const { prisma } = company.app().database;
    for (let left = await prisma.room.count({ where: { state: 'waiting' } }); left > 0; left -= 1) {
      await company.katya.sharesGroup({ title: `Запас ${left}` }, 'shared');
      await company.settle();
    }

    const led = await nora.reads('Чат «Акация · Paul» готов');
    expect(await nora.opens(led.buttons[0]?.[0]?.value ?? '')).toMatchObject({
      outcome: 'requested',
    });
    await company.settle();
    const [way] = await press(nora, titles[1] ?? '');
    expect(way?.text).toContain('Чат «Гречиха · Chen» готов');
    await press(nora, titles[0] ?? '');
    expect(await nora.lastToast()).toBe('Вы уже в этой группе.');
  });

  it('and has left one comes back by the list of the company’s groups, as long as they belong there', async () => {
    const { prisma } = company.app().database;
    const title = titles[0] ?? '';
    const { id: roomId, groups } = await prisma.room.findFirstOrThrow({
      where: { title },
      include: { groups: { where: { state: 'used' } } },
    });
    const place = { chatId: Number(groups[0]?.chatId) };
    await hears(nora, () => nora.says('/company'));
    const [list] = await press(nora, 'Мои группы');
    expect(list?.text).toContain('Группы вашей компании: 3.');
    expect(list?.buttons.flat().map(({ label }) => label)).toContain(`✓ ${title}`);
    const back = list?.buttons.flat().find(({ label }) => label.endsWith(title))?.value ?? '';

    await press(nora, `✓ ${title}`);
    expect(await nora.lastToast()).toContain('Вы уже в этой группе');
    await nora.leaves(place);
    await company.settle();
    const [way] = await press(nora, `✓ ${title}`);
    expect(way?.text).toContain(`Чат «${title}» готов`);
    await nora.opens(way?.buttons[0]?.[0]?.value ?? '');
    await company.settle();
    expect((await nora.in(place).pinned()).text).toContain('Нора');

    await company.katya.removes(nora, place);
    await company.settle();
    expect(await press(nora, `✓ ${title}`)).toEqual([]);
    expect(await nora.lastToast()).toContain('Вас удалили из этой группы');

    const stranger = await company.client('Чужой');
    await stranger.starts();
    await company.settle();
    await stranger.forges((await stranger.messages()).at(-1) as Message, back);
    await company.settle();
    expect(await stranger.lastToast()).toContain('Эта группа для вас закрыта');

    const where = { name: 'Сыры' };
    await prisma.company.updateMany({
      where,
      data: { status: 'blocked', blockedFrom: 'confirmed', reason: 'fraud' },
    });
    await press(nora, `✓ ${title}`);
    expect(await nora.lastToast()).toContain('Работа вашей компании приостановлена');
    await prisma.company.updateMany({
      where,
      data: { status: 'confirmed', blockedFrom: null, reason: null },
    });

    const now = company.clock.now();
    await prisma.room.update({ where: { id: roomId }, data: { state: 'closed', closedAt: now } });
    await alla.forges((await alla.messages()).at(-1) as Message, back);
    await company.settle();
    expect(await alla.lastToast()).toContain('Эта группа закрыта');
    await prisma.room.update({ where: { id: roomId }, data: { state: 'ready', closedAt: null } });
  });

  it('as their manager reads one message, too', async () => {
    const { igor } = company;
    const card = await cardOf('Сыры');
    const take = card.buttons.flat().find(({ label }) => label === 'Взять себе')?.value ?? '';
    const heard = await hears(igor, () => igor.forges(card, take));

    expect(heard.filter(({ text }) => text.includes('Вас ждут 3 группы'))).toHaveLength(1);
    expect(heard.filter(({ text }) => text.includes('Ваша группа'))).toEqual([]);
  });
});

describe('an exporter’s person at the desk', () => {
  it('who asks there is known as one', async () => {
    const asking = await company.client('Клава');
    await registers(asking, (await announced('Русский лён')).link);
    await hears(asking, () => asking.says('Когда придёт счёт?'));
    const card = await company.igor.in(await company.igor.topic('Клава')).pinned();
    expect(card.text).toContain('🏢 Сотрудник экспортёра: Русский лён');
  });
});
