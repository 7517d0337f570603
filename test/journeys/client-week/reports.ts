// The Monday after: what the week comes to, in each place where it is told.
import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import type { Person } from '../../support/people.ts';
import { BY_CLIENT, BY_STAFF, BY_TYPE, CLOCKS, HISTORY, IN_ALL, TICKETS } from './by-hand.ts';
import type { Firm } from './firms.ts';
import { REPORTS } from './told.ts';
import type { Week } from './week.ts';

/** How a spreadsheet counts time: from here on. */
const NIL = Date.UTC(1899, 11, 30);
const MINUTE = 60_000;

export function provesClocks(week: () => Week): void {
  it('every clock has counted what was worked out by hand', async () => {
    const { prisma } = week().company.app().database;
    const orderBy = [{ subjectId: 'asc' }, { id: 'asc' }] as const;
    const rows = await prisma.slaClock.findMany({
      where: { subject: 'ticket' },
      orderBy: [...orderBy],
    });
    const minutes = (ms: bigint) => Number(ms) / MINUTE;
    expect(
      rows.map((one) => [
        ...[one.subjectId, one.kind, one.targetMinutes, minutes(one.spentMs), one.outcome],
      ]),
    ).toEqual(CLOCKS);
  });
}

export function playMailing(week: () => Week): void {
  /** What comes into the group between these two stops. */
  async function comes(person: Person, firm: Firm, ...stops: readonly [string, string]) {
    const { walk } = week();
    await walk.at(stops[0]);
    const before = (await person.in(firm.group).messages()).length;
    await walk.at(stops[1]);
    return (await person.in(firm.group).sees()).slice(before);
  }

  it('each group reads of its week when its own work begins, in its language', async () => {
    const { coffee, traders, stores, anna, john, gleb, company, walk } = week();
    expect(await comes(john, traders, 'Next 06:59', 'Next 07:00')).toEqual([
      [
        ...['Your requests last week', '02/11 – 08/11', ''],
        ...['New: 2 (+2) · solved: 2', 'First answer usually within 24 min'],
        ...['Solution usually within 2 h 15 min', 'In time: 100%'],
        ...['Your rating: 3.5 of 5 (ratings: 2)', ''],
        ...['Open now: 1', 'T-000007 Invoices come twice — in progress, Катя Смирнова'],
      ].join('\n'),
    ]);
    await walk.at('Next 08:59');
    const before = (await company.olga.messages()).length;
    expect(await comes(anna, coffee, 'Next 08:59', 'Next 09:00')).toEqual([
      [
        ...['Ваши заявки за прошлую неделю', '02.11 – 08.11', ''],
        ...['Новых: 5 (+5) · решено: 3', 'Первый ответ — обычно за 20 мин'],
        ...['Решение — обычно за 4 ч', 'Уложились в срок: 57 %'],
        ...['Ваша оценка: 5,0 из 5 (оценок: 1)', '', 'Сейчас открыто: 2'],
        'T-000009 Какой помол ставить — выполнена, проверьте, пожалуйста',
        'T-000011 Холодильник гудит ночью — ждёт ответственного',
      ].join('\n'),
    ]);
    const mail = (await company.olga.messages()).slice(before);
    const told = mail.find(({ text }) => text.startsWith('Отчёт: выбранные даты\n'))?.text;
    expect(told?.split('\n').slice(1)).toEqual(REPORTS['Все клиенты']?.slice(1));
    expect(mail.some(({ fileId }) => fileId !== null)).toBe(true);
    expect(await comes(gleb, stores, 'Next 09:05', 'Next 09:06')).toEqual([]);
  });
}

export function playReports(week: () => Week): void {
  async function report(...steps: readonly string[]): Promise<readonly string[] | undefined> {
    const { olga } = week().company;
    await week().deeds.inPrivate(olga, steps);
    const shown = (await olga.messages()).findLast(({ text }) => text.startsWith('Отчёт: прошлая'));
    return shown?.text.split('\n');
  }

  it('/report tells the figures of everybody, of each client, a type, an employee', async () => {
    const clients = ['Зерно', 'Northwind', 'Логистика', 'Все клиенты'];
    expect(await report('!/report прошлая неделя')).toEqual(REPORTS['Все клиенты']);
    for (const name of clients) expect(await report('🏢 Клиент', name)).toEqual(REPORTS[name]);
    const type = 'Что-то не работает';
    expect(await report('🏷 Тип', type)).toEqual(REPORTS[type]);
    await report('🏷 Тип', 'Заявки и диалоги');
    const name = 'Катя Смирнова';
    expect(await report('👤 Сотрудник', name)).toEqual(REPORTS[name]);
    await report('👤 Сотрудник', 'Все сотрудники');
  });

  it('the spreadsheet holds the same, cell by cell', async () => {
    await report('📄 Таблица');
    const book = await workbook(week().company.olga);
    expect(figuresOn(book, 'По клиентам')).toEqual({ ...BY_CLIENT, Всего: IN_ALL });
    expect(figuresOn(book, 'По типам')).toEqual({ ...BY_TYPE, Всего: IN_ALL });
    expect(figuresOn(book, 'По сотрудникам')).toEqual({ ...BY_STAFF, Всего: IN_ALL });
    const summary = Object.fromEntries(
      rowsOf(book, 'Сводка').map(([name, now, before]) => [name, [now, before]]),
    );
    expect(summary).toMatchObject({
      ...{ Новые: [11, 0], Закрыты: [6, 0], Отменены: [2, 0], 'Возвращены в работу': [2, 0] },
      ...{ 'Не закрыты к концу': [4, 0], 'Сроки соблюдены': [0.7222, null] },
      ...{ 'Первый ответ, медиана, ч:мм': [24, null], 'Решение, 90\u00a0%, ч:мм': [508, null] },
      ...{ 'Средняя оценка': [3.5, null], Оценок: [4, 0], 'Оценка 5': [1, 0], 'Оценка 1': [0, 0] },
    });
    const tickets = rowsOf(book, 'Заявки').filter(([number]) => /^T-/.test(String(number)));
    expect(tickets.map((row) => [row[0], row[5], ...row.slice(12, 18)])).toEqual(TICKETS);
  });

  it('a rehearsal names exactly the tickets of a client that a stricter plan would have missed', async () => {
    const { olga } = week().company;
    const rehearsed = async () => {
      await report('🔍 Примерить другой план', 'Строгий');
      return (await olga.sees()).at(-1)?.split('\n') ?? [];
    };
    // Of all: seven first answers, one next answer, five solutions, of which the seven worst are named.
    expect(await rehearsed()).toContain('и ещё 6');
    await report('🏢 Клиент', 'Зерно');
    const told = await rehearsed();
    expect(told.slice(0, 3)).toEqual([
      ...['План «Строгий»: последние 30 дней', '10.10 – 09.11 · заявок: 5, диалогов: 0', 'Зерно'],
    ]);
    expect(told).toContain('Новых просрочек было бы 4, исчезло бы 1.');
    expect(told.filter((line) => line.startsWith('T-'))).toEqual([
      'T-000009 Зерно: решение за 7 ч, срок 3 ч 20 мин',
      'T-000001 Зерно: решение за 4 ч, срок 3 ч 20 мин',
      'T-000002 Зерно: первый ответ за 50 мин, срок 25 мин',
      'T-000009 Зерно: ответ за 1 ч 10 мин, срок 45 мин',
      'T-000006 Зерно: первый ответ за 40 мин, срок 25 мин',
      'T-000011 Зерно: первый ответ за 36 мин, срок 25 мин',
    ]);
  });

  it('the history of one ticket tells each step by the clocks of its client', async () => {
    const { john, mary, deeds } = week();
    // She has opened the chat with the bot before anybody knew whose she is, he opens it now.
    await deeds.inPrivate(mary, ['!/ticket_log T-000003', 'PDF']);
    expect(await mary.lastToast()).toContain('Preparing the file');
    await deeds.does(john.starts());
    await deeds.inPrivate(john, ['!/ticket_log T-000003', 'Excel spreadsheet']);
    const book = await workbook(john);
    const steps = rowsOf(book, 'Log').filter(([at]) => typeof at === 'number');
    expect(
      steps.map(([at, who, what, , words]) => [`${onTheWall(at)} ${who}: ${what}`, words]),
    ).toEqual(HISTORY);
    const promises = rowsOf(book, 'Deadlines').filter((row) => typeof row[1] === 'number');
    expect(
      promises.map(([what, allowed, began, ended, ...told]) => [
        ...[what, allowed, onTheWall(began), onTheWall(ended), ...told],
      ]),
    ).toEqual([
      ['First answer', 30, '02 17:50', '03 09:18', 28, 'in time'],
      ['Solution', 240, '02 17:50', '04 13:00', 180, 'in time'],
      ['Next answer', 60, '04 10:00', '04 10:40', 40, 'in time'],
    ]);
  });
}

/** The spreadsheet that came last. */
async function workbook(person: Person): Promise<exceljs.Workbook> {
  const sent = (await person.messages()).findLast(({ fileId }) => fileId !== null);
  if (!sent) throw new Error(`${person.name} was sent no file`);
  const { bytes } = await person.downloads(sent);
  const book = new exceljs.Workbook();
  // The library wants a Buffer of its own declaration, which the one of Node no longer is.
  await book.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  return book;
}

/** The rows of a sheet: times as minutes, formulas as what they come to, shares to four places. */
function rowsOf(book: exceljs.Workbook, sheet: string): readonly (readonly unknown[])[] {
  const rows: unknown[][] = [];
  book.getWorksheet(sheet)?.eachRow((row) => {
    const cells = Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).value);
    rows.push(cells.map(plain));
  });
  return rows;
}

function plain(value: exceljs.CellValue): unknown {
  const told =
    value !== null && typeof value === 'object' && 'formula' in value ? value.result : value;
  if (told instanceof Date) return rounded((told.getTime() - NIL) / MINUTE, 1);
  return typeof told === 'number' ? rounded(told, 4) : (told ?? null);
}

/** «02 17:50» of a moment in a spreadsheet, which shows the clocks of the client. */
const onTheWall = (minutes: unknown) =>
  new Date(NIL + Number(minutes) * MINUTE).toISOString().slice(8, 16).replace('T', ' ');

const rounded = (value: number, places: number) => Number(value.toFixed(places));

/** By the name in the first column. */
function figuresOn(book: exceljs.Workbook, sheet: string): Record<string, readonly unknown[]> {
  const named = rowsOf(book, sheet).filter((row) => typeof row[1] === 'number');
  return Object.fromEntries(named.map(([name, ...figures]) => [String(name), figures]));
}
