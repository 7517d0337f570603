// «/calendar» of those who work here, in private: the list, a calendar, what is changed about it by supervisors and
// administrators. To everybody else there is no such command.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { ZONE_NAMES, ZONES } from '../../exporters/hours.ts';
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
import type { CalendarChange } from '../../sla/calendar-change.ts';
import { mayEditTerms } from '../../sla/editing.ts';
import type { CalendarService, CalendarView } from '../../sla/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { CalendarFormArgs } from './calendar-conversation.ts';
import type { CalendarViews } from './calendar-views.ts';

export interface CalendarHandlersDeps {
  readonly service: CalendarService;
  readonly views: CalendarViews;
  /** Known only after this, for it shows what it has changed. */
  readonly form: () => DefinedForm<BotContext, CalendarFormArgs>;
  readonly passing: Passing;
  readonly logger: Logger;
  readonly replyNow: ReplyNow;
}

export interface CalendarHandlers {
  readonly composer: Composer<BotContext>;
  /** Shows a calendar in a message of its own. */
  show(ctx: BotContext, calendarId: number): Promise<void>;
}

export function createCalendarHandlers(deps: CalendarHandlersDeps): CalendarHandlers {
  const { service, views, form, replyNow } = deps;
  const menu = createScreenMenu<BotContext>({ ...deps, id: 'ca', pressed });
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('calendar', async (ctx, next) => {
    if (!ctx.staff) return await next();
    if (ctx.chat.type !== 'private') return await replyNow(ctx, ctx.t('cal-in-private'));
    await menu.open(ctx, await listOf(ctx, ctx.staff, { isArchive: false, page: 1 }));
  });

  async function listOf(
    { locale }: BotContext,
    staff: Staff,
    wish: { readonly isArchive: boolean; readonly page: number },
  ): Promise<Screen> {
    return views.list(locale, await service.list(), { ...wish, mayEdit: mayEditTerms(staff) });
  }

  async function show(ctx: BotContext, calendarId: number): Promise<void> {
    const view = await service.view(calendarId);
    if (view && ctx.staff) {
      await menu.open(ctx, views.one(ctx.locale, view, mayEditTerms(ctx.staff)));
    }
  }

  async function pressed(ctx: BotContext, data: string): Promise<void> {
    const { staff } = ctx;
    if (!staff) return await answerPress(ctx, ctx.t('staff-refused-no-right'), true);
    const { verb, ids } = readData(data);
    if (verb === 'list' || verb === 'away') {
      const wish = { isArchive: verb === 'away', page: ids[0] ?? 1 };
      return await redraw(ctx, await listOf(ctx, staff, wish));
    }
    if (verb === 'new')
      return await begin(ctx, staff, { field: 'new', calendarId: 0, revision: 0 });
    const view = await service.view(ids[0] ?? 0);
    if (!view) return await answerPress(ctx, ctx.t('cal-edit-gone'), true);
    if (verb === 'one') return await redraw(ctx, views.one(ctx.locale, view, mayEditTerms(staff)));
    if (!mayEditTerms(staff)) return await refuse(ctx, view);
    const { calendar } = view;
    const isOpen = !calendar.isArchived;
    if (isOpen && verb === 'days') return await redraw(ctx, views.days(ctx.locale, calendar));
    if (isOpen && verb === 'zone') return await redraw(ctx, views.zone(ctx.locale, calendar));
    await edit(ctx, staff, view, verb, ids);
  }

  /** Their rights have gone since the buttons were drawn. */
  async function refuse(ctx: BotContext, view: CalendarView): Promise<void> {
    await answerPress(ctx, ctx.t('cal-edit-no-right'), true);
    await menu.redraw(ctx, views.one(ctx.locale, view, false));
  }

  async function begin(ctx: BotContext, staff: Staff, args: CalendarFormArgs): Promise<void> {
    if (!mayEditTerms(staff)) return await answerPress(ctx, ctx.t('cal-edit-no-right'), true);
    await answerPress(ctx);
    await form().enter(ctx, args);
  }

  async function edit(
    ctx: BotContext,
    by: Staff,
    view: CalendarView,
    verb: string,
    ids: readonly number[],
  ): Promise<void> {
    const [calendarId = 0, revision = 0, ...rest] = ids;
    const field = ASKED[verb];
    if (field && !view.calendar.isArchived) {
      return await begin(ctx, by, { field, calendarId, revision });
    }
    const wish = wishOf(verb, rest);
    if (!wish) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const status = await service.change({ calendarId, revision, wish, by, cause: ctx.cause });
    const now = await service.view(calendarId);
    if (!now) return await answerPress(ctx, ctx.t('cal-edit-gone'), true);
    const names = views.usersOf(ctx.locale, now);
    const isDone = status === 'changed' || status === 'same';
    await answerPress(ctx, ctx.t(`cal-edit-${status}`, { names }), !isDone);
    const isDay = wish.kind === 'drop' && isDone;
    const { locale } = ctx;
    await menu.redraw(ctx, isDay ? views.days(locale, now.calendar) : views.one(locale, now, true));
  }

  async function redraw(ctx: BotContext, screen: Screen): Promise<void> {
    await answerPress(ctx);
    await menu.redraw(ctx, screen);
  }

  return { composer: createComposer<BotContext>(menu.composer, composer), show };
}

/** Buttons behind which something is typed. */
const ASKED: Readonly<Record<string, CalendarFormArgs['field']>> = {
  week: 'week',
  elsewhere: 'zone',
  name: 'name',
  off: 'off',
  short: 'short',
  working: 'working',
};

/** What a button says; null for what none can say. */
function wishOf(verb: string, [first = 0, second = 0]: readonly number[]): CalendarChange | null {
  switch (verb) {
    case 'zoned': {
      const zone = ZONE_NAMES[first];
      return zone ? { kind: 'zone', timeZone: ZONES[zone] } : null;
    }
    case 'law':
      return { kind: 'production', isOn: first === 1 };
    case 'drop':
      return { kind: 'drop', from: dayOf(first), to: dayOf(second) };
    case 'archive':
    case 'restore':
      return { kind: verb };
    default:
      return null;
  }
}

/** 20261230 as a day. */
function dayOf(number: number): string {
  return String(number).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}
