// «/exporter» and «/exporters» of those who work here, in private and at the desk, and presses on cards.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { DefinedForm } from '../../platform/forms/index.ts';
import type { Reader } from '../../platform/outbox/words.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { showInPlace } from '../../platform/telegram/show-in-place.ts';
import type { Staff } from '../../staff/staff.ts';
import {
  exporterButton,
  listButton,
  managerButton,
  readReasonChoice,
  reasonButton,
} from '../buttons.ts';
import type { Cards, ExporterCard } from '../card.ts';
import { type Decision, judge, LONGEST_NAME, type ReasonedDecision } from '../exporter.ts';
import { PAGE_SIZE } from '../list-views.ts';
import type { ExporterService } from '../service.ts';
import type { DecideOutcome } from '../verbs/decide.ts';
import type { ExporterViews } from '../views.ts';

export interface StaffSideDeps {
  readonly service: ExporterService;
  readonly cards: Cards;
  readonly views: ExporterViews;
  readonly newExporterForm: DefinedForm<BotContext, Record<string, never>>;
  readonly reasonForm: DefinedForm<
    BotContext,
    { readonly companyId: number; readonly decision: ReasonedDecision }
  >;
  /** Everybody who works here, with how many rooms each answers for. */
  readonly managers: () => Promise<readonly (Staff & { readonly rooms: number })[]>;
  /** Where to answer in this chat; null in a group that is no desk. */
  readonly readerOf: (ctx: BotContext) => Promise<Reader | null>;
  readonly replyNow: ReplyNow;
}

/** Comes before the relay of what staff write. To everybody else there are no such commands. */
export function createStaffSideHandlers(deps: StaffSideDeps): Composer<BotContext> {
  return createComposer(commands(deps), onCards(deps), onReasons(deps), onLists(deps));
}

function commands({ service, newExporterForm, readerOf, replyNow }: StaffSideDeps) {
  const composer = createComposer<BotContext>();
  const fromStaff = composer.on('message:text').filter((ctx) => ctx.staff !== null);

  fromStaff.command('exporter', async (ctx) => {
    const { staff, cause } = ctx;
    const reader = await readerOf(ctx);
    if (!reader || !staff) return await replyNow(ctx, ctx.t('exporters-where'));
    const { name, url } = readNew(ctx.match);
    if (name === null) return await newExporterForm.enter(ctx, {});
    await service.make({ by: staff, name, url, reader, cause });
  });

  fromStaff.command('exporters', async (ctx) => {
    const reader = await readerOf(ctx);
    if (!reader) return await replyNow(ctx, ctx.t('exporters-where'));
    const words = plainName(ctx.match, '', LONGEST_NAME);
    await service.show(reader, 'exporters-list', { words, page: 0 }, ctx.cause);
  });

  return composer;
}

const ADDRESS = /(?:^|\s)(https?:\/\/\S+)\s*$/;

/** «Ромашка https://…»: what follows the command; a null name where nothing does. */
function readNew(words: string): { readonly name: string | null; readonly url: string | null } {
  const url = ADDRESS.exec(words)?.[1] ?? null;
  const name = plainName(words.replace(ADDRESS, ''), '', LONGEST_NAME);
  return { name: name === '' ? null : name, url };
}

function onCards(deps: StaffSideDeps): Composer<BotContext> {
  const { service, cards, views, managers } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(exporterButton.pattern, async (ctx) => {
    const { staff, locale } = ctx;
    const button = exporterButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const { id: companyId, choice } = button;
    const [card] = await cards.cards([companyId]);
    if (!card) return await answerPress(ctx, ctx.t('exporter-gone'), true);
    switch (choice) {
      case 'confirm':
      case 'unblock':
        return await decide(deps, ctx, staff, { companyId, decision: choice, reason: null });
      case 'reject':
      case 'block':
        return await askWhy(deps, ctx, card, choice);
      case 'take':
        return await setManager(deps, ctx, staff, companyId, staff.id);
      case 'managers':
        await answerPress(ctx);
        return await showInPlace(ctx, views.managers(locale, card, await managers()));
      case 'people':
        await answerPress(ctx);
        return await showInPlace(ctx, views.people(locale, card));
      case 'open':
        await answerPress(ctx);
        return await showInPlace(ctx, views.card(locale, card, readerOfCard(ctx)));
    }
  });

  composer.callbackQuery(managerButton.pattern, async (ctx) => {
    const button = managerButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    await setManager({ service, cards, views }, ctx, ctx.staff, button.id, button.revision);
  });

  return composer;
}

/** Only where the decision means something now; else whoever pressed is told how it is. */
async function askWhy(
  { views }: StaffSideDeps,
  ctx: BotContext,
  card: ExporterCard,
  decision: ReasonedDecision,
): Promise<void> {
  const { status } = judge(card.company, decision);
  if (status === 'allowed') {
    await answerPress(ctx);
    return await showInPlace(ctx, views.reasons(ctx.locale, card, decision));
  }
  await answerPress(ctx, decidedWords(ctx, { status, is: card.company.status }, decision), true);
  await showInPlace(ctx, views.card(ctx.locale, card, readerOfCard(ctx)));
}

function onReasons(deps: StaffSideDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  composer.callbackQuery(reasonButton.pattern, async (ctx) => {
    const button = reasonButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    const { id: companyId } = button;
    const { decision, reason } = readReasonChoice(button.choice);
    if (reason !== null) return await decide(deps, ctx, ctx.staff, { companyId, decision, reason });
    await answerPress(ctx);
    await deps.reasonForm.enter(ctx, { companyId, decision });
  });
  return composer;
}

function onLists({ cards, views }: StaffSideDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  composer.callbackQuery(listButton.pattern, async (ctx) => {
    const button = listButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    const page = button.id - 1;
    await answerPress(ctx);
    const shown = await cards.page('', page * PAGE_SIZE, PAGE_SIZE);
    await showInPlace(ctx, views.list(ctx.locale, page, '', shown));
  });
  return composer;
}

async function decide(
  { service, cards, views }: Pick<StaffSideDeps, 'service' | 'cards' | 'views'>,
  ctx: BotContext,
  by: Staff,
  wanted: {
    readonly companyId: number;
    readonly decision: Decision;
    readonly reason: string | null;
  },
): Promise<void> {
  const outcome = await service.decide({ by, ...wanted, cause: ctx.cause });
  await answerPress(ctx, decidedWords(ctx, outcome, wanted.decision), outcome.status !== 'done');
  await drawAnew({ cards, views }, ctx, wanted.companyId);
}

function decidedWords(ctx: BotContext, outcome: DecideOutcome, decision: Decision): string {
  switch (outcome.status) {
    case 'done':
      return ctx.t(`exporter-toast-${decision}`);
    case 'already':
    case 'not-now':
      return ctx.t('exporter-toast-is', { status: ctx.t(`exporter-is-${outcome.is}`) });
    case 'no-right':
      return ctx.t('exporter-toast-staff-only');
    case 'unknown':
      return ctx.t('exporter-gone');
    case 'repeated':
      return '';
  }
}

async function setManager(
  { service, cards, views }: Pick<StaffSideDeps, 'service' | 'cards' | 'views'>,
  ctx: BotContext,
  by: Staff,
  companyId: number,
  managerId: number,
): Promise<void> {
  const outcome = await service.setManager({ by, companyId, managerId, cause: ctx.cause });
  const { status } = outcome;
  const name = 'name' in outcome ? outcome.name : '';
  const isBad = status === 'gone' || status === 'no-right' || status === 'unknown';
  const words = status === 'repeated' ? '' : ctx.t(`exporter-toast-manager-${status}`, { name });
  await answerPress(ctx, words, isBad);
  await drawAnew({ cards, views }, ctx, companyId);
}

async function drawAnew(
  { cards, views }: Pick<StaffSideDeps, 'cards' | 'views'>,
  ctx: BotContext,
  companyId: number,
): Promise<void> {
  const [card] = await cards.cards([companyId]);
  if (card) await showInPlace(ctx, views.card(ctx.locale, card, readerOfCard(ctx)));
}

/** The employee who alone reads it; null: the whole desk does. */
function readerOfCard({ chat, staff }: BotContext): number | null {
  return chat?.type === 'private' ? (staff?.id ?? null) : null;
}

async function refuse(ctx: BotContext): Promise<void> {
  await answerPress(ctx, ctx.t(ctx.staff ? 'toast-outdated' : 'exporter-toast-staff-only'), true);
}
