// «/menu» in a room: to each what they may do, and to nobody else's eyes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { bad, refusing } from '../support/refusing.ts';

const MINUTE_MS = 60_000;

let company: DeskCompany;
let anna: Person;
let petra: Person;
let john: Person;
let eve: Person;
let group: Place;
let roomId: number;

beforeAll(async () => {
  company = await openDesk();
  anna = await company.client('Анна');
  petra = await company.client('Пётр');
  john = await company.client('John', { languageCode: 'en' });
  eve = await company.client('Ева');
  for (const person of [anna, petra, john, eve]) await person.starts();
  await company.settle();
  group = await aRoom();
});
afterAll(() => company.close());

/** A room of Анна's company with her, Пётр as a partner she invited, and Катя as manager. */
async function aRoom(): Promise<Place> {
  const { prisma } = company.app().database;
  const now = company.clock.now();
  const people = await Promise.all(
    [anna, petra].map((person) =>
      prisma.person.upsert({
        where: { userId: person.id },
        create: {
          userId: person.id,
          name: person.name,
          locale: 'ru',
          startedAt: now,
          createdAt: now,
        },
        update: { startedAt: now },
      }),
    ),
  );
  const [annaRow, petraRow] = people;
  const staff = await prisma.staff.findFirstOrThrow({ where: { userId: company.katya.id } });
  const data = { kind: 'personal', title: 'Уральская сталь', locales: ['ru'], createdAt: now };
  const room = await prisma.room.create({ data: { ...data, managerId: staff.id } });
  roomId = room.id;
  const entry = { roomId, createdAt: now };
  await prisma.roomEntry.createMany({
    data: [
      { ...entry, personId: annaRow?.id ?? 0, role: 'exporter' },
      { ...entry, personId: petraRow?.id ?? 0, role: 'partner', invitedById: annaRow?.id ?? 0 },
    ],
  });
  for (const { id } of await prisma.roomEntry.findMany({ where: { roomId } })) {
    await prisma.outboxMessage.create({
      data: {
        destination: `entry:${id}`,
        name: 'room-entry',
        args: { locale: 'ru', facts: { entryId: id } },
        rank: 'speech',
        notBefore: now,
        createdAt: now,
      },
    });
  }
  await company.katya.says('/stock');
  await company.settle();
  const place = await company.katya.sharesGroup({ title: 'Запас 1' });
  await company.later(MINUTE_MS);
  for (const person of [anna, petra]) {
    const isOwn = person === anna;
    const words = isOwn
      ? 'Ваша группа «Уральская сталь» готова'
      : 'Группа «Уральская сталь» ждёт вас';
    const { buttons } = await person.reads(words);
    await person.opens(buttons[0]?.[0]?.value ?? '');
    await company.settle();
  }
  return place;
}

async function does(deed: Promise<unknown>): Promise<void> {
  await deed;
  await company.settle();
}

function labelsOf(message: Message | undefined): string[] {
  return (message?.buttons ?? []).flat().map(({ label }) => label);
}

/** The latest message with buttons that this person sees in the room, and nobody else may. */
async function menuOf(person: Person): Promise<Message> {
  const seen = await person.in(group).messages();
  const menu = seen.findLast(({ ephemeral, deleted }) => ephemeral && !deleted);
  if (!menu) throw new Error(`${person.name} sees no menu`);
  return menu;
}

describe('the menu of a room', () => {
  it('shows each only what they may do, and nobody else sees it', async () => {
    await does(anna.in(group).says('/menu'));
    await does(petra.in(group).says('/menu'));

    const annas = await menuOf(anna);
    expect(annas.text).toBe('Группа «Уральская сталь». Вы здесь: Экспортёр.');
    expect(labelsOf(annas)).toEqual(
      expect.arrayContaining([
        'Пригласить партнёра',
        'Добавить участника',
        'Участники',
        'Правила',
        'Настройки',
      ]),
    );
    expect(labelsOf(await menuOf(petra))).not.toContain('Добавить участника');
    const seen = (await company.katya.in(group).messages()).map(({ text }) => text);
    expect(seen.filter((text) => text.includes('Вы здесь') || text === '/menu')).toEqual([]);
  });

  it('has the lists of the room, which are then before everybody’s eyes; of empty ones only who asks hears', async () => {
    await does(anna.in(group).sendsDocument('', { fileName: 'Счёт.pdf' }));
    await does(anna.in(group).says('/menu'));
    await does(anna.in(group).presses('Договорённости'));
    expect(await anna.lastToast()).toContain('Договорённостей пока нет.');
    await does(petra.in(group).says('/menu'));
    await does(petra.in(group).presses('Файлы'));

    const seen = (await company.katya.in(group).messages()).map(({ text }) => text);
    expect(seen.at(-1)).toContain('1. Счёт.pdf');
    expect(seen.filter((text) => /договорённост/i.test(text))).toEqual([]);
  });

  it('tidies itself away for whoever has an old program', async () => {
    await company.control.setEphemeral({ userId: anna.id, shown: false });
    await does(anna.in(group).says('/menu'));
    await company.katya.in(group).reads('Группа «Уральская сталь». Вы здесь: Экспортёр.');
    await company.later(6 * MINUTE_MS);
    await company.control.setEphemeral({ userId: anna.id, shown: true });

    const seen = (await company.katya.in(group).messages()).map(({ text }) => text);
    expect(seen.filter((text) => text.includes('Вы здесь') || text === '/menu')).toEqual([]);
  });

  it('is offered beside the input field, to each their own commands', async () => {
    const offered = async (person: Person) =>
      (await company.control.commands({ userId: person.id, chatId: group.chatId })).map(
        ({ command }) => command,
      );

    expect(await offered(anna)).toEqual(
      expect.arrayContaining(['menu', 'add', 'members', 'rules', 'settings']),
    );
    expect(await offered(petra)).not.toContain('add');
    expect(await offered(petra)).toEqual(expect.arrayContaining(['agree', 'checkpoint', 'move']));
  });

  it('means nothing in a group that is no room', async () => {
    const own = await anna.createsGroup({ title: 'Не ваша' });
    await company.control.addMember({ chatId: own.chatId, userId: 'bot', byId: anna.id });
    await does(anna.in(own).says('/menu'));

    expect((await anna.in(own).sees()).filter((text) => text.includes('Вы здесь'))).toEqual([]);
  });
});

describe('«Участники»', () => {
  it('says who is here, as what and since when', async () => {
    await does(petra.in(group).says('/members'));

    const { text } = await menuOf(petra);
    expect(text).toContain('Анна — Экспортёр, с 21.11.2026');
    expect(text).toContain('Катя Смирнова — Менеджер, с 21.11.2026');
    expect(text).toContain('Пётр — Партнёр, с 21.11.2026');
  });

  it('lets nobody part with somebody they have not invited', async () => {
    await does(petra.in(group).presses('Анна · Экспортёр'));
    expect(labelsOf(await menuOf(petra))).toEqual(['‹ Все участники', '‹ Меню']);
    const menu = await menuOf(petra);
    const [owner] = (menu.buttons[0]?.[0]?.value ?? '').split('/')[3]?.split('.') ?? [];
    const annaRow = await company
      .app()
      .database.prisma.person.findFirstOrThrow({ where: { userId: anna.id } });
    await does(petra.forges(menu, `rm/0/0/${owner}.people.part.${annaRow.id}/hxxxx`));

    expect(await petra.lastToast()).toMatch(
      /^Расстаться с участником может тот, кто его пригласил/,
    );
    const members = await company
      .app()
      .database.prisma.roomMember.findMany({ where: { roomId, leftAt: null } });
    expect(members).toHaveLength(3);
  });

  it('lets who has invited a partner part with them, and the press that comes again does nothing', async () => {
    await does(anna.in(group).says('/members'));
    await does(anna.in(group).presses('Пётр · Партнёр'));
    await does(anna.in(group).presses('Расстаться'));
    const sure = await menuOf(anna);
    expect(sure.text).toMatch(/^Расстаться с участником Пётр\?/);
    const yes = sure.buttons[0]?.[0]?.value ?? '';
    await does(anna.in(group).presses('Да, расстаться'));
    expect(await anna.lastToast()).toBe('Готово: доступа в группу больше нет.');
    await does(anna.forges(await menuOf(anna), yes));

    expect(await anna.lastToast()).toBe('Этого участника в группе уже нет.');
    const { text } = await menuOf(anna);
    expect(text).not.toContain('Пётр');
    expect(await petra.in(group).messages()).toEqual([]);
  });
});

describe('«Добавить участника»', () => {
  it('gives a link that lets one person in, as what the inviter said', async () => {
    await does(anna.in(group).says('/add'));
    await does(anna.in(group).presses('Другого участника'));
    expect(await anna.lastToast()).toBe('Ссылка ждёт вас в личном чате с ботом.');
    const { text } = await anna.reads('Личная ссылка в группу «Уральская сталь»');
    const link = /https:\S+/.exec(text)?.[0] ?? '';
    await does(john.opens(link));
    await does(eve.opens(link));
    await eve.reads('Этим приглашением уже воспользовались');
    const { buttons } = await john.reads('Уральская сталь');
    await does(john.opens(buttons[0]?.[0]?.value ?? ''));
    await does(anna.in(group).says('/members'));

    expect((await menuOf(anna)).text).toContain('John — Участник');
    expect((await menuOf(anna)).text).not.toContain('Ева');
  });

  it('lets in again whom somebody had removed by hand', async () => {
    await does(company.katya.removes(john, group));
    await does(anna.in(group).says('/add'));
    await does(anna.in(group).presses('Другого участника'));
    const { text } = await anna.reads('Личная ссылка в группу «Уральская сталь»');
    await does(john.opens(/https:\S+/.exec(text)?.[0] ?? ''));
    const { buttons } = await john.reads('Уральская сталь');

    expect(await john.opens(buttons[0]?.[0]?.value ?? '')).toMatchObject({ outcome: 'requested' });
    await company.settle();
    expect((await company.katya.in(group).pinned()).text).toContain('John — Участник');
  });

  it('says so where Telegram lets somebody in nowhere', async () => {
    const kim = await company.client('Ким');
    await does(anna.in(group).says('/add'));
    await does(anna.in(group).presses('Другого участника'));
    const { text } = await anna.reads('Личная ссылка в группу «Уральская сталь»');
    await does(kim.opens(/https:\S+/.exec(text)?.[0] ?? ''));
    const { buttons } = await kim.reads('Группа «Уральская сталь» ждёт вас');
    const way = buttons[0]?.[0]?.value ?? '';
    const refuse = refusing(company);
    const approving = { method: 'approveChatJoinRequest' };

    await refuse(...bad('USERS_TOO_MUCH'), approving);
    await does(kim.opens(way));
    await kim.reads('В группе «Уральская сталь» больше нет мест');
    await anna.reads('Ким не может войти в группу «Уральская сталь»: в ней больше нет мест');
    await refuse(...bad('USER_CHANNELS_TOO_MUCH'), approving);
    expect(await kim.opens(way)).toMatchObject({ outcome: 'requested' });
    await company.settle();
    await kim.reads('Выйдите из любой ненужной группы');
    await anna.reads('Ким пока не может войти в группу «Уральская сталь»');
    await does(kim.opens(way));
    expect((await company.katya.in(group).pinned()).text).toContain('Ким — Участник');
  });

  it('shows no link in the group: who has no chat with the bot fetches it there, they alone', async () => {
    const lena = await company.client('Лена');
    await does(company.katya.adds(lena, group));
    await company.app().database.prisma.roomMember.updateMany({
      where: { roomId, person: { userId: lena.id } },
      data: { role: 'exporter' },
    });
    await company.control.setEphemeral({ userId: lena.id, shown: false });
    await does(lena.in(group).says('/add'));
    await does(lena.in(group).presses('Другого участника'));
    const shown = await anna.in(group).reads('Ссылка готова. Бот отдаст её только вам');
    const way = shown.buttons.flat().find(({ label }) => label.startsWith('Получить ссылку'));

    await does(eve.opens(way?.value ?? ''));
    await eve.reads('Эта кнопка работает только у того, кто попросил ссылку');
    await does(lena.opens(way?.value ?? ''));
    const { text } = await lena.reads('Личная ссылка в группу «Уральская сталь»');
    const guest = await company.client('Гость');
    await does(guest.opens(/https:\S+/.exec(text)?.[0] ?? ''));
    await guest.reads('Группа «Уральская сталь» ждёт вас');
    await does(lena.opens(way?.value ?? ''));
    await lena.reads('Этим приглашением уже воспользовались');
  });

  it('is not for guests, whatever they send', async () => {
    await does(john.in(group).says('/add'));

    await john.in(group).reads('Others do that here. /menu shows what you can do.');
  });
});

describe('somebody who was added by hand', () => {
  it('is noticed, and one tap of who may says who they are', async () => {
    await does(company.katya.adds(eve, group));
    const asked = await anna.in(group).reads('В группу добавили нового участника: Ева. Кто это?');
    const [exporter = ''] = asked.buttons.flat().map(({ value }) => value);
    await does(eve.forges(asked, exporter));
    expect(await eve.lastToast()).toMatch(
      /^Эту роль даёт тот, кто пригласил участника, или менеджер/,
    );
    await does(anna.in(group).presses('Партнёр'));

    expect(await anna.lastToast()).toBe('Готово, роль записана.');
    const card = await company.katya.in(group).pinned();
    expect(card.text).toContain('Ева — Партнёр');
  });
});

describe('«Правила» and «Настройки»', () => {
  it('speak the language of who asks, and the room’s cards that of the manager’s choice', async () => {
    await does(john.in(group).says('/rules'));
    expect((await menuOf(john)).text).toMatch(/^In this group are the exporter/);
    await does(john.in(group).says('/settings'));
    expect(labelsOf(await menuOf(john))).toEqual(['Русский', '✅ English', '‹ Menu']);
    await does(john.in(group).presses('Русский'));
    await does(john.in(group).says('/rules'));
    expect((await menuOf(john)).text).toMatch(/^В этой группе — экспортёр/);
    await does(company.katya.in(group).says('/settings'));
    await does(company.katya.in(group).presses('Русский + English'));

    expect((await company.katya.in(group).pinned()).text).toContain('Exporter');
  });
});

describe('a link whose giver has left', () => {
  it('lets nobody in any more', async () => {
    await does(anna.in(group).says('/add'));
    await does(anna.in(group).presses('Другого участника'));
    const { text } = await anna.reads('Личная ссылка в группу «Уральская сталь»');
    await does(anna.in(group).says('/add'));
    await does(anna.in(group).presses('Другого участника'));
    const other = await anna.reads('Личная ссылка в группу «Уральская сталь»');
    const soon = await company.client('Рита');
    await does(soon.opens(/https:\S+/.exec(other.text)?.[0] ?? ''));
    const way = await soon.reads('Группа «Уральская сталь» ждёт вас');
    await does(anna.leaves(group));
    await soon.reads('больше не действует: тот, кто вас позвал, вышел из неё');
    await soon.opens(way.buttons[0]?.[0]?.value ?? '');
    await company.settle();
    expect((await company.katya.in(group).pinned()).text).not.toContain('Рита');
    await does(soon.opens(/https:\S+/.exec(other.text)?.[0] ?? ''));
    await soon.reads('Приглашение больше не действует');

    const late = await company.client('Сева');
    await does(late.opens(/https:\S+/.exec(text)?.[0] ?? ''));

    await late.reads('Приглашение больше не действует');
  });
});
