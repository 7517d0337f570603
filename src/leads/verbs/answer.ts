// The first answer: drafted for whoever answers, changed by them, sent in the room in their name, kept as a
// template; then the date by which the offer is promised.

import type { Person } from '../../people/person.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { today } from '../../platform/forms/read-day.ts';
import type { Locale } from '../../platform/i18n.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { wordsForAll } from '../../platform/outbox/in-languages.ts';
import { destination } from '../../platform/outbox/index.ts';
import { type AnswerNames, dueOn, fillTemplate, type Lead, toTemplate } from '../lead.ts';
import type { Seller } from '../seller-repository.ts';
import { type By, note, toPerson, type VerbDeps } from './deps.ts';
import type { Talking } from './talk.ts';

export type AnswerOutcome =
  | { readonly status: 'done' }
  /** Nobody of the exporter's people, and no employee. */
  | { readonly status: 'stranger' }
  /** There is no lead to answer, or it is not open yet. */
  | { readonly status: 'gone' }
  | { readonly status: 'already' }
  | { readonly status: 'repeated' };

interface Press {
  readonly leadId: number;
  readonly userId: number;
  readonly cause: Cause;
}

/** Who may speak for the exporter: its people, and whoever works here. */
interface Speaker {
  readonly by: 'exporter' | 'staff';
  readonly person: Pick<Person, 'userId' | 'locale' | 'name'>;
  readonly actor: By;
  /** Null: an employee, who has no row among people. */
  readonly personId: number | null;
}

interface Answering {
  readonly lead: Lead;
  readonly seller: Seller;
  readonly speaker: Speaker;
  readonly names: AnswerNames;
}

export interface AnswersDeps extends VerbDeps {
  /** How the program itself begins, with the places of names in it. */
  readonly defaultTemplate: (locale: Locale) => string;
  /** What the checkpoint of a promised offer is called. */
  readonly offerTitle: (locale: Locale, product: string) => string;
}

export function createAnswers(deps: AnswersDeps, talking: Pick<Talking, 'answered'>) {
  const { database, leads, sellers, products, people, rooms, outbox, clock } = deps;

  /** «Первый ответ»: shows the draft to whoever asks for it. */
  function prepare(press: Press): Promise<AnswerOutcome> {
    return withLead(press, async (tx, at) => {
      if (at.lead.draft === null)
        await leads.update(tx, at.lead.id, { draft: await draftOf(tx, at) });
      await show(tx, at, press.cause);
      return { status: 'done' };
    });
  }

  async function draftOf(tx: Tx, { lead, seller, names }: Answering): Promise<string> {
    const own = await leads.template(tx, seller.id, lead.locale);
    return fillTemplate(own ?? deps.defaultTemplate(lead.locale), names);
  }

  /** Other words for it. */
  function change(press: Press & { readonly text: string }): Promise<AnswerOutcome> {
    return withLead(press, async (tx, at) => {
      await leads.update(tx, at.lead.id, { draft: press.text });
      await show(tx, at, press.cause);
      return { status: 'done' };
    });
  }

  async function show(tx: Tx, { lead, speaker }: Answering, cause: Cause): Promise<void> {
    await outbox.enqueue(tx, [toPerson(speaker.person, 'lead-draft', { leadId: lead.id })], cause);
  }

  /** Says it in the room, and asks by when the offer will be there. */
  function send(press: Press): Promise<AnswerOutcome> {
    return withLead(press, async (tx, at) => {
      const { lead, speaker, seller } = at;
      if (lead.draft === null) return { status: 'already' };
      const [room] = await rooms.find(tx, [lead.roomId ?? 0]);
      if (!room) return { status: 'gone' };
      const said = { text: lead.draft, name: speaker.person.name, company: seller.name };
      // In the one language in which it was written.
      const readers = { destination: destination('room', room.id), locales: [lead.locale] };
      const facts = { ...said, by: speaker.by, personId: speaker.personId };
      await outbox.enqueue(tx, [wordsForAll(readers, 'lead-answer', facts)], press.cause);
      await leads.update(tx, lead.id, { draft: null });
      const data = { by: speaker.by };
      await note(
        deps,
        tx,
        lead.id,
        { type: 'lead-answer-sent', by: speaker.actor, data },
        press.cause,
      );
      await talking.answered(tx, lead, speaker.by, clock.now(), press.cause);
      await outbox.enqueue(
        tx,
        [toPerson(speaker.person, 'lead-promise', { leadId: lead.id })],
        press.cause,
      );
      return { status: 'done' };
    });
  }

  /** From now on this exporter's answers in that language begin so. */
  function keepTemplate(press: Press): Promise<AnswerOutcome> {
    return withLead(press, async (tx, { lead, seller, speaker, names }) => {
      if (lead.draft === null) return { status: 'already' };
      const key = { companyId: seller.id, locale: lead.locale };
      await leads.saveTemplate(tx, key, toTemplate(lead.draft, names), clock.now());
      await note(deps, tx, lead.id, { type: 'template-saved', by: speaker.actor }, press.cause);
      return { status: 'done' };
    });
  }

  /** The offer and the documents will be there by then: a checkpoint, once; it can be moved. */
  function promise(
    press: Press & { readonly day: string | { readonly inDays: number } },
  ): Promise<AnswerOutcome> {
    return withLead(press, async (tx, { lead, seller, speaker, names }) => {
      const [room] = await rooms.find(tx, [lead.roomId ?? 0]);
      const personId = speaker.personId ?? seller.contact?.id;
      if (!room || personId === undefined) return { status: 'gone' };
      const { day, cause } = press;
      const now = clock.now();
      const named = typeof day === 'string' ? day : today(now, seller.timeZone, day.inDays);
      const dueAt = dueOn(named, seller, now);
      const title = deps.offerTitle(seller.locale, names.product);
      const offer = { leadId: lead.id, roomId: room.id, title, dueAt, personId };
      if (!(await deps.addCheckpoint(tx, offer, cause))) return { status: 'already' };
      const data = { dueAt: dueAt.toISOString() };
      await note(deps, tx, lead.id, { type: 'offer-promised', by: speaker.actor, data }, cause);
      const noted = { ...data, zone: seller.timeZone };
      await outbox.enqueue(tx, [toPerson(speaker.person, 'lead-promise-noted', noted)], cause);
      return { status: 'done' };
    });
  }

  function withLead(
    { leadId, userId, cause }: Press,
    work: (tx: Tx, at: Answering) => Promise<AnswerOutcome>,
  ): Promise<AnswerOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const lead = await leads.lock(tx, leadId);
      const [seller] = lead ? await sellers.find(tx, [lead.companyId]) : [];
      const speaker = seller && (await speakerOf(tx, seller, userId));
      if (!speaker) return { status: 'stranger' };
      if (lead?.state !== 'open') return { status: 'gone' };
      const [product] = await products.find(tx, [lead.productId]);
      const names = {
        importer: lead.importerName,
        product: product?.name ?? '',
        author: speaker.person.name,
        company: seller.name,
      };
      return await work(tx, { lead, seller, speaker, names });
    });
  }

  async function speakerOf(tx: Tx, seller: Seller, userId: number): Promise<Speaker | null> {
    const own = seller.people.find((person) => person.userId === userId);
    if (own) {
      const actor = { kind: 'person', id: own.id } as const;
      return { by: 'exporter', person: own, actor, personId: own.id };
    }
    const staff = (await deps.listStaff(tx)).find((one) => one.userId === userId);
    if (!staff) return null;
    const [person] = await people.findByUser(tx, [userId]);
    const actor = { kind: 'staff', id: staff.id } as const;
    return { by: 'staff', person: staff, actor, personId: person?.id ?? null };
  }

  /** The zone in which an exporter's days are counted, and when its people work; null: no such lead. */
  async function sellerOf(leadId: number): Promise<Seller | null> {
    const [lead] = await leads.find(database.prisma, [leadId]);
    const [seller] = lead ? await sellers.find(database.prisma, [lead.companyId]) : [];
    return seller ?? null;
  }

  return { prepare, change, send, keepTemplate, promise, sellerOf };
}
