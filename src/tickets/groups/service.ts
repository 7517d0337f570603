// The verbs on companies whose support we are, and what is read of them.

import type { ClientCompany } from '../company.ts';
import { createChanging } from './changing-service.ts';
import { PAGE_SIZE } from './client.ts';
import { createConnecting } from './connecting-service.ts';
import type { ClientVerbDeps } from './deps.ts';
import { createEnding } from './ending-service.ts';
import { createInvitation } from './invitation-service.ts';
import { createMaking } from './making-service.ts';
import type { ListedClient } from './repository.ts';

/** A client with all that staff are shown of it. */
export interface ClientView extends ListedClient {
  /** The name of who looks after it; null: nobody. */
  readonly manager: string | null;
  /** How its group is; `none`: it has none. */
  readonly group: 'none' | 'waiting' | 'ready' | 'lost' | 'closed';
  /** Numbers of its open tickets. */
  readonly open: readonly number[];
}

export type ClientService = ReturnType<typeof createClientService>;

export function createClientService(deps: ClientVerbDeps) {
  const { database, clients, companies, rooms, staff } = deps;
  const { prisma } = database;

  /** A page of the list, from 1. */
  async function list(page: number) {
    const skip = (page - 1) * PAGE_SIZE;
    const found = await clients.list(prisma, { skip, take: PAGE_SIZE });
    return { total: found.total, clients: await viewed(found.clients) };
  }

  /** Null: there is none. */
  async function view(companyId: number): Promise<ClientView | null> {
    const [company] = await companies.find(prisma, [companyId]);
    if (!company) return null;
    const [shown] = await viewed([{ ...company, openTickets: 0 }]);
    const open = await clients.listOpenTickets(prisma, companyId);
    return shown ? { ...shown, open, openTickets: open.length } : null;
  }

  async function viewed(found: readonly ListedClient[]): Promise<readonly ClientView[]> {
    const idsOf = (pick: (one: ClientCompany) => number | null) =>
      found.flatMap((one) => pick(one) ?? []);
    const managers = await staff.findStaff(idsOf(({ managerId }) => managerId));
    const placed = await rooms.find(
      prisma,
      idsOf(({ roomId }) => roomId),
    );
    return found.map((one) => ({
      ...one,
      manager: managers.find(({ id }) => id === one.managerId)?.name ?? null,
      group: placed.find(({ id }) => id === one.roomId)?.state ?? 'none',
      open: [],
    }));
  }

  /** Those of the rooms that are groups of clients, with how many tickets are open there. */
  async function ofRooms(roomIds: readonly number[]): Promise<readonly ListedClient[]> {
    const found = await companies.findByRoom(prisma, roomIds);
    if (found.length === 0) return [];
    const open = await clients.openTickets(
      prisma,
      found.map(({ id }) => id),
    );
    return found.map((one) => ({ ...one, openTickets: open.get(one.id) ?? 0 }));
  }

  return {
    ...createMaking(deps),
    ...createConnecting(deps),
    ...createChanging(deps),
    ...createEnding(deps),
    ...createInvitation(deps),
    ...{ list, view, ofRooms, managers: () => staff.listStaff() },
  };
}
