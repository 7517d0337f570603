// What staff decide about an exporter, judged by what is so now: a press that comes second, or late, is
// told how it is.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import { type Company, type CompanyStatus, type Decision, isAtWork, judge } from '../exporter.ts';
import { firstReminder } from '../reminding.ts';
import { type Actor, type NotDone, note, type VerbDeps } from './deps.ts';
import type { Effects } from './effects.ts';

export interface DecideCommand {
  readonly by: Staff;
  readonly companyId: number;
  readonly decision: Decision;
  /** Why: for a rejection and a block, never empty there. */
  readonly reason: string | null;
  readonly cause: Cause;
}

export type DecideOutcome =
  | NotDone
  | { readonly status: 'done' }
  /** Somebody was quicker, or it means nothing now. */
  | { readonly status: 'already' | 'not-now'; readonly is: CompanyStatus }
  | { readonly status: 'no-right' };

const EVENTS: Readonly<Record<Exclude<Decision, 'confirm'>, string>> = {
  reject: 'company-rejected',
  block: 'company-blocked',
  unblock: 'company-unblocked',
};

export function createDecide(deps: VerbDeps, effects: Effects) {
  const { database, companies, belonging, outbox, clock, findStaff, officeHours } = deps;

  return async function decide(command: DecideCommand): Promise<DecideOutcome> {
    const { by, companyId, decision, cause } = command;
    return database.inTransaction(async (tx): Promise<DecideOutcome> => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      if ((await findStaff([by.id], tx)).length === 0) return { status: 'no-right' };
      const company = await companies.lock(tx, companyId);
      if (!company) return { status: 'unknown' };
      const verdict = judge(company, decision);
      if (verdict.status !== 'allowed') return { status: verdict.status, is: company.status };
      await carryOut(tx, company, verdict.to, command);
      return { status: 'done' };
    });
  };

  async function carryOut(
    tx: Tx,
    company: Company,
    to: CompanyStatus,
    { by, decision, reason, cause }: DecideCommand,
  ): Promise<void> {
    const actor: Actor = { kind: 'staff', staff: by };
    if (decision === 'confirm') {
      await effects.redraw(tx, await effects.confirm(tx, company, actor, cause));
      return;
    }
    const decided = await companies.update(tx, company.id, {
      status: to,
      remindAt: to === 'pending' ? firstReminder(officeHours, clock.now()) : null,
      reason: decision === 'unblock' ? null : reason,
      blockedFrom: decision === 'block' ? company.status : null,
      decidedAt: clock.now(),
      decidedById: by.id,
    });
    await note(tx, deps, EVENTS[decision], decided, actor, cause, { reason });
    const facts = { name: decided.name, reason, status: to };
    const theirs = await belonging.members(tx, [decided.id]);
    const words = theirs.map((person) => wordsToPerson(person, `exporter-${decision}`, facts));
    await outbox.enqueue(tx, words, cause);
    await effects.redraw(tx, decided);
    // Whoever asked while it was blocked has waited for that.
    if (isAtWork(decided)) await deps.onAtWork(tx, decided.id, cause);
    else if (decision !== 'unblock') await deps.onOut(tx, decided.id, cause);
  }
}
