import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../../src/platform/i18n.ts';
import { createRehearsalRepository } from '../../../src/reports/rehearsal/repository.ts';
import { createRehearsal } from '../../../src/reports/rehearsal/service.ts';
import { createRehearsalViews } from '../../../src/reports/rehearsal/views.ts';
import { totalOf } from '../../../src/reports/service-report/figures.ts';
import { type ReportQuery, THIS_WEEK } from '../../../src/reports/service-report/query.ts';
import { createFiguresRepository } from '../../../src/reports/service-report/repository.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { moscow, type ServedWeek, serveWeek } from '../../support/served-week.ts';

let database: TestDatabase;
let week: ServedWeek;
let strictId = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  week = await serveWeek(database);
  const { calendarId } = await database.prisma.slaPlan.findFirstOrThrow();
  const promises = { responseMinutes: 20, nextResponseMinutes: 5, resolutionMinutes: 1_300 };
  const plan = await database.prisma.slaPlan.create({
    data: {
      ...{ name: 'Быстрый ответ', calendarId },
      targets: { create: [{ subject: 'ticket', ...promises }] },
    },
  });
  strictId = plan.id;
  await week.desk.sla.terms.refresh();
});
afterAll(() => database.close());

function rehearsed(planId: number, narrowed: Partial<ReportQuery> = {}) {
  const { clock, desk } = week;
  const played = createRehearsalRepository(database);
  const { rehearse } = createRehearsal({ played, clock, terms: desk.sla.terms });
  return rehearse({ ...THIS_WEEK, ...narrowed }, planId);
}

describe('another plan over the last 30 days', () => {
  it('tells what would have been missed, beside what is', async () => {
    // 20 minutes: T1 and T6 in time, T2 (30), T3 (70) and T5 (120) late, T4 (30) late as well. 5 minutes: T2's
    // next answer (10) late. 1300 minutes: T6 (1230) and all others in time.
    const told = await rehearsed(strictId);
    expect(told).toMatchObject({ planName: 'Быстрый ответ', tickets: 6, dialogs: 0 });
    expect(told?.tally.present.response).toEqual({ met: 2, missed: 3 });
    expect(told?.tally.tried.response).toEqual({ met: 2, missed: 4 });
    expect(told?.tally.present.next_response).toEqual({ met: 1, missed: 0 });
    expect(told?.tally.tried.next_response).toEqual({ met: 0, missed: 1 });
    expect(told?.tally.tried.resolution).toMatchObject({ met: 3 });
    expect(told?.tally.more).toBe(2);
  });

  it('that is the same plan tells what the clocks have told', async () => {
    const { id } = await database.prisma.slaPlan.findFirstOrThrow({ where: { isDefault: true } });
    const told = await rehearsed(id);
    expect(told?.tally.tried).toEqual(told?.tally.present);
    expect([told?.tally.more, told?.tally.fewer]).toEqual([0, 0]);
    const asked = {
      query: { ...THIS_WEEK, subject: 'ticket' },
      span: { from: new Date('2026-11-01T00:00:00+03:00'), until: moscow(23, '09:01') },
      now: null,
      by: [],
      buckets: { unit: 'day', timeZone: 'Europe/Moscow' },
    } as const;
    const { kept } = totalOf([], await createFiguresRepository(database).timed(asked));
    const counts = (kind: keyof typeof kept) => ({
      met: kept[kind].met,
      missed: kept[kind].missed,
    });
    expect(told?.tally.present.response).toEqual(counts('response'));
    expect(told?.tally.present.next_response).toEqual(counts('next_response'));
    // T3 is open and late already, which no clock has noted as its end yet.
    expect(told?.tally.present.resolution).toEqual({ met: 2, missed: 2 });
    expect(counts('resolution')).toEqual({ met: 2, missed: 1 });
  });

  it('of one client holds that client’s tickets alone; a plan that is gone tells nothing', async () => {
    expect(await rehearsed(strictId, { companyId: week.bakeryId })).toMatchObject({ tickets: 2 });
    expect(await rehearsed(strictId, { subject: 'dialog' })).toMatchObject({ tickets: 0 });
    expect(await rehearsed(999)).toBeNull();
  });

  it('is read in words, with the latest ones and their clients', async () => {
    const told = await rehearsed(strictId);
    const views = createRehearsalViews(createTranslator(), 'Europe/Moscow');
    const text = told ? views.rehearsal('ru', told, 'Все клиенты') : '';
    expect(text).toContain('План «Быстрый ответ»: последние 30 дней');
    expect(text).toContain('24.10 – 23.11 · заявок: 6, диалогов: 0');
    expect(text).toContain('Было бы: в срок 33 %, просрочено 4');
    expect(text).toContain('Новых просрочек было бы 2, исчезло бы 1.');
    expect(text).toMatch(/T-\d{6} Вкусно и рядом: первый ответ за 2 ч, срок 20 мин/);
    expect(text).toContain('Это только расчёт');
  });
});
