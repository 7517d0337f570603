// A company becomes our client, and may have a group of the stock.

import { token } from '../../platform/random.ts';
import type { ClientCompany } from '../company.ts';
import type { Repeated } from '../verbs/deps.ts';
import { CODE_BYTES } from './client.ts';
import {
  bringIn,
  byServing,
  type ClientVerbDeps,
  greet,
  note,
  type Order,
  type Refused,
  tell,
} from './deps.ts';
import type { NewClient } from './repository.ts';

export interface MakeCommand extends Order {
  readonly client: Pick<NewClient, 'name' | 'managerId' | 'planId' | 'locale' | 'timeZone'>;
}

export type MakeOutcome =
  | { readonly status: 'made' | 'exists'; readonly company: ClientCompany }
  | Refused
  | Repeated;

export type GroupOutcome =
  /** `waits`: the stock is empty, and the group comes as soon as there is one. */
  { readonly status: 'given' | 'waits' | 'has-group' | 'ended' | 'gone' } | Refused | Repeated;

export function createMaking(deps: ClientVerbDeps) {
  const { clients, clock, rooms, staff, titleOf } = deps;

  /** Two clients we serve are never called the same: staff tell them apart by name. */
  function make({ client, ...order }: MakeCommand): Promise<MakeOutcome> {
    return byServing<MakeOutcome>(deps, order, async (tx, by) => {
      const known = await clients.findByName(tx, client.name);
      if (known) return { status: 'exists', company: known };
      const codes = { code: token(CODE_BYTES), qrCode: token(CODE_BYTES) };
      const row = { ...client, ...codes, createdById: by.id };
      const company = await clients.insert(tx, row, clock.now());
      const { id: companyId, managerId, planId } = company;
      await note(
        deps,
        tx,
        'client-made',
        { companyId, by, data: { managerId, planId } },
        order.cause,
      );
      const [manager] = await staff.findStaff([managerId ?? 0], tx);
      if (manager && manager.id !== by.id) {
        await tell(deps, tx, manager, 'clients-yours', { companyId }, order.cause);
      }
      return { status: 'made', company };
    });
  }

  /** «Взять группу из запаса». */
  function giveFromStock({
    companyId,
    ...order
  }: Order & { readonly companyId: number }): Promise<GroupOutcome> {
    return byServing<GroupOutcome>(deps, order, async (tx, by) => {
      const { cause } = order;
      const company = await clients.lock(tx, companyId);
      if (!company) return { status: 'gone' };
      if (company.endedAt) return { status: 'ended' };
      if (company.roomId !== null) return { status: 'has-group' };
      const { name, managerId, locale } = company;
      const title = titleOf(locale, name);
      const facts = { kind: 'support', title, companyId: null, managerId } as const;
      const { room } = await rooms.open(tx, { ...facts, locales: [locale], people: [] }, cause);
      const after = await clients.update(tx, companyId, { roomId: room.id });
      await note(deps, tx, 'client-group', { companyId, by, data: { roomId: room.id } }, cause);
      const [manager] = await staff.findStaff([managerId ?? 0], tx);
      if (manager) await bringIn(deps, tx, room.id, manager, cause);
      await greet(deps, tx, after, cause);
      return { status: room.state === 'ready' ? 'given' : 'waits' };
    });
  }

  return { make, giveFromStock };
}
