// `/my` and `/tickets`: a page of tickets, with what may be chosen to narrow it down.

import { DateTime } from 'luxon';
import type { Cause } from '../../../platform/cause.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import { settleCause } from '../../../platform/inbox/index.ts';
import type { Outbox } from '../../../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../../../platform/outbox/words.ts';
import type { Staff } from '../../../staff/staff.ts';
import type { TicketType } from '../../company.ts';
import type { CompanyRepository } from '../../company-repository.ts';
import type { Named } from '../card-facts.ts';
import { type ListedTicket, PAGE_SIZE } from './listed.ts';
import { packQuery, type TicketQuery } from './query.ts';
import type { TicketListRepository } from './repository.ts';

export interface TicketListDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly timeZone: string;
  readonly companies: Pick<CompanyRepository, 'types' | 'served'>;
  readonly listStaff: () => Promise<readonly Staff[]>;
  readonly lists: TicketListRepository;
}

export interface TicketPage {
  readonly query: TicketQuery;
  /** From 0. */
  readonly page: number;
  readonly tickets: readonly ListedTicket[];
  readonly count: number;
  /** What may be chosen, and the names of what is. */
  readonly companies: readonly Named[];
  readonly staff: readonly Named[];
  readonly types: readonly TicketType[];
}

/** How many days before today. */
const DAYS = { today: 0, week: 6, month: 29 } as const;
/** The name of the message that is a list. */
export const TICKET_LIST = 'ticket-list';

export type TicketListService = ReturnType<typeof createTicketListService>;

export function createTicketListService(deps: TicketListDeps) {
  const { database, clock, outbox, timeZone, companies, listStaff, lists } = deps;

  /** Somebody asks for a list; it is read when it is said. */
  async function open(cause: Cause, reader: Reader, query: TicketQuery): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      await outbox.enqueue(
        tx,
        [wordsFor(reader, TICKET_LIST, { packed: packQuery(query) })],
        cause,
      );
    });
  }

  async function read(query: TicketQuery, wanted: number): Promise<TicketPage> {
    const now = clock.now();
    const since = sinceOf(query, now);
    const count = await lists.count(query, { since, now });
    const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
    const page = Math.min(wanted, pages - 1);
    const tickets = await lists.page(query, { since, now, page });
    const types = await companies.types(database.prisma);
    return { query, page, count, tickets, types, ...(await known()) };
  }

  /** Whose tickets may be asked for. */
  async function known() {
    const served = await companies.served(database.prisma);
    const named = ({ id, name }: Named): Named => ({ id, name });
    return { companies: served.map(named), staff: (await listStaff()).map(named) };
  }

  function sinceOf({ period }: TicketQuery, now: Date): Date | null {
    if (period === 'any') return null;
    const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
    return today.minus({ days: DAYS[period] }).toJSDate();
  }

  return { open, read, known };
}
