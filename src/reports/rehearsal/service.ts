// SLA rehearsal: the last 30 days are played again under another plan, beside the plans as they are. Both are counted
// by the same replay, so that the difference is the plan's alone. Nothing is changed.

import type { Clock } from '../../platform/clock.ts';
import type { Sla } from '../../sla/index.ts';
import { promisesFor } from '../../sla/plan.ts';
import type { ReportQuery } from '../service-report/query.ts';
import { stretchesOf } from './replay.ts';
import type { PlayedClock, PlayedTicket, RehearsalRepository } from './repository.ts';
import { type Judged, judge, nothingCounted, type Tally, withJudged } from './tally.ts';

export interface RehearsalDeps {
  readonly played: RehearsalRepository;
  readonly terms: Pick<Sla['terms'], 'of' | 'hoursOf' | 'plans'>;
  readonly clock: Clock;
}

export interface Rehearsal {
  readonly planName: string;
  readonly from: Date;
  readonly until: Date;
  readonly tickets: number;
  readonly dialogs: number;
  readonly tally: Tally;
  /** The client of each of the worst tickets. */
  readonly clients: ReadonlyMap<number, string>;
}

const DAY_MS = 86_400_000;
const REHEARSED_DAYS = 30;

export function createRehearsal({ played, terms, clock }: RehearsalDeps) {
  /** Null: there is no such plan any more. */
  async function rehearse(query: ReportQuery, planId: number): Promise<Rehearsal | null> {
    const plan = terms.plans().find(({ id }) => id === planId);
    if (!plan) return null;
    const until = clock.now();
    const from = new Date(until.getTime() - REHEARSED_DAYS * DAY_MS);
    let tally = nothingCounted();
    let tickets = 0;
    const dialogs = new Set<number>();
    // Page by page: between two of them the program does what else is to be done.
    if (query.subject !== 'dialog') {
      for await (const some of pages((after) => played.tickets(query, from, after))) {
        tally = withJudged(
          tally,
          some.flatMap((one) => ofTicket(one, planId, until)),
        );
        tickets += some.length;
      }
    }
    if (query.subject !== 'ticket') {
      for await (const some of pages((after) => played.clocks(query, from, after))) {
        tally = withJudged(
          tally,
          some.map((one) => ofDialog(one, planId, until)),
        );
        for (const { dialogId } of some) dialogs.add(dialogId);
      }
    }
    const worst = tally.worst.flatMap(({ subject, id }) => (subject === 'ticket' ? [id] : []));
    const clients = await played.clientsOf(worst);
    return { planName: plan.name, from, until, tickets, dialogs: dialogs.size, tally, clients };
  }

  /** A client's own hours hold under either plan. */
  function ofTicket(ticket: PlayedTicket, planId: number, until: Date): Judged[] {
    const { id, typeId, urgency, company } = ticket;
    const about = { subject: 'ticket', typeId, urgency } as const;
    const own = terms.of(company);
    const trial = terms.of({ planId, calendarId: company.calendarId });
    const [ours, theirs] = [promisesFor(own.plan, about), promisesFor(trial.plan, about)];
    return stretchesOf(ticket.steps, until).map((stretch) => {
      const { kind } = stretch;
      const now = { minutes: ours[kind], calendar: own.calendar.hours };
      const other = { minutes: theirs[kind], calendar: trial.calendar.hours };
      return {
        ...{ subject: 'ticket', id, kind, triedMinutes: theirs[kind] },
        ...{ present: judge(stretch, now), tried: judge(stretch, other) },
      };
    });
  }

  function ofDialog(one: PlayedClock, planId: number, until: Date): Judged {
    const { kind, dialogId: id, startedAt, stoppedAt, outcome, targetMinutes } = one;
    const trial = terms.of({ planId, calendarId: null });
    const about = { subject: 'dialog', typeId: null, urgency: null } as const;
    const triedMinutes = promisesFor(trial.plan, about)[kind];
    const end = stoppedAt === null ? 'open' : outcome === 'cancelled' ? 'given-up' : 'kept';
    const stretch = { kind, end, runs: [{ from: startedAt, to: stoppedAt ?? until }] } as const;
    const now = { minutes: targetMinutes, calendar: terms.hoursOf(one.calendarId) };
    const other = { minutes: triedMinutes, calendar: trial.calendar.hours };
    return {
      ...{ subject: 'dialog', id, kind, triedMinutes },
      ...{ present: judge(stretch, now), tried: judge(stretch, other) },
    };
  }

  return { rehearse };
}

/** Until there are no more. */
async function* pages<T extends { readonly id: number }>(
  read: (after: number) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let after = 0; ; ) {
    const page = await read(after);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.id;
  }
}
