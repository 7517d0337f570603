// The door of reports: what is known, put together for those who need it outside of Telegram.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Translate } from '../platform/i18n.ts';
import { joinPorts, type MessagePort, type Outbox } from '../platform/outbox/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import type { RoomMenuItem, Rooms } from '../rooms/index.ts';
import type { Sla } from '../sla/index.ts';
import { createProof } from './proof/room.ts';
import type { ProofService } from './proof/service.ts';
import { createRehearsalRoom } from './rehearsal/room.ts';
import { createExportItem } from './room-item.ts';
import { createServiceReport, type ServiceReportDeps } from './service-report/room.ts';
import { createTrailPort } from './telegram-trail.ts';
import { createTrailRepository } from './trail-repository.ts';
import { createTrailExport, type TrailServiceDeps } from './trail-service.ts';
import { createTrailSheet } from './trail-sheet.ts';
import { createTrailViews } from './trail-views.ts';
import { createWeekly } from './weekly/room.ts';

export interface ReportsDeps extends TrailServiceDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly t: Translate;
  readonly timeZone: string;
}

export interface Reports {
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly menuItem: RoomMenuItem;
}

/** Wires the feature; nothing is read or said before somebody asks for it. */
export function createReports(deps: ReportsDeps): Reports {
  const { database, t, timeZone, clock } = deps;
  const trails = createTrailRepository(database);
  const parts = { views: createTrailViews(t), sheet: createTrailSheet(t) };
  return {
    messages: { 'room-trail': createTrailPort({ trails, ...parts, clock, timeZone }) },
    menuItem: createExportItem(createTrailExport(deps)),
  };
}

export interface ServiceReportsDeps extends ServiceReportDeps {
  readonly sla: Pick<Sla, 'terms'>;
  readonly rooms: Pick<Rooms['service'], 'roleOf'>;
}

export interface ServiceReports {
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
  /** A ticket's log as a file, for buttons of other features. */
  readonly proof: ProofService;
}

/** Reports on how clients are served; nothing is read or said before somebody asks, or a sweep finds it due. */
export function createServiceReports(deps: ServiceReportsDeps): ServiceReports {
  const report = createServiceReport(deps);
  const { reader, service } = report;
  const weekly = createWeekly({
    ...{ ...deps, reader, openReport: service.openIn, terms: deps.sla.terms },
    supervisors: () => deps.staff.supervisors(),
  });
  const rehearsal = createRehearsalRoom({
    ...{ ...deps, terms: deps.sla.terms, findReport: service.find },
    ...{ known: report.known, reportViews: report.views },
  });
  const proof = createProof(deps);
  return {
    composer: createComposer<BotContext>(report.composer, proof.composer),
    messages: joinPorts(report.messages, weekly.messages, rehearsal, proof.messages),
    sweeps: [...report.sweeps, ...weekly.sweeps],
    commands: [...report.commands, ...proof.commands],
    proof: proof.service,
  };
}
