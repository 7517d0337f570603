// «Безопасная сделка» in a product room, from the terms to the last payout: both sides, their manager, and
// whoever presses what is not theirs.
import { createHash } from 'node:crypto';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DealRoom, openDealRoom } from '../support/deal-room.ts';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import { textOfPdf } from '../support/pdf-text.ts';
import type { Message, Person } from '../support/people.ts';

const HOUR_MS = 3_600_000;

let company: DeskCompany;
let room: DealRoom;
let anna: Person;
let denis: Person;
let paul: Person;
let katya: Person;
let boris: Person;

beforeAll(async () => {
  company = await openDesk();
  ({ katya, boris } = company);
  room = await openDealRoom(company);
  ({ anna, denis, paul } = room);
});
afterAll(() => company.close());

/** The newest message of the room with this in it. */
function reads(part: string): Promise<Message> {
  return paul.in(room.group).reads(part);
}

async function presses(person: Person, label: string): Promise<string> {
  await person.in(room.group).presses(label);
  await company.settle();
  return person.lastToast();
}

async function card(): Promise<Message> {
  const seen = await paul.in(room.group).messages();
  const found = seen.findLast(({ text }) => /^🤝 Безопасная сделка № \d+\n/.test(text));
  if (!found) throw new Error('there is no card of a deal');
  return found;
}

async function sums() {
  const { prisma } = company.app().database;
  const row = await prisma.escrow.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const { status, unpaid, held, released, refunded } = row;
  const numbers = { unpaid, held, released, refunded };
  const amounts = Object.entries(numbers).map(([name, minor]) => [name, Number(minor) / 100]);
  return { status, ...Object.fromEntries(amounts) };
}

async function proposes(person: Person, text: string): Promise<void> {
  await person.in(room.group).says(`/escrow ${text}`);
  await company.settle();
}

describe('a deal', () => {
  it('is explained where there is none, and begun by two questions', async () => {
    await anna.in(room.group).says('/menu');
    await company.settle();
    await presses(anna, 'Безопасная сделка');
    await anna.in(room.group).reads('Безопасной сделки здесь пока нет');

    await presses(anna, 'Предложить условия');
    await presses(anna, 'RUB');
    await anna.in(room.group).says('Производство — сто — 07.12');
    await company.settle();
    await anna.in(room.group).reads('Не получилось понять сумму в строке «Производство — сто');
    await anna.in(room.group).says('Производство — 100 000 — 07.12\nПоставка — 200 000');
    await company.settle();

    await reads('Анна (экспортёр) предлагает безопасную сделку');
    const { text, buttons } = await card();
    expect(text).toContain('Сумма: 300\u00a0000,00\u00a0₽');
    expect(text).toContain('1. Производство — 100\u00a0000,00\u00a0₽, до 07.12.2026');
    expect(text).toContain('▫️ экспортёр: ждём ответа · ▫️ импортёр: ждём ответа');
    expect(text).toContain('Safe deal No.');
    expect(buttons.flat().map(({ label }) => label)).toContain(
      'Принимаю условия / Accept the terms',
    );
    expect((await paul.in(room.group).pinned()).text).toContain('Согласуем условия');
  });

  it('is for its sides: a stranger, a partner of nobody and another manager press in vain', async () => {
    const eve = await company.client('Ева');
    const shown = await card();
    const data = shown.buttons.flat()[0]?.value ?? '';
    for (const person of [eve, boris]) {
      await person.starts();
      await company.settle();
      const own = (await person.messages()).at(-1);
      if (!own) throw new Error('nothing to forge with');
      await person.forges(own, data);
      await company.settle();
      expect(await person.lastToast()).toContain('для сторон сделки и менеджера');
    }
    expect(await sums()).toMatchObject({ status: 'draft' });
  });

  it('is agreed to by both sides, and a change asks both again', async () => {
    expect(await presses(denis, 'Принимаю условия / Accept the terms')).toBe('Готово');
    expect(await presses(anna, 'Принимаю условия / Accept the terms')).toContain('уже сделали');
    expect((await card()).text).toContain('✅ экспортёр: условия приняты');
    const old = await card();

    await proposes(paul, 'USD\nProduction — 1,000 — 07.12\nDelivery — $2,000.50');
    await reads('Paul (importer) changes the terms');
    expect((await card()).text).toContain('▫️ экспортёр: ждём ответа');
    await anna.forges(old, old.buttons.flat()[0]?.value ?? '');
    await company.settle();
    expect(await anna.lastToast()).toContain('условия или этап изменились');

    await presses(anna, 'Принимаю условия / Accept the terms');
    expect(await presses(paul, 'Принимаю условия / Accept the terms')).toBe('Done');
    const invoice = await reads('🧾 Invoice No.');
    expect(invoice.text).toContain('To pay: US$3,000.50');
    await katya.reads('стороны договорились. Пришлите в группу реквизиты');
  });

  it('is paid when the manager says so, not when the importer does', async () => {
    expect(await presses(anna, 'Оплачено / Paid')).toBe('Это нажимает импортёр.');
    await presses(paul, 'Оплачено / Paid');
    expect(await sums()).toMatchObject({ status: 'paid', unpaid: 3000.5, held: 0 });
    expect(await presses(paul, 'Деньги поступили / Money received')).toContain('manager');

    const move = await katya.reads('ваш ход');
    const [toGroup] = move.buttons.at(-1) ?? [];
    expect(toGroup?.label).toBe('Открыть группу');
    expect(toGroup?.value).toMatch(/^https:\/\/t\.me\/c\/\d+\/\d+$/);
    await katya.presses('Деньги не поступили');
    await company.settle();
    await reads('деньги по сделке');
    expect(await sums()).toMatchObject({ status: 'invoiced' });
    await presses(paul, 'Оплачено / Paid');
    await katya.presses('Деньги поступили');
    await company.settle();

    expect(await sums()).toMatchObject({ status: 'working', unpaid: 0, held: 3000.5 });
    await katya.presses('Деньги поступили');
    await company.settle();
    expect(await katya.lastToast()).toContain('Сейчас так нельзя. Этап 1 из 2: выполняется.');
  });

  it('releases a stage that all three have confirmed, and nothing twice', async () => {
    expect(await presses(paul, 'Этап выполнен / Stage done')).toBe(
      'This is for the exporter to press.',
    );
    await presses(anna, 'Этап выполнен / Stage done');
    await presses(paul, 'Этап не выполнен / Not done yet');
    await reads('Напишите здесь, что нужно исправить');
    await presses(denis, 'Этап выполнен / Stage done');
    await reads('Денис (экспортёр): этап 1 «Production» выполнен');
    await presses(paul, 'Подтверждаю этап / Confirm the stage');
    const told = await katya.reads('ваш ход');
    await katya.presses('Выплата отправлена');
    await company.settle();
    expect(await sums()).toMatchObject({ status: 'working', held: 2000.5, released: 1000 });

    await katya.forges(told, told.buttons.flat()[0]?.value ?? '');
    await company.settle();
    expect(await sums()).toMatchObject({ held: 2000.5, released: 1000 });
    await reads('выплата за этап 1 «Production» отправлена экспортёру');
  });

  it('shows its state as a paper in both languages', async () => {
    expect(await presses(anna, 'Состояние в PDF / State as PDF')).toContain('Готовлю PDF');
    const files = (await paul.in(room.group).messages()).filter(({ fileName }) => fileName);
    const names = files.map(({ fileName }) => fileName);
    expect(names).toEqual([expect.stringMatching(/^sdelka-/), expect.stringMatching(/^deal-/)]);
    const [russian] = files;
    if (!russian) throw new Error('there is no paper');
    const { bytes } = await paul.in(room.group).downloads(russian);
    const text = textOfPdf(bytes).replace(/\s+/g, ' ');
    expect(text).toContain('Безопасная сделка №');
    expect(text).toContain('Paul (импортёр)');
    expect(text).toContain('Поступление денег подтверждено');
    expect(text).toContain('Катя Смирнова (менеджер)');
  });

  it('stops for a dispute, and goes on when the manager says how', async () => {
    await company.later(2 * HOUR_MS);
    await presses(paul, 'Открыть спор / Open a dispute');
    await reads('Paul (importer) opens a dispute');
    await company.olga.reads('разобраться и решить');
    await company.later(30_000);
    await reads('Поддержка вызвана');
    const topic = await boris.topic('Сталь листовая');
    await boris.in(topic).reads('Спор');
    // No message called: the way into the group leads to its card.
    expect(labels(await boris.in(topic).reads('Группа по товару'))).toContain('Открыть группу');
    await paul.in(room.group).replies(await reads('Поддержка вызвана'), 'The sheets are bent');
    await company.settle();
    await boris.in(topic).reads('The sheets are bent');
    expect(await presses(anna, 'Этап выполнен / Stage done')).toContain('Спор: сделка остановлена');
    expect(await presses(anna, 'Продолжить сделку / Go on with the deal')).toContain('менеджер');
    await katya.presses('Продолжить сделку');
    await company.settle();

    expect(await presses(paul, 'Открыть спор / Open a dispute')).toContain(
      'can be opened from 15:0',
    );
    expect((await card()).text).toContain('Этап 2 из 2: выполняется');
  });

  it('changes its rest when both want it, for the same money', async () => {
    await proposes(anna, 'Поставка морем — 500');
    await anna.in(room.group).reads('Этапы вместе стоят 500,00');
    await proposes(anna, 'Погрузка — 500\nПоставка морем — 1500,50');
    expect(await sums()).toMatchObject({ status: 'asked' });
    expect(await presses(anna, 'Согласиться / Agree')).toContain('импортёр');
    await presses(paul, 'Согласиться / Agree');

    expect((await card()).text).toContain('Этап 2 из 3: выполняется');
    expect(await sums()).toMatchObject({ status: 'working', held: 2000.5, released: 1000 });
  });

  it('calls support for the next dispute too, while a call is open and the bot may say nothing in the group', async () => {
    await company.later(HOUR_MS + 60_000);
    await katya.demotes('bot', room.group);
    await company.settle();
    await presses(paul, 'Открыть спор / Open a dispute');
    await company.later(5_000);

    const again = await boris
      .in(await boris.topic('Сталь листовая'))
      .reads('Ещё один вызов из группы');
    expect(again.text).toContain('Спор\nВызов: Paul');
    await katya.promotes('bot', room.group);
    await company.settle();
    await katya.presses('Продолжить сделку');
    await company.settle();
    expect(await sums()).toMatchObject({ status: 'working' });
  });

  it('ends with everything paid out, and another one may begin', async () => {
    for (const stage of [2, 3]) {
      await presses(anna, 'Этап выполнен / Stage done');
      await presses(paul, 'Подтверждаю этап / Confirm the stage');
      await katya.reads('ваш ход');
      await katya.presses('Выплата отправлена');
      await company.settle();
      await reads(`stage ${stage} “`);
    }
    expect(await sums()).toMatchObject({ status: 'completed', held: 0, released: 3000.5 });
    expect((await card()).text).toContain('Завершена: всё выплачено');

    await proposes(paul, 'EUR\nSamples — 10');
    expect(await sums()).toMatchObject({ status: 'draft', unpaid: 10 });
    await presses(anna, 'Отменить сделку / Cancel the deal');
    expect(await sums()).toMatchObject({ status: 'cancelled', unpaid: 10 });
  });
});

describe('the trail of the room', () => {
  async function exported(person: Person, label: string): Promise<Message> {
    await person.in(room.group).says('/menu');
    await company.settle();
    await presses(person, 'Выгрузить всё');
    await presses(person, label);
    return person.reads('SHA-256 этого файла');
  }

  it('is there as a spreadsheet: who, what, when, what it was before, and files', async () => {
    const said = await anna.in(room.group).says('=Отгрузим 7 декабря');
    const contract = new Uint8Array([1, 2, 3]);
    await denis.in(room.group).sendsDocument('Вот', { fileName: 'Договор.pdf', bytes: contract });
    await company.later(60_000);
    await anna.in(room.group).edits(said, '=Отгрузим 8 декабря');
    await company.settle();

    const file = await exported(anna, 'Таблица Excel');
    const { bytes } = await anna.downloads(file);
    expect(file.text).toContain(createHash('sha256').update(bytes).digest('hex'));
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer as exceljs.Buffer);
    const rows: string[] = [];
    workbook.worksheets[0]?.eachRow((row) => {
      rows.push(
        [2, 3, 4, 5, 6, 7]
          .map((column) => row.getCell(column).text)
          .filter(Boolean)
          .join(' | '),
      );
    });
    const hash = createHash('sha256').update(contract).digest('hex');
    for (const row of [
      'Анна | Экспортёр | Сообщение | =Отгрузим 7 декабря',
      'Анна | Экспортёр | Сообщение исправлено | =Отгрузим 8 декабря',
      `Денис | Экспортёр | Файл | Договор.pdf | Договор, 1 КБ | ${hash}`,
      'Paul | Импортёр | Безопасная сделка № 1 | Открыт спор',
    ]) {
      expect(rows).toContain(row);
    }
    expect(rows).toContain('Paul | Импортёр | Участник в группе | Paul (Импортёр)');
    // With the sum, by whom it was paid out.
    expect(rows.map((row) => row.replaceAll('\u00a0', ' '))).toContain(
      'Катя Смирнова | Менеджер | Безопасная сделка № 1 | Выплата за этап 1 | 1 000,00 $',
    );
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Что происходило',
      'Участники',
      'Файлы',
    ]);
    const [sheet] = workbook.worksheets;
    expect(sheet?.autoFilter).toBeTruthy();
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getCell(1, 1).text).toBe('Когда (Москва)');
  });

  it('is there on paper too, for the sides and employees alone', async () => {
    const { bytes } = await anna.downloads(await exported(anna, 'PDF'));
    const text = textOfPdf(bytes).replace(/\s+/g, ' ');
    expect(text).toContain('Группа «Сталь листовая — Paul»: что в ней было');
    expect(text).toContain('=Отгрузим 8 декабря');

    await company.app().database.prisma.roomMember.updateMany({
      where: { person: { userId: denis.id } },
      data: { role: 'partner' },
    });
    await denis.in(room.group).says('/export');
    await company.settle();
    expect((await denis.sees()).join()).not.toContain('SHA-256');
    expect((await denis.in(room.group).sees()).join()).not.toContain('Таблица Excel');
  });
});

describe('the days of a deal', () => {
  it('are those of the exporter’s clock', async () => {
    const { prisma } = company.app().database;
    const zone = { timeZone: 'Asia/Vladivostok', worksFrom: '09:00', worksTo: '18:00' };
    const facts = { code: 'far-away', name: 'Восток', status: 'confirmed', locale: 'ru' };
    const { id: companyId } = await prisma.company.create({
      data: { ...facts, ...zone, createdAt: company.clock.now() },
    });
    const where = { id: room.roomId };
    await prisma.room.update({ where, data: { companyId } });

    await proposes(anna, 'RUB\nИкра — 100 — 07.12.2026');
    expect((await card()).text).toContain('до 07.12.2026');
    expect((await card()).text).toContain('(Владивосток)');
    const { stages } = await prisma.escrow.findFirstOrThrow({
      orderBy: { id: 'desc' },
      include: { stages: true },
    });
    // The end of the seventh in Vladivostok.
    expect(stages[0]?.dueAt?.toISOString().slice(0, 13)).toBe('2026-12-07T13');
    await presses(anna, 'Отменить сделку / Cancel the deal');
    await prisma.room.update({ where, data: { companyId: null } });
  });
});

describe('silence', () => {
  it('reminds in private, then calls the manager, and moves nothing', async () => {
    await proposes(anna, 'RUB\nОбразцы — 100');
    await presses(anna, 'Принимаю условия / Accept the terms');
    // Saturday, three in the afternoon: 72 hours are over on Tuesday at three, a day before that it is time.
    await company.later(49 * HOUR_MS);
    const reminder = await paul.reads('is waiting for you');
    expect(reminder.text).toContain('Waiting for: importer');
    expect(await anna.sees()).not.toContain('ждёт вас');

    await company.later(24 * HOUR_MS);
    await reads('The deadline in deal No.');
    await katya.reads('срок прошёл, ответа нет');
    expect(await sums()).toMatchObject({ status: 'draft' });
    expect((await card()).text).toContain('Срок прошёл');
    const texts = await paul.sees();
    expect(texts.filter((text) => text.includes('is waiting for you'))).toHaveLength(1);

    await presses(paul, 'Принимаю условия / Accept the terms');
    expect(await sums()).toMatchObject({ status: 'invoiced' });
  });

  it('calls nobody at night: what falls due then is said in the morning', async () => {
    // Tuesday, three in the afternoon and some minutes.
    await presses(paul, 'Оплачено / Paid');
    const isReminded = async () =>
      (await katya.sees()).some((text) => text.includes('скоро срок, ход за вами'));

    // Sixteen of 24 hours are over soon after eight; the company opens at nine.
    await company.later(16.5 * HOUR_MS);
    expect(await isReminded()).toBe(false);
    await company.later(HOUR_MS);
    expect(await isReminded()).toBe(true);

    await company.later(8 * HOUR_MS);
    const { olga } = company;
    await olga.reads('срок прошёл, а ход за менеджером');
    expect(await sums()).toMatchObject({ status: 'paid', held: 0 });
  });
});
