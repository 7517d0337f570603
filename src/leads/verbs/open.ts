// A lead is opened: its room is there, and the exporter's people hear of it, each with a way in of their
// own. An exporter who is not here yet is waited for, and everybody is told so.

import type { Person } from '../../people/person.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { JsonObject } from '../../platform/outbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import type { OpenedRoom } from '../../rooms/index.ts';
import { beginClock, isQuiet, type Lead, titleOf } from '../lead.ts';
import type { Product } from '../product.ts';
import type { Seller } from '../seller-repository.ts';
import { note, redraw, toEntry, type VerbDeps } from './deps.ts';
import type { Waiting } from './waiting.ts';

export type Opening = ReturnType<typeof createOpening>;

/** Called in a transaction that has locked, or just made, the lead. */
export function createOpening(deps: VerbDeps, waiting: Pick<Waiting, 'waits'>) {
  const { leads, sellers, products, people, rooms, outbox, clock } = deps;

  /** @returns the lead as it is then */
  async function open(tx: Tx, lead: Lead, cause: Cause): Promise<Lead> {
    const [seller] = await sellers.find(tx, [lead.companyId]);
    const [product] = await products.find(tx, [lead.productId]);
    if (!seller || !product) throw new Error(`lead ${lead.id} is about nothing`);
    const [importer] = lead.personId === null ? [] : await people.find(tx, [lead.personId]);
    if (seller.status !== 'confirmed' || seller.people.length === 0) {
      return await wait(tx, lead, seller, importer, cause);
    }
    return await begin(tx, lead, { seller, product, importer }, cause);
  }

  async function wait(
    tx: Tx,
    lead: Lead,
    seller: Seller,
    importer: Person | undefined,
    cause: Cause,
  ): Promise<Lead> {
    await leads.update(tx, lead.id, { state: 'waiting', askedUntil: null });
    await note(deps, tx, lead.id, { type: 'lead-waits' }, cause);
    if (importer) {
      const told = wordsToPerson(importer, 'lead-no-exporter', { leadId: lead.id });
      await outbox.enqueue(tx, [told], cause);
    }
    await waiting.waits(tx, seller, cause);
    await redraw(deps, tx, lead);
    return { ...lead, state: 'waiting' };
  }

  async function begin(tx: Tx, lead: Lead, parties: Parties, cause: Cause): Promise<Lead> {
    const now = clock.now();
    const { seller } = parties;
    const { answerMinutes: minutes, officeHours } = deps;
    const manager = await managerOf(tx, seller);
    const openedRoom = await openRoom(tx, lead, { ...parties, manager }, cause);
    const { room } = openedRoom;
    const change = {
      state: 'open',
      askedUntil: null,
      roomId: room.id,
      openedAt: now,
      silence: 'none',
      // As long as there is no chat to answer in, it is we who are waited for.
      ...(room.state === 'ready' ? beginClock(lead, { ...seller, minutes }, now, officeHours) : {}),
    } as const;
    await leads.update(tx, lead.id, change);
    const opened: Lead = { ...lead, ...change };
    await note(deps, tx, lead.id, { type: 'lead-opened', data: { roomId: room.id } }, cause);
    await tellBoth(tx, opened, parties, openedRoom, cause);
    await tellManager(tx, opened, manager, openedRoom, cause);
    await rooms.say(tx, room, 'lead-hello', { leadId: lead.id }, cause);
    await redraw(deps, tx, opened);
    return opened;
  }

  /** Null too for whoever sells there themselves: one way in is enough. */
  async function managerOf(tx: Tx, { managerId, people: sellers }: Seller): Promise<Person | null> {
    const staff = (await deps.listStaff(tx)).find(({ id }) => id === managerId);
    if (!staff || sellers.some(({ userId }) => userId === staff.userId)) return null;
    return await people.meet(tx, staff);
  }

  /** Without a sound at any hour: managers are called when they are needed. */
  async function tellManager(
    tx: Tx,
    { id: leadId }: Lead,
    manager: Person | null,
    { entries }: OpenedRoom,
    cause: Cause,
  ): Promise<void> {
    const entryId = entries.find(({ personId }) => personId === manager?.id)?.entryId;
    if (!manager || entryId === undefined) return;
    const facts = { leadId, quiet: true };
    await outbox.enqueue(tx, [toEntry(entryId, manager, 'lead-manager', facts)], cause);
  }

  function openRoom(
    tx: Tx,
    lead: Lead,
    { seller, product, importer, manager }: Parties & { readonly manager: Person | null },
    cause: Cause,
  ) {
    const exporters = seller.people.map(({ id }) => ({ personId: id, role: 'exporter' as const }));
    const command = {
      kind: 'product',
      title: titleOf(product.name, lead.importerCompany ?? lead.importerName),
      companyId: seller.id,
      managerId: seller.managerId,
      locales: [...new Set([seller.locale, lead.locale])],
      people: [
        ...exporters,
        ...(importer ? [{ personId: importer.id, role: 'importer' as const }] : []),
        ...(manager ? [{ personId: manager.id, role: 'manager' as const }] : []),
      ],
    } as const;
    return rooms.open(tx, command, cause);
  }

  async function tellBoth(
    tx: Tx,
    { id: leadId }: Lead,
    { seller, importer }: Parties,
    { room, entries }: OpenedRoom,
    cause: Cause,
  ): Promise<void> {
    const isReady = room.state === 'ready';
    const quiet = isQuiet(seller.calendar, clock.now());
    const wayOf = (person: Person) =>
      entries.find(({ personId }) => personId === person.id)?.entryId;
    for (const person of seller.people) {
      const facts = { leadId, quiet, personId: person.id };
      const message = { name: 'lead-notice', facts };
      await leadIn(tx, person, wayOf(person), { ...message, isReady }, cause);
    }
    if (!importer) return;
    const message = { name: isReady ? 'lead-room' : 'lead-soon', facts: { leadId } };
    await leadIn(tx, importer, wayOf(importer), { ...message, isReady }, cause);
  }

  /**
   * With the way in where it leads somewhere already; else the way follows when it does. `entryId`: undefined
   * where there is none, or where it follows anyway.
   */
  async function leadIn(
    tx: Tx,
    person: Person,
    entryId: number | undefined,
    message: { readonly name: string; readonly facts: JsonObject; readonly isReady: boolean },
    cause: Cause,
  ): Promise<void> {
    const { name, facts, isReady } = message;
    if (isReady && entryId !== undefined) {
      return await outbox.enqueue(tx, [toEntry(entryId, person, name, facts)], cause);
    }
    await outbox.enqueue(tx, [wordsToPerson(person, name, facts)], cause);
    if (entryId !== undefined) await rooms.lead(tx, entryId, person, cause);
  }

  return { open, leadIn };
}

interface Parties {
  readonly seller: Seller;
  readonly product: Product;
  /** Undefined: announced, and not here yet. */
  readonly importer: Person | undefined;
}
