// A ticket is opened: it has its number, its clocks run, and everybody hears of it, in one commit.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { TicketActor } from '../change.ts';
import type { KeptTicket, NewTicket } from '../repository.ts';
import { carryOut, once, type Repeated, type TicketVerbDeps } from './deps.ts';

export interface OpenCommand {
  readonly ticket: Omit<NewTicket, 'roomId' | 'splitFromId' | 'externalId'> &
    Partial<Pick<NewTicket, 'splitFromId' | 'externalId'>>;
  readonly by: TicketActor;
  readonly cause: Cause;
}

export type OpenOutcome =
  | { readonly status: 'opened'; readonly ticket: KeptTicket }
  /** The message is a ticket already, or the other system's number is taken. */
  | { readonly status: 'known'; readonly ticket: KeptTicket | null }
  /** We do not serve the company any more, or it has no group. */
  | { readonly status: 'not-served' };

const SUMMARY_SIGNS = 120;

export function createOpening(deps: TicketVerbDeps) {
  const { tickets, companies, clock } = deps;

  /** In the caller's transaction, which has settled its cause. */
  async function openIn(tx: Tx, { ticket, by, cause }: OpenCommand): Promise<OpenOutcome> {
    const [company] = await companies.find(tx, [ticket.companyId]);
    if (!company || company.endedAt || company.roomId === null) return { status: 'not-served' };
    const { roomId } = company;
    const facts = { splitFromId: null, externalId: null, ...ticket, roomId };
    const summary = oneLine(ticket.summary);
    const after = await tickets.insert(tx, { ...facts, summary }, clock.now());
    if (!after) {
      const known = ticket.source ? await tickets.findOfMessage(tx, ticket.source) : null;
      return { status: 'known', ticket: known };
    }
    const type = (await companies.types(tx)).find(({ id }) => id === after.typeId);
    await tickets.addChecks(tx, after.id, type?.checklist ?? []);
    const change = { before: null, after, deed: 'open', by, reason: null } as const;
    return { status: 'opened', ticket: await carryOut(deps, tx, change, cause) };
  }

  function open(command: OpenCommand): Promise<OpenOutcome | Repeated> {
    return once(deps, command.cause, (tx) => openIn(tx, command));
  }

  return { open, openIn };
}

/** The beginning, in one line of at most 120 signs. */
function oneLine(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const signs = [...line];
  return signs.length <= SUMMARY_SIGNS ? line : `${signs.slice(0, SUMMARY_SIGNS - 1).join('')}…`;
}
