// Plans are changed one thing at a time, by whoever may, as they have seen them: in the log, and on what is open.

import type { Tx } from '../platform/database/index.ts';
import type { JsonObject } from '../platform/outbox/index.ts';
import type { EditRefusal } from './editing.ts';
import { createEditing, type EditOrder, type TermsEditingDeps } from './editing-service.ts';
import { toldUnder } from './plan.ts';
import { ownRow, type PlanChange, rowWith } from './plan-change.ts';
import type { KeptPlan, PlanRepository } from './plan-repository.ts';

export interface PlanServiceDeps extends TermsEditingDeps {
  readonly plans: PlanRepository;
}

export type PlanOutcome =
  | EditRefusal
  | 'changed'
  /** It is so already. */
  | 'same'
  | 'name-taken'
  /** The default plan stays; another one has to be it first. */
  | 'is-default'
  /** Companies that we serve have it agreed. */
  | 'has-clients'
  | 'calendar-gone';

export type CopyOutcome =
  | { readonly status: 'made'; readonly planId: number }
  | { readonly status: EditRefusal | 'name-taken' };

/** Who has a plan. */
export interface PlanView {
  readonly plan: KeptPlan;
  /** Names of clients that have it agreed; of the default plan also of those that have agreed none. */
  readonly clients: readonly string[];
}

export type PlanService = ReturnType<typeof createPlanService>;

export function createPlanService(deps: PlanServiceDeps) {
  const { database, clock, plans, recounts } = deps;
  const { prisma } = database;
  const { edit, note } = createEditing(deps);

  /** `revision`: as whoever changes it has seen it. */
  function change({
    planId,
    revision,
    wish,
    ...order
  }: EditOrder & {
    readonly planId: number;
    readonly revision: number;
    readonly wish: PlanChange;
  }): Promise<PlanOutcome> {
    return edit<PlanOutcome>(order, async (tx) => {
      const plan = await plans.lock(tx, planId);
      if (!plan) return 'gone';
      if (plan.revision !== revision) return 'stale';
      if (plan.isArchived && wish.kind !== 'restore') return 'archived';
      const made = await make(tx, plan, wish);
      if (typeof made === 'string') return made;
      const type = `sla-plan-${wish.kind}`;
      await note(tx, order, { type, subject: 'sla-plan', subjectId: planId, data: made });
      return 'changed';
    });
  }

  /** What the log keeps of it; or why nothing was changed. */
  async function make(tx: Tx, plan: KeptPlan, wish: PlanChange): Promise<JsonObject | PlanOutcome> {
    switch (wish.kind) {
      case 'name':
        return await rename(tx, plan, wish.name);
      case 'promise':
      case 'inherit':
        return await promise(tx, plan, wish);
      case 'warn':
        return await remark(tx, plan, { ...plan, warnPercents: wish.percents });
      case 'escalate':
        return await remark(tx, plan, { ...plan, escalationMinutes: wish.minutes });
      case 'calendar':
        return await setCalendar(tx, plan, wish.calendarId);
      case 'default':
        return await makeDefault(tx, plan);
      case 'archive':
      case 'restore':
        return await putAway(tx, plan, wish.kind);
    }
  }

  async function rename(tx: Tx, { id, name: before }: KeptPlan, name: string) {
    if (name === before) return 'same';
    if (await plans.isNamed(tx, name, id)) return 'name-taken';
    await plans.update(tx, id, { name });
    return { before, after: name };
  }

  async function promise(
    tx: Tx,
    plan: KeptPlan,
    wish: Extract<PlanChange, { kind: 'promise' | 'inherit' }>,
  ): Promise<JsonObject | PlanOutcome> {
    const { row } = wish;
    const own = ownRow(plan, row);
    const wanted = wish.kind === 'promise' ? rowWith(plan, row, { [wish.of]: wish.minutes }) : null;
    if (wish.kind === 'promise' ? !wanted : !own) return 'same';
    if (wanted) await plans.putTarget(tx, plan.id, wanted);
    else await plans.dropTarget(tx, plan.id, row);
    await plans.update(tx, plan.id, {});
    await askRecount(tx, plan);
    return { ...row, before: own?.promises ?? null, after: wanted?.promises ?? null };
  }

  /** When it is told of; nobody hears twice of what they know. */
  async function remark(tx: Tx, plan: KeptPlan, after: KeptPlan) {
    const marksOf = ({ warnPercents, escalationMinutes }: KeptPlan) => ({
      warnPercents: [...warnPercents],
      escalationMinutes: [...escalationMinutes],
    });
    const [before, wanted] = [marksOf(plan), marksOf(after)];
    if (JSON.stringify(before) === JSON.stringify(wanted)) return 'same';
    const steps = before.warnPercents.length + before.escalationMinutes.length;
    const told = Array.from({ length: steps + 1 }, (_, count) => toldUnder(before, wanted, count));
    await recounts.recountTold(tx, plan.id, told);
    await plans.update(tx, plan.id, wanted);
    await askRecount(tx, plan);
    return { before, after: wanted };
  }

  async function setCalendar(tx: Tx, plan: KeptPlan, calendarId: number) {
    if (plan.calendarId === calendarId) return 'same';
    if (!(await plans.hasCalendar(tx, calendarId))) return 'calendar-gone';
    await plans.update(tx, plan.id, { calendarId });
    await askRecount(tx, plan);
    return { before: plan.calendarId, after: calendarId };
  }

  /** What was promised by the former one to those who have agreed nothing is promised by this one now. */
  async function makeDefault(tx: Tx, plan: KeptPlan) {
    if (plan.isDefault) return 'same';
    const former = await plans.makeDefault(tx, plan.id);
    await recounts.ask(tx, { planId: former }, { dialogs: true, askedAt: clock.now() });
    return { before: former, after: plan.id };
  }

  async function putAway(tx: Tx, plan: KeptPlan, how: 'archive' | 'restore') {
    const isArchived = how === 'archive';
    if (plan.isArchived === isArchived) return 'same';
    if (isArchived && plan.isDefault) return 'is-default';
    if (isArchived && (await plans.clientsOf(tx, plan.id)).length > 0) return 'has-clients';
    await plans.update(tx, plan.id, { archivedAt: isArchived ? clock.now() : null });
    return {};
  }

  function askRecount(tx: Tx, { id: planId, isDefault }: KeptPlan): Promise<void> {
    return recounts.ask(tx, { planId }, { dialogs: isDefault, askedAt: clock.now() });
  }

  /** Another plan with the same promises, under a name of its own. */
  async function copy({
    planId,
    name,
    ...order
  }: EditOrder & { readonly planId: number; readonly name: string }): Promise<CopyOutcome> {
    const outcome = await edit<number | EditRefusal | 'name-taken'>(order, async (tx) => {
      const like = await plans.lock(tx, planId);
      if (!like) return 'gone';
      if (await plans.isNamed(tx, name)) return 'name-taken';
      const made = await plans.insert(tx, name, like);
      await note(tx, order, {
        ...({ type: 'sla-plan-made', subject: 'sla-plan' } as const),
        ...{ subjectId: made, data: { name, like: planId } },
      });
      return made;
    });
    return typeof outcome === 'number' ? { status: 'made', planId: outcome } : { status: outcome };
  }

  /** With how many clients have each. */
  async function list(): Promise<readonly (KeptPlan & { readonly clients: number })[]> {
    const counts = await plans.clientCounts(prisma);
    const free = counts.get(null) ?? 0;
    return (await plans.list()).map((plan) => ({
      ...plan,
      clients: (counts.get(plan.id) ?? 0) + (plan.isDefault ? free : 0),
    }));
  }

  /** Null: there is none. */
  async function view(planId: number): Promise<PlanView | null> {
    const plan = (await plans.list()).find(({ id }) => id === planId);
    if (!plan) return null;
    const free = plan.isDefault ? await plans.clientsOf(prisma, null) : [];
    return { plan, clients: [...(await plans.clientsOf(prisma, planId)), ...free] };
  }

  return { change, copy, list, view };
}
