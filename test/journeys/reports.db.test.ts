// /report as employees have it: figures in words, menus, a chart and a spreadsheet, each for whom it is.

import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import { hearWarnings } from '../support/warnings.ts';

const MINUTE = 60_000;
/** How every PNG begins. */
const PNG = [0x89, 0x50, 0x4e, 0x47];

const warnings = hearWarnings();

let company: DeskCompany;
let does: ReturnType<typeof doing>;
let anna: OpenDialog;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
  const { katya } = company;
  anna = await asks(company, 'Анна');
  await company.later(10 * MINUTE);
  await does(katya.in(anna.topic).says('Доставка стоит 500 рублей.'));
  await asks(company, 'Борислав');
});

afterAll(async () => {
  warnings.stop();
  await company.close();
});

describe('/report', () => {
  it('tells a supervisor of everybody, this week, beside the same part of the last one', async () => {
    const { olga } = company;
    await does(olga.says('/report'));
    const report = await olga.reads('Отчёт: эта неделя');
    expect(report.text).toContain('16.11.2026 – 22.11.2026');
    expect(report.text).toContain('Все клиенты, все типы, все сотрудники');
    expect(report.text).toContain('Новых: 2 (+2) · закрыто: 0');
    expect(report.text).toContain('Сейчас не закрыто: 2');
    expect(report.text).toContain('той же части прошлого периода');
    expect(labels(report)).toEqual([
      '📅 Период',
      '🏢 Клиент',
      '🏷 Тип',
      '👤 Сотрудник',
      '📊 График',
      '📄 Таблица',
      '🔍 Примерить другой план',
      '📬 Еженедельные отчёты',
      '🔄 Обновить',
    ]);
  });

  it('is turned by buttons: another period, one employee, and back', async () => {
    const { olga } = company;
    await does(olga.presses('📅 Период'));
    await olga.reads('За какое время показать отчёт?');
    await does(olga.presses('Прошлая неделя'));
    expect((await olga.reads('Отчёт: прошлая неделя')).text).toContain('ничего не было');
    await does(olga.presses('📅 Период'));
    await does(olga.presses('Сегодня'));
    await does(olga.presses('👤 Сотрудник'));
    await does(olga.presses('Катя Смирнова'));
    const ofKatya = await olga.reads('Отчёт: сегодня');
    expect(ofKatya.text).toContain('Катя Смирнова');
    expect(ofKatya.text).toContain('Новых: 1');
    expect(ofKatya.text).toContain('Вся команда');
    await does(olga.presses('👤 Сотрудник'));
    await does(olga.presses('Все сотрудники'));
    expect((await olga.reads('Отчёт: сегодня')).text).toContain('Новых: 2');
  });

  it('takes dates and names of periods in words, and says so when it understands neither', async () => {
    const { olga } = company;
    await does(olga.says('/report 01.11 - 21.11'));
    expect((await olga.reads('Отчёт: выбранные даты')).text).toContain('01.11.2026 – 21.11.2026');
    await does(olga.says('/report Прошлый месяц'));
    expect((await olga.reads('Отчёт: прошлый месяц')).text).toContain('01.10.2026 – 31.10.2026');
    await does(olga.says('/report как дела'));
    await olga.reads('Не получилось понять даты «как дела»');
  });

  it('is asked for with days of one’s own, and says what is wrong about them', async () => {
    const { olga } = company;
    await does(olga.says('/report'));
    await does(olga.presses('📅 Период'));
    await does(olga.presses('Свои даты'));
    await olga.reads('За какие дни показать отчёт?');
    for (const [days, words] of [
      ['завтра', 'Не получилось понять даты «завтра»'],
      ['01.11–31.12', '«01.11–31.12» ещё не закончилось'],
      ['15.11–01.11', 'конец раньше начала'],
      ['01.01.2024–01.11.2026', 'не больше чем за 2 года'],
    ] as const) {
      await does(olga.says(days));
      await olga.reads(words);
    }
    await does(olga.says('с 1 по 15 ноября'));
    expect((await olga.reads('Отчёт: выбранные даты')).text).toContain('01.11.2026 – 15.11.2026');
    await does(olga.says('/report 1 января 2020 – 1 ноября 2026'));
    await olga.reads('не больше чем за 2 года');
  });

  it('each week is switched off by a supervisor for themselves, and on again', async () => {
    const { olga, igor, katya } = company;
    await does(olga.says('/report'));
    await does(olga.presses('📬 Еженедельные отчёты'));
    const menu = await olga.reads('Кому по понедельникам');
    expect(labels(menu)).toEqual(['✅ Лично: Ольга Власова', '◀ Назад']);
    await does(olga.presses('✅ Лично: Ольга Власова'));
    const { prisma } = company.app().database;
    const off = () => prisma.staff.findMany({ where: { weeklyReport: false } });
    expect((await off()).map(({ name }) => name)).toEqual(['Ольга Власова']);
    // A button that was drawn for somebody else turns nobody's, and shows one's own.
    const turned = await olga.reads('Кому по понедельникам');
    expect(labels(turned)).toEqual(['▫️ Лично: Ольга Власова', '◀ Назад']);
    const own = turned.buttons.flat()[0]?.value ?? '';
    await does(igor.forges(turned, own));
    await does(katya.forges(turned, own));
    expect(await katya.lastToast()).toContain('Общие отчёты доступны руководителям');
    expect(await off()).toHaveLength(1);
    await does(olga.presses('✅ Лично: Игорь Ким'));
    expect(await off()).toHaveLength(1);
    await does(olga.presses('▫️ Лично: Ольга Власова'));
    expect(await off()).toEqual([]);
  });

  it('shows whoever is no supervisor their own figures beside those of the team', async () => {
    const { katya } = company;
    await does(katya.says('/report'));
    const own = await katya.reads('Отчёт: эта неделя');
    expect(own.text).toContain('Новых: 1');
    expect(own.text).toContain('Вся команда\nНовых: 2');
    expect(labels(own)).not.toContain('👤 Сотрудник');
    expect(labels(own)).not.toContain('🔍 Примерить другой план');
  });

  it('of everybody is not turned by whoever may not see it', async () => {
    const { olga, katya, desk } = company;
    await does(olga.in(desk).says('/report'));
    await olga.in(desk).reads('Отчёт: эта неделя');
    await does(katya.in(desk).presses('📊 График'));
    expect(await katya.lastToast()).toContain('Общие отчёты доступны руководителям');
    await does(katya.in(desk).presses('👤 Сотрудник'));
    expect(await katya.lastToast()).toContain('Общие отчёты доступны руководителям');
  });

  it('is no command to a client', async () => {
    await does(anna.client.says('/report'));
    const all = (await anna.client.messages()).map(({ text }) => text).join('\n');
    expect(all).not.toContain('Отчёт');
  });
});

describe('a report to take away', () => {
  it('is a chart', async () => {
    const { olga } = company;
    await does(olga.says('/report'));
    await does(olga.presses('📊 График'));
    expect(await olga.lastToast()).toBe('Рисую график. Он придёт отдельным сообщением.');
    const sent = (await olga.messages()).findLast(({ fileId }) => fileId !== null);
    expect(sent?.text).toContain('Отчёт: эта неделя, 16.11.2026 – 22.11.2026');
    const { bytes } = await olga.downloads(sent as NonNullable<typeof sent>);
    expect([...bytes.slice(0, 4)]).toEqual(PNG);
  });

  it('is a spreadsheet with a sheet for each question', async () => {
    const { olga } = company;
    await does(olga.presses('📄 Таблица'));
    const sent = (await olga.messages()).findLast(({ fileId }) => fileId !== null);
    const file = await olga.downloads(sent as NonNullable<typeof sent>);
    expect(sent?.fileName).toBe('otchet-2026-11-16-2026-11-22.xlsx');
    const book = new exceljs.Workbook();
    await book.xlsx.load(Buffer.from(file.bytes) as unknown as exceljs.Buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Сводка',
      'По клиентам',
      'По типам',
      'По сотрудникам',
      'Заявки',
    ]);
    expect(book.getWorksheet('Сводка')?.getRow(5).values).toEqual([undefined, 'Новые', 2, 0, '+2']);
  });

  it('holds no figures of colleagues for whoever is no supervisor', async () => {
    const { katya } = company;
    await does(katya.presses('📄 Таблица'));
    const sent = (await katya.messages()).findLast(({ fileId }) => fileId !== null);
    const file = await katya.downloads(sent as NonNullable<typeof sent>);
    const book = new exceljs.Workbook();
    await book.xlsx.load(Buffer.from(file.bytes) as unknown as exceljs.Buffer);
    expect(book.worksheets.map(({ name }) => name)).not.toContain('По сотрудникам');
  });
});

describe('/ticket_log', () => {
  /** A ticket of a company in whose group Анна is; Борислав is not. */
  async function ticketOfAnna(): Promise<string> {
    const { prisma } = company.app().database;
    const at = company.clock.now();
    const userId = BigInt(anna.client.id);
    const data = { name: 'Анна', locale: 'ru', createdAt: at, startedAt: at };
    const person = await prisma.person.upsert({
      where: { userId },
      create: { ...data, userId },
      update: { startedAt: at },
    });
    const room = await prisma.room.create({
      data: { kind: 'support', title: 'Пекарня', locales: ['ru'], createdAt: at },
    });
    await prisma.roomMember.create({
      data: { roomId: room.id, personId: person.id, role: 'client', since: at },
    });
    const facts = { code: 'code-of-bakery', name: 'Пекарня', locale: 'ru', createdAt: at };
    const bakery = await prisma.clientCompany.create({
      data: { ...facts, roomId: room.id, timeZone: 'Europe/Moscow' },
    });
    const type = await prisma.ticketType.findFirstOrThrow();
    const ticket = await prisma.ticket.create({
      data: {
        ...{ companyId: bakery.id, roomId: room.id, typeId: type.id, authorId: person.id },
        ...{ urgency: 'normal', summary: 'Нет муки', origin: 'form', openedAt: at },
      },
    });
    return `T-${String(ticket.id).padStart(6, '0')}`;
  }

  it('comes in private to employees and to people of the client, and to nobody else', async () => {
    const { katya } = company;
    const number = await ticketOfAnna();
    await does(katya.says(`/ticket_log ${number}`));
    await katya.reads(`История заявки ${number}`);
    await does(katya.presses('PDF'));
    const paper = (await katya.messages()).findLast(({ fileId }) => fileId !== null);
    expect(paper?.fileName).toBe(`zayavka-${number}.pdf`);
    expect(paper?.text).toContain('SHA-256');

    await does(anna.client.says(`/ticket_log ${number}`));
    await does(anna.client.presses('Таблица Excel'));
    expect(await anna.client.lastToast()).toBe('Готовлю файл. Он придёт вам в личный чат с ботом.');
    const sheet = (await anna.client.messages()).findLast(({ fileId }) => fileId !== null);
    expect(sheet?.fileName).toBe(`zayavka-${number}.xlsx`);

    const stranger = await company.client('Чужой');
    await does(stranger.starts());
    await does(stranger.says(`/ticket_log ${number}`));
    await stranger.reads(`Заявки ${number} нет или она вам недоступна`);
  });

  it('says what it wants where no number is given', async () => {
    const { katya } = company;
    await does(katya.says('/ticket_log'));
    await katya.reads('Напишите номер заявки');
    await does(katya.says('/ticket_log T-999999'));
    await katya.reads('Заявки T-999999 нет');
  });
});
