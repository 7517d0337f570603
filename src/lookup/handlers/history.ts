// `/history` in a dialog's thread, and the same in «Ещё…»: the dialog as a file.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { askedBy, type LookupHandlersDeps } from './deps.ts';

type HistoryHandlersDeps = Pick<LookupHandlersDeps, 'history' | 'readerOf' | 'replyNow'>;

/** Hears employees; others are passed on. */
export function createHistoryHandlers(deps: HistoryHandlersDeps): Composer<BotContext> {
  const { history, readerOf, replyNow } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('history', async (ctx, next) => {
    const asked = await askedBy(ctx, readerOf);
    if (!asked) return await next();
    const { reader, dialogId } = asked;
    if (dialogId === null) return await replyNow(ctx, ctx.t('history-file-where'));
    await history.ask({ cause: ctx.cause, dialogId, reader });
  });

  return composer;
}

/** An entry of «Ещё…»; see dialogs/handlers/more.ts. */
export function createHistoryEntry({ history, readerOf }: HistoryHandlersDeps) {
  return {
    code: 'history',
    words: 'more-history',
    offered: () => true,
    async act({
      ctx,
      dialog,
    }: {
      readonly ctx: BotContext;
      readonly dialog: { readonly id: number };
    }) {
      const reader = await readerOf(ctx);
      if (!reader) return { text: ctx.t('toast-more-no-longer'), alert: true };
      const isNews = await history.ask({ cause: ctx.cause, dialogId: dialog.id, reader });
      return { text: isNews ? ctx.t('toast-history') : '' };
    },
  };
}
