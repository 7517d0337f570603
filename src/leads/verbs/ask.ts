// An importer opens the bot by a product's link: once a lead, however often they press. Who may not ask, or
// had better not, reads why.

import type { Person, SeenPerson } from '../../people/person.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import { ASKING_MS, isQuiet, type Lead, LIMIT_SPAN_MS, NUDGE_MS } from '../lead.ts';
import type { Product } from '../product.ts';
import type { Seller } from '../seller-repository.ts';
import { note, type VerbDeps } from './deps.ts';
import type { Opening } from './open.ts';

export type AskOutcome =
  /** They are to be asked what they need; the form settles the cause, so that no stop comes between. */
  | {
      readonly status: 'new';
      readonly leadId: number;
      readonly product: Product;
      readonly seller: Seller;
    }
  | { readonly status: 'told' | 'repeated' };

/** Why a product's link leads nowhere. */
export type NoLead = 'unknown' | 'off' | 'own' | 'staff' | 'limit';

export type Asking = ReturnType<typeof createAsking>;

export function createAsking(deps: VerbDeps, { leadIn }: Pick<Opening, 'leadIn'>) {
  const { database, leads, products, sellers, people, rooms, outbox, clock, leadsPerDay } = deps;

  /** `staff`: whoever works here looks, and asks nothing. */
  async function ask(command: {
    readonly code: string;
    readonly seen: SeenPerson;
    readonly staff: Staff | null;
    readonly cause: Cause;
  }): Promise<AskOutcome> {
    const { code, seen, staff, cause } = command;
    return database.inTransaction(async (tx): Promise<AskOutcome> => {
      const person = await people.started(tx, seen);
      const product = await products.findByCode(tx, code);
      const [seller] = product ? await sellers.find(tx, [product.companyId]) : [];
      const before = product && !staff ? await leads.findOf(tx, product.id, person.id) : null;
      const why = await whyNot(tx, { person, staff, product, seller, before });
      if (product && seller && !why && isAsking(before)) {
        const leadId = before?.id ?? (await begin(tx, { person, product, seller }, cause));
        if (leadId !== null) return { status: 'new', leadId, product, seller };
      }
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      if (why) return await refuse(tx, person, why, product, cause);
      return before ? await again(tx, before, person, cause) : { status: 'told' };
    });
  }

  /** Whoever has asked before may come again, however it stands with the product now. */
  async function whyNot(tx: Tx, asked: Asked): Promise<NoLead | null> {
    const { person, staff, product, seller, before } = asked;
    if (!product || !seller) return 'unknown';
    if (staff) return 'staff';
    if (isOwn(seller, person)) return 'own';
    if (before) return null;
    if (!product.isOffered || isOut(seller)) return 'off';
    return (await isAtLimit(tx, person.id)) ? 'limit' : null;
  }

  /** Whether this importer has asked about as many products today as one may. */
  async function isAtLimit(tx: Tx, personId: number): Promise<boolean> {
    const since = new Date(clock.now().getTime() - LIMIT_SPAN_MS);
    return (await leads.countSince(tx, personId, since)) >= leadsPerDay;
  }

  async function begin(
    tx: Tx,
    { person, product, seller }: { person: Person; product: Product; seller: Seller },
    cause: Cause,
  ): Promise<number | null> {
    const now = clock.now();
    const leadId = await leads.insert(
      tx,
      {
        productId: product.id,
        companyId: seller.id,
        personId: person.id,
        externalId: null,
        code: null,
        importerName: person.name,
        importerCompany: null,
        locale: person.locale,
        request: null,
        state: 'asking',
        askedUntil: new Date(now.getTime() + ASKING_MS),
      },
      now,
    );
    // Their other press was handled at the same instant.
    if (leadId === null) return null;
    const by = { kind: 'person', id: person.id } as const;
    await note(deps, tx, leadId, { type: 'lead-made', by, data: { productId: product.id } }, cause);
    return leadId;
  }

  /** The same room; the exporter is reminded, not told anew. */
  async function again(tx: Tx, found: Lead, person: Person, cause: Cause): Promise<AskOutcome> {
    const lead = await leads.lock(tx, found.id);
    if (lead?.state === 'waiting') {
      await outbox.enqueue(
        tx,
        [wordsToPerson(person, 'lead-no-exporter', { leadId: lead.id })],
        cause,
      );
    } else if (lead) await goOn(tx, lead, person, cause);
    return { status: 'told' };
  }

  async function goOn(tx: Tx, lead: Lead, person: Person, cause: Cause): Promise<void> {
    // The product's link is no way around whoever has taken them out.
    if (await rooms.wasTakenOut(tx, lead.roomId ?? 0, person.id)) {
      const words = wordsToPerson(person, 'lead-taken-out', { leadId: lead.id });
      return await outbox.enqueue(tx, [words], cause);
    }
    await showIn(tx, lead, person, cause);
    await nudge(tx, lead, cause);
  }

  /** Shows the importer the way into their room, or that they are in it. */
  async function showIn(tx: Tx, lead: Lead, person: Person, cause: Cause): Promise<void> {
    const roomId = lead.roomId ?? 0;
    const facts = { leadId: lead.id };
    const [seller] = await sellers.find(tx, [lead.companyId]);
    // In a chat in which nobody will answer they would wait in vain.
    if (lead.answeredAt === null && seller && isOut(seller)) {
      return await outbox.enqueue(tx, [wordsToPerson(person, 'lead-no-exporter', facts)], cause);
    }
    await reopenRoom(tx, lead, person, cause);
    const way = { roomId, personId: person.id, role: 'importer', invitedById: null } as const;
    const outcome = await rooms.invite(tx, way, cause);
    if (!('entryId' in outcome)) {
      const name = outcome.status === 'already-in' ? 'lead-inside' : 'lead-closed';
      return await outbox.enqueue(tx, [wordsToPerson(person, name, facts)], cause);
    }
    const [room] = await rooms.find(tx, [roomId]);
    const isReady = room?.state === 'ready';
    const message = { name: isReady ? 'lead-room' : 'lead-soon', facts, isReady };
    // Whoever had a way in before it led anywhere is told by it as soon as it does.
    const follows = !isReady && outcome.status === 'already-invited';
    await leadIn(tx, person, follows ? undefined : outcome.entryId, message, cause);
  }

  /** Whoever asks again about a product that is still offered has their closed room opened again. */
  async function reopenRoom(tx: Tx, lead: Lead, { id, name }: Person, cause: Cause): Promise<void> {
    const [product] = await products.find(tx, [lead.productId]);
    const [seller] = await sellers.find(tx, [lead.companyId]);
    if (!product?.isOffered || !seller || isOut(seller)) return;
    const actor = { kind: 'person', id } as const;
    await rooms.reopenFor(tx, { roomId: lead.roomId ?? 0, actor, name }, cause);
  }

  /** Only while the exporter owes an answer, and once an hour at most. */
  async function nudge(tx: Tx, { id }: Pick<Lead, 'id'>, cause: Cause): Promise<void> {
    const lead = await leads.lock(tx, id);
    if (!lead) return;
    const now = clock.now();
    const last = lead.nudgedAt ?? lead.openedAt ?? now;
    if (lead.move !== 'exporter' || now.getTime() - last.getTime() < NUDGE_MS) return;
    const [seller] = await sellers.find(tx, [lead.companyId]);
    const [room] = await rooms.find(tx, [lead.roomId ?? 0]);
    if (!seller || isOut(seller) || room?.state !== 'ready') return;
    await leads.update(tx, lead.id, { nudgedAt: now });
    await note(deps, tx, lead.id, { type: 'lead-nudged' }, cause);
    const quiet = isQuiet(seller.calendar, now);
    const nudges = seller.people.map((one) =>
      wordsToPerson(one, 'lead-nudge', { leadId: lead.id, quiet }),
    );
    await outbox.enqueue(tx, nudges, cause);
  }

  async function refuse(
    tx: Tx,
    person: Person,
    why: NoLead,
    product: Product | null,
    cause: Cause,
  ): Promise<AskOutcome> {
    const facts = { why, productId: product?.id ?? 0 };
    await outbox.enqueue(tx, [wordsToPerson(person, 'lead-refused', facts)], cause);
    return { status: 'told' };
  }

  return { ask, isAtLimit, showIn, nudge, reopenRoom };
}

interface Asked {
  readonly person: Person;
  readonly staff: Staff | null;
  readonly product: Product | null;
  readonly seller: Seller | undefined;
  /** Their own lead about it; null: there is none. */
  readonly before: Lead | null;
}

/** Nothing is said to the exporter yet. */
function isAsking(before: Lead | null): boolean {
  return before === null || before.state === 'asking';
}

/** Nobody new may be sent to them. */
export function isOut({ status }: Seller): boolean {
  return status === 'blocked' || status === 'rejected';
}

function isOwn({ people }: Seller, { id }: Person): boolean {
  return people.some((one) => one.id === id);
}
