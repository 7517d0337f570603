// «/sla» of those who work here, in private: the list, a plan, what is changed about it by supervisors and
// administrators. To everybody else there is no such command.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { DefinedForm } from '../../platform/forms/index.ts';
import type { Logger } from '../../platform/logger.ts';
import {
  createScreenMenu,
  type Passing,
  readData,
  type Screen,
} from '../../platform/screens/index.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { mayEditTerms } from '../../sla/editing.ts';
import type { PlanService, PlanView } from '../../sla/index.ts';
import type { PlanChange } from '../../sla/plan-change.ts';
import type { Staff } from '../../staff/staff.ts';
import type { TicketType } from '../company.ts';
import { cellOf, rowOf, tableOf, tableOfRow } from './cell.ts';
import type { PlanChoiceViews } from './choice-views.ts';
import type { PlanFormArgs } from './conversation.ts';
import type { PlanViews } from './views.ts';

export interface PlanHandlersDeps {
  readonly service: PlanService;
  readonly views: PlanViews;
  readonly choices: PlanChoiceViews;
  readonly types: () => Promise<readonly TicketType[]>;
  /** Known only after this, for it shows what it has changed. */
  readonly form: () => DefinedForm<BotContext, PlanFormArgs>;
  readonly passing: Passing;
  readonly logger: Logger;
  readonly replyNow: ReplyNow;
}

export interface PlanHandlers {
  readonly composer: Composer<BotContext>;
  /** Shows a plan in a message of its own. */
  show(ctx: BotContext, planId: number): Promise<void>;
}

export function createPlanHandlers(deps: PlanHandlersDeps): PlanHandlers {
  const { service, views, choices, types, form, replyNow } = deps;
  const menu = createScreenMenu<BotContext>({ ...deps, id: 'sl', pressed });
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('sla', async (ctx, next) => {
    if (!ctx.staff) return await next();
    if (ctx.chat.type !== 'private') return await replyNow(ctx, ctx.t('sla-in-private'));
    await menu.open(
      ctx,
      views.list(ctx.locale, await service.list(), { isArchive: false, page: 1 }),
    );
  });

  async function oneOf({ locale }: BotContext, staff: Staff, view: PlanView): Promise<Screen> {
    return views.one(locale, view, await types(), mayEditTerms(staff));
  }

  async function show(ctx: BotContext, planId: number): Promise<void> {
    const view = await service.view(planId);
    if (view && ctx.staff) await menu.open(ctx, await oneOf(ctx, ctx.staff, view));
  }

  async function pressed(ctx: BotContext, data: string): Promise<void> {
    const { staff, locale } = ctx;
    if (!staff) return await answerPress(ctx, ctx.t('staff-refused-no-right'), true);
    const { verb, ids } = readData(data);
    if (verb === 'list' || verb === 'away') {
      const wish = { isArchive: verb === 'away', page: ids[0] ?? 1 };
      return await redraw(ctx, views.list(locale, await service.list(), wish));
    }
    const view = await service.view(ids[0] ?? 0);
    if (!view) return await answerPress(ctx, ctx.t('sla-edit-gone'), true);
    if (verb === 'one') return await redraw(ctx, await oneOf(ctx, staff, view));
    if (!mayEditTerms(staff)) return await refuse(ctx, staff, view);
    const screen = await screenOf(ctx, view, verb, ids);
    if (screen) return await redraw(ctx, screen);
    await edit(ctx, staff, view, verb, ids);
  }

  /** Their rights have gone since the buttons were drawn. */
  async function refuse(ctx: BotContext, staff: Staff, view: PlanView): Promise<void> {
    await answerPress(ctx, ctx.t('sla-edit-no-right'), true);
    await menu.redraw(ctx, await oneOf(ctx, staff, view));
  }

  /** What is looked at before anything is changed; null: the button means something else. */
  async function screenOf(
    { locale }: BotContext,
    { plan, clients }: PlanView,
    verb: string,
    ids: readonly number[],
  ): Promise<Screen | null> {
    if (plan.isArchived) return null;
    const [, table = 0, urgency = 0, kind = 0] = ids;
    switch (verb) {
      case 'row':
        return views.table(locale, plan, tableOf(table), await types());
      case 'cell': {
        const cell = cellOf(table, urgency, kind);
        return cell && choices.cell(locale, plan, cell, await types());
      }
      case 'warn':
      case 'escalate':
        return choices[verb](locale, plan);
      case 'calendar':
        return choices.calendar(locale, plan, table);
      case 'default':
        return plan.isDefault ? null : choices.default(locale, plan, clients.length);
      default:
        return null;
    }
  }

  async function edit(
    ctx: BotContext,
    by: Staff,
    view: PlanView,
    verb: string,
    ids: readonly number[],
  ): Promise<void> {
    const [planId = 0, revision = 0, ...rest] = ids;
    const asked = ASKED[verb];
    if (asked && !view.plan.isArchived) {
      const [table = 0, urgency = 0, kind = 0] = rest;
      await answerPress(ctx);
      return await form().enter(ctx, { field: asked, planId, revision, table, urgency, kind });
    }
    const wish = wishOf(verb, rest);
    if (!wish) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const status = await service.change({ planId, revision, wish, by, cause: ctx.cause });
    const names = view.clients.slice(0, NAMED).join(', ');
    const words = ctx.t(`sla-edit-${status}`, { names });
    await answerPress(ctx, words, status !== 'changed' && status !== 'same');
    await showAfter(ctx, by, planId, status === 'changed' || status === 'same' ? wish : null);
  }

  /** The table that was changed, or the plan as it is now. */
  async function showAfter(
    ctx: BotContext,
    staff: Staff,
    planId: number,
    wish: PlanChange | null,
  ): Promise<void> {
    const view = await service.view(planId);
    if (!view) return;
    const isInTable = wish?.kind === 'promise' || wish?.kind === 'inherit';
    const screen = isInTable
      ? views.table(ctx.locale, view.plan, tableOfRow(wish.row), await types())
      : await oneOf(ctx, staff, view);
    await menu.redraw(ctx, screen);
  }

  async function redraw(ctx: BotContext, screen: Screen): Promise<void> {
    await answerPress(ctx);
    await menu.redraw(ctx, screen);
  }

  return { composer: createComposer<BotContext>(menu.composer, composer), show };
}

const NAMED = 3;

/** Buttons behind which something is typed. */
const ASKED: Readonly<Record<string, PlanFormArgs['field']>> = {
  num: 'cell',
  warning: 'warn',
  circling: 'escalate',
  name: 'name',
  copy: 'copy',
};

/** What a button says; null for what none can say. */
function wishOf(verb: string, rest: readonly number[]): PlanChange | null {
  const [table = 0, urgency = 0, kind = 0, minutes = 0] = rest;
  switch (verb) {
    case 'set': {
      const cell = cellOf(table, urgency, kind);
      if (!cell) return null;
      return { kind: 'promise', row: cell.row, of: cell.kind, minutes: minutes || null };
    }
    case 'own': {
      const row = rowOf(table, urgency);
      return row && { kind: 'inherit', row };
    }
    case 'marks':
      return { kind: 'warn', percents: rest };
    case 'circles':
      return { kind: 'escalate', minutes: rest };
    case 'hours':
      return { kind: 'calendar', calendarId: table };
    case 'main':
      return { kind: 'default' };
    case 'archive':
    case 'restore':
      return { kind: verb };
    default:
      return null;
  }
}
