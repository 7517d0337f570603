// Reports on how clients are served: figures of a year, a chart's and a spreadsheet's of a quarter, asked as the
// program asks, over ten thousand rows of tickets, clocks and events and over a million.

import { systemClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database/index.ts';
import type { Period } from '../../src/reports/service-report/period.ts';
import { type ReportQuery, THIS_WEEK } from '../../src/reports/service-report/query.ts';
import { type Brief, createReportReader } from '../../src/reports/service-report/reading.ts';
import { createFiguresRepository } from '../../src/reports/service-report/repository.ts';
import { createTicketRowsRepository } from '../../src/reports/service-report/ticket-rows-repository.ts';
import { type Figure, percentile } from '../figures.ts';
import type { Store } from '../stores.ts';

const FEW = 10_000;
const MANY = { postgres: 1_000_000, embedded: 200_000 } as const;
/** A ticket, two clocks and half a third one, five events. */
const ROWS_A_TICKET = 8.5;
const COMPANIES = 50;
const STAFF = 20;
const TIMES = 7;
/** Under this everybody waits for a report without wondering. */
const AIM = { atMost: 2 } as const;

export async function askReports(seeded: Store): Promise<Figure[]> {
  const store = await seeded.copy();
  try {
    const database = await store.open();
    try {
      await fill(database);
      return await ask(database);
    } finally {
      await database.close();
    }
  } finally {
    await store.remove();
  }
}

/** Tickets are spread evenly over a year; the last ones are open, one in 25 was opened again. */
async function fill(database: Database): Promise<void> {
  const { prisma, kind } = database;
  const wanted = (await prisma.dialog.count()) > 1_000 ? MANY[kind] : FEW;
  const tickets = Math.round(wanted / ROWS_A_TICKET);
  const opened = `now() - interval '365 days' * (${tickets} - n) / ${tickets}`;
  const each = `FROM generate_series(1, ${tickets}) AS n`;
  const isOpen = `n > ${Math.floor(tickets * 0.98)}`;
  const spent = (most: number) => `(n::bigint * 7919 % ${most}) * 1000`;
  const about = `n % ${COMPANIES} + 1, n % 5 + 1, 'normal', n % ${STAFF} + 1`;
  for (const statement of [
    ...company(),
    `INSERT INTO ticket (id, company_id, room_id, type_id, urgency, summary, status, responsible_id, origin,
       opened_at, responded_at, done_at, ended_at, reopened_count, rating, rated_at)
     SELECT n, n % ${COMPANIES} + 1, n % ${COMPANIES} + 1, n % 5 + 1, 'normal', 'Ticket ' || n,
       CASE WHEN ${isOpen} THEN 'in_progress' ELSE 'closed' END, n % ${STAFF} + 1, 'form', ${opened},
       ${opened} + interval '1 minute' * (n % 90), CASE WHEN NOT ${isOpen} THEN ${opened} + interval '5 hours' END,
       CASE WHEN NOT ${isOpen} THEN ${opened} + interval '6 hours' END, (n % 25 = 0)::int,
       CASE WHEN n % 3 = 0 THEN n % 5 + 1 END, CASE WHEN n % 3 = 0 THEN ${opened} + interval '6 hours' END ${each}`,
    clocks('response', 60, spent(5_400), `${opened} + interval '1 minute' * (n % 90)`, each),
    clocks(
      'next_response',
      60,
      spent(4_000),
      `${opened} + interval '2 hours'`,
      `${each} WHERE n % 2 = 0`,
    ),
    clocks(
      'resolution',
      480,
      spent(36_000),
      `${opened} + interval '6 hours'`,
      `${each} WHERE NOT ${isOpen}`,
    ),
    `INSERT INTO event (at, type, subject, subject_id, actor, data)
     SELECT ${opened} + interval '1 hour' * k, 'ticket-' || type, 'ticket', n, 'system',
       CASE WHEN status IS NULL THEN '{}' ELSE json_build_object('status', status) END
     ${each}, (VALUES (0, 'open', 'new'), (1, 'answered', 'in_progress'), (2, 'write', NULL), (5, 'done', 'done'),
       (6, 'confirm', 'closed')) AS e (k, type, status)`,
    `VACUUM (ANALYZE)`,
  ]) {
    await prisma.$executeRawUnsafe(statement);
  }

  function clocks(
    kind: string,
    minutes: number,
    ms: string,
    stopped: string,
    from: string,
  ): string {
    return `INSERT INTO sla_clock (subject, subject_id, kind, plan_id, calendar_id, target_minutes, started_at,
       spent_ms, stopped_at, outcome, company_id, type_id, urgency, staff_id)
     SELECT 'ticket', n, '${kind}', 1, 1, ${minutes}, ${opened}, ${ms}, ${stopped},
       CASE WHEN ${ms} <= ${minutes * 60_000} THEN 'met' ELSE 'missed' END, ${about} ${from}`;
  }
}

/** Who serves and who is served. */
function company(): string[] {
  return [
    `INSERT INTO sla_calendar (id, name, time_zone, week, changed_at)
     VALUES (1, 'Bench', 'Europe/Moscow', '{"1":[{"from":"09:00","to":"18:00"}]}', now())`,
    `INSERT INTO sla_plan (id, name, calendar_id, is_default) VALUES (1, 'Bench', 1, true)`,
    `INSERT INTO staff (id, user_id, name, locale, role, created_at)
     SELECT s, s, 'Staff ' || s, 'ru', 'support', now() FROM generate_series(1, ${STAFF}) AS s`,
    `INSERT INTO room (id, kind, title, locales, created_at)
     SELECT c, 'support', 'Client ' || c, '{ru}', now() FROM generate_series(1, ${COMPANIES}) AS c`,
    `INSERT INTO client_company (id, code, name, room_id, locale, time_zone, created_at)
     SELECT c, 'code-' || c, 'Client ' || c, c, 'ru', 'Europe/Moscow', now()
     FROM generate_series(1, ${COMPANIES}) AS c`,
  ];
}

async function ask(database: Database): Promise<Figure[]> {
  const figures = createFiguresRepository(database);
  const reader = createReportReader({ figures, clock: systemClock, timeZone: 'Europe/Moscow' });
  const rows = createTicketRowsRepository(database);
  const day = (ago: number) => {
    const at = new Date(systemClock.now().getTime() - ago * 86_400_000);
    return at.toISOString().slice(0, 10);
  };
  const year: ReportQuery = of({ kind: 'dates', first: day(366), last: day(0) });
  const quarter: ReportQuery = of({ kind: 'dates', first: day(91), last: day(0) });
  return [
    await timed('/report, a year', () => reader.brief(year)),
    await timed('/report, a quarter', () => reader.brief(quarter)),
    await timed('/report, a quarter of one client', () =>
      reader.brief({ ...quarter, companyId: 7 }),
    ),
    await timed('/report, a quarter as a chart', () => reader.course(quarter)),
    await timed('/report, a quarter by client, type and employee', () => reader.breakdown(quarter)),
    await timed('/report, a year by client, type and employee', () => reader.breakdown(year)),
    await timed('/report, tickets of a quarter for a spreadsheet', async () => {
      const brief = await reader.brief({ ...quarter, companyId: 7 });
      const listed = await rows.list(quarter, brief.span);
      return listed.length > 0 ? brief : null;
    }),
  ];
}

function of(period: Period): ReportQuery {
  return { ...THIS_WEEK, period };
}

/** The slowest of all times: who waits for a report waits for that one. Something must be found. */
async function timed(name: string, read: () => Promise<Brief | null>): Promise<Figure> {
  const took: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const begin = performance.now();
    const brief = await read();
    took.push((performance.now() - begin) / 1_000);
    if (!brief || brief.total.now.opened === 0) throw new Error(`${name}: nothing was found`);
  }
  return { name, value: percentile(took, 1), unit: 's', aim: AIM, better: 'less' };
}
