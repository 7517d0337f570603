// We cease to serve a client, and may serve them again: their group is closed and opened with it, and both are told.

import type { Repeated } from '../verbs/deps.ts';
import { byServing, type ClientVerbDeps, greet, note, type Order, type Refused } from './deps.ts';

export type EndOutcome =
  | { readonly status: 'ended' | 'resumed' | 'same' | 'gone' }
  | Refused
  | Repeated;

export function createEnding(deps: ClientVerbDeps) {
  const { clients, rooms, clock } = deps;

  /** What is open stays open, and staff go on working on it; nothing new is taken. */
  function end({
    companyId,
    ...order
  }: Order & { readonly companyId: number }): Promise<EndOutcome> {
    return byServing<EndOutcome>(deps, order, async (tx, by) => {
      const { cause } = order;
      const company = await clients.lock(tx, companyId);
      if (!company) return { status: 'gone' };
      if (company.endedAt) return { status: 'same' };
      await clients.update(tx, companyId, { endedAt: clock.now() });
      const open = await clients.listOpenTickets(tx, companyId);
      const data = { openTickets: open };
      await note(deps, tx, 'client-ended', { companyId, by, data }, cause);
      const { roomId } = company;
      if (roomId !== null) await rooms.closeFor(tx, { roomId, by, reason: 'served' }, cause);
      return { status: 'ended' };
    });
  }

  function resume({
    companyId,
    ...order
  }: Order & { readonly companyId: number }): Promise<EndOutcome> {
    return byServing<EndOutcome>(deps, order, async (tx, by) => {
      const { cause } = order;
      const company = await clients.lock(tx, companyId);
      if (!company) return { status: 'gone' };
      if (!company.endedAt) return { status: 'same' };
      const after = await clients.update(tx, companyId, { endedAt: null });
      await note(deps, tx, 'client-resumed', { companyId, by }, cause);
      const { roomId } = company;
      const actor = { kind: 'staff', id: by.id } as const;
      if (roomId !== null) await rooms.reopenFor(tx, { roomId, actor, name: by.name }, cause);
      await greet(deps, tx, after, cause);
      return { status: 'resumed' };
    });
  }

  return { end, resume };
}
