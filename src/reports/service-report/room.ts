// Reports on how clients are served, as the program puts them to use: wired here, nothing runs by itself.

import type { BotContext } from '../../context.ts';
import type { Desks } from '../../desks/index.ts';
import { createTimeWords } from '../../dialogs/reminders/time-words.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Forms } from '../../platform/forms/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { Logger } from '../../platform/logger.ts';
import type { MessagePort, Outbox } from '../../platform/outbox/index.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { ListedCommand } from '../../platform/telegram/command-menu.ts';
import { createReplyNow } from '../../platform/telegram/reply-now.ts';
import type { StaffDoor } from '../../staff/index.ts';
import { ROLES } from '../../staff/staff.ts';
import { readPeriod } from './asking.ts';
import { createChartViews } from './chart-views.ts';
import { createDatesForm } from './dates-form.ts';
import { createReportHandlers } from './handlers.ts';
import { createKeptReportRepository } from './kept-repository.ts';
import { createReportKeyboards } from './keyboard-views.ts';
import { createKnownRepository } from './known-repository.ts';
import { createReportPort } from './outgoing.ts';
import { createReportReader } from './reading.ts';
import { createFiguresRepository } from './repository.ts';
import { createReportService } from './service.ts';
import { createSheetViews } from './sheet-views.ts';
import { createReportFilePorts } from './telegram-files.ts';
import { createTicketRowsRepository } from './ticket-rows-repository.ts';
import { createReportViews } from './views.ts';

export interface ServiceReportDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly timeZone: string;
  /** Whose clients these are. */
  readonly companyName: string;
  readonly staff: Pick<StaffDoor['service'], 'listStaff' | 'supervisors'>;
  readonly desks: Pick<Desks, 'readerOf'>;
  readonly forms: Pick<Forms<BotContext>, 'define'>;
}

const HOUR_MS = 3_600_000;

export function createServiceReport(deps: ServiceReportDeps) {
  const { database, t, timeZone, clock, staff, desks, forms } = deps;
  const words = createTimeWords(t);
  const read = (text: string) => readPeriod(text, { t, words, timeZone, now: clock.now() });
  const known = createKnownRepository(database);
  const figures = createFiguresRepository(database);
  const reader = createReportReader({ figures, clock, timeZone });
  const reports = createKeptReportRepository(database);
  const service = createReportService({ ...deps, reports, known });
  const views = createReportViews(t);
  const common = {
    ...{ ...deps, service, reader, views, knownNow: known.known },
    keyboards: createReportKeyboards(t),
    listStaff: () => staff.listStaff(),
  };
  const files = {
    ...common,
    charts: createChartViews({ ...deps, views }),
    sheets: createSheetViews(t, views),
    ticketRows: createTicketRowsRepository(database),
  };
  const composer = createReportHandlers({
    ...common,
    read,
    dates: createDatesForm({ forms, service, read }),
    readerOf: desks.readerOf,
    replyNow: createReplyNow(deps.logger),
  });
  const messages: Record<string, MessagePort> = {
    report: createReportPort(common),
    ...createReportFilePorts(files),
  };
  const sweeps: readonly Sweep[] = [
    { name: 'unused-reports', everyMs: HOUR_MS, run: service.forgetUnused },
  ];
  const commands: readonly ListedCommand[] = [
    { command: 'report', words: 'report-menu', where: ['private', 'group'], roles: ROLES },
  ];
  return { service, reader, views, known: known.known, composer, messages, sweeps, commands };
}
