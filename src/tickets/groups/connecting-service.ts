// A client's own group is connected: the bot was brought into it by the link that was made for this client. Only
// somebody who takes clients on can do it, and each link does it once.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { GroupSite, Lack } from '../../rooms/stock.ts';
import type { Staff } from '../../staff/staff.ts';
import type { ClientCompany } from '../company.ts';
import type { Repeated } from '../verbs/deps.ts';
import {
  bringIn,
  byServing,
  type ClientVerbDeps,
  note,
  type Order,
  type Refused,
  tell,
} from './deps.ts';

type Verdict =
  /** `missing`: what the bot lacks there; it works as far as it can. */
  | { readonly status: 'connected'; readonly missing: readonly Lack[] }
  /** This very group is the client's · the client has another · we serve them no more · no such link. */
  | { readonly status: 'connected-already' | 'has-group' | 'ended' | 'unknown' }
  /** The group is another room's · a desk · the bot is not in it. */
  | { readonly status: 'in-use' | 'desk' | 'outside' };

export type ConnectOutcome = Verdict | Refused | Repeated;

export function createConnecting(deps: ClientVerbDeps) {
  const { clients, rooms, staff } = deps;

  /** Whoever did it reads alone with the bot what came of it. */
  async function connect(
    command: Order & { readonly code: string; readonly site: GroupSite },
  ): Promise<ConnectOutcome> {
    const { code, site, ...order } = command;
    const isDesk = await rooms.isDeskChat(site.chatId);
    return byServing<ConnectOutcome>(deps, order, async (tx, by) => {
      const company = await clients.lockByCode(tx, code);
      const verdict: Verdict = isDesk
        ? { status: 'desk' }
        : await judge(tx, company, { site, by }, order.cause);
      const facts = { ...verdict, title: site.title, companyId: company?.id ?? 0 };
      await tell(deps, tx, by, 'clients-connected', facts, order.cause);
      return verdict;
    });
  }

  async function judge(
    tx: Tx,
    company: ClientCompany | null,
    brought: { readonly site: GroupSite; readonly by: Staff },
    cause: Cause,
  ): Promise<Verdict> {
    if (!company) return { status: 'unknown' };
    if (company.endedAt) return { status: 'ended' };
    if (company.roomId === null) return await take(tx, company, brought, cause);
    const [placed] = await rooms.placed(tx, [company.roomId]);
    return { status: placed?.chatId === brought.site.chatId ? 'connected-already' : 'has-group' };
  }

  async function take(
    tx: Tx,
    { id: companyId, managerId, locale }: ClientCompany,
    { site, by }: { readonly site: GroupSite; readonly by: Staff },
    cause: Cause,
  ): Promise<Verdict> {
    const belongsTo = async (roomId: number) => {
      await clients.update(tx, companyId, { roomId });
    };
    const facts = { site, by, kind: 'support', managerId, locales: [locale], belongsTo } as const;
    const adopted = await rooms.adopt(tx, facts, cause);
    if (adopted.status !== 'adopted') return adopted;
    const { room, missing } = adopted;
    const data = { roomId: room.id, missing };
    await note(deps, tx, 'client-group', { companyId, by, data }, cause);
    const [manager] = await staff.findStaff([managerId ?? 0], tx);
    if (manager) await bringIn(deps, tx, room.id, manager, cause);
    return { status: 'connected', missing };
  }

  return { connect };
}
