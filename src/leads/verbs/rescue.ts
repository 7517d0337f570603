// What a manager does about a silent exporter: gets the telephone, comes into the room, offers the importer
// others. For employees alone.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Lead } from '../lead.ts';
import { note, type VerbDeps } from './deps.ts';
import type { Silences } from './silence.ts';

export type RescueOutcome = {
  readonly status: 'done' | 'gone' | 'repeated' | 'already' | 'nobody';
};

interface Order {
  readonly leadId: number;
  readonly by: Staff;
  readonly cause: Cause;
}

/** Others that are offered at most. */
const OTHERS = 6;

export function createRescue(deps: VerbDeps, { takeUp }: Pick<Silences, 'takeUp'>) {
  const { database, leads, products, sellers, people, rooms, outbox, clock } = deps;

  /** «Позвонить»: who they are and by which number, said to the employee alone. */
  function phones(order: Order): Promise<RescueOutcome> {
    return withLead(order, async (tx, lead) => {
      const by = { kind: 'staff', id: order.by.id } as const;
      await note(deps, tx, lead.id, { type: 'phone-shown', by }, order.cause);
      await tell(tx, order, 'lead-phones');
      return 'done';
    });
  }

  /** «Войти в чат». */
  function enter(order: Order): Promise<RescueOutcome> {
    return withLead(order, async (tx, lead) => {
      if (lead.roomId === null) return 'gone';
      const person = await people.meet(tx, order.by);
      const role = order.by.role === 'support' ? 'support' : 'manager';
      const way = { roomId: lead.roomId, personId: person.id, role, invitedById: null } as const;
      const outcome = await rooms.invite(tx, way, order.cause);
      if (outcome.status === 'room-closed') return 'gone';
      if (outcome.status === 'already-in') return 'already';
      if ('entryId' in outcome) await rooms.lead(tx, outcome.entryId, person, order.cause);
      return 'done';
    });
  }

  /** «Предложить других экспортёров»: shows whom. */
  function others(order: Order): Promise<RescueOutcome> {
    return withLead(order, async (tx) => {
      await tell(tx, order, 'lead-others');
      return 'done';
    });
  }

  /** What could be offered instead. */
  async function alternatives(leadId: number) {
    const [lead] = await leads.find(database.prisma, [leadId]);
    if (!lead) return [];
    const own = { id: lead.productId, companyId: lead.companyId };
    return await sellers.alike(database.prisma, own, OTHERS);
  }

  /** Offers one to the importer, once. */
  function suggest(order: Order & { readonly productId: number }): Promise<RescueOutcome> {
    const { productId, cause } = order;
    return withLead(order, async (tx, lead) => {
      const [importer] = lead.personId === null ? [] : await people.find(tx, [lead.personId]);
      if (!importer) return 'nobody';
      const [product] = await products.find(tx, [productId]);
      const [seller] = product ? await sellers.find(tx, [product.companyId]) : [];
      if (!product?.isOffered || seller?.status !== 'confirmed') return 'gone';
      const suggestion = { leadId: lead.id, productId, staffId: order.by.id };
      if (!(await leads.suggest(tx, suggestion, clock.now()))) return 'already';
      const by = { kind: 'staff', id: order.by.id } as const;
      await note(deps, tx, lead.id, { type: 'others-offered', by, data: { productId } }, cause);
      const facts = { leadId: lead.id, productId };
      await outbox.enqueue(tx, [wordsToPerson(importer, 'lead-suggestion', facts)], cause);
      return 'done';
    });
  }

  async function tell(tx: Tx, { leadId, by, cause }: Order, name: string): Promise<void> {
    await outbox.enqueue(tx, [wordsToPerson(by, name, { leadId })], cause);
  }

  function withLead(
    { leadId, by, cause }: Order,
    work: (tx: Tx, lead: Lead) => Promise<RescueOutcome['status']>,
  ): Promise<RescueOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const lead = await leads.lock(tx, leadId);
      const status = lead ? await work(tx, lead) : 'gone';
      if (lead && (status === 'done' || status === 'already')) await takeUp(tx, lead, by, cause);
      return { status };
    });
  }

  return { phones, enter, others, alternatives, suggest };
}
