// SLA rehearsal as the program puts it to use: wired here, nothing runs by itself.

import { speechPort } from '../../dialogs/outgoing/speech.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { factsOf } from '../../platform/outbox/words.ts';
import type { Known } from '../service-report/known.ts';
import type { ReportService } from '../service-report/service.ts';
import type { ReportViews } from '../service-report/views.ts';
import { createRehearsalRepository } from './repository.ts';
import { createRehearsal, type RehearsalDeps } from './service.ts';
import { createRehearsalViews } from './views.ts';

export interface RehearsalRoomDeps extends Omit<RehearsalDeps, 'played'> {
  readonly database: Database;
  readonly t: Translate;
  readonly timeZone: string;
  readonly findReport: ReportService['find'];
  readonly known: () => Promise<Known>;
  readonly reportViews: Pick<ReportViews, 'narrowed'>;
}

export function createRehearsalRoom(deps: RehearsalRoomDeps): Record<string, MessagePort> {
  const { database, t, timeZone, findReport, known, reportViews } = deps;
  const { rehearse } = createRehearsal({ ...deps, played: createRehearsalRepository(database) });
  const views = createRehearsalViews(t, timeZone);

  const port = speechPort(async ({ messages: [message] }) => {
    const facts = factsOf<{ reportId: number; planId: number }>(message?.args ?? {});
    const report = await findReport(facts.reportId);
    const told = report && (await rehearse(report.query, facts.planId));
    if (!told) return { drop: 'the report or the plan is gone' };
    const { locale } = report.reader;
    const narrowed = reportViews.narrowed(locale, report.query, await known());
    return { text: views.rehearsal(locale, told, narrowed) };
  });
  return { 'sla-rehearsal': port };
}
