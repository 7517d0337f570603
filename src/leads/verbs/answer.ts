// The first answer: drafted for whoever answers, each their own, changed by them, sent in the room in their
// name, once, kept as a template; then the date by which the offer is promised.

import type { Person } from '../../people/person.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { today } from '../../platform/forms/read-day.ts';
import type { Locale } from '../../platform/i18n.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { wordsForAll } from '../../platform/outbox/in-languages.ts';
import { destination } from '../../platform/outbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import type { Room } from '../../rooms/room.ts';
import type { AnswerRepository, DraftKey } from '../answer-repository.ts';
import { type AnswerNames, dueOn, fillTemplate, type Lead, toTemplate } from '../lead.ts';
import type { Seller } from '../seller-repository.ts';
import { type By, note, type VerbDeps } from './deps.ts';
import type { Silences } from './silence.ts';
import type { Talking } from './talk.ts';

export type AnswerOutcome =
  | { readonly status: 'done' }
  /** Nobody of the exporter's people, and no employee. */
  | { readonly status: 'stranger' }
  /** There is no lead to answer, or it is not open yet. */
  | { readonly status: 'gone' }
  /** The room of the lead is closed: nothing is said or promised there. */
  | { readonly status: 'room-closed' }
  | { readonly status: 'already' }
  /** Theirs was closed, or never begun. */
  | { readonly status: 'no-draft' }
  /** A first answer stands in the chat; `name`: whose. */
  | { readonly status: 'was-sent'; readonly name: string }
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
  readonly personId: number;
}

interface Answering {
  readonly lead: Lead;
  readonly seller: Seller;
  readonly speaker: Speaker;
  readonly names: AnswerNames;
  /** Of the speaker's own draft. */
  readonly key: DraftKey;
}

export interface AnswersDeps extends VerbDeps {
  readonly answers: AnswerRepository;
  /** How the program itself begins, with the places of names in it. */
  readonly defaultTemplate: (locale: Locale) => string;
  /** What the checkpoint of a promised offer is called. */
  readonly offerTitle: (locale: Locale, product: string) => string;
}

export function createAnswers(
  deps: AnswersDeps,
  talking: Pick<Talking, 'answered'> & Pick<Silences, 'takeUp'>,
) {
  const { database, leads, answers, sellers, products, people, rooms, outbox, clock } = deps;

  /** «Первый ответ»: shows their draft to whoever asks for it. */
  function prepare(press: Press): Promise<AnswerOutcome> {
    return withDraft(press, async (tx, at) => {
      if (!(await answers.draft(tx, at.key)))
        await answers.saveDraft(tx, at.key, await beginning(tx, at));
      await show(tx, at, press.cause);
      const { by, person } = at.speaker;
      if (by === 'staff') await talking.takeUp(tx, at.lead, person, press.cause);
      return { status: 'done' };
    });
  }

  async function beginning(tx: Tx, { lead, seller, names }: Answering): Promise<string> {
    const own = await answers.template(tx, seller.id, lead.locale);
    return fillTemplate(own ?? deps.defaultTemplate(lead.locale), names);
  }

  /** Other words for it. */
  function change(press: Press & { readonly text: string }): Promise<AnswerOutcome> {
    return withDraft(press, async (tx, at) => {
      await answers.saveDraft(tx, at.key, press.text);
      await show(tx, at, press.cause);
      return { status: 'done' };
    });
  }

  async function show(tx: Tx, { speaker, key }: Answering, cause: Cause): Promise<void> {
    await outbox.enqueue(tx, [wordsToPerson(speaker.person, 'lead-draft', { ...key })], cause);
  }

  /** Says it in the room, and asks by when the offer will be there. */
  function send(press: Press): Promise<AnswerOutcome> {
    return withDraft(press, async (tx, at) => {
      const { lead, speaker, key } = at;
      const draft = await answers.draft(tx, key);
      if (!draft) return { status: 'no-draft' };
      await say(tx, at.room.id, draft.text, at, press.cause);
      await answers.markSent(tx, key, clock.now());
      await closeOthers(tx, at, press.cause);
      const data = { by: speaker.by };
      const event = { type: 'lead-answer-sent', by: speaker.actor, data };
      await note(deps, tx, lead.id, event, press.cause);
      const who = { by: speaker.by, name: speaker.person.name };
      await talking.answered(tx, lead, who, clock.now(), press.cause);
      const asked = wordsToPerson(speaker.person, 'lead-promise', { leadId: lead.id });
      await outbox.enqueue(tx, [asked], press.cause);
      return { status: 'done' };
    });
  }

  /** In the one language in which it was written. */
  async function say(
    tx: Tx,
    roomId: number,
    text: string,
    { lead, seller, speaker }: Answering,
    cause: Cause,
  ): Promise<void> {
    const { by, personId, person } = speaker;
    const readers = { destination: destination('room', roomId), locales: [lead.locale] };
    const facts = { text, name: person.name, company: seller.name, by, personId };
    await outbox.enqueue(tx, [wordsForAll(readers, 'lead-answer', facts)], cause);
  }

  /** Whoever was still at their own words reads whose stand in the chat. */
  async function closeOthers(tx: Tx, { lead, speaker }: Answering, cause: Cause): Promise<void> {
    const facts = { leadId: lead.id, name: speaker.person.name };
    const others = await answers.dropUnsent(tx, lead.id);
    const words = others.map((person) => wordsToPerson(person, 'lead-draft-closed', facts));
    await outbox.enqueue(tx, words, cause);
  }

  /** From now on this exporter's answers in that language begin so. */
  function keepTemplate(press: Press): Promise<AnswerOutcome> {
    return withLead(press, async (tx, { lead, seller, speaker, names, key }) => {
      const draft = await answers.draft(tx, key);
      if (!draft) return { status: 'no-draft' };
      const whose = { companyId: seller.id, locale: lead.locale };
      await answers.saveTemplate(tx, whose, toTemplate(draft.text, names), clock.now());
      await note(deps, tx, lead.id, { type: 'template-saved', by: speaker.actor }, press.cause);
      return { status: 'done' };
    });
  }

  /** The offer and the documents will be there by then: a checkpoint, once; it can be moved. */
  function promise(
    press: Press & { readonly day: string | { readonly inDays: number } },
  ): Promise<AnswerOutcome> {
    return inOpenRoom(press, async (tx, { lead, seller, speaker, names, room }) => {
      const { day, cause } = press;
      const now = clock.now();
      const named = typeof day === 'string' ? day : today(now, seller.timeZone, day.inDays);
      const dueAt = dueOn(named, seller, now);
      const title = deps.offerTitle(seller.locale, names.product);
      const { personId } = speaker;
      const offer = { leadId: lead.id, roomId: room.id, title, dueAt, personId };
      if (!(await deps.addCheckpoint(tx, offer, cause))) return { status: 'already' };
      const data = { dueAt: dueAt.toISOString() };
      await note(deps, tx, lead.id, { type: 'offer-promised', by: speaker.actor, data }, cause);
      const noted = { ...data, zone: seller.timeZone };
      await outbox.enqueue(tx, [wordsToPerson(speaker.person, 'lead-promise-noted', noted)], cause);
      return { status: 'done' };
    });
  }

  /** As long as no first answer stands in the chat. */
  function withDraft(
    press: Press,
    work: (tx: Tx, at: Answering & { readonly room: Room }) => Promise<AnswerOutcome>,
  ): Promise<AnswerOutcome> {
    return inOpenRoom(press, async (tx, at) => {
      const sender = await answers.sentBy(tx, at.lead.id);
      return sender ? { status: 'was-sent', name: sender.name } : await work(tx, at);
    });
  }

  function inOpenRoom(
    press: Press,
    work: (tx: Tx, at: Answering & { readonly room: Room }) => Promise<AnswerOutcome>,
  ): Promise<AnswerOutcome> {
    return withLead(press, async (tx, at) => {
      const [room] = await rooms.find(tx, [at.lead.roomId ?? 0]);
      if (!room) return { status: 'gone' };
      return room.closed ? { status: 'room-closed' } : await work(tx, { ...at, room });
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
      const key = { leadId, personId: speaker.personId };
      return await work(tx, { lead, seller, speaker, names, key });
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
    const { id: personId } = await people.meet(tx, staff);
    const actor = { kind: 'staff', id: staff.id } as const;
    return { by: 'staff', person: staff, actor, personId };
  }

  /** Whose first answer stands in the chat; null: nobody's. */
  async function answerer(leadId: number): Promise<string | null> {
    return (await answers.sentBy(database.prisma, leadId))?.name ?? null;
  }

  /** The zone in which an exporter's days are counted, and when its people work; null: no such lead. */
  async function sellerOf(leadId: number): Promise<Seller | null> {
    const [lead] = await leads.find(database.prisma, [leadId]);
    const [seller] = lead ? await sellers.find(database.prisma, [lead.companyId]) : [];
    return seller ?? null;
  }

  return { prepare, change, send, keepTemplate, promise, answerer, sellerOf };
}
