// Who else comes by an exporter's links: colleagues whom somebody vouches for, colleagues who were invited,
// and everybody who is turned away. Links give nobody a right.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { exportersOf, INTAKE } from '../support/exporters.ts';
import type { Person } from '../support/people.ts';

let company: DeskCompany;
let anna: Person;
let link: string;

const { announced, hears, press, opens, joins, registered, cardOf } = exportersOf(() => company);

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

  it('is given by nobody who does not belong to a company', async () => {
    const stranger = await company.client('Чужой');
    const [told] = await hears(stranger, () => stranger.says('/company'));
    expect(told?.text).toContain('Вы не зарегистрированы как сотрудник экспортёра');
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
