// An exporter's person who cannot be told of a lead: whoever answers for the exporter hears of it in working
// hours, with what has really happened.

import { systemCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { SettledMessage } from '../../platform/outbox/index.ts';
import { factsOf, wordsToPerson } from '../../platform/outbox/words.ts';
import type { ApiFailure } from '../../platform/telegram/api-failure.ts';
import { inHours } from '../../sla/calendar.ts';
import { responsible, type VerbDeps } from '../verbs/deps.ts';

/** Why somebody was not told. */
export type Untold = 'blocked' | 'never-started' | 'deactivated' | 'gone' | 'other';

export type UntoldDeps = Pick<
  VerbDeps,
  'outbox' | 'clock' | 'officeHours' | 'listStaff' | 'leads' | 'sellers'
>;

/** What becomes of notices that did not arrive; takes part in the transaction that records it. */
export function untold(deps: UntoldDeps) {
  return async (tx: Tx, settled: readonly SettledMessage[]): Promise<void> => {
    for (const { message, settlement } of settled) {
      if (settlement.status !== 'failed') continue;
      const { leadId, personId = 0 } = factsOf<{ leadId: number; personId?: number }>(message.args);
      await ring(deps, tx, { leadId, personId, why: whyOf(settlement.failure) });
    }
  };
}

async function ring(
  deps: UntoldDeps,
  tx: Tx,
  facts: { readonly leadId: number; readonly personId: number; readonly why: Untold },
): Promise<void> {
  const [lead] = await deps.leads.find(tx, [facts.leadId]);
  const [seller] = lead ? await deps.sellers.find(tx, [lead.companyId]) : [];
  // Whoever has left the exporter meanwhile need not know of it.
  const person = seller?.people.find(({ id }) => id === facts.personId);
  if (!seller || !person) return;
  const why = facts.why === 'gone' && !person.hasStarted ? 'never-started' : facts.why;
  const notBefore = inHours(deps.officeHours, deps.clock.now());
  const staff = await responsible(deps, tx, seller.managerId);
  const words = staff.map((one) => ({
    ...wordsToPerson(one, 'lead-untold', { ...facts, why }),
    notBefore,
  }));
  await deps.outbox.enqueue(tx, words, systemCause('sending'));
}

/** Of a chat that never was Telegram says the same as of one that is gone. */
function whyOf({ kind }: ApiFailure): Untold {
  if (kind === 'chat-gone') return 'gone';
  return kind === 'blocked' || kind === 'never-started' || kind === 'deactivated' ? kind : 'other';
}
