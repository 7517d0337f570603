// What is said about leads, in words and buttons. Plain text.

import type { InlineKeyboardButton } from 'grammy/types';
import { formatDay, formatWhen, zoneName } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { plainName, truncate } from '../platform/telegram/plain-text.ts';
import { backButton } from '../rooms/buttons.ts';
import { answerButton, promiseButton, stageButton, stagesButton } from './buttons.ts';
import type { LeadFacts } from './facts.ts';

export interface LeadViewDeps {
  readonly t: Translate;
  /** Of the company's own hours, where no exporter's are meant. */
  readonly timeZone: string;
}

/** What is to be done next in a room. */
export interface NextCheckpoint {
  readonly roomId: number;
  readonly title: string;
  readonly dueAt: Date;
}

type Rows = InlineKeyboardButton[][];

export type LeadViews = ReturnType<typeof createLeadViews>;

export function createLeadViews({ t, timeZone }: LeadViewDeps) {
  const button = (locale: Locale, key: string, callback_data: string): InlineKeyboardButton => ({
    text: t(locale, key),
    callback_data,
  });
  const target = ({ lead }: LeadFacts) => ({ id: lead.id, revision: 0 });
  const withRows = (text: string, rows: Rows): View => ({
    text,
    keyboard: { inline_keyboard: rows },
  });

  /** «🇧🇷 Бразилия»; an unknown storefront as it stands in the address. */
  function storefront(locale: Locale, { storefront: known, segment }: LeadFacts): string | null {
    if (known) return `${known.flag} ${known.names[locale]}`;
    return segment === null ? null : `/${plainName(segment, '', 40)}`;
  }

  function who({ lead }: Pick<LeadFacts, 'lead'>): string {
    const name = plainName(lead.importerName, '');
    return lead.importerCompany ? `${name}, ${plainName(lead.importerCompany, '')}` : name;
  }

  /** The product, the exporter, the storefront, who asks and for what: the lines of every notice. */
  function about(locale: Locale, facts: LeadFacts): string[] {
    const { product, seller, lead } = facts;
    const front = storefront(locale, facts);
    const exporter = { name: plainName(seller.name, ''), url: seller.url ?? '' };
    return [
      t(locale, 'lead-product', { name: plainName(product.name, '', 200), url: product.url }),
      t(locale, seller.url ? 'lead-exporter-link' : 'lead-exporter', exporter),
      ...(front ? [t(locale, 'lead-storefront', { name: front })] : []),
      t(locale, 'lead-importer', { name: who(facts) }),
      ...(lead.request ? [t(locale, 'lead-wants', { text: truncate(lead.request, 600) })] : []),
    ];
  }

  /** Of the same exporter; to staff, of anybody. */
  function earlier(locale: Locale, facts: LeadFacts, all: boolean): string[] {
    const { seller, lead } = facts;
    const told = facts.earlier.filter(({ companyId }) => all || companyId === seller.id);
    return told.map(({ productName, createdAt }) =>
      t(locale, 'lead-earlier', {
        name: plainName(productName, '', 80),
        date: formatDay(locale, timeZone, createdAt, lead.createdAt),
      }),
    );
  }

  /** «Новый чат по товару»; `link`: the exporter's own way in. */
  function notice(locale: Locale, facts: LeadFacts, link: string | null): View {
    const { lead, inside } = facts;
    const head = t(locale, 'lead-notice');
    const soon = link || inside.length > 0 ? [] : [t(locale, 'lead-notice-soon')];
    const alone = lead.personId === null ? [t(locale, 'lead-importer-away')] : [];
    const said = [...soon, ...alone];
    const rest = said.length > 0 ? ['', ...said] : [];
    const text = [head, '', ...about(locale, facts), ...earlier(locale, facts, false), ...rest];
    return withRows(text.join('\n'), [
      ...(link ? [[{ text: t(locale, 'lead-join'), url: link }]] : []),
      ...(lead.answeredAt ? [] : [[prepareButton(locale, facts)]]),
    ]);
  }

  function prepareButton(locale: Locale, facts: LeadFacts): InlineKeyboardButton {
    return button(
      locale,
      'lead-prepare',
      answerButton.encode({ ...target(facts), choice: 'prepare' }),
    );
  }

  /** Who asked has asked again, or waits too long. */
  function reminder(locale: Locale, key: 'lead-nudge' | 'lead-reminder', facts: LeadFacts): View {
    const product = plainName(facts.product.name, '', 120);
    const rows = [[prepareButton(locale, facts)], ...wayBack(locale, facts)];
    return withRows(t(locale, key, { product, name: who(facts) }), rows);
  }

  /** For whoever is in the chat no more; to whom it leads is seen when it is pressed. */
  function wayBack(locale: Locale, { lead }: Pick<LeadFacts, 'lead'>): Rows {
    if (lead.roomId === null) return [];
    const callback_data = backButton.encode({ id: lead.roomId, revision: 0 });
    return [[button(locale, 'lead-back', callback_data)]];
  }

  /** In the exporter's own group: what came, and who has joined. */
  function line(locale: Locale, facts: LeadFacts): string {
    const joined = facts.inside
      .filter(({ role }) => role === 'exporter' || role === 'importer')
      .map(({ person }) => plainName(person.name, ''));
    const people = joined.length > 0 ? joined.join(', ') : t(locale, 'lead-nobody-yet');
    return [
      t(locale, 'lead-notice'),
      t(locale, 'lead-product', { name: facts.product.name, url: facts.product.url }),
      t(locale, 'lead-importer', { name: who(facts) }),
      t(locale, 'lead-joined', { people }),
    ].join('\n');
  }

  /** What the room's card says of its lead. */
  function cardLines(
    locale: Locale,
    facts: LeadFacts,
    next: NextCheckpoint | null,
    now: Date,
  ): string[] {
    const { timeZone: zone } = facts.seller;
    const due = next && { title: next.title, time: formatWhen(locale, zone, next.dueAt, now) };
    return [
      ...about(locale, facts),
      ...earlier(locale, facts, false),
      t(locale, 'lead-stage', { name: facts.stage[locale] }),
      ...move(locale, facts, zone, now),
      ...(due ? [t(locale, 'lead-next', due)] : []),
      t(locale, 'lead-clock', { zone: zoneName(locale, zone, now) }),
    ];
  }

  function cardButtons(locale: Locale, facts: LeadFacts): Rows {
    const stages = button(locale, 'lead-stages', stagesButton.encode(target(facts)));
    return facts.lead.answeredAt ? [[stages]] : [[prepareButton(locale, facts)], [stages]];
  }

  function move(locale: Locale, { lead }: LeadFacts, zone: string, now: Date): string[] {
    if (!lead.move || !lead.moveSince) return [];
    const time = formatWhen(locale, zone, lead.moveSince, now);
    return [t(locale, `lead-move-${lead.move}`, { time })];
  }

  /** The draft of a first answer, as it will be read in the room; null: it is no draft any more. */
  function draft(locale: Locale, facts: LeadFacts, words: string | null): View {
    if (words === null) return { text: t(locale, 'lead-draft-gone') };
    const rows = (['send', 'change', 'template'] as const).map((choice) => [
      button(locale, `lead-draft-${choice}`, answerButton.encode({ ...target(facts), choice })),
    ]);
    return withRows(`${t(locale, 'lead-draft', { name: who(facts) })}\n\n${words}`, rows);
  }

  /** Somebody else's words, `name`'s, stand in the chat. */
  function draftClosed(locale: Locale, { product }: LeadFacts, name: string): View {
    const names = { product: plainName(product.name, '', 120), name: plainName(name, '') };
    return { text: t(locale, 'lead-draft-closed', names) };
  }

  /** «Когда пришлёте предложение и документы?» */
  function promise(locale: Locale, facts: LeadFacts): View {
    const choices = [['0', '1'], ['3', '7'], ['other']] as const;
    const rows = choices.map((row) =>
      row.map((choice) =>
        button(
          locale,
          `lead-promise-${choice}`,
          promiseButton.encode({ ...target(facts), choice }),
        ),
      ),
    );
    return withRows(t(locale, 'lead-promise'), rows);
  }

  /** The stages there are, the present one marked. */
  function stages(
    locale: Locale,
    facts: LeadFacts,
    all: readonly { readonly key: string; readonly names: Readonly<Record<Locale, string>> }[],
  ): View {
    const rows = all.map(({ key, names }, index) => [
      {
        text: key === facts.lead.stageKey ? `✓ ${names[locale]}` : names[locale],
        callback_data: stageButton.encode({ id: facts.lead.id, revision: index + 1 }),
      },
    ]);
    const product = plainName(facts.product.name, '', 120);
    return withRows(t(locale, 'lead-stages-choose', { product }), rows);
  }

  return {
    ...{
      storefront,
      who,
      about,
      earlier,
      notice,
      reminder,
      wayBack,
      line,
      cardLines,
      cardButtons,
      move,
    },
    ...{ draft, draftClosed, promise, stages },
  };
}
