import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Dimension,
  type Figures,
  figuresBy,
  ratingOf,
  shareOf,
  totalOf,
  wholeShareOf,
} from '../../../src/reports/service-report/figures.ts';
import { type ReportQuery, THIS_WEEK } from '../../../src/reports/service-report/query.ts';
import { createFiguresRepository } from '../../../src/reports/service-report/repository.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { moscow, type ServedWeek, serveWeek } from '../../support/served-week.ts';
import { openOne } from '../../support/tickets.ts';

const MINUTE = 60_000;
const STAFF = { kind: 'staff', id: 1 } as const;
/** Monday to Sunday. */
const WEEK = { from: moscow(16, '00:00'), until: moscow(23, '00:00') };

let database: TestDatabase;
let week: ServedWeek;

beforeAll(async () => {
  database = await createTestDatabase();
  week = await serveWeek(database);
  await beginDialogs();
});
afterAll(() => database.close());

/** Two dialogs of the desk: one answered in ten minutes, closed and rated 4; one in 50, late, and open. */
async function beginDialogs(): Promise<void> {
  const { prisma } = database;
  const client = await prisma.client.create({
    data: {
      name: 'Пётр',
      locale: 'ru',
      createdAt: moscow(17, '10:00'),
      lastActionAt: moscow(17, '10:00'),
    },
  });
  const plan = await prisma.slaPlan.findFirstOrThrow();
  for (const [index, minutes] of [10, 50].entries()) {
    const address = await prisma.clientAddress.create({
      data: { clientId: client.id, channel: 'telegram', externalId: String(500 + index) },
    });
    const asked = moscow(17, '10:00');
    const closed = index === 0;
    const dialog = await prisma.dialog.create({
      data: {
        ...{ clientId: client.id, addressId: address.id, channel: 'telegram' },
        ...{
          status: closed ? 'closed' : 'answered',
          closedAt: closed ? moscow(17, '11:00') : null,
        },
        ...{ openedAt: asked, lastQuestionAt: asked, listedAt: asked, assigneeId: week.katyaId },
        ...(closed ? { rating: 4, ratedAt: moscow(17, '11:05') } : {}),
      },
    });
    await prisma.slaClock.create({
      data: {
        ...{ subject: 'dialog', subjectId: dialog.id, kind: 'response', planId: plan.id },
        ...{ calendarId: plan.calendarId, targetMinutes: 30, startedAt: asked },
        ...{ spentMs: BigInt(minutes * MINUTE), stoppedAt: moscow(17, '10:50') },
        ...{ outcome: minutes <= 30 ? 'met' : 'missed', clientId: client.id },
        staffId: week.katyaId,
      },
    });
  }
}

async function reported(
  narrowed: Partial<ReportQuery> = {},
  by: Exclude<Dimension, 'all'>[] = [],
  span = WEEK,
  now: Date | null = null,
) {
  const figures = createFiguresRepository(database);
  const query = { ...THIS_WEEK, ...narrowed };
  const buckets = { unit: 'day', timeZone: 'Europe/Moscow' } as const;
  const asked = { query, span, now, by, buckets };
  const counted = await figures.counted(asked);
  const timed = await figures.timed(asked);
  const of = (dimension: Dimension) => figuresBy(dimension, counted, timed);
  return { total: totalOf(counted, timed), of };
}

const minutesOf = ({ medianMs, p90Ms }: { medianMs: number | null; p90Ms: number | null }) =>
  [medianMs, p90Ms].map((ms) => (ms === null ? null : ms / MINUTE));

const counts = ({ opened, closed, cancelled, reopened, backlog }: Figures) => ({
  ...{ opened, closed, cancelled, reopened, backlog },
});

describe('the figures of a week of tickets', () => {
  it('count what was opened, closed, cancelled, returned, and what is left at the end', async () => {
    const { total } = await reported({ subject: 'ticket' });
    expect(counts(total)).toEqual({ opened: 5, closed: 2, cancelled: 2, reopened: 1, backlog: 2 });
  });

  it('measure first answers: 20, 30 and 70 minutes; who gave up waiting is missed and no time', async () => {
    const { response } = (await reported({ subject: 'ticket' })).total.kept;
    expect(response).toMatchObject({ met: 1, missed: 3 });
    expect(minutesOf(response)).toEqual([30, 62]);
    expect(shareOf(response)).toBe(0.25);
  });

  it('measure solutions by «Выполнена», confirmed or not, and none that was returned', async () => {
    const { resolution, next_response: next } = (await reported({ subject: 'ticket' })).total.kept;
    // T2: 120 minutes of 120, for it waited two hours for the client; T1: 300; T6: 1230.
    expect(resolution).toMatchObject({ met: 2, missed: 1 });
    expect(minutesOf(resolution)).toEqual([300, 1044]);
    expect(next).toMatchObject({ met: 1, missed: 0, medianMs: 10 * MINUTE });
  });

  it('share and ratings are of all that was promised and given', async () => {
    const { total } = await reported({ subject: 'ticket' });
    expect(wholeShareOf(total)).toBe(4 / 8);
    expect(total.ratings).toEqual([0, 0, 1, 0, 1]);
    expect(ratingOf(total)).toEqual({ count: 2, average: 4 });
  });

  it('tell what stood open at a moment of the past, whatever became of it later', async () => {
    const friday = { from: moscow(20, '00:00'), until: moscow(20, '13:00') };
    const { total } = await reported({ subject: 'ticket' }, [], friday);
    expect(counts(total)).toEqual({ opened: 0, closed: 0, cancelled: 0, reopened: 0, backlog: 2 });
    const thursday = { from: moscow(19, '00:00'), until: moscow(19, '11:00') };
    const { backlog } = (await reported({ subject: 'ticket' }, [], thursday)).total;
    // T3, T5 and T6; T4 was withdrawn half an hour before.
    expect(backlog).toBe(3);
  });

  it('count a ticket that was closed and opened again later as closed on its day', async () => {
    const { desk, clock, served } = week;
    await clock.set(moscow(24, '10:00'));
    const by = { kind: 'person', id: served.personId } as const;
    const [, ticketId = 0] = week.ids;
    await desk.service.act({ ticketId, action: 'return', by, cause: desk.cause });
    const { total } = await reported({ subject: 'ticket' });
    expect(counts(total)).toEqual({ opened: 5, closed: 2, cancelled: 2, reopened: 1, backlog: 2 });
    expect(total.kept.resolution).toMatchObject({ met: 2, missed: 1 });
  });
});

describe('figures told apart', () => {
  it('by client, type and employee', async () => {
    const { of } = await reported({ subject: 'ticket' }, ['company', 'type', 'staff']);
    const company = of('company');
    expect(company.get(String(week.served.companyId))).toMatchObject({ opened: 4, closed: 2 });
    expect(company.get(String(week.bakeryId))).toMatchObject({ opened: 1, closed: 0, backlog: 2 });
    expect(of('type').get(String(week.questionId))).toMatchObject({ opened: 1, closed: 1 });
    const katya = of('staff').get(String(week.katyaId));
    expect(katya?.kept.response).toMatchObject({ met: 1, missed: 1 });
    expect(minutesOf(katya?.kept.response ?? { medianMs: null, p90Ms: null })).toEqual([45, 65]);
    const oleg = of('staff').get(String(week.olegId));
    expect(oleg).toMatchObject({ closed: 1, ratings: [0, 0, 1, 0, 0] });
  });

  it('by day, on the clocks of the company', async () => {
    const { of } = await reported({ subject: 'ticket' }, ['bucket']);
    const opened = [...of('bucket')]
      .filter(([, figures]) => figures.opened > 0)
      .map(([key, figures]) => [key, figures.opened]);
    expect(opened.sort()).toEqual([
      ['2026-11-16 00:00', 1],
      ['2026-11-17 00:00', 1],
      ['2026-11-18 00:00', 1],
      ['2026-11-19 00:00', 2],
    ]);
  });

  it('of one employee, one type, one client alone', async () => {
    const { total } = await reported({ staffId: week.olegId });
    expect(counts(total)).toMatchObject({ opened: 1, closed: 1, backlog: 0 });
    expect((await reported({ typeId: week.questionId })).total.opened).toBe(1);
    const bakery = (await reported({ companyId: week.bakeryId })).total;
    expect(counts(bakery)).toMatchObject({ opened: 1, closed: 0, backlog: 2 });
    expect(bakery.kept.response).toMatchObject({ met: 0, missed: 1 });
  });
});

describe('the desk’s own dialogs', () => {
  it('are counted beside the tickets, and belong to no client company and no type', async () => {
    const { total, of } = await reported({}, ['subject', 'company']);
    expect(of('subject').get('dialog')).toMatchObject({ opened: 2, closed: 1, backlog: 1 });
    expect(of('subject').get('dialog')?.kept.response).toMatchObject({ met: 1, missed: 1 });
    expect(counts(total)).toMatchObject({ opened: 7, closed: 3, backlog: 3 });
    expect(total.ratings).toEqual([0, 0, 1, 1, 1]);
    expect(of('company').get(null)).toMatchObject({ opened: 2 });
    expect((await reported({ subject: 'dialog' })).total).toMatchObject({ opened: 2 });
    expect((await reported({ companyId: week.bakeryId, subject: 'dialog' })).total.opened).toBe(0);
  });
});

describe('what is late now', () => {
  it('is counted once each, while the period goes on', async () => {
    // T3 was returned on Friday with 750 of its 480 minutes spent.
    const now = moscow(23, '09:00');
    expect((await reported({ subject: 'ticket' }, [], WEEK, now)).total.late).toBe(1);
    expect((await reported({ subject: 'ticket' })).total.late).toBe(0);
  });
});

describe('what comes later', () => {
  const NEXT = { from: moscow(23, '00:00'), until: moscow(30, '00:00') };
  const kept = async (span: typeof WEEK) =>
    (await reported({ subject: 'ticket' }, [], span)).total.kept;

  it('takes no solution out of the week in which it was «Выполнена»', async () => {
    const { desk, clock, served, ids } = week;
    const by = { kind: 'person', id: served.personId } as const;
    const [ticketId = 0] = ids;
    const before = await kept(WEEK);
    // T6 was done on Monday the 16th. It is confirmed a week later, and returned after that.
    await clock.set(moscow(24, '11:00'));
    await desk.service.act({ ticketId, action: 'confirm', by, cause: desk.cause });
    expect(await kept(WEEK)).toEqual(before);
    await clock.set(moscow(25, '10:00'));
    await desk.service.act({ ticketId, action: 'return', by, cause: desk.cause });
    expect(await kept(WEEK)).toEqual(before);
    expect((await kept(NEXT)).resolution).toMatchObject({ met: 0, missed: 0 });
  });

  it('makes no time of an answer out of a question that was given up too late', async () => {
    const { desk, clock, served, ids } = week;
    const by = { kind: 'person', id: served.personId } as const;
    const [ticketId = 0] = ids;
    await clock.set(moscow(25, '11:00'));
    await desk.service.act({ ticketId, action: 'write', by, cause: desk.cause });
    // Nobody has answered for two hours, of the one that was promised.
    await clock.set(moscow(25, '13:00'));
    await desk.service.act({ ticketId, action: 'withdraw', by, cause: desk.cause });
    const { next_response: next } = await kept(NEXT);
    expect(next).toMatchObject({ met: 0, missed: 1, medianMs: null });
  });

  it('nor where the ticket had never come back before', async () => {
    const { desk, clock, served } = week;
    const before = (await kept(NEXT)).next_response;
    await clock.set(moscow(25, '14:00'));
    const { id: ticketId } = await openOne(desk, served);
    const client = { kind: 'person', id: served.personId } as const;
    for (const [by, action, at] of [
      [STAFF, 'answered', '14:10'],
      [client, 'write', '14:20'],
      [STAFF, 'done', '16:00'],
      [client, 'confirm', '16:10'],
    ] as const) {
      await clock.set(moscow(25, at));
      await desk.service.act({ ticketId, action, by, cause: desk.cause });
    }
    const { missed, medianMs } = (await kept(NEXT)).next_response;
    expect([missed, medianMs]).toEqual([before.missed + 1, null]);
  });

  it('counts nothing of a ticket that turned out to be another one', async () => {
    const { desk, clock, served } = week;
    const { prisma } = database;
    await clock.set(moscow(26, '10:00'));
    const into = await openOne(desk, served);
    const one = await openOne(desk, served);
    await clock.set(moscow(26, '14:00'));
    const before = await kept(NEXT);
    await desk.service.act({ ticketId: one.id, action: 'done', by: STAFF, cause: desk.cause });
    await prisma.$transaction((tx) =>
      desk.service.mergeIn(tx, { ticketId: one.id, intoId: into.id, by: STAFF, cause: desk.cause }),
    );
    expect(await kept(NEXT)).toEqual(before);
  });
});
