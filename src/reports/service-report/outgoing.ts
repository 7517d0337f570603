// What reports say through the outbox: the message with its buttons, the chart, the spreadsheet. All are read from
// the rows when they leave.

import { speechPort } from '../../dialogs/outgoing/speech.ts';
import type { Clock } from '../../platform/clock.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { factsOf } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import type { KeptReport } from './kept-report.ts';
import { REPORT_ITSELF, type ReportKeyboards } from './keyboard-views.ts';
import type { Known } from './known.ts';
import { seesEverybody } from './query.ts';
import type { ReportReader } from './reading.ts';
import type { ReportService } from './service.ts';
import type { ReportViews } from './views.ts';

export interface ReportOutgoingDeps {
  readonly service: Pick<ReportService, 'find'>;
  readonly reader: ReportReader;
  readonly views: ReportViews;
  readonly keyboards: ReportKeyboards;
  readonly knownNow: () => Promise<Known>;
  readonly listStaff: () => Promise<readonly Staff[]>;
  readonly clock: Clock;
}

export interface ReportFacts {
  readonly reportId: number;
}

/** Whether whoever asked for it may see everybody; who works here no more may not. */
export async function isForAll(
  { listStaff }: Pick<ReportOutgoingDeps, 'listStaff'>,
  { staffId }: Pick<KeptReport, 'staffId'>,
): Promise<boolean> {
  const asker = (await listStaff()).find(({ id }) => id === staffId);
  return asker !== undefined && seesEverybody(asker);
}

/** The report itself; files have ports of their own. */
export function createReportPort(deps: ReportOutgoingDeps): MessagePort {
  const { service, reader, views, keyboards, knownNow, clock } = deps;
  return speechPort(async ({ messages: [message] }) => {
    const { reportId } = factsOf<ReportFacts>(message?.args ?? {});
    const report = await service.find(reportId);
    if (!report) return { drop: 'the report is gone' };
    const known = await knownNow();
    const { locale } = report.reader;
    const text = views.brief(locale, await reader.brief(report.query), known, clock.now());
    const viewer = { id: report.staffId, forAll: await isForAll(deps, report) };
    return { text, keyboard: keyboards.keyboard(report, known, REPORT_ITSELF, viewer) };
  });
}
