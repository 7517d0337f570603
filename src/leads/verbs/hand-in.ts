// Leads that the site announces, and the importers who come in by their links.

import type { Person, SeenPerson } from '../../people/person.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import { token } from '../../platform/random.ts';
import { LEAD_PAYLOAD, type Lead } from '../lead.ts';
import type { Product } from '../product.ts';
import type { Seller } from '../seller-repository.ts';
import { type Asking, isOut, type NoLead } from './ask.ts';
import { note, redraw, type VerbDeps } from './deps.ts';
import type { Opening } from './open.ts';

export interface GivenLead {
  readonly externalId: string;
  /** The product's id at the marketplace. */
  readonly productId: string;
  readonly importer: {
    readonly name: string;
    readonly company: string | null;
    /** Null: the exporter's. */
    readonly locale: Locale | null;
    /** Null: they have not signed in with Telegram. */
    readonly telegramId: number | null;
  };
  readonly request: string | null;
}

export type HandInOutcome =
  | {
      readonly status: 'open' | 'waiting' | 'known';
      readonly isNew: boolean;
      readonly payload: string;
    }
  | { readonly status: 'product-unknown' | 'product-off' | 'exporter-out' | 'limit' | 'repeated' }
  /** The importer is one of the exporter's people, or works here. */
  | { readonly status: 'importer-own' | 'importer-staff' };

/** 96 bits, as of products. */
const CODE_BYTES = 12;

export function createHandIn(
  deps: VerbDeps,
  { open }: Opening,
  asking: Pick<Asking, 'isAtLimit' | 'nudge' | 'showIn' | 'reopenRoom'>,
) {
  const { database, leads, products, sellers, people, rooms, outbox, clock, listStaff } = deps;
  const { isAtLimit, nudge, showIn, reopenRoom } = asking;

  async function handIn(given: GivenLead, cause: Cause): Promise<HandInOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const before = await leads.findByExternalId(tx, given.externalId);
      if (before) return known(LEAD_PAYLOAD + (before.code ?? ''));
      const [product] = await products.findByExternalId(tx, [given.productId]);
      if (!product) return { status: 'product-unknown' };
      return await take(tx, given, product, cause);
    });
  }

  async function take(tx: Tx, given: GivenLead, product: Product, cause: Cause) {
    const { importer } = given;
    const [seller] = await sellers.find(tx, [product.companyId]);
    if (!seller || isOut(seller)) return { status: 'exporter-out' } as const;
    const person = await personOf(tx, importer.telegramId);
    const why = await whoElse(tx, importer.telegramId, seller);
    if (why) {
      if (person?.hasStarted) await refuse(tx, person, why, product.id, cause);
      return { status: `importer-${why}` } as const;
    }
    const asked = person && (await leads.findOf(tx, product.id, person.id));
    if (person && asked)
      return await askedAgain(tx, given, { product, person, found: asked }, cause);
    if (!product.isOffered) return { status: 'product-off' } as const;
    if (person && (await isAtLimit(tx, person.id))) return { status: 'limit' } as const;
    const locale = importer.locale ?? person?.locale ?? seller.locale;
    const lead = await insert(tx, given, { product, person, locale }, cause);
    if (!lead) return await raced(tx, given, product, cause);
    const { state, code } = await open(tx, lead, cause);
    const status = state === 'waiting' ? 'waiting' : 'open';
    return { status, isNew: true, payload: LEAD_PAYLOAD + (code ?? '') } as const;
  }

  /** The same was told of in this very instant, or the importer has asked by themselves. */
  async function raced(
    tx: Tx,
    given: GivenLead,
    product: Product,
    cause: Cause,
  ): Promise<HandInOutcome> {
    const same = await leads.findByExternalId(tx, given.externalId);
    if (same) return known(LEAD_PAYLOAD + (same.code ?? ''));
    const person = await personOf(tx, given.importer.telegramId);
    const asked = person && (await leads.findOf(tx, product.id, person.id));
    if (!asked) throw new Error(`lead ${given.externalId} is neither new nor known`);
    return await askedAgain(tx, given, { product, person, found: asked }, cause);
  }

  async function insert(
    tx: Tx,
    { externalId, importer, request }: GivenLead,
    about: { readonly product: Product; readonly person: Person | null; readonly locale: Locale },
    cause: Cause,
  ): Promise<Lead | null> {
    const { product, person, locale } = about;
    const now = clock.now();
    const code = token(CODE_BYTES);
    const facts = { importerName: importer.name, importerCompany: importer.company, request };
    const belonging = { productId: product.id, companyId: product.companyId };
    const id = await leads.insert(
      tx,
      {
        ...facts,
        ...belonging,
        personId: person?.id ?? null,
        externalId,
        code,
        locale,
        state: 'waiting',
        askedUntil: null,
      },
      now,
    );
    if (id === null) return null;
    const data = { productId: product.id, announced: true };
    await note(deps, tx, id, { type: 'lead-made', data }, cause);
    return await leads.lock(tx, id);
  }

  /** What somebody is to this exporter who cannot be its importer; null: nothing. */
  async function whoElse(
    tx: Tx,
    userId: number | null,
    seller: Seller | undefined,
  ): Promise<'own' | 'staff' | null> {
    if (userId === null) return null;
    if (seller?.people.some((one) => one.userId === userId)) return 'own';
    return (await listStaff(tx)).some((one) => one.userId === userId) ? 'staff' : null;
  }

  async function refuse(
    tx: Tx,
    person: Person,
    why: NoLead | 'taken',
    productId: number,
    cause: Cause,
  ): Promise<void> {
    await outbox.enqueue(tx, [wordsToPerson(person, 'lead-refused', { why, productId })], cause);
  }

  /** Somebody who has signed in, if the bot knows them: of others Telegram gives no name. */
  async function personOf(tx: Tx, telegramId: number | null): Promise<Person | null> {
    const [person] = telegramId === null ? [] : await people.findByUser(tx, [telegramId]);
    return person ?? null;
  }

  /**
   * The importer has asked about this product before: that lead goes on, and reads there what they have told
   * the site. What the site tells of by this name is this lead from now on.
   */
  async function askedAgain(
    tx: Tx,
    given: GivenLead,
    about: { readonly product: Product; readonly person: Person; readonly found: Lead },
    cause: Cause,
  ): Promise<HandInOutcome> {
    const { product, person, found } = about;
    const lead = (await leads.lock(tx, found.id)) ?? found;
    const { personId, locale } = lead;
    const told = await insert(tx, given, { product, person: null, locale }, cause);
    if (!told) return await raced(tx, given, product, cause);
    const into = { personId, state: 'merged', mergedIntoId: lead.id } as const;
    await leads.update(tx, told.id, into);
    await note(deps, tx, told.id, { type: 'lead-merged', data: { into: lead.id } }, cause);
    const request = lead.request ?? given.request;
    if (lead.request !== request) await leads.update(tx, lead.id, { request });
    const going = { ...lead, request };
    if (lead.state === 'asking') await open(tx, going, cause);
    else {
      const isNews = given.request !== null && given.request !== lead.request;
      if (isNews) await say(tx, lead.roomId, 'lead-request', told.id, cause);
      if (lead.state === 'open') {
        await reopenRoom(tx, going, person, cause);
        await nudge(tx, going, cause);
      }
      await redraw(deps, tx, going);
    }
    return known(LEAD_PAYLOAD + (told.code ?? ''));
  }

  function known(payload: string): HandInOutcome {
    return { status: 'known', isNew: false, payload };
  }

  /** An importer opens the bot by the link of an announced lead. */
  async function claim(command: {
    readonly code: string;
    readonly seen: SeenPerson;
    readonly cause: Cause;
  }): Promise<void> {
    const { code, seen, cause } = command;
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const person = await people.started(tx, seen);
      const found = await leads.findByCode(tx, code);
      const lead = found && (await leads.lock(tx, found.id));
      const why = lead ? await whyNot(tx, lead, person) : 'unknown';
      if (!lead || why)
        return await refuse(tx, person, why ?? 'unknown', lead?.productId ?? 0, cause);
      await goOn(tx, lead, person, cause);
    });
  }

  async function goOn(tx: Tx, lead: Lead, person: Person, cause: Cause): Promise<void> {
    const theirs = await adopt(tx, lead, person, cause);
    if (theirs.state !== 'open') {
      const told = wordsToPerson(person, 'lead-no-exporter', { leadId: theirs.id });
      return await outbox.enqueue(tx, [told], cause);
    }
    await showIn(tx, theirs, person, cause);
    // They have asked about it before: the exporter is reminded there.
    if (theirs.id !== lead.id) await nudge(tx, theirs, cause);
  }

  /** The first to come is the importer; a link that is passed on opens nothing for anybody else. */
  async function whyNot(tx: Tx, lead: Lead, person: Person): Promise<NoLead | 'taken' | null> {
    const [seller] = await sellers.find(tx, [lead.companyId]);
    const why = await whoElse(tx, person.userId, seller);
    if (why) return why;
    return lead.personId === null || lead.personId === person.id ? null : 'taken';
  }

  /** The lead is theirs now; if they have asked about that product before, it is that lead. */
  async function adopt(tx: Tx, lead: Lead, person: Person, cause: Cause): Promise<Lead> {
    if (lead.mergedIntoId !== null) return (await leads.lock(tx, lead.mergedIntoId)) ?? lead;
    if (lead.personId !== null) return lead;
    const own = await leads.findOf(tx, lead.productId, person.id);
    const by = { kind: 'person', id: person.id } as const;
    if (own) return await merge(tx, lead, own, person, cause);
    const change = { personId: person.id };
    await leads.update(tx, lead.id, change);
    await note(deps, tx, lead.id, { type: 'lead-claimed', by }, cause);
    await redraw(deps, tx, lead);
    return { ...lead, ...change };
  }

  /** Whoever waits in the other room reads where it goes on, and there what they have told the site. */
  async function merge(tx: Tx, lead: Lead, own: Lead, person: Person, cause: Cause): Promise<Lead> {
    const change = { personId: person.id, state: 'merged', mergedIntoId: own.id } as const;
    await leads.update(tx, lead.id, { ...change, silenceDueAt: null });
    await note(deps, tx, lead.id, { type: 'lead-merged', data: { into: own.id } }, cause);
    await say(tx, lead.roomId, 'lead-merged', own.id, cause);
    await redraw(deps, tx, { ...lead, ...change });
    const locked = (await leads.lock(tx, own.id)) ?? own;
    const going = locked.state === 'asking' ? await open(tx, locked, cause) : locked;
    if (lead.request !== null) await say(tx, going.roomId, 'lead-request', lead.id, cause);
    return going;
  }

  async function say(
    tx: Tx,
    roomId: number | null,
    name: string,
    leadId: number,
    cause: Cause,
  ): Promise<void> {
    const [room] = roomId === null ? [] : await rooms.find(tx, [roomId]);
    if (room) await rooms.say(tx, room, name, { leadId }, cause);
  }

  return { handIn, claim };
}
