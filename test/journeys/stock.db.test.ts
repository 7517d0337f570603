// Groups are made ahead of time and given to rooms; who may come in comes in, and nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import type { Person, Place } from '../support/people.ts';

let company: DeskCompany;
let anna: Person;
let eve: Person;
let entryId: number;
let group: Place;

beforeAll(async () => {
  company = await openDesk();
  anna = await company.client('Анна');
  eve = await company.client('Ева');
  for (const person of [anna, eve]) await person.starts();
  await company.settle();
});
afterAll(() => company.close());

/** A room for this person, and their way in; by hand, for nothing opens one here. */
async function aRoomFor(
  person: Person,
  title: string,
): Promise<{ roomId: number; entryId: number }> {
  const { prisma } = company.app().database;
  const now = company.clock.now();
  const facts = { name: person.name, locale: 'ru', createdAt: now };
  const { id: personId } = await prisma.person.upsert({
    where: { userId: person.id },
    create: { userId: person.id, ...facts },
    update: {},
  });
  const { id: roomId } = await prisma.room.create({
    data: { kind: 'personal', title, locales: ['ru'], managerId: 3, createdAt: now },
  });
  const entry = { roomId, personId, role: 'exporter', createdAt: now };
  const { id } = await prisma.roomEntry.create({ data: entry });
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
  return { roomId, entryId: id };
}

describe('the stock', () => {
  it('asks nobody for groups before anybody needs one', async () => {
    await company.later(60_000);

    expect(await company.katya.sees()).not.toContain('Готовых групп');
  });

  it('asks managers when a room waits, and says how to help', async () => {
    ({ entryId } = await aRoomFor(anna, 'Уральская сталь'));

    await company.later(30_000);

    const asked = await company.katya.reads('Готовых групп не хватает');
    expect(asked.text).toContain('есть 0, ждут 1');
    expect(asked.text).toContain('startgroup=stock');
  });

  it('takes a group made by the button, and gives it to the room that waits', async () => {
    group = await company.katya.sharesGroup({ title: 'Запас 1' });
    await company.settle();

    await company.katya.reads('Группа «Запас 1» принята в запас');
    await anna.reads('Ваша группа «Уральская сталь» готова');
    const card = await company.katya.in(group).pinned();
    expect(card.text).toContain('Группа экспортёра: Уральская сталь');
    expect(card.text).toContain('Менеджер: Катя Смирнова');
    expect(card.text).toContain('Катя Смирнова — Менеджер');
  });

  it('lets in whom the room is for, and turns away whoever has got hold of their link', async () => {
    const { buttons } = await anna.reads('Ваша группа «Уральская сталь» готова');
    const link = buttons[0]?.[0]?.value ?? '';

    expect(await eve.opens(link)).toMatchObject({ outcome: 'requested' });
    await company.settle();
    await eve.reads('Эта ссылка выдана другому человеку');
    await anna.opens(link);
    await company.settle();

    await anna.in(group).reads('Уральская сталь');
    const card = await company.katya.in(group).pinned();
    expect(card.text).toContain('Анна — Экспортёр');
    expect(card.text).not.toContain('Ева');
    expect(await eve.opens(link)).toMatchObject({ outcome: 'expired' });
  });

  it('says what a group lacks, and takes it once it is mended', async () => {
    const poor = await company.boris.createsGroup({ title: 'Простая', kind: 'group' });
    await company.boris.opens('https://t.me/deskroom_bot?startgroup=stock', poor);
    await company.settle();

    const said = await company.boris.reads('Группа «Простая» пока не готова');
    expect(said.text).toContain('включите в ней «Темы»');
  });

  it('is nobody else’s: a client who adds the bot by the link fills nothing', async () => {
    const own = await anna.createsGroup({ title: 'Не ваша' });
    await anna.opens('https://t.me/deskroom_bot?startgroup=stock', own);
    await company.settle();
    await company.igor.says('/stock');

    const stock = await company.igor.reads('Запас групп');
    expect(stock.text).toContain('Готовы: 0. Ждут группу: 0.');
    expect(stock.text).not.toContain('Не ваша');
    expect(entryId).toBeGreaterThan(0);
  });

  it('replaces a group that is gone: everybody gets a new way in', async () => {
    await company.katya.removes('bot', group);
    await company.settle();
    await company.katya.reads('Бота больше нет в группе «Уральская сталь»');
    await company.katya.presses('Дать другую группу');
    await company.settle();
    expect(await company.katya.lastToast()).toContain('Запас пуст');
    // What was given up stays so: the bot that comes back there takes nothing from the room.
    await company.katya.adds('bot', group);
    await company.control.promote({ chatId: group.chatId, userId: 'bot' });
    await company.settle();

    const next = await company.katya.sharesGroup({ title: 'Запас 2' }, 'shared');
    await company.settle();

    const moved = await anna.reads('Группа «Уральская сталь» переехала');
    await anna.opens(moved.buttons[0]?.[0]?.value ?? '');
    await company.settle();
    expect((await company.katya.in(next).pinned()).text).toContain('Анна — Экспортёр');
    group = next;
  });

  it('says which right was taken from the bot, and makes the room whole when it is back', async () => {
    await company.katya.promotes('bot', group, { can_invite_users: true, can_change_info: true });
    await company.settle();
    const trouble = await company.katya.reads('боту не хватает прав');
    expect(trouble.text).toContain('«Закрепление сообщений»');
    expect(trouble.text).not.toContain('«Добавление участников»');

    await company.katya.promotes('bot', group);
    await company.settle();

    await company.katya.reads('В группе «Уральская сталь» снова всё в порядке');
  });

  it('goes on after its group has another number', async () => {
    const { chatId } = await company.control.migrateGroup({ chatId: group.chatId });
    await company.settle();
    await anna.leaves({ chatId });
    await company.settle();

    const card = await company.katya.in({ chatId }).reads('Группа экспортёра: Уральская сталь');
    expect(card.text).not.toContain('Анна');
    group = { chatId };
  });

  it('tells who answers for it that the owner of the group has left', async () => {
    await company.katya.leaves(group);
    await company.settle();

    await company.katya.reads('Из группы «Уральская сталь» вышел её владелец, Катя Смирнова');
  });
});
