// What the verbs of tickets share.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { recordEvents } from '../../platform/events.ts';
import type { TicketChange, TicketListener } from '../change.ts';
import type { CompanyRepository } from '../company-repository.ts';
import type { KeptTicket, TicketRepository } from '../repository.ts';

export { once, type Repeated } from '../../platform/once.ts';

export interface TicketVerbDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly tickets: TicketRepository;
  readonly companies: CompanyRepository;
  /** Each hears of every change, in this order, in its transaction. */
  readonly listeners: readonly TicketListener[];
}

/** Stores a change, writes it into the log and tells everybody who must do something about it. */
export async function carryOut(
  deps: Pick<TicketVerbDeps, 'clock' | 'tickets' | 'listeners'>,
  tx: Tx,
  change: TicketChange,
  cause: Cause,
): Promise<KeptTicket> {
  const { before, deed, by, reason } = change;
  const now = deps.clock.now();
  const after = { ...change.after, changedAt: now };
  if (before) await deps.tickets.save(tx, after);
  const event = {
    type: `ticket-${deed}`,
    subject: 'ticket',
    subjectId: after.id,
    actor: by.kind,
    actorId: by.id,
    data: { ...differences(before, after), ...(reason === null ? {} : { reason }) },
  } as const;
  await recordEvents(tx, [event], cause, now);
  for (const listen of deps.listeners) await listen(tx, { ...change, after }, cause);
  return after;
}

/** What an event keeps, for the rows will not tell it later. */
const KEPT = [
  'status',
  'responsibleId',
  'typeId',
  'urgency',
  'mergedIntoId',
  'rating',
  'externalId',
] as const;

function differences(before: KeptTicket | null, after: KeptTicket) {
  const changed = KEPT.filter((key) => before?.[key] !== after[key]);
  return Object.fromEntries(
    changed.flatMap((key) => {
      const from = before ? [[`${key}Before`, before[key]] as const] : [];
      return [[key, after[key]] as const, ...from];
    }),
  );
}
