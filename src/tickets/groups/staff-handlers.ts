// «/clients» of those who work here, in private: the list, a client, what is changed about it. To everybody else
// there is no such command.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { ZONE_NAMES, ZONES } from '../../exporters/hours.ts';
import type { DefinedForm } from '../../platform/forms/index.ts';
import { LOCALES, type Locale } from '../../platform/i18n.ts';
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
import type { Staff } from '../../staff/staff.ts';
import { nameManagerButton } from './buttons.ts';
import type { ClientWish } from './changing-service.ts';
import { mayServe } from './client.ts';
import type { ValueArgs } from './client-conversation.ts';
import type { ClientRoomViews } from './room-views.ts';
import type { ClientService, ClientView } from './service.ts';
import { CHOOSABLE, type Choosable, type ClientStaffViews } from './staff-views.ts';

export interface StaffHandlersDeps {
  readonly service: ClientService;
  readonly views: ClientStaffViews;
  readonly roomViews: Pick<ClientRoomViews, 'rules'>;
  /** Known only after this, for they show what they have made. */
  readonly forms: () => {
    readonly newForm: DefinedForm<BotContext, Record<string, never>>;
    readonly valueForm: DefinedForm<BotContext, ValueArgs>;
  };
  readonly passing: Passing;
  readonly logger: Logger;
  readonly replyNow: ReplyNow;
}

export interface StaffHandlers {
  readonly composer: Composer<BotContext>;
  /** Shows a client in a message of its own. */
  show(ctx: BotContext, companyId: number): Promise<void>;
}

export function createStaffHandlers(deps: StaffHandlersDeps): StaffHandlers {
  const { service, views, roomViews, replyNow, forms } = deps;
  const menu = createScreenMenu<BotContext>({ ...deps, id: 'cl', pressed });
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('clients', async (ctx, next) => {
    if (!ctx.staff) return await next();
    if (ctx.chat.type !== 'private') return await replyNow(ctx, ctx.t('clients-in-private'));
    await menu.open(ctx, await listScreen(ctx, ctx.staff, 1));
  });

  /** Of a client whose manager has left. */
  composer.callbackQuery(nameManagerButton.pattern, async (ctx) => {
    const { staff, locale } = ctx;
    const button = nameManagerButton.parse(ctx.callbackQuery.data);
    if (!staff || !mayServe(staff))
      return await answerPress(ctx, ctx.t('clients-change-no-right'), true);
    const client = await service.view(button?.id ?? 0);
    if (!client) return await answerPress(ctx, ctx.t('clients-change-gone'), true);
    const named = client.manager !== null;
    await answerPress(ctx, named ? ctx.t('clients-named', { name: client.manager }) : undefined);
    await menu.open(ctx, views.choices(locale, client, 'manager', await service.managers()));
  });

  async function listScreen({ locale }: BotContext, staff: Staff, page: number): Promise<Screen> {
    const wished = Math.max(1, page);
    return views.list(locale, wished, await service.list(wished), mayServe(staff));
  }

  async function show(ctx: BotContext, companyId: number): Promise<void> {
    const client = await service.view(companyId);
    if (client && ctx.staff)
      await menu.open(ctx, views.one(ctx.locale, client, mayServe(ctx.staff)));
  }

  async function pressed(ctx: BotContext, data: string): Promise<void> {
    const { staff } = ctx;
    if (!staff) return await answerPress(ctx, ctx.t('staff-refused-no-right'), true);
    const { verb, ids } = readData(data);
    const [id = 0, choice = null] = ids;
    if (verb === 'list') return void (await redraw(ctx, await listScreen(ctx, staff, id)));
    if (verb === 'one') return await redrawOne(ctx, staff, id);
    if (!mayServe(staff)) return await answerPress(ctx, ctx.t('clients-change-no-right'), true);
    if (verb === 'new') {
      await answerPress(ctx);
      return await forms().newForm.enter(ctx, {});
    }
    const client = await service.view(id);
    if (!client) return await answerPress(ctx, ctx.t('clients-change-gone'), true);
    if (await verbs(ctx, staff, client, verb)) return;
    await setting(ctx, staff, client, verb, choice);
  }

  /** False: it is none of these. */
  async function verbs(
    ctx: BotContext,
    by: Staff,
    client: ClientView,
    verb: string,
  ): Promise<boolean> {
    const { locale } = ctx;
    const words = await deed(ctx, { by, cause: ctx.cause, companyId: client.id }, verb);
    if (words !== null) return await done(ctx, by, client.id, words);
    switch (verb) {
      case 'link':
        if (client.roomId !== null || client.endedAt) return false;
        return await redraw(ctx, views.connecting(locale, client));
      case 'end':
        return await redraw(ctx, views.ending(locale, client));
      case 'rules':
        return await redraw(ctx, views.rules(locale, client, roomViews.rules(locale, client)));
      default:
        return false;
    }
  }

  /** What came of it, in words; null: it is no deed. */
  async function deed(
    ctx: BotContext,
    order: Parameters<ClientService['end']>[0],
    verb: string,
  ): Promise<string | null> {
    switch (verb) {
      case 'stock':
        return ctx.t(`clients-stock-${(await service.giveFromStock(order)).status}`);
      case 'ended':
        return ctx.t(`clients-end-${(await service.end(order)).status}`);
      case 'resume':
        return ctx.t(`clients-end-${(await service.resume(order)).status}`);
      default:
        return null;
    }
  }

  async function setting(
    ctx: BotContext,
    by: Staff,
    client: ClientView,
    verb: string,
    choice: number | null,
  ): Promise<void> {
    const field = TYPED[verb];
    if (field) {
      await answerPress(ctx);
      const locale = LOCALES[choice ?? 0] ?? ctx.locale;
      return await forms().valueForm.enter(ctx, { companyId: client.id, field, locale });
    }
    const choosable = CHOOSABLE.find((one) => one === verb);
    if (choosable && choice === null) {
      const managers = await service.managers();
      return void (await redraw(ctx, views.choices(ctx.locale, client, choosable, managers)));
    }
    const wish = verb === 'usual' ? USUAL : choosable && wishOf(choosable, choice ?? 0);
    if (!wish) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const order = { by, cause: ctx.cause, companyId: client.id };
    const { status } = await service.change({ ...order, wish });
    await done(ctx, by, client.id, ctx.t(`clients-change-${status}`));
  }

  /** The press is answered with what came of it, and the client shown as it is now. */
  async function done(
    ctx: BotContext,
    staff: Staff,
    companyId: number,
    words: string,
  ): Promise<true> {
    await answerPress(ctx, words, words.length > 60);
    const client = await service.view(companyId);
    if (client) await menu.redraw(ctx, views.one(ctx.locale, client, mayServe(staff)));
    return true;
  }

  async function redraw(ctx: BotContext, screen: Screen): Promise<true> {
    await answerPress(ctx);
    await menu.redraw(ctx, screen);
    return true;
  }

  async function redrawOne(ctx: BotContext, staff: Staff, id: number): Promise<void> {
    const client = await service.view(id);
    if (!client) return await answerPress(ctx, ctx.t('clients-change-gone'), true);
    await redraw(ctx, views.one(ctx.locale, client, mayServe(staff)));
  }

  return { composer: createComposer<BotContext>(menu.composer, composer), show };
}

/** Buttons behind which something is typed. */
const TYPED: Readonly<Record<string, ValueArgs['field']>> = {
  name: 'name',
  typed: 'zone',
  raise: 'raise',
  write: 'rules',
};

const USUAL: ClientWish = { kind: 'usual' };

/** What a button says; null for what none can say. */
function wishOf(setting: Choosable, choice: number): ClientWish | null {
  const locale: Locale | undefined = LOCALES[choice];
  const zone = ZONE_NAMES[choice];
  switch (setting) {
    case 'manager':
      return { kind: 'manager', managerId: choice };
    case 'plan':
      return { kind: 'plan', planId: choice };
    case 'calendar':
      return { kind: 'calendar', calendarId: choice === 0 ? null : choice };
    case 'language':
      return locale ? { kind: 'language', locale } : null;
    case 'zone':
      return zone ? { kind: 'zone', timeZone: ZONES[zone] } : null;
  }
}
