// Each week is told once: to supervisors in private with everything, to each client's group in short. A week in which
// nothing happened is told to nobody.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { destination, type Outbox } from '../../platform/outbox/index.ts';
import { wordsFor } from '../../platform/outbox/words.ts';
import type { Sla } from '../../sla/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { isEmpty } from '../service-report/figures.ts';
import type { Period } from '../service-report/period.ts';
import { type ReportQuery, THIS_WEEK } from '../service-report/query.ts';
import type { ReportReader } from '../service-report/reading.ts';
import type { ReportService } from '../service-report/service.ts';
import type { ToldCompany, WeeklyRepository } from './repository.ts';
import { weekDue } from './week.ts';

export interface WeeklyServiceDeps {
  readonly database: Database;
  readonly weeks: WeeklyRepository;
  readonly reader: ReportReader;
  readonly openReport: ReportService['openIn'];
  readonly terms: Pick<Sla['terms'], 'of'>;
  readonly supervisors: () => Promise<readonly Staff[]>;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** Of a client's week, with which its message is made. */
export type ClientWeek = {
  readonly companyId: number;
  readonly first: string;
  readonly last: string;
};

export function createWeeklyService(deps: WeeklyServiceDeps) {
  const { database, weeks, reader, openReport, terms, supervisors, outbox, clock } = deps;

  async function tellWeeks(cause: Cause): Promise<void> {
    const ours = terms.of({ planId: null, calendarId: null }).calendar.hours;
    const week = weekDue(ours, clock.now());
    if (week && !(await weeks.told(week.first)).has(null)) await tellSupervisors(week, cause);
    for (const company of await weeks.companies()) {
      const due = weekDue(terms.of(company).calendar.hours, clock.now());
      if (due && !(await weeks.told(due.first)).has(company.id)) await tell(company, due, cause);
    }
  }

  type Week = NonNullable<ReturnType<typeof weekDue>>;

  async function once(
    { first: monday }: Week,
    companyId: number | null,
    work: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (await weeks.claim(tx, { monday, companyId }, clock.now())) await work(tx);
    });
  }

  async function tellSupervisors(week: Week, cause: Cause): Promise<void> {
    const query = { ...THIS_WEEK, period: daysOf(week) };
    const { total } = await reader.brief(query);
    const people = isEmpty(total.now) ? [] : await weeks.wanting(await supervisors());
    await once(week, null, async (tx) => {
      for (const staff of people) {
        const at = { destination: destination('person', staff.userId), locale: staff.locale };
        await openReport(tx, { staff, reader: at, query, cause, files: ['report-chart'] });
      }
    });
  }

  async function tell(company: ToldCompany, week: Week, cause: Cause): Promise<void> {
    const facts: ClientWeek = { companyId: company.id, ...week };
    const told = await read(company, week);
    await once(week, company.id, async (tx) => {
      if (!told) return;
      const { locale, roomId } = company;
      const at = { destination: destination('room', roomId), locale };
      await outbox.enqueue(tx, [wordsFor(at, 'weekly-client-report', facts)], cause);
    });
  }

  /** What a client's group reads of a week; null: there is nothing to tell. */
  async function read(company: ToldCompany, week: Pick<Week, 'first' | 'last'>) {
    const query: ReportQuery = {
      ...THIS_WEEK,
      period: daysOf(week),
      subject: 'ticket',
      companyId: company.id,
    };
    const { total, span } = await reader.brief(query, company.timeZone);
    const open = await weeks.open(company.id, MOST_OPEN);
    return isEmpty(total.now) && open.count === 0 ? null : { total, span, open };
  }

  return { tellWeeks, read };
}

/** More do not fit a short message. */
const MOST_OPEN = 8;

function daysOf({ first, last }: { readonly first: string; readonly last: string }): Period {
  return { kind: 'dates', first, last };
}
