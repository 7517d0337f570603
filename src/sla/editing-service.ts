// What changes of plans and calendars have in common: once for each cause, by whoever may at that moment; what is kept
// in memory follows the commit.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { type NewEvent, recordEvents } from '../platform/events.ts';
import { once } from '../platform/once.ts';
import type { Staff } from '../staff/staff.ts';
import { mayEditTerms } from './editing.ts';
import type { RecountRepository } from './recount-repository.ts';
import type { SlaTerms } from './terms.ts';

export interface TermsEditingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly recounts: RecountRepository;
  readonly terms: Pick<SlaTerms, 'reread'>;
  readonly findStaff: (ids: readonly number[], tx: Tx) => Promise<readonly Staff[]>;
}

export interface EditOrder {
  readonly by: Staff;
  readonly cause: Cause;
}

export function createEditing(deps: TermsEditingDeps) {
  const { clock, terms, findStaff } = deps;

  async function edit<Outcome>(
    { by, cause }: EditOrder,
    work: (tx: Tx) => Promise<Outcome>,
  ): Promise<Outcome | 'no-right' | 'repeated'> {
    const outcome = await once(deps, cause, async (tx) => {
      const [now] = await findStaff([by.id], tx);
      return now && mayEditTerms(now)
        ? ({ status: 'done', outcome: await work(tx) } as const)
        : ({ status: 'no-right' } as const);
    });
    await terms.reread();
    return outcome.status === 'done' ? outcome.outcome : outcome.status;
  }

  async function note(
    tx: Tx,
    { by, cause }: EditOrder,
    event: Pick<NewEvent, 'type' | 'subject' | 'subjectId' | 'data'>,
  ): Promise<void> {
    const whole = { ...event, actor: 'staff', actorId: by.id } as const;
    await recordEvents(tx, [whole], cause, clock.now());
  }

  return { edit, note };
}
