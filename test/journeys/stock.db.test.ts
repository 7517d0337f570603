// Groups are made ahead of time and given to rooms; who may come in comes in, and nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/database/index.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import type { Person, Place } from '../support/people.ts';

let company: DeskCompany;
let anna: Person;
let eve: Person;
let roomId: number;
let entryId: number;
let group: Place;
let oldLink: string;
let oldGroup: Place;
let spare: Place;

const HOUR_MS = 3_600_000;

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
  return { roomId, entryId: await aWayIn(roomId, personId) };
}

async function aWayIn(roomId: number, personId: number, role = 'exporter'): Promise<number> {
  const { prisma } = company.app().database;
  const now = company.clock.now();
  const entry = { roomId, personId, role, createdAt: now };
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
  return id;
}

/** Another transaction waits for this one; the embedded database lets it begin no sooner. */
async function somebodyWaitsFor(tx: Tx): Promise<void> {
  if (company.app().database.kind === 'embedded') return;
  for (let waiting = 0; waiting === 0; ) {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_locks
      WHERE NOT granted AND transactionid = pg_current_xact_id()::xid`;
    waiting = row?.count ?? 0;
  }
}

async function personOf({ id }: Person): Promise<number> {
  const { prisma } = company.app().database;
  return (await prisma.person.findUniqueOrThrow({ where: { userId: id } })).id;
}

describe('the stock', () => {
  it('asks nobody for groups before anybody needs one', async () => {
    await company.later(60_000);

    expect(await company.katya.sees()).not.toContain('Готовых групп');
  });

  it('asks managers when a room waits, and says how to help', async () => {
    ({ roomId, entryId } = await aRoomFor(anna, 'Уральская сталь'));

    await company.later(30_000);

    const asked = await company.katya.reads('Готовых групп не хватает');
    expect(asked.text).toContain('есть 0, ждут 1');
    expect(asked.text).toContain('startgroup=stock');
  });

  it('takes a group made by the button, and gives it to the room that waits', async () => {
    group = await company.katya.sharesGroup({ title: 'Запас 1' });
    await company.settle();

    await company.katya.reads('Теперь она называется «Уральская сталь»');
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
    await aWayIn(roomId, await personOf(eve), 'guest');
    await company.later(5_000);
    oldLink = (await eve.reads('Группа «Уральская сталь» ждёт вас')).buttons[0]?.[0]?.value ?? '';
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
    oldGroup = group;
    group = next;
  });

  it('answers at the door of the group that was given up, and shows the new one to whom it is for', async () => {
    const gleb = await company.client('Глеб');
    await gleb.starts();
    for (const person of [eve, gleb]) {
      expect(await person.opens(oldLink)).toMatchObject({ outcome: 'requested' });
    }
    await company.settle();

    expect(await company.control.joinRequests({ chatId: oldGroup.chatId })).toEqual([]);
    await gleb.reads('Эта группа больше не работает, поэтому вас в неё не впустили');
    const moved = (await eve.sees()).filter((text) => text.includes('переехала'));
    expect(moved).toHaveLength(2);
  });

  it('does not come back to the group that was given up, even when the next one is gone too', async () => {
    const { katya, control } = company;
    const state = async () => {
      const { prisma } = company.app().database;
      return (await prisma.room.findUniqueOrThrow({ where: { id: roomId } })).state;
    };
    await katya.removes('bot', group);
    await katya.removes('bot', oldGroup);
    await company.settle();
    await katya.adds('bot', oldGroup);
    await control.promote({ chatId: oldGroup.chatId, userId: 'bot' });
    await company.settle();
    expect(await state()).toBe('lost');

    await katya.adds('bot', group);
    await control.promote({ chatId: group.chatId, userId: 'bot' });
    await company.settle();
    expect(await state()).toBe('ready');
  });

  it('looks at a group without standing in the way of whoever writes to its room', async () => {
    const { database } = company.app();
    await database.inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM room WHERE id = ${roomId} FOR UPDATE`;
      await company.katya.promotes('bot', group, { can_invite_users: true });
      await somebodyWaitsFor(tx);
      await tx.$queryRaw`SELECT id FROM room_group WHERE chat_id = ${group.chatId} FOR UPDATE NOWAIT`;
    });
    await company.katya.promotes('bot', group);
    await company.settle();
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

describe('an employee', () => {
  let honey: number;

  async function dismisses({ id }: Person): Promise<void> {
    await company.igor.in(company.desk).says(`/staff remove ${id}`);
    await company.settle();
  }

  async function isIn({ id: userId }: Person, { chatId }: Place): Promise<boolean> {
    return (await company.control.chats({ userId })).some((chat) => chat.chatId === chatId);
  }

  it('who comes into a group of the stock is in the room that gets it', async () => {
    spare = await company.katya.sharesGroup({ title: 'Запас 3' }, 'shared');
    await company.settle();
    for (const colleague of [company.boris, company.igor]) {
      await company.katya.adds(colleague, spare);
      await company.settle();
    }
    ({ roomId: honey } = await aRoomFor(eve, 'Уральский мёд'));
    await company.later(15_000);

    const card = await company.katya.in(spare).pinned();
    expect(card.text).toContain('Катя Смирнова — Менеджер');
    expect(card.text).toContain('Борис Орлов — Менеджер');
    expect(card.text).toContain('Игорь Ким — Администратор');
  });

  it('who works here no more is out of the rooms, of the ways in and of the stock', async () => {
    const { boris, igor, katya } = company;
    await boris.says('/stock');
    await company.settle();
    await boris.sharesGroup({ title: 'Запас 4' }, 'shared');
    await company.settle();
    const way = await aWayIn(roomId, await personOf(boris), 'support');
    await dismisses(boris);

    expect(await isIn(boris, spare)).toBe(false);
    expect((await katya.in(spare).pinned()).text).not.toContain('Борис');
    const { prisma } = company.app().database;
    expect(await prisma.roomEntry.findUnique({ where: { id: way } })).toMatchObject({
      state: 'closed',
    });
    const told = await igor.reads('Группа «Запас 4» выбыла из запаса');
    expect(told.text).toContain('в ней есть посторонние');
  });

  it('whom Telegram lets nobody take out is named to whoever answers for the room, which goes on', async () => {
    const { igor, katya } = company;
    await company.app().database.prisma.room.update({
      where: { id: honey },
      data: { managerId: null },
    });
    await dismisses(katya);

    const told = await igor.reads('В группе «Уральский мёд» остался участник');
    expect(told.text).toContain('Катя Смирнова');
    expect(await isIn(katya, spare)).toBe(true);
    await katya.adds(anna, spare);
    await company.settle();
    expect((await katya.in(spare).pinned()).text).toContain('Анна — Участник');
  });
});

describe('at night', () => {
  const told = async () =>
    (await company.igor.sees()).filter((text) => text.includes('мёд')).length;

  it('nobody is called about a group; what is still so in the morning is said then', async () => {
    const { igor, katya, clock } = company;
    await company.later(new Date('2026-11-21T20:00:00Z').getTime() - clock.now().getTime());
    const before = await told();
    await katya.promotes('bot', spare, { can_invite_users: true });
    await company.settle();
    await katya.promotes('bot', spare);
    await company.settle();
    await company.later(11 * HOUR_MS);
    expect(await told()).toBe(before);

    await company.later(13 * HOUR_MS);
    await katya.promotes('bot', spare, { can_invite_users: true });
    await company.settle();
    await igor.says('/stock');
    await company.settle();
    await igor.reads('Запас групп');
    expect(await told()).toBe(before);
    await company.later(10 * HOUR_MS);
    await igor.reads('В группе «Уральский мёд» боту не хватает прав');
  });
});

describe('a group that nobody has yet', () => {
  it('lets nobody in, and says so', async () => {
    await company.igor.says('/stock');
    await company.settle();
    const idle = await company.igor.sharesGroup({ title: 'Пустая' });
    await company.settle();
    const { link } = await company.control.createLink({
      userId: company.igor.id,
      chatId: idle.chatId,
    });
    expect(await eve.opens(link)).toMatchObject({ outcome: 'requested' });
    await company.settle();

    await eve.reads('Эта группа пока ни для кого не открыта');
    expect(await company.control.joinRequests({ chatId: idle.chatId })).toEqual([]);
  });
});
