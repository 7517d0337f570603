// Somebody presses the button of a product page: who is told what, in which language, in which room; who
// may not ask, and what happens when nobody answers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonButton } from '../../src/exporters/buttons.ts';
import { createFacts } from '../../src/leads/facts.ts';
import { createLeadRepository } from '../../src/leads/lead-repository.ts';
import { createProductRepository } from '../../src/leads/product-repository.ts';
import { createSellerRepository } from '../../src/leads/seller-repository.ts';
import { createPersonRepository } from '../../src/people/repository.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import { leadsOf } from '../support/leads.ts';
import type { Person, Place } from '../support/people.ts';
import { countingQueries } from '../support/queries.ts';
import { bad, refusing } from '../support/refusing.ts';

const MINUTE = 60_000;

let company: DeskCompany;
/** Two people of the exporter, and who else asks. */
let anna: Person;
let ivan: Person;
let john: Person;

beforeAll(async () => {
  company = await openDesk({ LEADS_PER_DAY: '3', ROOM_STOCK: '0' });
  anna = await company.client('Анна', { username: 'anna_med' });
  ivan = await company.client('Иван');
  john = await company.client('John', { languageCode: 'en', username: 'john_m' });
  await exporter('e-1', 'Русский мёд', [anna, ivan]);
  await exporter('e-2', 'Алтай', [await company.client('Пётр')]);
  await exporter('e-3', 'Новая компания', []);
});
afterAll(() => company.close());

const { exporter, product, asks, aGroup, follows, until } = leadsOf(() => company);

/** As many groups as there are rooms without one. */
async function groupsForAllWhoWait(): Promise<void> {
  const waiting = await company.app().database.prisma.room.count({ where: { state: 'waiting' } });
  for (let n = 1; n <= waiting; n += 1) await aGroup(`Запас для очереди ${n}`);
}

describe('a lead', () => {
  let honey: Awaited<ReturnType<typeof product>>;
  let group: Place;

  it('is asked what is needed, and nobody waits for a group that is not there yet', async () => {
    honey = await product('Мёд липовый', { category: 'Мёд' });

    await john.opens(honey.link);
    await company.settle();
    const question = await john.reads('You are asking about “Мёд липовый”');
    expect(question.text).toContain('offered by “Русский мёд”');
    await john.says('20 tonnes, CIF Santos');
    await company.settle();

    await john.reads('We are preparing your chat with “Русский мёд”');
    for (const person of [anna, ivan]) {
      const notice = await person.reads('Новый чат по товару');
      expect(notice.text).toBe(
        '🆕 Новый чат по товару\n\n' +
          'Товар: Мёд липовый — https://shop.example/brazil/1\n' +
          'Экспортёр: Русский мёд — https://shop.example/russia/e-1\n' +
          'Витрина: 🇧🇷 Бразилия\n' +
          'Спрашивает: John\n' +
          'Запрос: 20 tonnes, CIF Santos\n\n' +
          'Чат готовится. Личную ссылку пришлю сюда.',
      );
    }
    const card = await company.igor.in(company.desk).reads('Лид № 1');
    expect(card.text).toContain('Чат ещё не готов: ждём группу из запаса.');
  });

  it('has its room as soon as there is a group, and each gets in by their own link', async () => {
    group = await aGroup('Запас 1', company.boris);

    const way = await company.katya.reads('Новый чат у вашего экспортёра');
    expect(way.text).toContain('Запрос: 20 tonnes, CIF Santos');
    await follows(company.katya, way, 'Присоединиться к чату');
    await follows(john, await john.reads('The chat “'), 'Open the chat');
    await follows(
      anna,
      await anna.reads('Чат «Мёд липовый · John» готов'),
      'Присоединиться к чату',
    );

    const card = await anna.in(group).pinned();
    expect(card.text).toContain('John — Импортёр');
    expect(card.text).toContain('Анна — Экспортёр');
    expect(card.text).toContain('Катя Смирнова — Менеджер');
    expect(card.text).toContain('Этап: Запрос');
    expect(card.text).toContain('Ждём экспортёра с 12:00');
    expect(card.text).toContain('Время в этой группе: Москва');
    expect(card.text).toContain('Times in this group: Moscow Time');
    expect(card.text).toContain('Stage: Request');
    const hello = await john.in(group).reads('Hello! Here John and “Русский мёд”');
    expect(hello.text).toContain('Request: 20 tonnes, CIF Santos');
  });

  it('is the same one when the importer presses again: the exporter is reminded, not told anew', async () => {
    const before = (await anna.sees()).filter((text) => text.includes('Новый чат по товару'));
    await company.later(61 * MINUTE);

    await john.opens(honey.link);
    await company.settle();
    await john.reads('You are in this chat already');
    await anna.reads('John снова спрашивает о товаре «Мёд липовый»');
    await john.opens(honey.link);
    await company.settle();

    const after = await anna.sees();
    expect(after.filter((text) => text.includes('Новый чат по товару'))).toHaveLength(
      before.length,
    );
    expect(after.filter((text) => text.includes('снова спрашивает'))).toHaveLength(1);
  });

  it('offers a first answer that is changed, kept as a template and sent in the exporter’s name', async () => {
    await anna.presses('Первый ответ');
    await company.settle();
    const draft = await anna.reads('Так прочитает John');
    expect(draft.text).toContain('Hello John! My name is Анна, from “Русский мёд”.');
    expect(draft.text).toContain('What volume do you need?');

    await anna.presses('Изменить текст');
    await company.settle();
    await anna.says('Dear John, Анна here. Which volume of Мёд липовый?');
    await company.settle();
    await anna.presses('Сохранить как шаблон');
    await company.settle();
    await anna.presses('Отправить в чат');
    await company.settle();

    const said = await john.in(group).reads('Dear John, Анна here.');
    expect(said.text).toBe(
      'Анна, “Русский мёд”:\n\nDear John, Анна here. Which volume of Мёд липовый?',
    );
    await company.igor.in(company.desk).reads('Экспортёр ответил: Анна.');
    const card = await anna.in(group).pinned();
    expect(card.text).toContain('Этап: Квалификация');
    expect(card.text).toContain('Ждём импортёра с 13:01');
    const template = await company.app().database.prisma.answerTemplate.findFirst();
    expect(template?.text).toBe('Dear #{importer}, #{author} here. Which volume of #{product}?');
  });

  it('keeps the first answer as the exporter’s words, which can become an agreement', async () => {
    const said = await john.in(group).reads('Dear John, Анна here.');
    const kept = await company.app().database.prisma.roomMessage.findFirst({
      where: { messageId: said.messageId, author: 'Анна' },
      orderBy: { id: 'desc' },
    });
    expect(kept).toMatchObject({ role: 'exporter', personId: expect.any(Number), kind: 'text' });
    expect(kept?.content).toMatchObject({
      text: 'Dear John, Анна here. Which volume of Мёд липовый?',
    });

    await john.in(group).replies(said, '/agree');
    await company.settle();
    const card = await john.in(group).reads('Agreement № 1');
    expect(card.text).toContain('Dear John, Анна here. Which volume of Мёд липовый?');
    expect(card.text).toContain('✍️ Анна (Экспортёр / Exporter)');

    await john.in(group).replies(card, '/agree');
    await company.settle();
    await john.in(group).reads('That is the bot');
  });

  it('is promised an offer by a date, which everybody in the room reads', async () => {
    await anna.presses('Через 3 дня');
    await company.settle();

    await anna.reads('предложение и документы до 24.11.2026');
    await john.in(group).reads('Предложение и документы: Мёд липовый');
    const card = await anna.in(group).pinned();
    expect(card.text).toContain('Дальше: Предложение и документы: Мёд липовый — до 24.11 18:00');
    await anna.presses('Завтра');
    expect(await anna.lastToast()).toBe('Уже сделано.');

    await anna.presses('Другая дата');
    await company.settle();
    await anna.says('30.11.2026');
    await company.settle();
    await anna.reads('Срок предложения уже назван.');
  });

  it('offers its stages once: a list that Telegram refuses is not offered again later', async () => {
    const refused = { chatId: group.chatId, method: 'sendMessage' };
    const lists = async () =>
      (await anna.in(group).sees()).filter((text) => text.includes('На каком этапе сделка'));
    await refusing(company)(...bad('something new'), refused);
    await anna.in(group).presses('Этап… / Stage…');
    await company.later(5 * MINUTE);

    expect(await lists()).toEqual([]);
  });

  it('takes the list of its stages away when nobody presses it', async () => {
    const lists = async () =>
      (await anna.in(group).sees()).filter((text) => text.includes('На каком этапе сделка'));
    await anna.in(group).presses('Этап… / Stage…');
    await company.settle();
    expect(await lists()).toHaveLength(1);

    await company.later(5 * MINUTE + 5_000);

    expect(await lists()).toEqual([]);
  });

  it('moves on: stages are set by the exporter and by staff, and by nobody else', async () => {
    await john.in(group).presses('Этап… / Stage…');
    expect(await john.lastToast()).toBe('The exporter and the manager change the stage.');

    await anna.in(group).presses('Этап… / Stage…');
    await company.settle();
    await anna.in(group).presses('Условия');
    await company.settle();

    await anna.in(group).reads('Этап сделки теперь: Условия');
    expect((await anna.in(group).pinned()).text).toContain('Этап: Условия');
  });

  it('shows whose turn it is by what is said in the room', async () => {
    await john.in(group).says('20 tonnes a month.');
    await company.settle();

    expect((await anna.in(group).pinned()).text).toContain('Ждём экспортёра');
  });

  it('of the same importer and another product is another room, and says what was asked before', async () => {
    const other = await product('Воск');
    await asks(john, other.link);

    const notice = await anna.reads('Товар: Воск');
    expect(notice.text).toContain('Раньше спрашивал: Мёд липовый (21.11)');
  });

  it('is closed to an importer who was taken out of it: its link is no way around that', async () => {
    await company.igor.removes(john, group);
    await company.settle();
    await company.later(61 * MINUTE);
    const nudged = async () =>
      (await anna.sees()).filter((text) => text.includes('снова спрашивает')).length;
    const before = await nudged();

    await john.opens(honey.link);
    await company.settle();

    await john.reads('The chat about “Мёд липовый” is closed to you.');
    expect(await nudged()).toBe(before);
  });
});

describe('whoever may not ask', () => {
  it('reads why: a link nobody made, a product that is off, one’s own', async () => {
    const off = await product('Пыльца', { is_offered: false });
    const own = await product('Прополис');
    const mary = await company.client('Мария');

    await mary.opens(own.link.replace(/p_.*/, 'p_AAAAAAAAAAAAAAAA'));
    await mary.opens(off.link);
    await anna.opens(own.link);
    await company.katya.opens(own.link);
    await company.settle();

    await mary.reads('По этой ссылке ничего нет');
    await mary.reads('Товар «Пыльца» сейчас не предлагается');
    await anna.reads('Это ваш товар «Прополис»');
    await company.katya.reads('Вы сотрудник, поэтому чат не создан');
    expect(await company.app().database.prisma.lead.count()).toBe(2);
  });

  it('asks about three products a day, and no more', async () => {
    const eager = await company.client('Олег');
    for (const name of ['Первый', 'Второй', 'Третий']) {
      await asks(eager, (await product(name, { exporter_id: 'e-2' })).link);
    }
    await eager.opens((await product('Четвёртый', { exporter_id: 'e-2' })).link);
    await company.settle();

    await eager.reads('За сутки вы уже спросили о многих товарах');
    expect(await company.app().database.prisma.lead.count()).toBe(5);
  });

  it('presses what is not theirs: nothing changes', async () => {
    const { prisma } = company.app().database;
    const mary = await company.client('Мария-2');
    await mary.starts();
    await company.settle();
    const [message] = await mary.messages();
    const before = await prisma.lead.findMany({ orderBy: { id: 'asc' } });
    if (!message) throw new Error('the bot has said nothing');

    for (const data of [
      'lead-answer:1:0:send',
      'lead-answer:1:0:change',
      'lead-promise:1:0:3',
      'lead-rescue:1:0:phones',
      'lead-rescue:1:0:enter',
      'lead-suggest:1:1',
      'lead-stage:1:6',
      'lead-stages:99:0',
    ]) {
      await mary.forges(message, data);
      await company.settle();
      expect(await mary.lastToast(), data).toMatch(/для сотрудников|меняют экспортёр/);
    }
    expect(await prisma.lead.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  });
});

describe('an exporter who is silent', () => {
  let fish: Awaited<ReturnType<typeof product>>;
  let importer: Person;

  it('has time from when there is a chat to answer in, and again from when it is back', async () => {
    // Whoever waits for an answer from before is told of by then.
    await groupsForAllWhoWait();
    await company.later(62 * MINUTE);
    fish = await product('Рыба', { category: 'Рыба' });
    await product('Рыба копчёная', { exporter_id: 'e-2', category: 'рыба' });
    importer = await company.client('Ольга-импортёр');
    await asks(importer, fish.link);
    await company.later(31 * MINUTE);
    const card = () => company.igor.in(company.desk).reads('Товар: Рыба');
    expect((await card()).text).toContain('Чат ещё не готов: ждём группу из запаса.');
    await groupsForAllWhoWait();
    await company.later(MINUTE);

    expect((await card()).text).toContain('Ждём экспортёра с');
    const { room } = await company.app().database.prisma.lead.findFirstOrThrow({
      where: { product: { name: 'Рыба' } },
      include: { room: { include: { groups: true } } },
    });
    const group = { chatId: Number(room?.groups[0]?.chatId) };
    await company.katya.removes('bot', group);
    await company.settle();
    await company.later(31 * MINUTE);
    expect((await anna.sees()).join()).not.toContain('ждёт первого ответа о товаре «Рыба»');
    await company.katya.adds('bot', group);
    await company.control.promote({ chatId: group.chatId, userId: 'bot' });
    await company.settle();
    await company.later(MINUTE);
    const back = await company.app().database.prisma.lead.findFirstOrThrow({
      where: { product: { name: 'Рыба' } },
      include: { room: true },
    });
    expect(back.room?.state).toBe('ready');
    const left = (back.silenceDueAt?.getTime() ?? 0) - company.clock.now().getTime();
    expect(left).toBeGreaterThan(28 * MINUTE);
  });

  it('is reminded after half an hour of their own working time', async () => {
    await company.later(31 * MINUTE);

    const reminder = await anna.reads('ждёт первого ответа о товаре «Рыба»');
    expect(labels(reminder)).toEqual(['Первый ответ', 'Открыть чат']);
  });

  it('then their manager has three ways to help, and the importer reads how it stands', async () => {
    await company.later(31 * MINUTE);

    const slow = await importer.reads('«Русский мёд» пока не ответил о товаре «Рыба»');
    expect(slow.text).toContain('Мы сообщили менеджеру. Если нужно срочно, напишите сюда.');
    expect((await importer.sees()).join()).not.toContain('занимается');
    const silent = await company.katya.reads('«Русский мёд» молчит');
    expect(labels(silent)).toEqual([
      'Ответить за экспортёра',
      'Позвонить',
      'Предложить других экспортёров',
      'Войти в чат',
    ]);
    await company.katya.presses('Позвонить');
    await company.settle();
    const phones = await company.katya.reads('Как связаться с «Русский мёд»');
    expect(phones.text).toContain('Анна — +79990000001');
    await company.katya.presses('Предложить других экспортёров');
    await company.settle();
    const taken = (await importer.sees()).filter((text) => text.includes('занимается'));
    expect(taken).toEqual([
      'Вашим запросом о товаре «Рыба» занимается Катя Смирнова. Если нужно срочно, напишите сюда.',
    ]);
    await company.katya.presses('Рыба копчёная — Алтай');
    await company.settle();
    const offer = await importer.reads('можем предложить ещё один: «Рыба копчёная»');
    expect(labels(offer)).toEqual(['Спросить об этом товаре', 'Страница товара']);
    await company.katya.presses('Рыба копчёная — Алтай');
    expect(await company.katya.lastToast()).toBe('Уже сделано.');
  });

  it('is answered for by the manager, and is left alone then', async () => {
    await company.katya.presses('Ответить за экспортёра');
    await company.settle();
    const draft = await company.katya.reads('Так прочитает Ольга-импортёр');
    expect(draft.text).toContain('Меня зовут Катя Смирнова, компания «Русский мёд»');
    await company.katya.presses('Отправить в чат');
    await company.settle();

    const lead = await company.app().database.prisma.lead.findFirst({
      where: { product: { name: 'Рыба' } },
    });
    expect(lead).toMatchObject({ answeredBy: 'staff', silenceDueAt: null, move: 'importer' });
    const card = await company.igor.in(company.desk).reads('Товар: Рыба');
    expect(card.text).toContain('За экспортёра ответил сотрудник: Катя Смирнова.');
  });

  it('is called in the morning, not at night', async () => {
    // 16:50 in Moscow: ten minutes to closing are a third of the half hour.
    await until('2026-11-21T14:50:00Z');
    await aGroup('Запас на ночь');
    const late = await company.client('Полуночник');
    await asks(late, (await product('Орехи')).link);
    await company.later(60 * MINUTE);
    expect((await anna.sees()).join()).not.toContain('ждёт первого ответа о товаре «Орехи»');

    await until('2026-11-22T06:22:00Z');
    await anna.reads('ждёт первого ответа о товаре «Орехи»');
  });
});

describe('an exporter who is not in Telegram yet', () => {
  it('is waited for: staff have the link to send them, and the lead opens with their confirmation', async () => {
    const { prisma } = company.app().database;
    const tea = await product('Чай', { exporter_id: 'e-3' });
    const buyer = await company.client('Вера');
    await asks(buyer, tea.link);

    await buyer.reads('«Новая компания» ещё не в Telegram');
    const told = await company.katya.reads('Лид ждёт: «Новая компания» ещё не в Telegram');
    expect(told.text).toContain('?start=e_code-e-3');
    expect(await prisma.lead.findFirst({ where: { product: { name: 'Чай' } } })).toMatchObject({
      state: 'waiting',
      roomId: null,
    });
  });
});

describe('a lead that the site announces', () => {
  let ahmed: Person;
  let salt: string;

  it('is taken once, its link is the importer’s alone, and leads them in', async () => {
    const given = {
      external_id: 'L-1',
      product_id: (await product('Соль')).id,
      importer: { name: 'Ahmed Hassan', company: 'Nile Foods', locale: 'en' },
      request: '5 containers',
    };
    await company.clock.advance(1_000);
    const first = await company.site().post('/api/leads', given);
    await company.clock.advance(1_000);
    const again = await company.site().post('/api/leads', given);
    await company.settle();

    const rush = { ...given, external_id: 'L-rush', product_id: (await product('Перец')).id };
    const tries = [1, 2, 3].map((n) => ({ ...rush, request: `${n} tonnes` }));
    const three = await Promise.all(tries.map((one) => company.site().post('/api/leads', one)));
    expect(new Set(three.map(({ body }) => body.link)).size).toBe(1);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.body).toMatchObject({ status: 'open' });
    expect(again.body.link).toBe(first.body.link);
    const notice = await anna.reads('Товар: Соль');
    expect(notice.text).toContain('Спрашивает: Ahmed Hassan, Nile Foods');

    salt = String(first.body.link);
    ahmed = await company.client('Ahmed', { languageCode: 'en' });
    const thief = await company.client('Вор');
    await ahmed.opens(salt);
    await company.settle();
    await thief.opens(salt);
    await company.settle();

    await ahmed.reads('We are preparing your chat');
    await thief.reads('Эта ссылка выдана другому человеку');
    // Pressing again promises nothing twice.
    await ahmed.opens(salt);
    await company.settle();
    await groupsForAllWhoWait();
    // Who brought a group is in it: there is nothing to let them into.
    const told = (await company.katya.sees()).filter((text) =>
      text.startsWith('Новый чат у вашего'),
    );
    expect(told).toHaveLength(1);
    const ways = (await ahmed.messages()).filter((one) => labels(one).includes('Open the chat'));
    expect(ways).toHaveLength(1);
    for (const way of ways) await follows(ahmed, way, 'Open the chat');
    await ahmed.opens(salt);
    await company.settle();
    await ahmed.reads('You are in this chat already');
  });

  it('leads whoever has left back into its room, also when that waits for another group', async () => {
    const { prisma } = company.app().database;
    const { room } = await prisma.lead.findFirstOrThrow({
      where: { product: { name: 'Соль' } },
      include: { room: { include: { groups: true } } },
    });
    const lost = { chatId: Number(room?.groups[0]?.chatId) };
    await ahmed.leaves(lost);
    await company.settle();
    await company.katya.removes('bot', lost);
    await company.settle();
    await ahmed.opens(salt);
    await company.settle();
    await company.katya.presses('Дать другую группу');
    await company.settle();

    const { chatId } = await aGroup('Запас взамен');
    const way = (await ahmed.messages()).findLast((one) => labels(one).includes('Open the chat'));
    if (way) await follows(ahmed, way, 'Open the chat');
    const inside = await company.control.chats({ userId: ahmed.id });
    expect(inside.map((chat) => chat.chatId)).toContain(chatId);
  });

  it.each([
    [{ product_id: 'nothing' }, 404, 'product-unknown'],
    [{ product_id: 'p-3' }, 409, 'product-off'],
  ])('is refused for %j', async (change, status, error) => {
    await company.clock.advance(1_000);
    const importer = { name: 'Ahmed Hassan' };
    const answer = await company
      .site()
      .post('/api/leads', { external_id: 'L-9', importer, ...change });

    expect(answer).toMatchObject({ status, body: { error } });
  });
});

describe('an exporter who registers after somebody has asked', () => {
  it('finds the lead that has waited for them, and the importer the way into the room', async () => {
    await company.clock.advance(1_000);
    const given = { external_id: 'e-4', name: 'Байкал' };
    const announced = await company.site().post('/api/exporters', given);
    const water = await product('Вода', { exporter_id: 'e-4' });
    const buyer = await company.client('Нина');
    await asks(buyer, water.link, 'Две фуры в месяц');
    await buyer.reads('«Байкал» ещё не в Telegram');

    const seller = await company.client('Бато');
    await seller.opens(String(announced.body.registration_link));
    for (const label of ['Русский', 'Байкал', 'Бато']) {
      await company.settle();
      await seller.presses(label);
    }
    await company.settle();
    await seller.sharesContact();
    for (const label of ['Верно', 'Согласиться и отправить']) {
      await company.settle();
      await seller.presses(label);
    }
    await company.settle();

    const notice = await seller.reads('Новый чат по товару');
    expect(notice.text).toContain('Запрос: Две фуры в месяц');
    await buyer.reads('Готовим чат с экспортёром «Байкал»');
  });
});

describe('with a group in stock', () => {
  it('a notice opens the chat in one tap, and so does what the importer reads', async () => {
    const { prisma } = company.app().database;
    // Whoever has waited gets the first ones.
    await groupsForAllWhoWait();
    await aGroup('Запас впрок');
    const buyer = await company.client('Роман');
    await asks(buyer, (await product('Кедровое масло')).link);

    const notice = await anna.reads('Товар: Кедровое масло');
    expect(labels(notice)).toEqual(['Присоединиться к чату', 'Первый ответ']);
    await follows(anna, notice, 'Присоединиться к чату');
    await follows(buyer, await buyer.reads('Чат с экспортёром «Русский мёд»'), 'Открыть чат');

    const { room } = await prisma.lead.findFirstOrThrow({
      where: { product: { name: 'Кедровое масло' } },
      include: { room: { include: { members: { include: { person: true } } } } },
    });
    const inside = room?.members.map(({ person, role }) => `${person.name} ${role}`);
    expect(inside).toEqual(expect.arrayContaining(['Анна exporter', 'Роман importer']));
  });
});

describe('many leads at once', () => {
  it('are looked up with as many questions to the database as one', async () => {
    const { database } = company.app();
    const counted = countingQueries(database);
    const load = createFacts({
      database: counted.database,
      leads: createLeadRepository(),
      products: createProductRepository(),
      sellers: createSellerRepository(),
      people: createPersonRepository(),
      rooms: { members: async () => [] },
    });
    const leads = await database.prisma.lead.findMany({ orderBy: { id: 'asc' } });
    const ids = leads.map(({ id }) => id);
    await load(ids.slice(0, 1));
    const ofOne = counted.take();
    const facts = await load(ids);

    expect(ids.length).toBeGreaterThan(5);
    expect(counted.take()).toBe(ofOne);
    const earlierOf = (name: string) =>
      [...facts.values()].find(({ product: { name: own } }) => own === name)?.earlier;
    expect(earlierOf('Третий')?.map(({ productName }) => productName)).toEqual([
      'Второй',
      'Первый',
    ]);
    expect(earlierOf('Первый')).toEqual([]);
  });
});

describe('a blocked exporter', () => {
  it('is waited for no more: whoever asked reads so, with others to ask', async () => {
    const { prisma } = company.app().database;
    const buyer = await company.client('Глеб');
    await product('Варенье малиновое', { category: 'Варенье' });
    const jam = await product('Варенье вишнёвое', { exporter_id: 'e-2', category: 'Варенье' });
    await asks(buyer, jam.link);
    const where = { product: { name: 'Варенье вишнёвое' } };
    const { companyId } = await prisma.lead.findFirstOrThrow({ where });
    const data = { id: companyId, revision: 0, choice: 'block--rules' } as const;
    await company.katya.says('/exporters Алтай');
    await company.settle();
    const list = await company.katya.reads('Алтай');
    await company.katya.forges(list, reasonButton.encode(data));
    await company.settle();

    const told = await buyer.reads('«Алтай» сейчас не работает на нашей площадке');
    expect(labels(told)).toContain('Варенье малиновое — Русский мёд');
    expect(await prisma.lead.findFirst({ where })).toMatchObject({ silenceDueAt: null });
    await company.later(61 * MINUTE);
    await buyer.opens(jam.link);
    await company.settle();
    const again = (await buyer.sees()).filter((text) => text.includes('сейчас не работает'));
    expect(again).toHaveLength(2);
    const card = await company.igor.in(company.desk).reads('Товар: Варенье вишнёвое');
    expect(card.text).toContain('Экспортёр сейчас не работает с нами, импортёр об этом знает.');
  });

  it('is sent nobody new', async () => {
    const { prisma } = company.app().database;
    const nuts = await product('Шишки', { exporter_id: 'e-2' });
    await prisma.company.update({
      where: { externalId: 'e-2' },
      data: { status: 'blocked', reason: 'fraud', blockedFrom: 'confirmed' },
    });
    const buyer = await company.client('Семён');

    await buyer.opens(nuts.link);
    await company.settle();

    await buyer.reads('Товар «Шишки» сейчас не предлагается');
  });
});

describe('a spreadsheet of products', () => {
  it('is read when an employee sends it with «/import», and each mistake is named', async () => {
    const { prisma } = company.app().database;
    const text =
      'Артикул;Экспортёр;Название;Ссылка\n' +
      't-1;Русский мёд;Мёд донниковый;https://shop.example/russia/t-1\n' +
      't-2;Никто;Мёд;https://shop.example/russia/t-2\n' +
      't-3;e-1;Мёд;где-то\n';
    const file = { fileName: 'товары.csv', bytes: new TextEncoder().encode(text) };

    await company.katya.sendsDocument('/import', file);
    await company.later(5_000);

    const told = await company.katya.reads('Таблица «товары.csv»');
    expect(told.text).toBe(
      'Таблица «товары.csv»: новых товаров — 1, изменено — 0, без изменений — 0, с ошибками — 2.\n' +
        'Строка 3: такого экспортёра нет, или у двух одно название: укажите его номер на сайте\n' +
        'Строка 4: ссылка должна начинаться с http:// или https://',
    );
    expect(await prisma.product.findUnique({ where: { externalId: 't-1' } })).toMatchObject({
      name: 'Мёд донниковый',
    });
  });

  it('of somebody who does not work here is a message like any', async () => {
    const { prisma } = company.app().database;
    const mary = await company.client('Мария-3');
    await mary.starts();
    const file = { fileName: 'a.csv', bytes: new TextEncoder().encode('x') };

    await mary.sendsDocument('/import', file);
    await company.later(5_000);

    expect(await prisma.productImport.count()).toBe(1);
  });
});

describe('the question after a product’s link', () => {
  it('is asked again where its press comes again, as after a stop between the two', async () => {
    const { prisma } = company.app().database;
    const { link } = await product('Перга');
    const buyer = await company.client('Зоя');
    for (const times of [1, 2]) {
      await buyer.opens(link);
      await company.settle();
      const questions = (await buyer.sees()).filter((text) => text.includes('о товаре «Перга»'));
      expect(questions).toHaveLength(times);
      const lead = await prisma.lead.findFirst({ where: { product: { name: 'Перга' } } });
      expect(lead).toMatchObject({ state: 'asking', roomId: null });
    }
    await buyer.says('Две тонны');
    await company.settle();

    const notice = await anna.reads('Товар: Перга');
    expect(notice.text).toContain('Запрос: Две тонны');
  });
});
