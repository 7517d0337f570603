// «Передать»: a colleague is chosen from a list under the card, or named with `/transfer` and perhaps a
// word, which stays inside.

import type { Composer, Filter } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Clock } from '../../platform/clock.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { authorOf } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { Staff } from '../../staff/staff.ts';
import type { AssignmentViews } from '../assignment-views.ts';
import { giveButton, givePageButton, menuButton } from '../buttons.ts';
import type { Dialog } from '../dialog.ts';
import type { MenuView } from '../outgoing/thread-menus.ts';
import type { DialogService } from '../service.ts';
import { type Named, readTransfer, type TransferWords } from '../transfer-command.ts';
import { takeAway } from './more.ts';
import { whereListIs } from './on-post.ts';
import type { Refuse } from './refuse.ts';

export interface TransferHandlerDeps {
  readonly service: Pick<DialogService, 'menu' | 'passing' | 'colleagues'>;
  readonly dialogHere: (ctx: BotContext) => Promise<number | null>;
  readonly assignmentViews: AssignmentViews;
  readonly refuse: Refuse;
  readonly replyNow: ReplyNow;
  readonly clock: Clock;
}

type TextContext = Filter<BotContext, 'message:text'>;

/** Answers the button, the presses in its list, and `/transfer` in a dialog's thread. */
export function createTransferHandlers(deps: TransferHandlerDeps): Composer<BotContext> {
  const { service, dialogHere, assignmentViews: views, refuse, replyNow, clock } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(menuButton.pattern).filter(isForTransfer, async (ctx) => {
    const { staff } = ctx;
    const button = menuButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const problem = await openList(ctx, staff, button.id);
    await answerPress(ctx, problem ?? whereListIs(ctx), problem !== null);
  });

  /** Puts the list into the thread; resolves with why not, in the presser's words. */
  async function openList(ctx: BotContext, staff: Staff, dialogId: number): Promise<string | null> {
    const refusal = await service.passing.mayPass(dialogId, staff);
    if (refusal && refusal.status !== 'repeated')
      return views.refused(ctx.locale, refusal, clock.now());
    const others = await service.colleagues(dialogId);
    if (others.length === 0) return ctx.t('transfer-nobody-else');
    const command = { cause: ctx.cause, staff, dialogId, kind: 'transfer' } as const;
    const { status } = await service.menu.open({ ...command, hasEntries: () => true });
    return status === 'gone' ? ctx.t('toast-gone') : null;
  }

  composer.callbackQuery(giveButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = giveButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const { id: dialogId, revision: toId } = button;
    const outcome = await service.passing.transfer({ cause, staff, dialogId, toId, word: null });
    const isDone = outcome.status === 'done' || outcome.status === 'repeated';
    await answerPress(ctx, views.transferred(ctx.locale, outcome, clock.now()), !isDone);
    await takeAway(ctx, service);
  });

  composer.callbackQuery(givePageButton.pattern, async (ctx) => {
    const button = givePageButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    const dialog = await service.menu.find(button.id);
    if (!dialog) return await answerPress(ctx, ctx.t('toast-gone'), true);
    await answerPress(ctx);
    const all = await service.colleagues(dialog.id);
    const page = views.colleagues(ctx.locale, dialog, all, button.revision);
    await ctx.editMessageText(page.text, { reply_markup: page.keyboard }).catch(() => undefined);
  });

  composer.on('message:text').command('transfer', async (ctx, next) => {
    const { staff } = ctx;
    const dialogId = await dialogHere(ctx);
    // Whoever hides behind the group's name is nobody, and is answered as everywhere.
    if (dialogId === null || !staff || authorOf(ctx.message).kind !== 'person') return await next();
    const problem = await obey(ctx, staff, dialogId);
    if (problem !== null) await replyNow(ctx, { text: problem, replyTo: ctx.msg.message_id });
  });

  async function obey(ctx: TextContext, staff: Staff, dialogId: number): Promise<string | null> {
    const words = await wordsIn(ctx);
    switch (words.kind) {
      case 'nobody':
        return await openList(ctx, staff, dialogId);
      case 'unknown':
        return ctx.t('transfer-unknown', { name: words.name });
      case 'several':
        return ctx.t('transfer-several', { names: words.names.join(', ') });
      case 'found': {
        const { chat, message_id: messageId } = ctx.msg;
        const content = { kind: 'text', text: words.word, entities: [] } as const;
        const word = words.word === '' ? null : { chatId: chat.id, messageId, content };
        const command = { cause: ctx.cause, staff, dialogId, toId: words.person.id, word };
        const outcome = await service.passing.transfer(command);
        if (outcome.status === 'done' || outcome.status === 'repeated') return null;
        return views.transferred(ctx.locale, outcome, clock.now());
      }
    }
  }

  async function wordsIn(ctx: TextContext): Promise<TransferWords<Named>> {
    const everybody = await service.colleagues(null);
    const after = String(ctx.match ?? '');
    const start = ctx.msg.text.length - after.length;
    const mention = ctx.entities('text_mention').find(({ offset }) => offset === start);
    const { user, length } = mention ?? {};
    return readTransfer(after, everybody, user && length ? { userId: user.id, length } : null);
  }

  return composer;
}

function isForTransfer(ctx: BotContext): boolean {
  return menuButton.parse(ctx.callbackQuery?.data)?.choice === 'transfer';
}

/** How the list reads when it is opened. */
export function createTransferView(
  views: AssignmentViews,
  colleagues: DialogService['colleagues'],
): MenuView {
  return async (dialog: Dialog, _staff, locale) =>
    views.colleagues(locale, dialog, await colleagues(dialog.id), 0);
}
