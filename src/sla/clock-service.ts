// Clocks on dialogs and tickets as they begin, stand still, go on and end. Each verb takes part in the transaction
// of what made it necessary; done twice, it changes nothing.

import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { quietUntil } from './calendar.ts';
import {
  type ClockKind,
  cancelClock,
  dueAt,
  pauseClock,
  resumeClock,
  retarget,
  type SlaClock,
  startClock,
  stopClock,
} from './clock.ts';
import { NO_CONTRACT } from './deadline.ts';
import type { KeptClock } from './kept-clock.ts';
import {
  type Circle,
  type ClockStep,
  dueStep,
  promisesFor,
  type SlaPlan,
  stepDueAt,
  stepsOf,
  toldUnder,
} from './plan.ts';
import type { ClockBearer, ClockState, SlaRepository } from './repository.ts';
import type { SlaTerms, Terms } from './terms.ts';

/** What is due to be told of a clock. */
export interface Told {
  readonly clock: KeptClock;
  readonly step: ClockStep;
  /** Who hears of it: the circles whose turn came together; none of a warning. */
  readonly circles: readonly Circle[];
}

export interface ClockServiceDeps {
  readonly database: Database;
  readonly repository: SlaRepository;
  readonly terms: Pick<SlaTerms, 'of' | 'hoursOf' | 'plans'>;
  readonly clock: Clock;
  /** Says it to whom it concerns, in the transaction that notes it as told. */
  readonly onTold: (tx: Tx, told: Told) => Promise<void>;
}

export type Contract = Parameters<SlaTerms['of']>[0];
type Subject = Pick<ClockBearer, 'subject' | 'subjectId'>;
type Facts = Partial<Pick<ClockBearer, 'typeId' | 'urgency' | 'staffId'>>;

/** Clocks told of at one look. */
const AT_ONCE = 200;

export type ClockService = ReturnType<typeof createClockService>;

export function createClockService(deps: ClockServiceDeps) {
  const { database, repository, terms, clock, onTold } = deps;

  /** Begins those of the kinds that the contract promises and that are not open already. */
  async function begin(
    tx: Tx,
    bearer: ClockBearer,
    contract: Contract,
    { kinds, at }: { readonly kinds: readonly ClockKind[]; readonly at: Date },
  ): Promise<void> {
    const { plan, calendar } = terms.of(contract);
    const promises = promisesFor(plan, bearer);
    for (const kind of kinds) {
      const minutes = promises[kind];
      if (minutes === null) continue;
      const begun = startClock(kind, minutes, at);
      const kept = { ...bearer, ...begun, planId: plan.id, calendarId: calendar.id, told: 0 };
      await repository.insert(tx, withDues(kept, { plan, calendar }));
    }
  }

  /** They stand still: the other side is to act. */
  function pause(tx: Tx, subject: Subject, kinds: readonly ClockKind[], at: Date): Promise<void> {
    return changeOpen(tx, subject, kinds, (one) => pauseClock(one, hours(one), at));
  }

  /** They go on, by what is promised now: what changed while they stood still has waited for that. */
  async function resume(
    tx: Tx,
    bearer: ClockBearer,
    contract: Contract,
    { kinds, at }: { readonly kinds: readonly ClockKind[]; readonly at: Date },
  ): Promise<void> {
    const { plan, calendar } = terms.of(contract);
    const { typeId, urgency, staffId } = bearer;
    for (const open of await repository.lockOpen(tx, bearer)) {
      if (open.runningSince || !kinds.includes(open.kind)) continue;
      const counted = countedBy({ ...open, typeId, urgency, staffId }, contract, at);
      const going = { ...counted, ...resumeClock(counted, at) };
      await save(tx, open.id, withDues(going, { plan, calendar }));
    }
  }

  type End = (
    tx: Tx,
    subject: Subject,
    kinds: readonly ClockKind[],
    ending: Facts & { readonly at: Date },
  ) => Promise<void>;

  const ending =
    (end: typeof stopClock): End =>
    (tx, subject, kinds, { at, ...facts }) =>
      changeOpen(tx, subject, kinds, (one) => ({ ...end(one, hours(one), at), ...facts }));

  /** What was promised is done; `facts` are kept as they are now. */
  const stop = ending(stopClock);

  /** Nothing is owed any more; what is missed already stays missed. */
  const cancel = ending(cancelClock);

  /**
   * Type, urgency, contract, plan or calendar have changed: what runs counts by them from `at` on. What was told stays
   * told. What stands still counts by them once it goes on, so that nothing that is done becomes late or in time.
   */
  async function reconsider(
    tx: Tx,
    bearer: ClockBearer,
    contract: Contract,
    at: Date,
  ): Promise<void> {
    const { typeId, urgency, staffId } = bearer;
    for (const open of await repository.lockOpen(tx, bearer)) {
      if (!open.runningSince) continue;
      const about = { ...open, typeId, urgency, staffId };
      await save(tx, open.id, countedBy(about, contract, at));
    }
  }

  /** An open clock as it is under this contract from `at` on. */
  function countedBy(
    open: KeptClock,
    contract: Contract,
    at: Date,
  ): KeptClock & Pick<ClockState, 'tellAt' | 'dueAt'> {
    const { plan, calendar } = terms.of(contract);
    const minutes = promisesFor(plan, open)[open.kind];
    const changed =
      minutes === null
        ? cancelClock(open, hours(open), at)
        : retarget(open, hours(open), { targetMinutes: minutes, at });
    const told = toldUnder(planOf(open), plan, open.told);
    const kept = { ...open, ...changed, told, planId: plan.id, calendarId: calendar.id };
    return withDues(kept, { plan, calendar });
  }

  /**
   * A plan or a calendar has changed: those of these that run count by it from `askedAt` on. Done twice, it changes
   * nothing. What nobody promises any more ends.
   */
  async function recount(
    tx: Tx,
    open: readonly KeptClock[],
    askedAt: Date,
  ): Promise<readonly ReturnType<typeof countedBy>[]> {
    const contracts = await repository.contractsOf(
      tx,
      open.flatMap(({ companyId }) => companyId ?? []),
    );
    return open.flatMap((one) => {
      const { runningSince, companyId } = one;
      if (!runningSince) return [];
      // What went on after the change counts by it already.
      const at = runningSince > askedAt ? runningSince : askedAt;
      return [countedBy(one, contracts.get(companyId ?? 0) ?? NO_CONTRACT, at)];
    });
  }

  async function changeOpen(
    tx: Tx,
    subject: Subject,
    kinds: readonly ClockKind[],
    change: (open: KeptClock) => SlaClock & Facts,
  ): Promise<void> {
    for (const open of await repository.lockOpen(tx, subject)) {
      if (!kinds.includes(open.kind)) continue;
      const kept = { ...open, ...change(open) };
      const plan = planOf(kept);
      await save(tx, open.id, withDues(kept, { plan, calendar: { hours: hours(kept) } }));
    }
  }

  async function save(tx: Tx, id: number, state: ClockState & { readonly id?: number }) {
    const { id: _, ...columns } = state;
    await repository.save(tx, id, columns);
  }

  /**
   * Tells what is due by now, each step once; of several that came due together the last alone. What was found late
   * (after a stop, or because a deadline was moved at night) waits for the opening: nobody is called out of hours.
   */
  async function tellDue(): Promise<void> {
    const due = await repository.listToTell(database.prisma, clock.now(), AT_ONCE);
    for (const { subject, subjectId, id } of due) {
      await database.inTransaction(async (tx) => {
        const open = (await repository.lockOpen(tx, { subject, subjectId })).find(
          (one) => one.id === id,
        );
        if (open) await tell(tx, open);
      });
    }
  }

  async function tell(tx: Tx, open: KeptClock): Promise<void> {
    const plan = planOf(open);
    const now = clock.now();
    const due = dueStep(plan, hours(open), { clock: open, told: open.told, now });
    if (!due) {
      // Its plan was taken away or tells less now: it is not looked at again for what nobody tells.
      const tellAt = stepDueAt(plan, hours(open), open, open.told);
      return await repository.save(tx, open.id, { tellAt });
    }
    const opening = quietUntil(hours(open), now);
    if (opening) return await repository.save(tx, open.id, { tellAt: opening });
    const kept = { ...open, told: due.told };
    const state = withDues(kept, { plan, calendar: { hours: hours(open) } });
    await save(tx, open.id, state);
    const circles = stepsOf(plan)
      .slice(open.told, due.told)
      .flatMap((step) => (step.kind === 'escalate' ? [step.circle] : []));
    await onTold(tx, { clock: kept, step: due.step, circles });
  }

  /** The open promises on these, for their cards. */
  async function openOn(
    db: Tx,
    subject: ClockBearer['subject'],
    subjectIds: readonly number[],
  ): Promise<ReadonlyMap<number, readonly KeptClock[]>> {
    const open = await repository.listOpen(db, subject, subjectIds);
    return new Map(subjectIds.map((id) => [id, open.filter(({ subjectId }) => subjectId === id)]));
  }

  const hours = ({ calendarId }: KeptClock) => terms.hoursOf(calendarId);

  /** A plan that was taken away tells nothing more; what it promised stays promised. */
  function planOf({ planId }: KeptClock): Steps {
    return terms.plans().find(({ id }) => id === planId) ?? NO_STEPS;
  }

  return { begin, pause, resume, stop, cancel, reconsider, recount, tellDue, openOn };
}

type Steps = Pick<SlaPlan, 'warnPercents' | 'escalationMinutes'>;
const NO_STEPS: Steps = { warnPercents: [], escalationMinutes: [] };

/** With the moments that sweeps look for. */
function withDues<T extends Omit<ClockState, 'tellAt' | 'dueAt'>>(
  kept: T,
  by: { readonly plan: Steps; readonly calendar: Pick<Terms['calendar'], 'hours'> },
): T & Pick<ClockState, 'tellAt' | 'dueAt'> {
  const { hours } = by.calendar;
  return {
    ...kept,
    dueAt: dueAt(kept, hours),
    tellAt: stepDueAt(by.plan, hours, kept, kept.told),
  };
}
