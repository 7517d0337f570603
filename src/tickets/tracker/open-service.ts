// A ticket that another system makes for a company: known by its number there, so that it is made once.

import type { RequestCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { NOBODY } from '../change.ts';
import type { TicketTools } from '../part.ts';
import type { KeptTicket } from '../repository.ts';
import type { Urgency } from '../ticket.ts';
import { once, type Repeated } from '../verbs/deps.ts';

export interface GivenTicket {
  readonly externalId: string;
  readonly companyId: number;
  /** Its code. */
  readonly type: string;
  readonly urgency: Urgency;
  readonly summary: string;
  readonly description: string;
  readonly responsibleId: number | null;
}

export type OpenedOrRefusal =
  | { readonly status: 'opened' | 'known'; readonly ticket: KeptTicket }
  | {
      readonly status: 'refused';
      readonly error:
        | 'company-unknown'
        | 'type-unknown'
        | 'responsible-unknown'
        | 'company-not-served';
    }
  | Repeated;

export function createTrackerOpening(tools: TicketTools) {
  const { tickets, companies, service, staff } = tools;

  function open(given: GivenTicket, cause: RequestCause): Promise<OpenedOrRefusal> {
    return once(tools, cause, (tx) => openIn(tx, given, cause));
  }

  async function openIn(tx: Tx, given: GivenTicket, cause: RequestCause): Promise<OpenedOrRefusal> {
    const { externalId, companyId, responsibleId, type: code, ...words } = given;
    const known = await tickets.findExternal(tx, externalId);
    if (known) return { status: 'known', ticket: known };
    const [company] = await companies.find(tx, [companyId]);
    if (!company) return { status: 'refused', error: 'company-unknown' };
    const type = (await companies.types(tx)).find((one) => one.code === code);
    if (!type) return { status: 'refused', error: 'type-unknown' };
    const found = responsibleId === null || (await staff.findStaff([responsibleId], tx)).length > 0;
    if (!found) return { status: 'refused', error: 'responsible-unknown' };
    const facts = { companyId, typeId: type.id, responsibleId, externalId, ...words };
    const origin = { authorId: null, origin: 'api', source: null } as const;
    const outcome = await service.openIn(tx, {
      ticket: { ...facts, ...origin },
      by: NOBODY,
      cause,
    });
    if (outcome.status === 'opened') return outcome;
    if (outcome.status === 'not-served') return { status: 'refused', error: 'company-not-served' };
    // The same number came twice at the same instant.
    const other = await tickets.findExternal(tx, externalId);
    if (!other) throw new Error('a number that is taken by no ticket');
    return { status: 'known', ticket: other };
  }

  return { open };
}
