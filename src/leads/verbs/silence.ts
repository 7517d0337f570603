// An exporter who does not answer: reminded in their hours, then their manager has three ways to help, and
// the importer reads honestly how it stands. Whoever has answered is left alone.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import type { Room } from '../../rooms/room.ts';
import { inHours } from '../../sla/calendar.ts';
import type { Staff } from '../../staff/staff.ts';
import { beginClock, escalateAt, type Lead } from '../lead.ts';
import type { Seller } from '../seller-repository.ts';
import { isOut } from './ask.ts';
import { note, redraw, responsible, type VerbDeps } from './deps.ts';

const AT_ONCE = 100;

export type Silences = ReturnType<typeof createSilence>;

export function createSilence(deps: VerbDeps) {
  const { database, leads, sellers, people, outbox, clock, officeHours, answerMinutes } = deps;

  /** The sweep: each step once, in the transaction that plans the next. */
  async function watch(cause: Cause): Promise<void> {
    await leads.stopClocksOfLostRooms(database.prisma);
    for (const id of await leads.overdueSilence(database.prisma, clock.now(), AT_ONCE)) {
      await withLead(id, async (tx, lead, seller) => {
        if (isDue(lead)) await step(tx, lead, seller, cause);
      });
    }
    for (const id of await leads.standing(database.prisma, AT_ONCE)) {
      await withLead(id, beginAgain);
    }
  }

  /** There is a chat to answer in, from this instant on. */
  async function roomReady(tx: Tx, room: Pick<Room, 'id' | 'kind'>): Promise<void> {
    const [found] = room.kind === 'product' ? await leads.findByRooms(tx, [room.id]) : [];
    const lead = found ? await leads.lock(tx, found.id) : null;
    const [seller] = lead ? await sellers.find(tx, [lead.companyId]) : [];
    if (lead && seller && !isOut(seller)) await beginAgain(tx, lead, seller);
  }

  async function withLead(
    id: number,
    work: (tx: Tx, lead: Lead, seller: Seller) => Promise<void>,
  ): Promise<void> {
    await database.inTransaction(async (tx) => {
      const lead = await leads.lock(tx, id);
      const [seller] = lead ? await sellers.find(tx, [lead.companyId]) : [];
      if (lead && seller) await work(tx, lead, seller);
    });
  }

  function isDue({ silenceDueAt }: Lead): boolean {
    return silenceDueAt !== null && silenceDueAt <= clock.now();
  }

  /** Its room has a group, or its exporter works with us again. */
  async function beginAgain(tx: Tx, lead: Lead, seller: Seller): Promise<void> {
    if (lead.state !== 'open' || lead.answeredAt !== null || lead.silenceDueAt !== null) return;
    const plan = { calendar: seller.calendar, minutes: answerMinutes };
    await leads.update(tx, lead.id, beginClock(lead, plan, clock.now(), officeHours));
    await redraw(deps, tx, lead);
  }

  /**
   * The exporter works with us no more, for now or for good: nobody waits for them, and whoever asked them is
   * told so, with others to ask.
   */
  async function exporterOut(tx: Tx, companyId: number, cause: Cause): Promise<void> {
    const found = await leads.find(tx, await leads.stopClocksOf(tx, companyId));
    const importers = await people.find(
      tx,
      found.flatMap(({ personId }) => personId ?? []),
    );
    const told = found.flatMap(({ id: leadId, personId }) => {
      const importer = importers.find(({ id }) => id === personId);
      return importer ? [wordsToPerson(importer, 'lead-no-exporter', { leadId })] : [];
    });
    await outbox.enqueue(tx, told, cause);
    for (const lead of found) await redraw(deps, tx, lead);
  }

  /** An employee sees to a silent exporter's lead: the importer reads so, once. */
  async function takeUp(tx: Tx, lead: Lead, by: Pick<Staff, 'name'>, cause: Cause): Promise<void> {
    if (lead.silence !== 'escalated' || lead.answeredAt !== null) return;
    await leads.update(tx, lead.id, { silence: 'taken-up' });
    await note(deps, tx, lead.id, { type: 'lead-taken-up', data: { name: by.name } }, cause);
    const [importer] = lead.personId === null ? [] : await people.find(tx, [lead.personId]);
    const facts = { leadId: lead.id, name: by.name };
    if (importer)
      await outbox.enqueue(tx, [wordsToPerson(importer, 'lead-taken-up', facts)], cause);
    await redraw(deps, tx, lead);
  }

  async function step(tx: Tx, lead: Lead, seller: Seller, cause: Cause): Promise<void> {
    const now = clock.now();
    // What began just when they were blocked ends here.
    if (isOut(seller)) return await leads.update(tx, lead.id, { silenceDueAt: null });
    const calendar = lead.silence === 'none' ? seller.calendar : officeHours;
    const opening = inHours(calendar, now);
    // A late look, after a stop say, must ring nobody out of bed.
    if (opening > now) return await leads.update(tx, lead.id, { silenceDueAt: opening });
    if (lead.silence === 'none') await remind(tx, lead, seller, cause);
    else await escalate(tx, lead, seller, cause);
  }

  async function remind(tx: Tx, lead: Lead, seller: Seller, cause: Cause): Promise<void> {
    const plan = { calendar: seller.calendar, minutes: answerMinutes };
    const silenceDueAt = escalateAt(plan, clock.now(), officeHours);
    await leads.update(tx, lead.id, { silence: 'reminded', silenceDueAt });
    await note(deps, tx, lead.id, { type: 'lead-reminded' }, cause);
    const facts = { leadId: lead.id };
    const messages = seller.people.map((person) => wordsToPerson(person, 'lead-reminder', facts));
    await outbox.enqueue(tx, messages, cause);
    await redraw(deps, tx, lead);
  }

  async function escalate(tx: Tx, lead: Lead, seller: Seller, cause: Cause): Promise<void> {
    await leads.update(tx, lead.id, { silence: 'escalated', silenceDueAt: null });
    await note(deps, tx, lead.id, { type: 'lead-escalated' }, cause);
    const facts = { leadId: lead.id };
    const staff = await responsible(deps, tx, seller.managerId);
    const [importer] = lead.personId === null ? [] : await people.find(tx, [lead.personId]);
    await outbox.enqueue(
      tx,
      [
        ...staff.map((one) => wordsToPerson(one, 'lead-silent', facts)),
        ...(importer ? [wordsToPerson(importer, 'lead-slow', facts)] : []),
      ],
      cause,
    );
    await redraw(deps, tx, lead);
  }

  return { watch, roomReady, exporterOut, takeUp };
}
