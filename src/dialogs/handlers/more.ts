// «Ещё…»: what can be done about a dialog that the card has no room for, as a list in the thread.
//
// To add an entry: make a `MoreEntry` in a file of your own (its `words` are a key of the locale files,
// its `act` calls one service verb, which checks state and rights again in its transaction) and put it
// into `moreEntries` in dialogs/index.ts; an entry of another feature comes there by `deps.more`, from
// app.ts. The order there is the order people read. The press is answered with what `act` resolves with,
// and the list is taken away, unless it `stays` because `act` has turned its message into something else.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { type ChoiceButton, defineChoice } from '../../platform/telegram/callback-data.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { Staff } from '../../staff/staff.ts';
import { closeMenuButton, menuButton } from '../buttons.ts';
import type { Dialog } from '../dialog.ts';
import { column } from '../list-views.ts';
import type { MenuView } from '../outgoing/thread-menus.ts';
import type { DialogService } from '../service.ts';
import { whereListIs } from './on-post.ts';
import type { Refuse } from './refuse.ts';

export interface MorePress {
  /** For its cause and its language, and for turning the list's message into something else. */
  readonly ctx: BotContext;
  readonly staff: Staff;
  /** As it was just now; a verb looks again. */
  readonly dialog: Dialog;
}

export interface MoreAnswer {
  /** In the presser's language, at most 200 signs. */
  readonly text: string;
  /** To be read and closed: it tells that something was not done. */
  readonly alert?: boolean;
  /** The message of the list is used on. */
  readonly stays?: boolean;
}

export interface MoreEntry {
  /** Its word in the button's data: small letters, digits and dashes. */
  readonly code: string;
  /** The key of the button's words. */
  readonly words: string;
  /** Whether it means anything for this dialog and may be used by this employee. */
  readonly offered: (dialog: Dialog, staff: Staff) => boolean;
  /** Whether it means anything in this company, whatever the dialog; it does unless told otherwise. */
  readonly isOfUse?: () => Promise<boolean>;
  readonly act: (press: MorePress) => Promise<MoreAnswer>;
}

export interface MoreDeps {
  readonly service: Pick<DialogService, 'menu'>;
  readonly moreEntries: readonly MoreEntry[];
  readonly refuse: Refuse;
}

/** Opens the list, and answers the presses of its entries. */
export function createMoreHandlers(deps: MoreDeps): Composer<BotContext> {
  const { service, moreEntries, refuse } = deps;
  const entryButton = entryButtonOf(moreEntries);
  const composer = createComposer<BotContext>();

  composer.callbackQuery(menuButton.pattern).filter(isForMore, async (ctx) => {
    const { staff, cause } = ctx;
    const button = menuButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const useful = await ofUse(moreEntries);
    const hasEntries = (dialog: Dialog) => offeredIn(useful, dialog, staff).length > 0;
    const command = { cause, staff, dialogId: button.id, kind: 'more', hasEntries } as const;
    const { status } = await service.menu.open(command);
    if (status === 'gone') return await answerPress(ctx, ctx.t('toast-gone'), true);
    if (status === 'nothing-in-it')
      return await answerPress(ctx, ctx.t('toast-more-nothing'), true);
    await answerPress(ctx, whereListIs(ctx));
  });

  composer.callbackQuery(entryButton.pattern, async (ctx) => {
    const { staff } = ctx;
    const button = entryButton.parse(ctx.callbackQuery.data);
    const entry = moreEntries.find(({ code }) => code === button?.choice);
    if (!staff || !button || !entry) return await refuse(ctx);
    const dialog = await service.menu.find(button.id);
    if (!dialog) return await answerPress(ctx, ctx.t('toast-gone'), true);
    const answer: MoreAnswer = entry.offered(dialog, staff)
      ? await entry.act({ ctx, staff, dialog })
      : { text: ctx.t('toast-more-no-longer'), alert: true };
    await answerPress(ctx, answer.text, answer.alert);
    if (!answer.stays) await takeAway(ctx, service);
  });

  composer.callbackQuery(closeMenuButton.pattern, async (ctx) => {
    if (!ctx.staff) return await refuse(ctx);
    await answerPress(ctx);
    await takeAway(ctx, service);
  });

  return composer;
}

function isForMore(ctx: BotContext): boolean {
  return menuButton.parse(ctx.callbackQuery?.data)?.choice === 'more';
}

/** The list has done its work. Should Telegram not take it away, it leaves by itself after a while. */
export async function takeAway(
  ctx: BotContext,
  service: Pick<DialogService, 'menu'>,
): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const isGone = await ctx.deleteMessage().catch(() => false);
  if (!message || !isGone) return;
  await service.menu.used({ chatId: message.chat.id, messageId: message.message_id });
}

/** How the list reads. */
export function createMoreView(t: Translate, entries: readonly MoreEntry[]): MenuView {
  const entryButton = entryButtonOf(entries);
  return async (dialog: Dialog, staff: Staff, locale: Locale) => {
    const { id, revision } = dialog;
    const useful = await ofUse(entries);
    const buttons = offeredIn(useful, dialog, staff).map(({ code, words }) => ({
      text: t(locale, words),
      data: entryButton.encode({ id, revision, choice: code }),
    }));
    const close = { text: t(locale, 'menu-close'), data: closeMenuButton.encode({ id, revision }) };
    return {
      text: t(locale, 'more-title', { number: id }),
      keyboard: column([...buttons, close]),
    };
  };
}

async function ofUse(entries: readonly MoreEntry[]): Promise<readonly MoreEntry[]> {
  const answers = await Promise.all(
    entries.map(async ({ isOfUse }) => (await isOfUse?.()) ?? true),
  );
  return entries.filter((_, index) => answers[index]);
}

function offeredIn(entries: readonly MoreEntry[], dialog: Dialog, staff: Staff) {
  return entries.filter((entry) => entry.offered(dialog, staff));
}

function entryButtonOf(entries: readonly MoreEntry[]): ChoiceButton<string> {
  return defineChoice(
    'more',
    entries.map(({ code }) => code),
  );
}
