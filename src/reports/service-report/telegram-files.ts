// Chart and spreadsheet on their way to whoever asked for them.

import { InputFile } from 'grammy';
import { makePicture, makeSpreadsheet } from '../../platform/documents/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import {
  type MessageJob,
  type MessagePort,
  type Rendered,
  targetIn,
} from '../../platform/outbox/index.ts';
import { factsOf } from '../../platform/outbox/words.ts';
import type { ChartViews } from './chart-views.ts';
import type { KeptReport } from './kept-report.ts';
import { isForAll, type ReportFacts, type ReportOutgoingDeps } from './outgoing.ts';
import { civilDate } from './period.ts';
import type { SheetViews } from './sheet-views.ts';
import { MOST_TICKETS, type TicketRowsRepository } from './ticket-rows-repository.ts';

export interface ReportFilesDeps extends ReportOutgoingDeps {
  readonly charts: ChartViews;
  readonly sheets: SheetViews;
  readonly ticketRows: TicketRowsRepository;
  readonly t: Translate;
}

export function createReportFilePorts(deps: ReportFilesDeps): Record<string, MessagePort> {
  const { reader, views, charts, sheets, ticketRows, knownNow, clock, t } = deps;

  return { 'report-chart': port(chart), 'report-table': port(table) };

  function port(made: (job: MessageJob, report: KeptReport) => Promise<Rendered>): MessagePort {
    async function renderOne(job: MessageJob): Promise<Rendered> {
      const { reportId } = factsOf<ReportFacts>(job.messages[0]?.args ?? {});
      const report = await deps.service.find(reportId);
      return report ? made(job, report) : { status: 'drop', reason: 'the report is gone' };
    }
    return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
  }

  async function chart({ place }: MessageJob, report: KeptReport): Promise<Rendered> {
    const { locale } = report.reader;
    const course = await reader.course(report.query);
    const drawn = charts.chart(locale, course, await knownNow(), clock.now());
    const { title, subtitle } = drawn;
    const payload = {
      ...targetIn(place),
      photo: new InputFile(await makePicture(drawn), 'report.png'),
      caption: t(locale, 'chart-caption', { title, dates: subtitle }),
    };
    return { status: 'calls', calls: [{ method: 'sendPhoto', payload, repeatable: false }] };
  }

  async function table({ place }: MessageJob, report: KeptReport): Promise<Rendered> {
    const { locale } = report.reader;
    const told = await reader.breakdown(report.query);
    const tickets = await ticketRows.list(report.query, told.span);
    const forAll = await isForAll(deps, report);
    const facts = { report: told, known: await knownNow(), tickets, forAll, now: clock.now() };
    const bytes = await makeSpreadsheet(sheets.spreadsheet(locale, facts));
    const { span, timeZone, query } = told;
    const [from, until] = [span.from, new Date(span.until.getTime() - 1)];
    const days = { from: civilDate(timeZone, from), until: civilDate(timeZone, until) };
    const isCut = tickets.length === MOST_TICKETS;
    const words = {
      title: views.title(locale, query),
      dates: views.dates(locale, timeZone, span),
    };
    const payload = {
      ...targetIn(place),
      document: new InputFile(bytes, `${t(locale, 'report-file-name', days)}.xlsx`),
      caption: isCut
        ? t(locale, 'report-table-cut', { ...words, most: MOST_TICKETS })
        : t(locale, 'report-table-caption', words),
    };
    return { status: 'calls', calls: [{ method: 'sendDocument', payload, repeatable: false }] };
  }
}
