import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../../src/platform/i18n.ts';
import { createOutbox } from '../../../src/platform/outbox/index.ts';
import { createKeptReportRepository } from '../../../src/reports/service-report/kept-repository.ts';
import { createKnownRepository } from '../../../src/reports/service-report/known-repository.ts';
import { createReportReader } from '../../../src/reports/service-report/reading.ts';
import { createFiguresRepository } from '../../../src/reports/service-report/repository.ts';
import { createReportService } from '../../../src/reports/service-report/service.ts';
import { createWeekly } from '../../../src/reports/weekly/room.ts';
import type { Staff } from '../../../src/staff/staff.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { moscow, type ServedWeek, serveWeek } from '../../support/served-week.ts';

let database: TestDatabase;
let week: ServedWeek;
let weekly: ReturnType<typeof createWeekly>;

beforeAll(async () => {
  database = await createTestDatabase();
  week = await serveWeek(database);
  const { clock, desk } = week;
  const [row] = await database.prisma.staff.findMany();
  const chief = { ...row, userId: 9_001, role: 'supervisor', locale: 'ru' } as unknown as Staff;
  const deps = {
    ...{ database, clock, t: createTranslator(), timeZone: 'Europe/Moscow' },
    outbox: createOutbox({ clock }),
  };
  const reader = createReportReader({ ...deps, figures: createFiguresRepository(database) });
  const reports = createKeptReportRepository(database);
  const service = createReportService({ ...deps, reports, known: createKnownRepository(database) });
  weekly = createWeekly({
    ...{ ...deps, reader, openReport: service.openIn, terms: desk.sla.terms },
    supervisors: async () => [chief],
  });
});
afterAll(() => database.close());

async function looks(): Promise<void> {
  for (const sweep of weekly.sweeps) await sweep.run();
}

async function told(): Promise<string[]> {
  const rows = await database.prisma.outboxMessage.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ destination, name }) => `${name} → ${destination}`);
}

/** What would be said of the message with that name, to whomever. */
async function saidIn(roomId: number): Promise<string> {
  const row = await database.prisma.outboxMessage.findFirstOrThrow({
    where: { name: 'weekly-client-report', destination: `room:${roomId}` },
  });
  const place = { status: 'ready', chatId: -100, group: true } as const;
  const fallbacks = { plain: false, anew: false, unreplied: false, unquoted: false };
  const job = { messages: [row as never], place, fallbacks, begun: false };
  const [rendered] = (await weekly.messages['weekly-client-report']?.render([job])) ?? [];
  if (rendered?.status !== 'calls') throw new Error('nothing was said');
  return String(rendered.calls[0]?.payload.text);
}

describe('on Monday morning', () => {
  it('supervisors get the whole report with its chart, each client’s group a short one, once', async () => {
    await week.clock.set(moscow(23, '08:00'));
    await looks();
    expect(await told()).toEqual([]);

    await week.clock.set(moscow(23, '09:00'));
    await looks();
    await looks();
    const rooms = await database.prisma.clientCompany.findMany({ orderBy: { id: 'asc' } });
    const expected = [
      'report → person:9001',
      'report-chart → person:9001',
      ...rooms.map(({ roomId }) => `weekly-client-report → room:${roomId}`),
    ];
    expect(await told()).toEqual(expected);

    await week.clock.set(moscow(24, '12:00'));
    await looks();
    expect(await told()).toEqual(expected);
  });

  it('a group reads how much, how fast, how much of it in time, and what is still open', async () => {
    const text = await saidIn(week.served.roomId);
    expect(text.replace(/<[^>]+>/g, '')).toBe(
      [
        'Ваши заявки за прошлую неделю',
        '16.11 – 22.11',
        '',
        'Новых: 4 (+4) · решено: 2',
        'Первый ответ — обычно за 25 мин',
        'Решение — обычно за 3 ч 30 мин',
        'Уложились в срок: 67 %',
        'Ваша оценка: 4,0 из 5 (оценок: 2)',
        '',
        'Открытых заявок нет.',
      ].join('\n'),
    );
  });

  it('a group reads it in its own language, with whose move each open ticket is', async () => {
    const { roomId } = await database.prisma.clientCompany.findUniqueOrThrow({
      where: { id: week.bakeryId },
    });
    const text = (await saidIn(roomId ?? 0)).replace(/<[^>]+>/g, '');
    expect(text).toContain('Your requests last week');
    expect(text).toContain('Open now: 2');
    expect(text).toMatch(/T-\d{6} Заявка T6 — done, please check it/);
    expect(text).toMatch(/T-\d{6} Заявка T3 — in progress, Катя/);
  });
});

describe('the week after', () => {
  it('a client for whom it is switched off reads nothing, nor does one for whom nothing happened', async () => {
    const { prisma } = database;
    const where = { id: week.bakeryId };
    await prisma.clientCompany.update({ where, data: { weeklyReport: false } });
    const before = (await told()).length;
    await week.clock.set(moscow(30, '09:30'));
    await looks();
    // The supervisors have two open tickets to read of; the first client has none, and had nothing new.
    expect((await told()).slice(before)).toEqual([
      'report → person:9001',
      'report-chart → person:9001',
    ]);
  });

  it('a supervisor who has switched it off reads nothing', async () => {
    await database.prisma.staff.updateMany({ data: { weeklyReport: false } });
    const before = (await told()).length;
    await week.clock.set(new Date('2026-12-07T09:30:00+03:00'));
    await looks();
    expect((await told()).slice(before)).toEqual([]);
  });
});
