// The messages about leads, by the names with which they are put into the outbox. What is told is read when
// it is told.

import { createBatcher } from '../platform/batcher.ts';
import { systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import { formatDate } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { wordsInLanguagesPort } from '../platform/outbox/in-languages.ts';
import type { MessagePort, Rendered, SettledMessage } from '../platform/outbox/index.ts';
import { parseDestination } from '../platform/outbox/message.ts';
import { factsOf, type View, wordsPort } from '../platform/outbox/words.ts';
import type { ApiFailure } from '../platform/telegram/api-failure.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import type { Rooms } from '../rooms/index.ts';
import type { LeadFacts, LoadFacts } from './facts.ts';
import type { LeadRepository } from './lead-repository.ts';
import { productLink } from './product.ts';
import { responsible, toPerson, type VerbDeps } from './verbs/deps.ts';
import type { Alternative, LeadViews } from './views.ts';

export interface LeadOutgoingDeps
  extends Pick<VerbDeps, 'database' | 'products' | 'sellers' | 'outbox' | 'listStaff'> {
  readonly leads: LeadRepository;
  readonly load: LoadFacts;
  readonly views: LeadViews;
  readonly rooms: Pick<Rooms['service'], 'entryLinks' | 'find'>;
  readonly alternatives: (leadId: number) => Promise<readonly Alternative[]>;
  readonly t: Translate;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly botUsername: () => string;
  /** Keeps what the bot has said in a room for somebody, as theirs. */
  readonly keepSaid: (tx: Tx, said: SaidForSomebody) => Promise<void>;
}

interface SaidForSomebody {
  readonly roomId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly personId: number | null;
  readonly author: string;
  readonly role: 'exporter' | 'manager';
  readonly text: string;
}

interface About {
  readonly leadId: number;
  readonly entryId?: number;
}

type Ports = Record<string, MessagePort>;

export function createLeadOutgoing(deps: LeadOutgoingDeps): Readonly<Ports> {
  const one = createBatcher<number, LeadFacts | null>({
    most: 100,
    sideBySide: 2,
    run: async (ids) => {
      const found = await deps.load(ids);
      return ids.map((id) => found.get(id) ?? null);
    },
  });
  /** A message about a lead that is there; leads are never deleted. */
  const about =
    <Facts extends About>(
      view: (locale: Locale, lead: LeadFacts, facts: Facts) => View | Promise<View>,
    ) =>
    async (locale: Locale, facts: Facts): Promise<View> => {
      const lead = await one(facts.leadId);
      if (!lead) throw new Error(`there is no lead ${facts.leadId}`);
      return await view(locale, lead, facts);
    };
  const ports = {
    ...toExporters(deps, about),
    ...toImporters(deps, about),
    ...toStaff(deps, about),
  };
  return { ...mapped(ports, quietly), ...inRooms(deps, about) };
}

type AboutLead = <Facts extends About>(
  view: (locale: Locale, lead: LeadFacts, facts: Facts) => View | Promise<View>,
) => (locale: Locale, facts: Facts) => Promise<View>;

function toExporters({ views, t, rooms, ...deps }: LeadOutgoingDeps, about: AboutLead): Ports {
  const linkOf = async ({ entryId }: About) =>
    entryId === undefined ? null : ((await rooms.entryLinks([entryId])).get(entryId) ?? null);
  return {
    'lead-notice': {
      ...wordsPort<About>(
        about(async (locale, lead, facts) => views.notice(locale, lead, await linkOf(facts))),
      ),
      settled: untold(deps),
    },
    'lead-nudge': wordsPort<About>(
      about((locale, lead) => views.reminder(locale, 'lead-nudge', lead)),
    ),
    'lead-reminder': wordsPort<About>(
      about((locale, lead) => views.reminder(locale, 'lead-reminder', lead)),
    ),
    'lead-draft': wordsPort<About>(about((locale, lead) => views.draft(locale, lead))),
    'lead-promise': wordsPort<About>(about((locale, lead) => views.promise(locale, lead))),
    'lead-promise-noted': wordsPort<{ dueAt: string; zone: string }>((locale, { dueAt, zone }) => ({
      text: t(locale, 'lead-promise-noted', { date: formatDate(locale, zone, new Date(dueAt)) }),
    })),
  };
}

/** An exporter's people who cannot be told: whoever answers for the exporter hears of it. */
function untold(deps: Pick<LeadOutgoingDeps, 'outbox' | 'listStaff' | 'leads' | 'sellers'>) {
  return async (tx: Tx, settled: readonly SettledMessage[]): Promise<void> => {
    for (const { message, settlement } of settled) {
      if (settlement.status !== 'failed' || !isAway(settlement.failure)) continue;
      const { leadId } = factsOf<About>(message.args);
      const [lead] = await deps.leads.find(tx, [leadId]);
      const [seller] = lead ? await deps.sellers.find(tx, [lead.companyId]) : [];
      const staff = await responsible(deps, tx, seller?.managerId ?? null);
      const words = staff.map((one) => toPerson(one, 'lead-untold', { leadId }));
      await deps.outbox.enqueue(tx, words, systemCause('sending'));
    }
  };
}

function isAway({ kind }: ApiFailure): boolean {
  return kind === 'blocked' || kind === 'deactivated' || kind === 'never-started';
}

function toImporters(deps: LeadOutgoingDeps, about: AboutLead): Ports {
  const { t, rooms, products, database } = deps;
  const named = (key: string) =>
    about((locale, { product, seller }) => ({
      text: t(locale, key, { product: product.name, exporter: plainName(seller.name, '') }),
    }));
  return {
    'lead-room': wordsPort<About>(
      about(async (locale, { product, seller }, { entryId = 0 }) => {
        const link = (await rooms.entryLinks([entryId])).get(entryId);
        const names = { product: product.name, exporter: plainName(seller.name, '') };
        const text = t(locale, 'lead-room', names);
        if (!link) return { text };
        const open = { text: t(locale, 'lead-open'), url: link };
        return { text, keyboard: { inline_keyboard: [[open]] } };
      }),
    ),
    'lead-soon': wordsPort<About>(named('lead-soon')),
    'lead-no-exporter': wordsPort<About>(named('lead-no-exporter')),
    'lead-closed': wordsPort<About>(named('lead-closed')),
    'lead-slow': wordsPort<About>(named('lead-slow')),
    'lead-inside': wordsPort<About>(
      about(async (locale, { lead }) => {
        const [room] = await rooms.find(database.prisma, [lead.roomId ?? 0]);
        return { text: t(locale, 'lead-inside', { title: room?.title ?? '' }) };
      }),
    ),
    'lead-refused': wordsPort<{ why: string; productId: number }>(
      async (locale, { why, productId }) => {
        const [product] = await products.find(database.prisma, [productId]);
        return { text: t(locale, `lead-refused-${why}`, { product: product?.name ?? '' }) };
      },
    ),
    'lead-suggestion': suggestionPort(deps, about),
  };
}

function suggestionPort(deps: LeadOutgoingDeps, about: AboutLead): MessagePort {
  const { t, products, sellers, database, botUsername } = deps;
  return wordsPort<About & { productId: number }>(
    about(async (locale, lead, { productId }) => {
      const [product] = await products.find(database.prisma, [productId]);
      const [seller] = await sellers.find(database.prisma, [product?.companyId ?? 0]);
      const names = { product: product?.name ?? '', exporter: plainName(seller?.name, '') };
      const text = t(locale, 'lead-suggestion', { ...names, own: lead.product.name });
      const url = productLink(botUsername(), product?.code ?? '');
      const ask = { text: t(locale, 'lead-suggestion-ask'), url };
      const page = { text: t(locale, 'lead-suggestion-page'), url: product?.url ?? url };
      return { text, keyboard: { inline_keyboard: [[ask], [page]] } };
    }),
  );
}

function toStaff(
  { views, t, clock, alternatives, botUsername }: LeadOutgoingDeps,
  about: AboutLead,
): Ports {
  return {
    'lead-silent': wordsPort<About>(
      about((locale, lead) => views.silent(locale, lead, clock.now())),
    ),
    'lead-phones': wordsPort<About>(
      about((locale, lead) => ({ text: views.phones(locale, lead) })),
    ),
    'lead-others': wordsPort<About>(
      about(async (locale, lead, { leadId }) =>
        views.others(locale, lead, await alternatives(leadId)),
      ),
    ),
    'lead-waits': wordsPort<About>(
      about((locale, lead) => {
        const link = `https://t.me/${botUsername()}?start=e_${lead.seller.code}`;
        const name = plainName(lead.seller.name, '');
        const key = lead.seller.status === 'invited' ? 'lead-waits' : 'lead-waits-decision';
        const text = [t(locale, key, { name, link }), '', ...views.about(locale, lead)];
        return { text: text.join('\n') };
      }),
    ),
    'lead-untold': wordsPort<About>(
      about((locale, { seller, product }) => ({
        text: t(locale, 'lead-untold', {
          name: plainName(seller.name, ''),
          product: product.name,
        }),
      })),
    ),
  };
}

/** What is said in the room of a lead, in its languages. */
function inRooms(deps: LeadOutgoingDeps, about: AboutLead): Ports {
  const { t, views, sellers, database } = deps;
  return {
    'lead-hello': wordsInLanguagesPort<About>(
      about((locale, { product, seller, lead }, _facts) => {
        const names = { product: product.name, exporter: plainName(seller.name, '') };
        const hello = t(locale, 'lead-hello', { ...names, importer: views.who({ lead }) });
        const wants = lead.request ? [t(locale, 'lead-wants', { text: lead.request })] : [];
        return { text: [hello, ...wants].join('\n\n') };
      }),
    ),
    'lead-request': wordsInLanguagesPort<About>(
      about((locale, { lead }) => ({
        text: t(locale, 'lead-request', { name: views.who({ lead }), text: lead.request ?? '' }),
      })),
    ),
    'lead-answer': answerPort(deps),
    'lead-stage': wordsInLanguagesPort<{ key: string }>(async (locale, { key }) => {
      const stages = await sellers.stages(database.prisma);
      const name = stages.find((stage) => stage.key === key)?.names[locale] ?? key;
      return { text: t(locale, 'lead-stage-set', { name }) };
    }),
    'lead-merged': wordsInLanguagesPort((locale) => ({ text: t(locale, 'lead-merged') })),
  };
}

interface Answer {
  readonly text: string;
  readonly name: string;
  readonly company: string;
  readonly by: 'exporter' | 'staff';
  /** Of answers that have waited since before it was told: none. */
  readonly personId?: number | null;
}

function answerPort({ t, keepSaid }: Pick<LeadOutgoingDeps, 't' | 'keepSaid'>): MessagePort {
  const port = wordsInLanguagesPort<Answer>((locale, { text, name, company, by }) => {
    const names = { name: plainName(name, ''), company: plainName(company, '') };
    return { text: `${t(locale, `lead-answer-by-${by}`, names)}\n\n${text}` };
  });
  return {
    ...port,
    async settled(tx, settled) {
      for (const { message, settlement } of settled) {
        const [messageId] = settlement.status === 'sent' ? settlement.messageIds : [];
        if (settlement.status !== 'sent' || messageId === undefined) continue;
        const { text, name: author, by, personId = null } = factsOf<Answer>(message.args);
        const at = {
          roomId: parseDestination(message.destination).id,
          chatId: settlement.chatId,
          messageId,
        };
        const role = by === 'staff' ? 'manager' : 'exporter';
        await keepSaid(tx, { ...at, personId, author, role, text });
      }
    },
  };
}

/** Without a sound where the facts ask for that. */
function quietly(port: MessagePort): MessagePort {
  return {
    ...port,
    async render(jobs) {
      const rendered = await port.render(jobs);
      return rendered.map((one, index) => {
        const args = jobs[index]?.messages[0]?.args ?? {};
        return factsOf<{ quiet?: boolean }>(args).quiet ? silenced(one) : one;
      });
    },
  };
}

function silenced(rendered: Rendered): Rendered {
  if (rendered.status === 'drop') return rendered;
  const calls = rendered.calls.map((call) => ({
    ...call,
    payload: { ...call.payload, disable_notification: true },
  }));
  return { ...rendered, calls };
}

function mapped(ports: Ports, change: (port: MessagePort) => MessagePort): Ports {
  return Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, change(port)]));
}
