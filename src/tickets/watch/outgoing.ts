// What tells employees that something waits, drawn from the rows: whatever is settled shows so, everywhere it was told.

import type { Desk } from '../../desks/desk.ts';
import { speechBody } from '../../dialogs/outgoing/speech.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { ProjectionJob, ProjectionPort } from '../../platform/outbox/index.ts';
import { showing } from '../../platform/outbox/showing.ts';
import type { Staff } from '../../staff/staff.ts';
import type { LookAtAlarm } from '../alarms/looking.ts';
import type { AlarmViews } from '../alarms/views.ts';
import type { Speech } from '../client-card/views.ts';
import { NOTICE, type Notice, type NoticeRepository } from '../notices/repository.ts';
import type { WaitFacts } from './facts.ts';
import type { DigestLine, WaitViews } from './views.ts';

export interface WatchOutgoingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly notices: Pick<NoticeRepository, 'find'>;
  readonly look: (waitIds: readonly number[]) => Promise<readonly WaitFacts[]>;
  readonly lookAtAlarm: LookAtAlarm;
  readonly views: WaitViews;
  readonly alarmViews: Pick<AlarmViews, 'inDigest'>;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  readonly listDesks: () => Promise<readonly Desk[]>;
}

/** The projections, by their names. */
export function createWatchOutgoing(deps: WatchOutgoingDeps): Record<string, ProjectionPort> {
  const { database, clock, notices, look, lookAtAlarm, views, alarmViews } = deps;

  async function render(jobs: readonly ProjectionJob[]) {
    const found = await notices.find(
      database.prisma,
      jobs.map(({ subjectId }) => subjectId),
    );
    return Promise.all(
      jobs.map(async (job) => {
        const notice = found.find(({ id }) => id === job.subjectId);
        const speech = notice && (await speechOf(notice, job.messageId === null));
        return speech ? showing(job, speechBody(speech, job.plain), { quiet: !notice.rang }) : null;
      }),
    );
  }

  /** Null: there is nobody to read it any more, or nothing that they would have to be told. */
  async function speechOf(notice: Notice, isNew: boolean): Promise<Speech | null> {
    const locale = await localeOf(notice);
    if (!locale) return null;
    const now = clock.now();
    const lines = await linesOf(notice, locale);
    if (isNew && lines.every(isOver)) return null;
    const [first] = lines;
    if (notice.kind === 'raise' && first && 'wait' in first) {
      return views.alone(locale, first.wait, now);
    }
    return views.digest(locale, { lines, isEvening: notice.kind === 'evening', now });
  }

  async function linesOf({ subjects }: Notice, locale: Locale): Promise<DigestLine[]> {
    const waits = await look(subjects.flatMap((one) => ('waitId' in one ? [one.waitId] : [])));
    const lines = await Promise.all(
      subjects.map(async (one): Promise<DigestLine[]> => {
        if ('waitId' in one)
          return waits.flatMap((wait) => (wait.id === one.waitId ? [{ wait }] : []));
        const facts = await lookAtAlarm(one.ticketId, one.clockId);
        return 'drop' in facts ? [] : [{ deadline: alarmViews.inDigest(locale, facts) }];
      }),
    );
    return lines.flat();
  }

  async function localeOf({ reader }: Notice): Promise<Locale | null> {
    if ('staffId' in reader) return (await deps.findStaff([reader.staffId]))[0]?.locale ?? null;
    return (await deps.listDesks()).find(({ id }) => id === reader.deskId)?.locale ?? null;
  }

  return { [NOTICE]: { rank: 'card', render } };
}

function isOver(line: DigestLine): boolean {
  return 'wait' in line && line.wait.ended !== null;
}
