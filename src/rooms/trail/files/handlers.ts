// «/files», and the buttons of files.

import type { Composer } from 'grammy';
import type { BotContext } from '../../../context.ts';
import { answerPress } from '../../../platform/telegram/answer-press.ts';
import { createComposer } from '../../../platform/telegram/composer.ts';
import { redraw } from '../../../platform/telegram/redraw.ts';
import type { ReplyNow } from '../../../platform/telegram/reply-now.ts';
import type { TrailRooms } from '../deps.ts';
import { NOTHING_IN } from '../list.ts';
import type { ListService } from '../list-service.ts';
import type { Keyed } from '../speech-views.ts';
import { actingOf, type Here } from '../telegram-here.ts';
import { fileButton, fileKindButton, filesPage } from './buttons.ts';
import type { FileKind } from './file.ts';
import type { FileService } from './service.ts';
import type { FileViews } from './views.ts';

export interface FileHandlersDeps {
  readonly service: FileService;
  readonly lists: ListService;
  readonly views: Pick<FileViews, 'kindKeyboard'>;
  readonly rooms: Pick<TrailRooms, 'ofChat'>;
  readonly here: Here;
  readonly replyNow: ReplyNow;
  readonly list: (roomId: number, kind: FileKind | null, page: number) => Promise<Keyed | null>;
}

export function createFileHandlers(deps: FileHandlersDeps): Composer<BotContext> {
  return createComposer(lookingHandlers(deps), pressHandlers(deps));
}

/** The list and its pages. */
function lookingHandlers(deps: FileHandlersDeps): Composer<BotContext> {
  const { lists, list, here, replyNow } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('files', async (ctx, next) => {
    const found = await here(ctx, 'files');
    if (found === 'elsewhere') return await next();
    if (!found) return;
    const { status } = await lists.show({ ...found, cause: ctx.cause, name: 'room-files' });
    if (status !== 'stranger' && status !== 'empty') return;
    const key = status === 'empty' ? NOTHING_IN['room-files'] : 'trail-stranger';
    await replyNow(ctx, { text: ctx.t(key), replyTo: ctx.msgId, quiet: true });
  });

  composer.callbackQuery(filesPage.pattern, async (ctx) => {
    const [button, by] = [filesPage.parse(ctx.callbackQuery.data), actingOf(ctx)];
    if (!button || !by || !(await lists.mayRead(button.id, by)))
      return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const kind = button.choice === 'all' ? null : button.choice;
    const page = await list(button.id, kind, button.revision);
    if (!page) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const { text, keyboard } = page;
    const isBusy = (await redraw(ctx, { text, keyboard })) === 'busy';
    await answerPress(ctx, isBusy ? ctx.t('toast-trail-busy') : '', isBusy);
  });

  return composer;
}

/** What is done with one file. */
function pressHandlers({ service, views, rooms }: FileHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(fileButton.pattern, async (ctx) => {
    const [button, by] = [fileButton.parse(ctx.callbackQuery.data), actingOf(ctx)];
    if (!button || !by) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const { status } = await service.sendAgain({ cause: ctx.cause, fileId: button.id, by });
    if (status === 'done' || status === 'repeated') return await answerPress(ctx);
    await answerPress(ctx, ctx.t(`toast-file-${status}`), true);
  });

  composer.callbackQuery(fileKindButton.pattern, async (ctx) => {
    const [button, by] = [fileKindButton.parse(ctx.callbackQuery.data), actingOf(ctx)];
    if (!button || !by) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const { id, choice: kind } = button;
    const { status } = await service.setKind({ cause: ctx.cause, fileId: id, kind, by });
    if (status === 'repeated') return await answerPress(ctx);
    if (status !== 'done') return await answerPress(ctx, ctx.t(`toast-file-${status}`), true);
    await answerPress(ctx, ctx.t('toast-file-kind', { kind: ctx.t(`file-kind-${kind}`) }));
    const room = ctx.chat ? await rooms.ofChat(ctx.chat.id) : null;
    const reply_markup = views.kindKeyboard({ id, kind }, room?.locales ?? [ctx.locale]);
    await ctx.editMessageReplyMarkup({ reply_markup }).catch(() => undefined);
  });

  return composer;
}
