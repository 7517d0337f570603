// `/specializations`: the fields in which partners are chosen, as staff keep them.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { fieldButton } from '../buttons.ts';
import { readFieldOrder } from '../field-order.ts';
import type { PartnerViews } from '../partner-views.ts';
import type { SpecializationService } from '../specialization-service.ts';
import type { Screen } from '../telegram-screen.ts';
import { byStaff } from './by-staff.ts';

export interface FieldHandlersDeps {
  readonly specializations: SpecializationService;
  readonly views: PartnerViews;
  readonly screen: Screen;
  readonly replyNow: ReplyNow;
}

/** To everybody else there is no such command. */
export function createFieldHandlers(deps: FieldHandlersDeps): Composer<BotContext> {
  const { specializations, views, screen, replyNow } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('specializations', async (ctx, next) => {
    if (!ctx.staff) return await next();
    const order = readFieldOrder(ctx.match);
    if (order.kind === 'list') return await replyNow(ctx, await fieldsView(ctx));
    if (order.kind === 'unreadable') return await replyNow(ctx, ctx.t('fields-unreadable'));
    const { names } = order;
    const { status } =
      order.kind === 'add'
        ? await specializations.add(names, ctx.cause)
        : await specializations.rename(order.id, names, ctx.cause);
    if (status === 'repeated') return;
    await replyNow(ctx, status === 'done' ? await fieldsView(ctx) : ctx.t('fields-refused'));
  });

  async function fieldsView(ctx: BotContext) {
    return views.fields(ctx.locale, await specializations.list());
  }

  byStaff(composer, fieldButton, async (ctx, _, { id, choice }) => {
    const { status } = await specializations.setHidden(id, choice === 'hide', ctx.cause);
    await answerPress(ctx, status === 'done' ? ctx.t('fields-done') : '');
    await screen.show(ctx, await fieldsView(ctx));
  });

  return composer;
}
