// Tickets as other systems ask for them: one, or all that have changed, page after page, none left out.

import type { TicketTools } from '../part.ts';
import type { TicketStatus } from '../ticket.ts';
import type { ApiRepository, Place } from './api-repository.ts';
import type { StateService } from './state-service.ts';
import type { TicketState } from './ticket-state.ts';

export interface ReadingDeps
  extends Pick<TicketTools, 'database' | 'tickets' | 'companies' | 'staff' | 'clock'> {
  readonly state: StateService;
  readonly api: ApiRepository;
}

export interface ListQuery {
  readonly since: Date;
  readonly after: Place | null;
  readonly companyId: number | null;
  readonly status: TicketStatus | null;
  readonly limit: number;
}

export interface TicketPage {
  readonly tickets: readonly TicketState[];
  /** Where the next page begins, also tomorrow; null: nothing has been read yet. */
  readonly last: Place | null;
  readonly hasMore: boolean;
}

/** So long a transaction may be on its way; what was changed before that is there to be read, in its order. */
const SETTLED_MS = 10_000;

export type TrackerReading = ReturnType<typeof createTrackerReading>;

export function createTrackerReading(deps: ReadingDeps) {
  const { database, tickets, companies, staff, clock, state, api } = deps;

  /** Null: there is none. */
  async function one(id: number): Promise<TicketState | null> {
    const [found = null] = await state.of(await tickets.find(database.prisma, [id]));
    return found;
  }

  async function list(query: ListQuery): Promise<TicketPage> {
    const { limit, after } = query;
    const until = new Date(clock.now().getTime() - SETTLED_MS);
    const places = await api.listChanged({ ...query, until, limit: limit + 1 });
    const page = places.slice(0, limit);
    const ids = page.map(({ id }) => id);
    const found = await tickets.find(database.prisma, ids);
    const inOrder = ids.flatMap((id) => found.find((ticket) => ticket.id === id) ?? []);
    const last = page.at(-1) ?? after;
    return { tickets: await state.of(inOrder), last, hasMore: places.length > limit };
  }

  /** By which numbers and words tickets are spoken of. */
  async function directory() {
    const [served, types, people] = await Promise.all([
      api.companies(),
      companies.types(database.prisma),
      staff.listStaff(),
    ]);
    return {
      companies: served,
      types: types.map(({ code, name }) => ({ code, name })),
      staff: people.map(({ id, name, role }) => ({ id, name, role })),
    };
  }

  return { one, list, directory };
}
