// «/undelivered» of those who work here, in private and at the desk, and the presses in the tray.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Reader } from '../../platform/outbox/words.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { mayManageStaff, type Staff } from '../../staff/staff.ts';
import type { Refuse } from '../handlers/refuse.ts';
import { speechBody } from '../outgoing/speech.ts';
import type { Speech } from '../views.ts';
import { readAllChoice, trayAllButton, trayButton, trayItemButton } from './buttons.ts';
import type { TrayScreens } from './screens.ts';
import type { TrayService } from './service.ts';

export interface TrayHandlersDeps {
  readonly service: TrayService;
  readonly screens: TrayScreens;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  /** Where to answer in this chat; null in a group that is no desk. */
  readonly readerOf: (ctx: BotContext) => Promise<Reader | null>;
  readonly refuse: Refuse;
  readonly replyNow: ReplyNow;
}

/** Comes before the relay of what staff write. Clients are passed on: to them there is no such command. */
export function createTrayHandlers(deps: TrayHandlersDeps): Composer<BotContext> {
  return createComposer(undeliveredCommand(deps), turning(deps), withOne(deps), withAll(deps));
}

function undeliveredCommand({ service, readerOf, replyNow }: TrayHandlersDeps) {
  const composer = createComposer<BotContext>();
  composer.on('message:text').command('undelivered', async (ctx, next) => {
    const { staff, cause } = ctx;
    if (!staff) return await next();
    const reader = await readerOf(ctx);
    if (!reader) return await replyNow(ctx, ctx.t('tray-where'));
    await service.tell(cause, staff, reader);
  });
  return composer;
}

/** Turning pages changes nothing but what is shown. */
function turning(deps: TrayHandlersDeps): Composer<BotContext> {
  const { screens, refuse } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(trayButton.pattern, async (ctx) => {
    const button = trayButton.parse(ctx.callbackQuery.data);
    const owner = button && (await ownerFor(deps, ctx, button.id));
    if (!button || !ctx.staff) return await refuse(ctx);
    if (!owner) return;
    await answerPress(ctx);
    const { choice, revision: page } = button;
    const { locale } = ctx;
    const speech =
      choice === 'reasons'
        ? await screens.reasons(locale, owner)
        : await screens.list(locale, owner, choice, page);
    await show(ctx, speech);
  });

  return composer;
}

/** One message: looked at, or dealt with. */
function withOne(deps: TrayHandlersDeps): Composer<BotContext> {
  const { service, screens, refuse } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(trayItemButton.pattern, async (ctx) => {
    const { staff, cause, locale } = ctx;
    const button = trayItemButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const owner = await ownerFor(deps, ctx, button.revision);
    if (!owner) return;
    const { id: messageId, choice } = button;
    if (choice === 'open') {
      await answerPress(ctx);
      return await show(ctx, await screens.item(locale, owner, messageId));
    }
    const reason = (await service.find(owner, messageId))?.reason;
    const { status } = await service.deal({ cause, staff, messageId, deed: choice });
    if (status === 'repeated') return await answerPress(ctx);
    if (status === 'not-yours') return await answerPress(ctx, ctx.t('toast-tray-not-yours'), true);
    const key = status === 'done' ? `toast-tray-${choice}` : 'toast-decided-already';
    await answerPress(ctx, ctx.t(key));
    const speech = reason
      ? await screens.list(locale, owner, reason, 0)
      : await screens.reasons(locale, owner);
    await show(ctx, speech);
  });

  return composer;
}

/** All of a reason. */
function withAll(deps: TrayHandlersDeps): Composer<BotContext> {
  const { service, screens, refuse } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(trayAllButton.pattern, async (ctx) => {
    const { staff, cause, locale } = ctx;
    const button = trayAllButton.parse(ctx.callbackQuery.data);
    const meant = button && readAllChoice(button.choice);
    if (!staff || !button || !meant) return await refuse(ctx);
    const owner = await ownerFor(deps, ctx, button.id);
    if (!owner) return;
    const { reason, deed } = meant;
    const upTo = button.revision;
    if (deed === 'drop') {
      await answerPress(ctx);
      return await show(ctx, await screens.areYouSure(locale, owner, reason, upTo));
    }
    const isRepeat = deed === 'repeat';
    // The list may be narrower than what its presser may do: what is done is what the list shows.
    const command = { cause, staff, owner, reason, upTo };
    const outcome = await service.dealWithAll({ ...command, deed: isRepeat ? 'repeat' : 'drop' });
    if (outcome.status === 'repeated') return await answerPress(ctx);
    const key = isRepeat ? 'toast-tray-all-repeat' : 'toast-tray-all-drop';
    await answerPress(ctx, ctx.t(key, { count: outcome.count }));
    await show(ctx, await screens.list(locale, owner, reason, 0));
  });

  return composer;
}

/** Whose list is pressed on: one's own, or anybody's for supervisors. Everybody else is told why not. */
async function ownerFor(
  { findStaff }: TrayHandlersDeps,
  ctx: BotContext,
  ownerId: number,
): Promise<Staff | null> {
  const { staff } = ctx;
  if (!staff || ownerId === staff.id) return staff;
  const [owner] = mayManageStaff(staff.role) ? await findStaff([ownerId]) : [];
  if (!owner) await answerPress(ctx, ctx.t('toast-tray-colleagues'), true);
  return owner ?? null;
}

/** The message in which it was pressed shows it from now on; should Telegram refuse, it is pressed again. */
async function show(ctx: BotContext, speech: Speech): Promise<void> {
  const { text, ...rest } = speechBody(speech, false);
  await ctx.editMessageText(String(text), rest).catch(() => undefined);
}
