// What goes wrong around a lead, and how employees look after all of them: two people answer at once, a notice does not arrive, an exporter is not
// there, somebody asks about their own goods, the site tells of somebody who has asked before.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import { leadsOf } from '../support/leads.ts';
import type { Message, Person } from '../support/people.ts';

const MINUTE = 60_000;

let company: DeskCompany;
let anna: Person;
let ivan: Person;

const { exporter, product, asks, until, aGroup } = leadsOf(() => company);

beforeAll(async () => {
  company = await openDesk({ ROOM_STOCK: '0' });
  anna = await company.client('Анна', { username: 'anna_med' });
  ivan = await company.client('Иван');
  await exporter('e-1', 'Русский мёд', [anna, ivan]);
  await exporter('e-2', 'Новая компания', []);
});
afterAll(() => company.close());

const prisma = () => company.app().database.prisma;

/** The site tells of somebody who asks. */
async function handsIn(externalId: string, productId: string, more: object = {}) {
  await company.clock.advance(1_000);
  const importer = { name: 'Ahmed Hassan', ...more };
  const given = { external_id: externalId, product_id: productId, importer, request: 'Две фуры' };
  const answer = await company.site().post('/api/leads', given);
  await company.settle();
  return answer;
}

async function presses(person: Person, label: string): Promise<string> {
  await person.presses(label);
  await company.settle();
  return await person.lastToast();
}

describe('two colleagues who answer the same lead', () => {
  it('have a draft each, and neither writes over the other’s words', async () => {
    const syrup = await product('Сироп');
    await asks(await company.client('Мария'), syrup.link);
    await presses(anna, 'Первый ответ');
    await presses(ivan, 'Первый ответ');
    await presses(ivan, 'Изменить текст');
    await ivan.says('Здравствуйте, это Иван. Сироп есть.');
    await company.settle();

    expect((await anna.reads('Так прочитает Мария')).text).toContain('Меня зовут Анна');
    expect((await ivan.reads('это Иван. Сироп есть')).text).not.toContain('Анна');
  });

  it('are told when one has sent theirs, and the other’s is sent by no press', async () => {
    const changing = await ivan.reads('это Иван. Сироп есть');
    expect(await presses(anna, 'Отправить в чат')).toBe('Отправлено в чат.');

    const closed = await ivan.reads('Первый ответ о товаре «Сироп» уже в чате');
    expect(closed.text).toContain('его автор — Анна');
    const wasSent = 'Первый ответ уже в чате, его автор — Анна. Остальное напишите прямо в чате.';
    for (const label of ['Отправить в чат', 'Изменить текст']) {
      const { value = '' } = changing.buttons.flat().find((one) => one.label === label) ?? {};
      await ivan.forges(changing, value ?? '');
      await company.settle();
      expect(await ivan.lastToast(), label).toBe(wasSent);
    }
    expect(await presses(ivan, 'Первый ответ')).toBe(wasSent);
    expect(await prisma().outboxMessage.count({ where: { name: 'lead-answer' } })).toBe(1);
  });

  it('are held to one first answer by the database itself', async () => {
    const [sent] = await prisma().leadDraft.findMany({ where: { sentAt: { not: null } } });
    const other = await prisma().person.findFirstOrThrow({ where: { name: 'Иван' } });

    await expect(
      prisma().leadDraft.create({
        data: { leadId: sent?.leadId ?? 0, personId: other.id, text: '…', sentAt: new Date(0) },
      }),
    ).rejects.toThrow();
  });
});

describe('an importer who is none', () => {
  it('is told kindly when the site hands in one of the exporter’s people, and nothing is opened', async () => {
    const own = await product('Прополис');
    const before = await prisma().lead.count();
    const rooms = await prisma().room.count();

    const refused = await handsIn('L-own', own.id, { telegram_id: anna.id });

    expect(refused).toMatchObject({ status: 409, body: { error: 'importer-is-exporter' } });
    const told = await anna.reads('Это ваш товар «Прополис»');
    expect(told.text).toContain(`Так страницу видит импортёр: ${own.given.url}`);
    expect([await prisma().lead.count(), await prisma().room.count()]).toEqual([before, rooms]);
  });

  it('is an employee: the same', async () => {
    const wax = await product('Воск');
    const before = await prisma().lead.count();

    const refused = await handsIn('L-staff', wax.id, { telegram_id: company.katya.id });

    expect(refused).toMatchObject({ status: 409, body: { error: 'importer-is-employee' } });
    expect(await prisma().lead.count()).toBe(before);
  });

  it('opens a link that was made for somebody else: the lead stays that importer’s', async () => {
    const pollen = await product('Пыльца');
    const { body } = await handsIn('L-pollen', pollen.id);

    await anna.opens(String(body.link));
    await company.boris.opens(String(body.link));
    await company.settle();

    await anna.reads('Это ваш товар «Пыльца»');
    await company.boris.reads('Это ссылка на товар «Пыльца»');
    const where = { externalId: 'L-pollen' };
    expect(await prisma().lead.findUnique({ where })).toMatchObject({ personId: null });
  });
});

describe('somebody of whom the site tells, and who has asked about that product before', () => {
  it('goes on in the first room: the exporter is reminded there and reads what is needed', async () => {
    const jam = await product('Варенье');
    const waiting = await prisma().room.count({ where: { state: 'waiting' } });
    for (let n = 0; n <= waiting; n += 1) await aGroup(`Запас ${n}`);
    const buyer = await company.client('Ольга-импортёр');
    await asks(buyer, jam.link);
    const first = await prisma().lead.findFirstOrThrow({ where: { product: { name: 'Варенье' } } });
    const { body } = await handsIn('L-jam', jam.id);
    await company.later(61 * MINUTE);
    const notices = (await anna.sees()).filter((text) => text.includes('Новый чат по товару'));

    await buyer.opens(String(body.link));
    await company.settle();

    expect(await prisma().lead.findUnique({ where: { externalId: 'L-jam' } })).toMatchObject({
      state: 'merged',
      mergedIntoId: first.id,
    });
    const said = await prisma().outboxMessage.findMany({ where: { name: 'lead-request' } });
    expect(said.map(({ destination }) => destination)).toEqual([`room:${first.roomId}`]);
    await anna.reads('Ольга-импортёр снова спрашивает о товаре «Варенье»');
    const after = (await anna.sees()).filter((text) => text.includes('Новый чат по товару'));
    expect(after).toHaveLength(notices.length);
    await buyer.reads('Чат с экспортёром «Русский мёд» о товаре «Варенье» готов');
  });

  it('and who has signed in there: their words are said in the room, and the site’s name leads to it', async () => {
    const fruit = await product('Курага');
    const buyer = await company.client('Пётр-импортёр');
    await asks(buyer, fruit.link);
    const own = await prisma().lead.findFirstOrThrow({ where: { product: { name: 'Курага' } } });
    const { body, status } = await handsIn('L-fruit', fruit.id, { telegram_id: buyer.id });
    const retried = await handsIn('L-fruit', fruit.id, { telegram_id: buyer.id });

    expect([status, retried.body.link]).toEqual([200, body.link]);
    expect(await prisma().lead.findUnique({ where: { id: own.id } })).toMatchObject({
      request: 'Две фуры',
    });
    const said = await prisma().outboxMessage.findMany({
      where: { name: 'lead-request', destination: `room:${own.roomId}` },
    });
    expect(said).toHaveLength(1);
    await buyer.opens(String(body.link));
    await company.settle();
    expect(
      await prisma().lead.count({ where: { product: { name: 'Курага' }, state: 'open' } }),
    ).toBe(1);
  });
});

describe('leads for an exporter who is not here', () => {
  const rings = async () =>
    (await company.katya.sees()).filter((text) => text.includes('«Новая компания»'));

  it('are told of at most once an hour, together, by what they are about', async () => {
    const tea = await product('Чай', { exporter_id: 'e-2' });
    const green = await product('Чай зелёный', { exporter_id: 'e-2' });
    await asks(await company.client('Вера'), tea.link);
    expect(await rings()).toHaveLength(1);
    await asks(await company.client('Нина'), tea.link);
    await asks(await company.client('Яна'), green.link);
    expect(await rings()).toHaveLength(1);

    await company.later(61 * MINUTE);

    const all = await rings();
    expect(all).toHaveLength(2);
    expect(all.at(-1)).toContain('3 лида ждут: «Новая компания» ещё не в Telegram.');
    expect(all.at(-1)).toContain('?start=e_code-e-2');
    expect(all.at(-1)).toContain('• Чай — 2\n• Чай зелёный');
    const told = await company.katya.reads('3 лида ждут');
    expect(labels(told)).toEqual(['Карточка экспортёра']);
    await company.later(61 * MINUTE);
    expect(await rings()).toHaveLength(2);
  });

  it('and ask at night are told of in the morning', async () => {
    await until('2026-11-21T18:30:00Z');
    await asks(
      await company.client('Полина'),
      (await product('Кофе', { exporter_id: 'e-2' })).link,
    );
    await company.later(61 * MINUTE);
    expect(await rings()).toHaveLength(2);

    await until('2026-11-22T06:01:00Z');
    expect((await rings()).at(-1)).toContain('4 лида ждут');
  });
});

describe('a notice that does not arrive', () => {
  const rings = async () =>
    (await company.katya.sees()).filter((text) => text.includes('не дошло'));

  it('is told in the morning with what has really happened, if nobody has answered by then', async () => {
    await until('2026-11-22T19:00:00Z');
    await ivan.blocksTheBot();
    await asks(await company.client('Роман'), (await product('Орехи')).link);
    await asks(await company.client('Семён'), (await product('Шишки')).link);
    await presses(anna, 'Первый ответ');
    await presses(anna, 'Отправить в чат');
    expect(await rings()).toEqual([]);

    await until('2026-11-23T06:01:00Z');

    const { id } = await prisma().lead.findFirstOrThrow({ where: { product: { name: 'Орехи' } } });
    expect(await rings()).toEqual([
      `Уведомление о лиде № ${id} по товару «Орехи» не дошло.\n` +
        'Кому: Иван, «Русский мёд»\n' +
        'Почему: чат с ботом заблокирован\n' +
        'Позвоните экспортёру или ответьте за него.',
    ]);
    expect(labels(await company.katya.reads('не дошло'))).toEqual([
      'Ответить за экспортёра',
      'Позвонить',
    ]);
  });

  it('says so of somebody who has never opened the bot', async () => {
    const { companyId } = await prisma().companyPerson.findFirstOrThrow();
    const oleg = await company.client('Олег');
    const createdAt = company.clock.now();
    const person = await prisma().person.create({
      data: { userId: oleg.id, name: 'Олег', locale: 'ru', createdAt },
    });
    await prisma().companyPerson.create({
      data: { companyId, personId: person.id, isContact: false, since: createdAt },
    });
    await asks(await company.client('Фёдор'), (await product('Изюм')).link);

    const told = (await rings()).find((text) => text.includes('Кому: Олег'));
    expect(told).toContain('Почему: чат с ботом ещё ни разу не открывали');
  });
});

describe('employees who look for leads', () => {
  const page = async () => (await company.katya.messages()).findLast(({ from }) => from.isBot);

  async function shown(label: string) {
    await company.katya.presses(label);
    await company.settle();
    return await page();
  }

  it('list them with who asks whom about what since when, and turn the pages', async () => {
    await company.katya.says('/leads');
    await company.settle();
    const first = await page();

    const total = await prisma().lead.count({ where: { state: { not: 'merged' } } });
    expect(first?.text).toContain(`Все лиды в работе: ${total}`);
    expect(first?.text).toContain(
      '· Фёдор — Изюм\nРусский мёд · 🇧🇷 Бразилия\nЖдёт первого ответа с ',
    );
    expect(first && labels(first)).toEqual(expect.arrayContaining(['1 / 2', '›', 'Витрина…']));
    expect((await shown('›'))?.text).not.toContain('Фёдор');
  });

  it('narrow them to a state, an exporter, a storefront', async () => {
    const waiting = await shown('Ждут экспортёра');
    expect(waiting?.text).toContain('Ждут экспортёра: 4');
    expect(waiting?.text).toContain(
      'Вера — Чай\nНовая компания · 🇧🇷 Бразилия\nЖдёт, пока подключится',
    );
    const answered = await shown('С ответом');
    expect(answered?.text).toContain('С ответом: 2');
    expect(answered?.text).toContain('Ждём импортёра с ');
    await shown('✓ С ответом');
    await shown('Экспортёр…');
    const none = await shown('Новая компания (4)');
    expect(none?.text).toContain(
      'С ответом: 0\nЭкспортёр: Новая компания\n\nЗдесь пока ничего нет.',
    );
    await shown('Показать всех');
    await shown('Витрина…');
    const brazil = await shown('🇧🇷 Бразилия');
    expect(brazil?.text).toContain('С ответом: 2\nВитрина: 🇧🇷 Бразилия');
  });

  it('find an exporter by words, and a lead by its number', async () => {
    await company.katya.says('/leads новая');
    await company.settle();
    expect((await page())?.text).toContain('Все лиды в работе: 4\nЭкспортёр: Новая компания');
    await company.katya.says('/leads ромашка');
    await company.settle();
    expect((await page())?.text).toContain('О товарах такого экспортёра ещё никто не спрашивал');
    await company.katya.says('/leads №1');
    await company.settle();
    expect((await page())?.text).toContain('Лид № 1\nТовар: Сироп');
  });

  it('open one, and do there what makes sense', async () => {
    const answered = await page();
    expect(answered && labels(answered)).toEqual([
      'Позвонить',
      'Войти в чат',
      'Карточка экспортёра',
      'К списку',
    ]);
    await shown('К списку');
    await shown('Без ответа');
    const [open] = labels((await page()) as Message).filter((label) => label.startsWith('№'));
    const one = await shown(open ?? '');
    expect(one && labels(one)).toEqual([
      'Ответить за экспортёра',
      'Позвонить',
      'Предложить других экспортёров',
      'Войти в чат',
      'Карточка экспортёра',
      'К списку',
    ]);
    expect(await presses(company.katya, 'Позвонить')).toBe('Ответ в личном чате с ботом.');
    await company.katya.reads('Как связаться с «Русский мёд»');
  });

  it('work here: nobody else is shown anything', async () => {
    const notice = await anna.reads('Товар: Изюм');
    for (const data of ['leads:1:1:now', 'lead-view:1:1:now', 'leads-by:1:1:exporter']) {
      await anna.forges(notice, data);
      await company.settle();
      expect(await anna.lastToast(), data).toBe('Это могут только сотрудники');
    }
    expect((await anna.reads('Товар: Изюм')).text).toBe(notice.text);
  });
});
