// An exporter who does not answer: reminded in their hours, then their manager has three ways to help, and
// the importer reads honestly how it stands. Whoever has answered is left alone.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { inHours } from '../../sla/calendar.ts';
import { escalateAt, type Lead } from '../lead.ts';
import type { Seller } from '../seller-repository.ts';
import { note, redraw, responsible, toPerson, type VerbDeps } from './deps.ts';

const AT_ONCE = 100;

export function createSilence(deps: VerbDeps) {
  const { database, leads, sellers, people, outbox, clock, officeHours, answerMinutes } = deps;

  /** The sweep: each step once, in the transaction that plans the next. */
  async function watch(cause: Cause): Promise<void> {
    for (const id of await leads.overdueSilence(database.prisma, clock.now(), AT_ONCE)) {
      await database.inTransaction(async (tx) => {
        const lead = await leads.lock(tx, id);
        const [seller] = lead ? await sellers.find(tx, [lead.companyId]) : [];
        if (lead && seller && isDue(lead)) await step(tx, lead, seller, cause);
      });
    }
  }

  function isDue({ silenceDueAt }: Lead): boolean {
    return silenceDueAt !== null && silenceDueAt <= clock.now();
  }

  async function step(tx: Tx, lead: Lead, seller: Seller, cause: Cause): Promise<void> {
    const now = clock.now();
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
    const messages = seller.people.map((person) => toPerson(person, 'lead-reminder', facts));
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
        ...staff.map((one) => toPerson(one, 'lead-silent', facts)),
        ...(importer ? [toPerson(importer, 'lead-slow', facts)] : []),
      ],
      cause,
    );
    await redraw(deps, tx, lead);
  }

  return { watch };
}
