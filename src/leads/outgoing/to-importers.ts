// What importers read of their leads in private.

import type { Locale } from '../../platform/i18n.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { wordsPort } from '../../platform/outbox/words.ts';
import { plainName, truncate } from '../../platform/telegram/plain-text.ts';
import type { LeadFacts } from '../facts.ts';
import { productLink } from '../product.ts';
import { whyAway } from '../staff-views.ts';
import type { About, AboutLead } from './about.ts';
import type { LeadOutgoingDeps } from './deps.ts';

type Deps = Pick<
  LeadOutgoingDeps,
  't' | 'views' | 'rooms' | 'products' | 'sellers' | 'database' | 'botUsername' | 'alternatives'
>;

/** Others that an importer is offered at once. */
const OTHERS = 3;

export function toImporters(deps: Deps, about: AboutLead): Record<string, MessagePort> {
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
    'lead-no-exporter': awayPort(deps, about),
    'lead-closed': wordsPort<About>(named('lead-closed')),
    'lead-taken-out': wordsPort<About>(named('lead-taken-out')),
    ...whileTheyWait(deps, about),
    'lead-inside': wordsPort<About>(
      about(async (locale, { lead }) => {
        const [room] = await rooms.find(database.prisma, [lead.roomId ?? 0]);
        return { text: t(locale, 'lead-inside', { title: room?.title ?? '' }) };
      }),
    ),
    'lead-refused': wordsPort<{ why: string; productId: number }>(
      async (locale, { why, productId }) => {
        const [product] = await products.find(database.prisma, [productId]);
        const names = { product: product?.name ?? '', url: product?.url ?? '' };
        return { text: t(locale, `lead-refused-${why}`, names) };
      },
    ),
    'lead-suggestion': suggestionPort(deps, about),
  };
}

/** The exporter is silent; whoever has left the chat meanwhile has a way back into it. */
function whileTheyWait({ t, views }: Deps, about: AboutLead): Record<string, MessagePort> {
  const withWayBack = (locale: Locale, facts: Pick<LeadFacts, 'lead'>) => ({
    keyboard: { inline_keyboard: views.wayBack(locale, facts) },
  });
  return {
    'lead-slow': wordsPort<About>(
      about((locale, facts) => {
        const names = { product: facts.product.name, exporter: plainName(facts.seller.name, '') };
        return { text: t(locale, 'lead-slow', names), ...withWayBack(locale, facts) };
      }),
    ),
    'lead-taken-up': wordsPort<About & { readonly name: string }>(
      about((locale, facts, { name }) => {
        const names = { product: facts.product.name, name: plainName(name, '') };
        return { text: t(locale, 'lead-taken-up', names), ...withWayBack(locale, facts) };
      }),
    ),
  };
}

/** Why nobody answers now; of an exporter who works with us no more, with others to ask. */
function awayPort(deps: Deps, about: AboutLead): MessagePort {
  const { t, products, database, botUsername, alternatives } = deps;
  return wordsPort<About>(
    about(async (locale, { product, seller }, { leadId }) => {
      const why = whyAway(seller);
      const names = { product: product.name, exporter: plainName(seller.name, '') };
      const others = why === 'out' ? (await alternatives(leadId)).slice(0, OTHERS) : [];
      const goods = await products.find(
        database.prisma,
        others.map(({ productId }) => productId),
      );
      const rows = others.flatMap(({ productId, productName, sellerName }) => {
        const code = goods.find(({ id }) => id === productId)?.code;
        const text = truncate(`${plainName(productName, '')} — ${plainName(sellerName, '')}`, 60);
        return code === undefined ? [] : [[{ text, url: productLink(botUsername(), code) }]];
      });
      const more = rows.length > 0 ? [t(locale, 'lead-no-exporter-others')] : [];
      const text = [t(locale, `lead-no-exporter-${why}`, names), ...more].join('\n\n');
      return rows.length > 0 ? { text, keyboard: { inline_keyboard: rows } } : { text };
    }),
  );
}

function suggestionPort(deps: Deps, about: AboutLead): MessagePort {
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
