// What employees read of leads, in words and buttons: the card at the desk, and what they are called for.
// Plain text.

import type { InlineKeyboardButton } from 'grammy/types';
import { exporterButton } from '../exporters/buttons.ts';
import { REGISTRATION } from '../exporters/exporter.ts';
import { formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { plainName, truncate } from '../platform/telegram/plain-text.ts';
import { rescueButton, suggestButton } from './buttons.ts';
import type { LeadFacts } from './facts.ts';
import type { WaitingProduct } from './lead-repository.ts';
import type { Untold } from './outgoing/untold.ts';
import type { Seller } from './seller-repository.ts';
import type { LeadViews } from './views.ts';

export interface StaffLeadViewDeps {
  readonly t: Translate;
  /** In which employees read times. */
  readonly timeZone: string;
  readonly views: LeadViews;
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
}

export interface Alternative {
  readonly productId: number;
  readonly productName: string;
  readonly sellerName: string;
}

export type RescueChoice = Parameters<typeof rescueButton.encode>[0]['choice'];

/** Products that are named; the rest is a number. */
const PRODUCTS_SHOWN = 5;

type Rows = readonly (readonly InlineKeyboardButton[])[];

export type StaffLeadViews = ReturnType<typeof createStaffLeadViews>;

export function createStaffLeadViews({ t, timeZone, views, botUsername }: StaffLeadViewDeps) {
  const withRows = (text: string, rows: Rows): View => ({
    text,
    keyboard: { inline_keyboard: rows.map((row) => [...row]) },
  });

  function rescue(locale: Locale, { lead }: LeadFacts, choice: RescueChoice): InlineKeyboardButton {
    const key = choice === 'enter' ? 'lead-enter' : `lead-rescue-${choice}`;
    return {
      text: t(locale, key),
      callback_data: rescueButton.encode({ id: lead.id, revision: 0, choice }),
    };
  }

  /** All that is known of it, as it stands. */
  function whole(locale: Locale, facts: LeadFacts, now: Date): string {
    const { lead } = facts;
    const isSilent = lead.state === 'open' && !lead.answeredAt && lead.silence !== 'none';
    return [
      t(locale, 'lead-desk-title', { number: lead.id }),
      ...views.about(locale, facts),
      ...views.earlier(locale, facts, true),
      standing(locale, facts),
      ...(isSilent ? [t(locale, `lead-desk-${lead.silence}`)] : []),
      ...(lead.state === 'open' ? views.move(locale, facts, timeZone, now) : []),
    ].join('\n');
  }

  function standing(locale: Locale, { lead, seller, inside }: LeadFacts): string {
    const { state, answeredAt, answeredBy, answeredName, move } = lead;
    const isUnanswered = state === 'waiting' || (state === 'open' && !answeredAt);
    if (isUnanswered && whyAway(seller) === 'out') return t(locale, 'lead-desk-out');
    const hasNoChat = move === null && inside.length === 0;
    if (state === 'open' && !answeredAt && hasNoChat) return t(locale, 'lead-desk-no-chat');
    if (state !== 'open' || !answeredAt) return t(locale, `lead-desk-${state}`);
    const known = answeredName === null ? 'no' : 'yes';
    const name = plainName(answeredName, '');
    return t(locale, `lead-desk-answered-${answeredBy ?? 'exporter'}`, { known, name });
  }

  /** On the desk. */
  function desk(locale: Locale, facts: LeadFacts, now: Date): View {
    const text = whole(locale, facts, now);
    return facts.lead.roomId === null
      ? { text }
      : withRows(text, [[rescue(locale, facts, 'enter')]]);
  }

  /** To the manager of an exporter: their way into a room that has just begun. */
  function newRoom(locale: Locale, facts: LeadFacts, link: string | null): View {
    const text = [t(locale, 'lead-manager'), '', ...views.about(locale, facts)].join('\n');
    return withRows(text, link ? [[{ text: t(locale, 'lead-join'), url: link }]] : []);
  }

  /** To the manager of an exporter who is silent. */
  function silent(locale: Locale, facts: LeadFacts, now: Date): View {
    const { lead, seller } = facts;
    const time = formatWhen(locale, timeZone, lead.openedAt ?? lead.createdAt, now);
    const head = t(locale, 'lead-silent', { name: plainName(seller.name, ''), time });
    const choices = ['answer', 'phones', 'others', 'enter'] as const;
    const text = [head, '', ...views.about(locale, facts)].join('\n');
    return withRows(
      text,
      choices.map((choice) => [rescue(locale, facts, choice)]),
    );
  }

  /** Somebody of the exporter's could not be told. */
  function untold(
    locale: Locale,
    facts: LeadFacts,
    { personId, why }: { readonly personId: number; readonly why: Untold },
  ): View {
    const { lead, seller, product } = facts;
    const person = seller.people.find(({ id }) => id === personId);
    const text = t(locale, 'lead-untold', {
      number: lead.id,
      product: plainName(product.name, '', 120),
      name: plainName(person?.name, ''),
      exporter: plainName(seller.name, ''),
      why: t(locale, `lead-untold-${why}`),
    });
    const choices = ['answer', 'phones'] as const;
    return withRows(
      text,
      choices.map((choice) => [rescue(locale, facts, choice)]),
    );
  }

  function phones(locale: Locale, { seller }: LeadFacts): string {
    const people = seller.people.map(({ name, phone, username }) => {
      const ways = [phone, username && `@${username}`].filter(Boolean).join(', ');
      return `• ${plainName(name, '')} — ${ways || t(locale, 'lead-no-phone')}`;
    });
    const lines = people.length > 0 ? people : [t(locale, 'lead-nobody-there')];
    return [t(locale, 'lead-phones', { name: plainName(seller.name, '') }), ...lines].join('\n');
  }

  function others(locale: Locale, facts: LeadFacts, found: readonly Alternative[]): View {
    if (found.length === 0) return { text: t(locale, 'lead-others-none') };
    const rows = found.map(({ productId, productName, sellerName }) => [
      {
        text: truncate(`${plainName(productName, '')} — ${plainName(sellerName, '')}`, 60),
        callback_data: suggestButton.encode({ id: facts.lead.id, revision: productId }),
      },
    ]);
    return withRows(t(locale, 'lead-others', { name: views.who(facts) }), rows);
  }

  /** Of an exporter who is not here one lead waits: all about it. */
  function oneWaits(locale: Locale, facts: LeadFacts): View {
    return waiting(locale, facts.seller, 1, views.about(locale, facts));
  }

  /** The same of many. */
  function manyWait(locale: Locale, seller: Seller, products: readonly WaitingProduct[]): View {
    const count = products.reduce((sum, { leads }) => sum + leads, 0);
    const shown = products.slice(0, PRODUCTS_SHOWN);
    const rest = products.length - shown.length;
    return waiting(locale, seller, count, [
      t(locale, 'lead-waits-products'),
      ...shown.map(({ name, leads }) =>
        t(locale, 'lead-waits-product', { name: plainName(name, '', 120), leads }),
      ),
      ...(rest > 0 ? [t(locale, 'lead-waits-more', { count: rest })] : []),
    ]);
  }

  function waiting(locale: Locale, seller: Seller, count: number, lines: readonly string[]): View {
    const head = t(locale, `lead-waits-${whyAway(seller)}`, {
      leads: t(locale, 'lead-waits-leads', { count }),
      name: plainName(seller.name, ''),
      link: `https://t.me/${botUsername()}?start=${REGISTRATION}${seller.code}`,
    });
    return withRows([head, '', ...lines].join('\n'), [[exporterCard(locale, seller)]]);
  }

  function exporterCard(locale: Locale, { id }: Seller): InlineKeyboardButton {
    const callback_data = exporterButton.encode({ id, revision: 0, choice: 'open' });
    return { text: t(locale, 'lead-exporter-card'), callback_data };
  }

  return {
    ...{ rescue, whole, desk, newRoom, silent, untold, phones, others },
    ...{ oneWaits, manyWait, exporterCard },
  };
}

/** Why an exporter cannot be told of a lead. */
export function whyAway({ status }: Seller): 'invited' | 'pending' | 'nobody' | 'out' {
  if (status === 'invited' || status === 'pending') return status;
  return status === 'confirmed' ? 'nobody' : 'out';
}
