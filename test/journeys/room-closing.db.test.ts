// A room is closed with what still runs in it, and opened again: by those who answer for it, or by the
// importer who asks about the same product once more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import { leadsOf } from '../support/leads.ts';
import type { Message, Person, Place } from '../support/people.ts';

const HOUR = 3_600_000;

let company: DeskCompany;
let anna: Person;
let john: Person;
let katya: Person;
let group: Place;
let roomId: number;
let link: string;
let wayIn: string;

const { exporter, product, asks, aGroup, follows } = leadsOf(() => company);

beforeAll(async () => {
  company = await openDesk({ ROOM_STOCK: '0' });
  ({ katya } = company);
  anna = await company.client('Анна');
  john = await company.client('John', { languageCode: 'en' });
  await exporter('e-1', 'Русский мёд', [anna]);
  ({ link } = await product('Мёд липовый'));
  await asks(john, link);
  group = await aGroup('Запас 1');
  await follows(john, await john.reads('The chat “'), 'Open the chat');
  await follows(anna, await anna.reads('Чат «Мёд липовый · John» готов'), 'Присоединиться к чату');
  const { prisma } = company.app().database;
  ({ id: roomId } = await prisma.room.findFirstOrThrow());
  await says(katya, '/checkpoint 30.11 12:00 образцы');
  await says(anna, '/add');
  await presses(anna, 'Другого участника');
  const told = await anna.reads('Личная ссылка в группу');
  wayIn = /https:\S+/.exec(told.text)?.[0] ?? '';
});
afterAll(() => company.close());

async function says(person: Person, text: string): Promise<void> {
  await person.in(group).says(text);
  await company.settle();
}

async function presses(person: Person, label: string): Promise<string> {
  await person.in(group).presses(label);
  await company.settle();
  return person.lastToast();
}

async function menuOf(person: Person): Promise<Message> {
  const seen = await person.in(group).messages();
  const menu = seen.findLast(({ ephemeral, deleted }) => ephemeral && !deleted);
  if (!menu) throw new Error(`${person.name} sees no menu`);
  return menu;
}

const room = () => company.app().database.prisma.room.findUniqueOrThrow({ where: { id: roomId } });
const card = async () => (await katya.in(group).pinned()).text;

describe('a list with nothing in it', () => {
  it('is told to whoever asks, in their language, and not said in the room', async () => {
    await says(anna, '/agreements');
    const none = await anna.in(group).reads('Договорённостей пока нет.');
    expect(none.text).not.toContain('No agreements yet');
    await says(john, '/files');
    const files = await john.in(group).reads('No files yet.');
    expect(files.text).not.toContain('Файлов пока нет');
    await says(anna, '/menu');
    expect(await presses(anna, 'Договорённости')).toContain('Договорённостей пока нет.');
  });
});

describe('«Закрыть группу»', () => {
  it('is offered to managers, and refused to whoever sends the press all the same', async () => {
    await says(anna, '/settings');
    expect(labels(await menuOf(anna))).not.toContain('Закрыть группу');
    const data = (await menuOf(anna)).buttons[0]?.[0]?.value ?? '';
    await anna.forges(await menuOf(anna), data.replace(/set\.mine\.\w+/, 'set.close.done'));
    await company.settle();

    expect(await anna.lastToast()).toBe(
      'Закрывают и снова открывают группу менеджер и руководитель.',
    );
    expect(await room()).toMatchObject({ state: 'ready', closedAt: null });
  });

  it('waits for the end of a safe deal, and says so', async () => {
    await says(anna, '/escrow RUB\nПартия — 1000');
    await says(katya, '/settings');
    await presses(katya, 'Закрыть группу');
    expect((await menuOf(katya)).text).toContain('Контрольные точки и приглашения отменятся');
    expect(await presses(katya, 'Сделка завершена')).toContain('В группе идёт безопасная сделка');
    expect(await room()).toMatchObject({ state: 'ready' });

    const { prisma } = company.app().database;
    await prisma.escrow.updateMany({
      data: {
        status: 'cancelled',
        endedAt: company.clock.now(),
        stepSince: null,
        remindAt: null,
        deadlineAt: null,
      },
    });
  });

  it('ends what still runs there, and everybody reads who closed it and why', async () => {
    await says(john, '/support');
    await presses(john, 'Другое / Something else');
    await company.later(1_000);
    await says(anna, 'Предоплата 30 %');
    await john.in(group).replies(await john.in(group).reads('Предоплата 30 %'), '/agree');
    await company.settle();
    await says(katya, '/settings');
    await presses(katya, 'Закрыть группу');
    expect(await presses(katya, 'Не договорились')).toBe('Группа закрыта.');

    const said = await john.in(group).reads('The group is closed. Closed by: Катя Смирнова');
    const topic = await katya.topic('Мёд липовый · John');
    await katya.in(topic).reads('Группу «Мёд липовый · John» закрыли. Ответы туда ещё доходят.');
    expect(said.text).toContain('Причина: Не договорились');
    expect(await card()).toContain('🔒 Группа закрыта 21.11.2026 в 12:00, Катя Смирнова');
    expect(await card()).toContain('Reason: No agreement was reached');
    expect(await card()).not.toContain('Ждём экспортёра');
    const { prisma } = company.app().database;
    expect(await prisma.roomCheckpoint.findFirstOrThrow()).toMatchObject({
      nextAt: null,
      cancelledAt: expect.any(Date),
    });
    expect(await prisma.roomEntry.count({ where: { roomId, state: 'open' } })).toBe(0);
    expect(await prisma.lead.findFirstOrThrow()).toMatchObject({ move: null, silenceDueAt: null });
    const guest = await company.client('Гость');
    await guest.opens(wayIn);
    await company.settle();
    await guest.reads('Приглашение больше не действует');
    const chats = await company.control.chats({ userId: katya.id });
    expect(chats.find(({ chatId }) => chatId === group.chatId)?.title).toBe(
      '🔒 Мёд липовый · John',
    );
  });

  it('offers beside the input field what can still be done, and no more', async () => {
    const { chatId } = group;
    const all = await company.control.commands({ userId: anna.id, chatId });
    const commands = all.map(({ command }) => command);
    expect(commands).toEqual(expect.arrayContaining(['menu', 'agreements', 'files', 'support']));
    for (const gone of ['agree', 'checkpoint', 'escrow', 'invite'])
      expect(commands).not.toContain(gone);
  });

  it('leaves what was written to be read, and lets nothing new begin', async () => {
    await says(anna, '/menu');
    const menu = await menuOf(anna);
    expect(menu.text).toContain('Группа закрыта.');
    expect(labels(menu)).toEqual(
      expect.arrayContaining(['Участники', 'Договорённости', 'Файлы', 'Вызвать поддержку']),
    );
    expect(labels(menu)).not.toContain('Добавить участника');
    expect(labels(menu)).not.toContain('Безопасная сделка');
    await says(anna, '/checkpoint завтра 12:00 образцы');
    await anna.in(group).reads('Группа закрыта. Прочитать переписку и файлы можно');
    await says(anna, '/escrow RUB\nПартия — 1000');
    await says(anna, 'Мы ещё вернёмся к этому');
    const before = (await anna.messages()).length;
    await company.later(30 * HOUR);

    // Drafted and asked about before it was closed.
    const notice = await anna.reads('Новый чат по товару');
    const { prisma } = company.app().database;
    const { id: lead } = await prisma.lead.findFirstOrThrow();
    for (const data of [`lead-answer:${lead}:0:send`, `lead-promise:${lead}:0:3`]) {
      await anna.forges(notice, data);
      await company.settle();
      expect(await anna.lastToast()).toContain('Группа по этому запросу закрыта');
    }
    expect(await presses(john, 'Подтверждаю / I confirm')).toContain(
      'The group is closed, and agreements in it',
    );

    expect(await prisma.roomCheckpoint.count()).toBe(1);
    expect(await prisma.escrow.count({ where: { endedAt: null } })).toBe(0);
    expect(await prisma.lead.findFirstOrThrow()).toMatchObject({ move: null });
    expect(await anna.messages()).toHaveLength(before);
  });
});

describe('«Открыть снова»', () => {
  it('stands on the card, and works for those who answer for the room alone', async () => {
    const shown = await katya.in(group).pinned();
    const data = shown.buttons.flat().find(({ label }) => label.includes('Открыть снова'))?.value;
    await john.forges(shown, data ?? '');
    await company.settle();
    expect(await john.lastToast()).toContain('A group is closed and opened again by the manager');
    await katya.forges(shown, data ?? '');
    await company.settle();
    expect(await katya.lastToast()).toBe('Группа снова открыта.');

    await anna.in(group).reads('Группа снова открыта: Катя Смирнова.');
    expect(await card()).not.toContain('🔒');
    expect(await card()).toContain('Ждём экспортёра');
    await katya.forges(shown, data ?? '');
    await company.settle();
    expect(await katya.lastToast()).toBe('Группа уже открыта.');
  });

  it('comes by itself when the importer asks about the same product once more', async () => {
    await says(katya, '/settings');
    await presses(katya, 'Закрыть группу');
    await presses(katya, 'Запрос больше не нужен');
    await john.leaves(group);
    await company.settle();
    await company.later(2 * HOUR);
    await john.opens(link);
    await company.settle();

    await anna.in(group).reads('Группа снова открыта: John.');
    expect(await room()).toMatchObject({ state: 'ready', closedById: null, closedReason: null });
    await follows(john, await john.reads('Your chat'), 'Open the chat');
    expect(await card()).toContain('John — Импортёр');
    await anna.reads('John снова спрашивает о товаре «Мёд липовый»');
  });

  it('is not for the group of a whole exporter: that one is never closed', async () => {
    const { prisma } = company.app().database;
    await prisma.room.update({ where: { id: roomId }, data: { kind: 'personal' } });
    await says(katya, '/settings');
    const menu = await menuOf(katya);
    expect(labels(menu)).not.toContain('Закрыть группу');
    const data = menu.buttons[0]?.[0]?.value ?? '';
    await katya.forges(menu, data.replace(/set\.mine\.\w+/, 'set.close.done'));
    await company.settle();
    expect(await room()).toMatchObject({ state: 'ready' });
  });
});
