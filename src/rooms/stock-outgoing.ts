// What is said about the stock of groups, by the names with which it is put into the outbox.

import type { Database } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { MessagePort } from '../platform/outbox/index.ts';
import { factsOf, localeIn, wordsPort } from '../platform/outbox/words.ts';
import type { GroupRepository } from './group-repository.ts';
import type { Lack, StockLevel } from './stock.ts';
import type { OfferOutcome } from './stock-service.ts';
import type { StockViews } from './stock-views.ts';
import { unlessMended } from './unless-mended.ts';

export interface StockOutgoingDeps {
  readonly database: Database;
  readonly groups: GroupRepository;
  readonly stockViews: StockViews;
}

/** Of the groups to be mended `/stock` names the newest; the rest is a number for another day. */
const LACKING_SHOWN = 10;

type StockFacts = { readonly groupId: number; readonly title: string };

export function createStockOutgoing({
  database,
  groups,
  stockViews: views,
}: StockOutgoingDeps): Readonly<Record<string, MessagePort>> {
  async function lacksIn({ groupId }: StockFacts): Promise<readonly Lack[]> {
    const [group] = await groups.find(database.prisma, [groupId]);
    return group?.state === 'lacking' ? group.missing : [];
  }

  /** Only in a private chat may a button ask for a group. */
  const withButton = <Facts>(
    words: (locale: Locale, facts: Facts) => Promise<string> | string,
  ): MessagePort => ({
    render: (jobs) =>
      Promise.all(
        jobs.map(async ({ messages: [message], place }) => {
          const args = message?.args ?? {};
          const locale = localeIn(args);
          const text = await words(locale, factsOf<Facts>(args));
          const keyboard = place.group ? {} : { reply_markup: views.stockKeyboard(locale) };
          const link_preview_options = { is_disabled: true };
          const payload = { chat_id: place.chatId, text, link_preview_options, ...keyboard };
          const call = { method: 'sendMessage', payload, repeatable: false };
          return { status: 'calls', calls: [call] } as const;
        }),
      ),
  });

  return {
    'stock-offered': wordsPort<OfferOutcome & StockLevel>((locale, outcome) =>
      views.offered(locale, outcome),
    ),
    'stock-lacking': unlessMended(
      wordsPort<StockFacts>(async (locale, facts) =>
        views.lacking(locale, { ...facts, missing: await lacksIn(facts) }),
      ),
      lacksIn,
    ),
    'stock-low': withButton<Parameters<StockViews['low']>[1]>((locale, facts) =>
      views.low(locale, facts),
    ),
    stock: withButton(async (locale) => {
      const { prisma } = database;
      const lacking = await groups.lacking(prisma, LACKING_SHOWN);
      const level = await groups.level(prisma);
      return views.stock(locale, { ...level, used: await groups.countUsed(prisma), lacking });
    }),
  };
}
