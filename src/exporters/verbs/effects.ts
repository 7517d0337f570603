// What follows from several verbs alike: an exporter becomes confirmed and has a room, somebody belongs to
// it, staff see its card. Everything within the caller's transaction, with the exporter locked.

import { offerOwnCommands } from '../../people/own-commands.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination } from '../../platform/outbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import { truncate } from '../../platform/telegram/plain-text.ts';
import type { Staff } from '../../staff/staff.ts';
import { type Company, type CompanyPerson, isAtWork } from '../exporter.ts';
import { leastLoaded } from '../manager-choice.ts';
import { type Actor, cardAt, EXPORTER_CARD, note, type VerbDeps } from './deps.ts';

/** Telegram's limit for titles of groups. */
const LONGEST_TITLE = 128;

export type Effects = ReturnType<typeof createEffects>;

export function createEffects(deps: VerbDeps) {
  const { companies, belonging, outbox, clock, people, rooms, listStaff } = deps;

  /** The exporter sells from now on: its manager is found, its room opened, everybody told. */
  async function confirm(tx: Tx, company: Company, by: Actor, cause: Cause): Promise<Company> {
    const manager = await managerFor(tx, company);
    const confirmed = await companies.update(tx, company.id, {
      status: 'confirmed',
      remindAt: null,
      reason: null,
      managerId: manager?.id ?? null,
      decidedAt: clock.now(),
      decidedById: by.kind === 'staff' ? by.staff.id : null,
    });
    await note(tx, deps, 'company-confirmed', confirmed, by, cause, {
      managerId: manager?.id ?? null,
    });
    const theirs = await belonging.members(tx, [company.id]);
    const waits = await openRoom(tx, confirmed, theirs, manager, cause);
    const facts = { companyId: company.id, waits };
    const told = theirs.map((person) => wordsToPerson(person, 'exporter-confirmed', facts));
    if (manager) told.push(wordsToPerson(manager, 'exporter-yours', { companyId: company.id }));
    await outbox.enqueue(tx, told, cause);
    await deps.onAtWork(tx, company.id, cause);
    return confirmed;
  }

  /** True when there is no group for it yet: the ways in are told as soon as there is. */
  async function openRoom(
    tx: Tx,
    { id: companyId, name, locale }: Company,
    theirs: readonly CompanyPerson[],
    manager: Staff | null,
    cause: Cause,
  ): Promise<boolean> {
    const command = {
      kind: 'personal',
      title: titleOf(name),
      companyId,
      managerId: manager?.id ?? null,
      locales: [locale],
      people: await peopleFor(tx, theirs, manager),
    } as const;
    const { room, entries } = await rooms.open(tx, command, cause);
    const persons = await people.find(
      tx,
      entries.map(({ personId }) => personId),
    );
    for (const { personId, entryId } of entries) {
      const person = persons.find(({ id }) => id === personId);
      if (person) await rooms.lead(tx, entryId, person, cause);
    }
    return room.state === 'waiting';
  }

  /** What its own group is called. */
  function titleOf(name: string): string {
    return truncate(`${name} · ${deps.companyName}`, LONGEST_TITLE);
  }

  /** The exporter is called otherwise: its own group is too, and the cards of all its rooms say so. */
  async function rename(tx: Tx, { id, name }: Company, cause: Cause): Promise<void> {
    const own = (await companies.personalRooms(tx, [id])).get(id);
    if (own !== undefined) await rooms.rename(tx, own, titleOf(name), cause);
    await rooms.redraw(tx, await companies.productRooms(tx, id));
  }

  /** Makes ways into these rooms and tells whose they are, in one message. Nothing into those they are in. */
  async function letIn(
    tx: Tx,
    ways: {
      readonly roomIds: readonly number[];
      readonly personId: number;
      readonly role: 'exporter' | 'manager';
      readonly invitedById: number | null;
    },
    cause: Cause,
  ): Promise<void> {
    const made = await rooms.inviteAll(tx, ways, cause);
    const [person] = await people.find(tx, [ways.personId]);
    if (person) await rooms.leadAll(tx, person, made, cause);
  }

  async function peopleFor(tx: Tx, theirs: readonly CompanyPerson[], manager: Staff | null) {
    const sellers = theirs.map(({ personId }) => ({ personId, role: 'exporter' as const }));
    if (!manager) return sellers;
    const { id } = await people.meet(tx, manager);
    // Whoever works here and registers a company of their own is not invited twice.
    const others = sellers.filter(({ personId }) => personId !== id);
    return [...others, { personId: id, role: 'manager' as const }];
  }

  /** Whoever was named, if they still work here; else the least loaded. */
  async function managerFor(tx: Tx, { managerId }: Company): Promise<Staff | null> {
    const everybody = await listStaff(tx);
    const named = everybody.find(({ id }) => id === managerId);
    if (named) return named;
    const load = await companies.loadOf(
      tx,
      everybody.map(({ id }) => id),
    );
    const chosen = leastLoaded(
      everybody.map(({ id, role }) => ({
        id,
        role,
        rooms: load.find((one) => one.id === id)?.rooms ?? 0,
        companies: load.find((one) => one.id === id)?.companies ?? 0,
      })),
    );
    return everybody.find(({ id }) => id === chosen?.id) ?? null;
  }

  /** They belong to the exporter from now on, and have ways into its own room and those about its products. */
  async function admit(
    tx: Tx,
    company: Company,
    personId: number,
    invitedById: number | null,
    cause: Cause,
  ): Promise<void> {
    // A company that everybody has left has a contact again.
    const isContact = (await belonging.members(tx, [company.id])).length === 0;
    const member = { companyId: company.id, personId, isContact };
    await belonging.join(tx, member, clock.now());
    await offerCommands(tx, personId, cause);
    const by: Actor = { kind: 'person', personId };
    await note(tx, deps, 'company-joined', company, by, cause, { personId, invitedById });
    if (!isAtWork(company)) return;
    await deps.onAtWork(tx, company.id, cause);
    const own = (await companies.personalRooms(tx, [company.id])).get(company.id);
    const roomIds = [
      ...(own === undefined ? [] : [own]),
      ...(await companies.productRooms(tx, company.id)),
    ];
    // They come for the company, and with it: their ways do not end with whoever called them.
    await letIn(tx, { roomIds, personId, role: 'exporter', invitedById: null }, cause);
  }

  /** They may ask for their company, or may not any more. */
  async function offerCommands(tx: Tx, personId: number, cause: Cause): Promise<void> {
    const [person] = await people.find(tx, [personId]);
    if (!person) return;
    const reader = { destination: destination('person', person.userId), locale: person.locale };
    await outbox.enqueue(tx, [offerOwnCommands(reader)], cause);
  }

  /** Somebody is out of a room, and no way leads back in. */
  async function dismiss(
    tx: Tx,
    parting: Parameters<typeof rooms.part>[1],
    cause: Cause,
  ): Promise<void> {
    const { roomId, personId } = parting;
    for (const id of await companies.openEntries(tx, roomId, personId)) {
      await rooms.withdraw(tx, id, cause);
    }
    await rooms.part(tx, parting, cause);
  }

  /** Its card stands at the desk from now on; where there is none, each employee has one in private. */
  async function announce(tx: Tx, { id }: Company, cause: Cause): Promise<void> {
    const deskId = await deps.deskId(tx);
    if (deskId !== null) return await outbox.refresh(tx, [cardAt(id, destination('desk', deskId))]);
    const everybody = await listStaff(tx);
    const cards = everybody.map((staff) =>
      wordsToPerson(staff, 'exporter-card', { companyId: id }),
    );
    await outbox.enqueue(tx, cards, cause);
  }

  /** Its card at the desk, if it has one, and that of its room show what is so now. */
  async function redraw(tx: Tx, { id }: Company): Promise<void> {
    const roomId = (await companies.personalRooms(tx, [id])).get(id);
    if (roomId !== undefined) await rooms.redraw(tx, [roomId]);
    const shown = await outbox.shownBy(tx, { kind: EXPORTER_CARD, subjectId: id });
    const deskId = shown === null ? null : await deps.deskId(tx);
    if (deskId !== null) await outbox.refresh(tx, [cardAt(id, destination('desk', deskId))]);
  }

  return { confirm, rename, admit, offerCommands, letIn, dismiss, announce, redraw };
}
