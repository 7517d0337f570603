// Reports as they are asked for, turned, and taken away as files. Rights are judged at each press: who sees only
// their own figures turns no report of everybody's.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { recordEvents } from '../../platform/events.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { Outbox } from '../../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import type { KeptReport } from './kept-report.ts';
import type { KeptReportRepository } from './kept-repository.ts';
import type { KnownRepository } from './known-repository.ts';
import type { Period } from './period.ts';
import { allowedTo, mayTurn, type ReportQuery, seesEverybody } from './query.ts';
import { pressed, type ReportPress } from './turning.ts';

export interface ReportServiceDeps {
  readonly database: Database;
  readonly reports: KeptReportRepository;
  readonly known: Pick<KnownRepository, 'turnWeekly' | 'turnOwnWeekly'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

export type PressedReport =
  | { readonly status: 'repeated' }
  /** There is no such report any more. */
  | { readonly status: 'gone' }
  | { readonly status: 'no-right' }
  | { readonly status: 'done'; readonly report: KeptReport };

interface Pressing {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly reportId: number;
}

/** A file, or a picture, that comes as a message of its own. */
export type ReportFile = 'report-chart' | 'report-table';

const KEPT_MS = 60 * 86_400_000;

export type ReportService = ReturnType<typeof createReportService>;

export function createReportService(deps: ReportServiceDeps) {
  const { database, reports, known, outbox, clock } = deps;

  /** In the caller's transaction. */
  async function openIn(
    tx: Tx,
    order: {
      readonly staff: Staff;
      readonly reader: Reader;
      readonly query: ReportQuery;
      readonly cause: Cause;
      /** What comes with it. */
      readonly files?: readonly ReportFile[];
    },
  ): Promise<void> {
    const { staff, reader, cause, files = [] } = order;
    const query = allowedTo(staff, order.query);
    const reportId = await reports.insert(tx, { staffId: staff.id, reader, query }, clock.now());
    const messages = ['report', ...files].map((name) => wordsFor(reader, name, { reportId }));
    await outbox.enqueue(tx, messages, cause);
  }

  /** Has what was asked for shown to its reader, as far as they may see it. */
  async function open(order: Parameters<typeof openIn>[1]): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (await settleCause(tx, order.cause, clock.now())) await openIn(tx, order);
    });
  }

  /** One press, once, by somebody who may. */
  async function once(
    { cause, staff, reportId }: Pressing,
    work: (tx: Tx, report: KeptReport) => Promise<KeptReport | 'no-right'>,
  ): Promise<PressedReport> {
    return database.inTransaction<PressedReport>(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const report = await reports.lock(tx, reportId);
      if (!report) return { status: 'gone' };
      if (!mayTurn(staff, report.query)) return { status: 'no-right' };
      const changed = await work(tx, report);
      if (changed === 'no-right') return { status: 'no-right' };
      await reports.save(tx, changed, clock.now());
      return { status: 'done', report: changed };
    });
  }

  function press(order: Pressing & { readonly press: ReportPress }): Promise<PressedReport> {
    return once(order, async (_, report) => {
      const query = pressed(report.query, order.press);
      return mayTurn(order.staff, query) ? { ...report, query } : 'no-right';
    });
  }

  /** Looks only, before a form asks for more. */
  async function judge(staff: Staff, reportId: number): Promise<'may' | 'gone' | 'no-right'> {
    const report = await reports.find(reportId);
    if (!report) return 'gone';
    return mayTurn(staff, report.query) ? 'may' : 'no-right';
  }

  /** The same report of another time, as a message of its own. */
  function again(order: Pressing & { readonly period: Period }): Promise<PressedReport> {
    const { staff, cause, period } = order;
    return once(order, async (tx, report) => {
      const query = { ...report.query, period };
      await openIn(tx, { staff, reader: report.reader, query, cause });
      return report;
    });
  }

  /** The report as a picture or a spreadsheet, as it is shown now; it comes where the report is. */
  function ask(order: Pressing & { readonly file: ReportFile }): Promise<PressedReport> {
    return once(order, async (tx, report) => {
      const message = wordsFor(report.reader, order.file, { reportId: report.id });
      await outbox.enqueue(tx, [message], order.cause);
      return report;
    });
  }

  /** What another plan would have made of the last days; supervisors alone change plans. */
  function rehearse(order: Pressing & { readonly planId: number }): Promise<PressedReport> {
    return once(order, async (tx, report) => {
      if (!seesEverybody(order.staff)) return 'no-right';
      const facts = { reportId: report.id, planId: order.planId };
      await outbox.enqueue(tx, [wordsFor(report.reader, 'sla-rehearsal', facts)], order.cause);
      return report;
    });
  }

  /** Whether a client's group reads the weekly report. */
  function turnWeekly(order: Pressing & { readonly companyId: number }): Promise<PressedReport> {
    return once(order, async (tx, report) => {
      if (!seesEverybody(order.staff)) return 'no-right';
      const weekly = await known.turnWeekly(tx, order.companyId);
      if (weekly === null) return report;
      const event = {
        type: 'weekly-report-turned',
        subject: 'client-company',
        subjectId: order.companyId,
        actor: 'staff',
        actorId: order.staff.id,
        data: { weekly },
      } as const;
      await recordEvents(tx, [event], order.cause, clock.now());
      return report;
    });
  }

  /** Whether they get the weekly report themselves; a button that was drawn for somebody else changes nothing. */
  function turnOwnWeekly(order: Pressing & { readonly staffId: number }): Promise<PressedReport> {
    const { staff, staffId, cause } = order;
    return once(order, async (tx, report) => {
      if (!seesEverybody(staff)) return 'no-right';
      if (staff.id !== staffId) return report;
      const data = { weekly: await known.turnOwnWeekly(tx, staffId) };
      const who = {
        subject: 'staff',
        subjectId: staffId,
        actor: 'staff',
        actorId: staffId,
      } as const;
      await recordEvents(tx, [{ type: 'weekly-report-turned', ...who, data }], cause, clock.now());
      return report;
    });
  }

  /** Reports that nobody has turned for so long; a button under one says that it is out of date. */
  async function forgetUnused(): Promise<void> {
    await reports.deleteUnused(new Date(clock.now().getTime() - KEPT_MS));
  }

  return {
    ...{ open, openIn, press, mayTurn: judge, again, ask, rehearse, turnWeekly, turnOwnWeekly },
    ...{ forgetUnused, find: reports.find },
  };
}
