// `/settings`: how work is done at a desk, shown to its managers and changed by one press each.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { createDeskSettings } from '../settings-service.ts';
import { readSettingPress, type SettingsViews, settingButton } from '../settings-views.ts';
import { atDesk } from './at-desk.ts';
import type { DeskHandlersDeps } from './deps.ts';

export interface SettingsHandlersDeps
  extends Pick<DeskHandlersDeps, 'service' | 'adjust' | 'replyNow' | 'gate' | 'readerOf'> {
  readonly deskSettings: ReturnType<typeof createDeskSettings>;
  readonly settingsViews: SettingsViews;
}

/** Answers `/settings` of managers at the desk, and the presses under what it shows. */
export function createSettingsHandlers(deps: SettingsHandlersDeps): Composer<BotContext> {
  const { service, adjust, deskSettings, settingsViews } = deps;
  const composer = createComposer<BotContext>();

  composer
    .on('message:text')
    .command('settings', (ctx, next) =>
      atDesk(deps, ctx, next, ({ desk, reader }) =>
        adjust.tell({ reader, cause: ctx.cause }, 'desk-settings', { deskId: desk.id }),
      ),
    );

  composer.callbackQuery(settingButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const pressed = readSettingPress(ctx.callbackQuery.data);
    if (!staff || !pressed) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const outcome = await deskSettings.changeSetting({ by: staff, cause, ...pressed });
    switch (outcome.status) {
      case 'no-right':
        return await answerPress(ctx, ctx.t('staff-refused-no-right'), true);
      case 'no-desk':
        return await answerPress(ctx, ctx.t('toast-outdated'), true);
      case 'repeated':
        return await answerPress(ctx);
      case 'changed':
        await answerPress(ctx, settingsViews.shortWords(ctx.locale, pressed.name, outcome.value));
        return await redraw(ctx, pressed.deskId);
      case 'changed-before':
        await answerPress(ctx, ctx.t('setting-changed-before'), true);
        return await redraw(ctx, pressed.deskId);
    }
  });

  /** If this is lost, the next press says what is true now. */
  async function redraw(ctx: BotContext, deskId: number): Promise<void> {
    const desk = (await service.listDesks()).find(({ id }) => id === deskId);
    if (!desk) return;
    const settings = await deskSettings.settingsOf(deskId);
    const { text, keyboard } = settingsViews.settings(desk.locale, deskId, settings);
    const markup = keyboard ? { reply_markup: keyboard } : {};
    await ctx.editMessageText(text, markup).catch(() => undefined);
  }

  return composer;
}
