// `/dialogs`: asked for in words, then turned and filtered by buttons.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { redraw } from '../../platform/telegram/redraw.ts';
import { filterButton, optionButton, partsOf, pickButton, turnButton } from '../buttons.ts';
import type { ListPress } from '../dialog-list-service.ts';
import type { Menu } from '../list-keyboard-views.ts';
import { readQuery } from '../query-in-words.ts';
import { askedBy, type LookupHandlersDeps, refusePress } from './deps.ts';

/** Lists of dialogs for whoever works here, in private and at the desk. Others are passed on. */
export function createDialogListHandlers(deps: LookupHandlersDeps): Composer<BotContext> {
  const { dialogList, views, knownNow, reading, readerOf, clock, logger } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('dialogs', async (ctx, next) => {
    const asked = await askedBy(ctx, readerOf);
    if (!asked) return await next();
    const query = readQuery(String(ctx.match ?? ''), await reading(asked.staff.id));
    const { staff, reader } = asked;
    await dialogList.open({ cause: ctx.cause, staffId: staff.id, reader, query });
  });

  composer.callbackQuery(turnButton.pattern, async (ctx) => {
    const button = turnButton.parse(ctx.callbackQuery.data);
    if (!button) return await refusePress(ctx, logger);
    const { choice: turn, revision: page } = button;
    const menu = turn === 'filters' || turn === 'reset' ? 'filters' : 'pages';
    const press: ListPress = turn === 'filters' ? { kind: 'look' } : { kind: 'turn', turn, page };
    await pressed(ctx, button.id, press, menu);
  });

  composer.callbackQuery(filterButton.pattern, async (ctx) => {
    const button = filterButton.parse(ctx.callbackQuery.data);
    if (!button) return await refusePress(ctx, logger);
    await pressed(ctx, button.id, { kind: 'look' }, button.choice);
  });

  composer.callbackQuery(optionButton.pattern, async (ctx) => {
    const button = optionButton.parse(ctx.callbackQuery.data);
    if (!button) return await refusePress(ctx, logger);
    const { filter } = partsOf(button.choice);
    await pressed(ctx, button.id, { kind: 'option', option: button.choice }, filter);
  });

  composer.callbackQuery(pickButton.pattern, async (ctx) => {
    const button = pickButton.parse(ctx.callbackQuery.data);
    if (!button) return await refusePress(ctx, logger);
    const press = { kind: 'pick', pick: button.choice, id: button.id } as const;
    await pressed(ctx, button.revision, press, button.choice);
  });

  async function pressed(
    ctx: BotContext,
    lookupId: number,
    press: ListPress,
    menu: Menu,
  ): Promise<void> {
    const { staff, cause } = ctx;
    if (!staff) return await refusePress(ctx, logger);
    const outcome = await dialogList.press({ cause, staffId: staff.id, lookupId, press });
    if (outcome.status === 'repeated') return await answerPress(ctx);
    if (outcome.status === 'gone') return await answerPress(ctx, ctx.t('toast-list-gone'), true);
    const view = views.dialogList(outcome.page, await knownNow(), menu, clock.now());
    const drawn = await redraw(ctx, view);
    await answerPress(
      ctx,
      drawn === 'drawn' ? '' : ctx.t(`toast-list-${drawn}`),
      drawn !== 'drawn',
    );
  }

  return composer;
}
