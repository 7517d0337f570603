// A menu of grammY's plugin whose buttons mean what they carry. The plugin finds a handler by the row and
// column of the button and tells a shifted list in six of ten cases only; here every place has the same
// handler, its check is off, and the press is judged by the data alone, against what is true now.

import { Menu, MenuRange } from '@grammyjs/menu';
import type { Composer, Context, MiddlewareFn } from 'grammy';
import type { FormContext } from '../forms/index.ts';
import type { Logger } from '../logger.ts';
import { answerPress } from '../telegram/answer-press.ts';
import { MAX_CALLBACK_DATA_BYTES } from '../telegram/callback-data.ts';
import { createComposer } from '../telegram/composer.ts';
import { leniently } from '../telegram/leniently.ts';
import { sayUnseen, unseenIn } from '../telegram/unseen.ts';
import type { Passing } from './passing.ts';
import type { Screen } from './screen.ts';

export interface ScreenMenuDeps<C extends FormContext> {
  /** Two letters or so; never another menu's, nor changed while its buttons are about. */
  readonly id: string;
  readonly passing: Passing;
  readonly logger: Logger;
  /**
   * Judges a press: `data` is the button's, and the person has asked for the menu themselves. It answers
   * the press; rights are asked for again, and by the service once more.
   */
  readonly pressed: (ctx: C, data: string) => Promise<void>;
}

export interface ScreenMenu<C extends FormContext> {
  /** Takes the presses on its buttons, old ones included. */
  readonly composer: Composer<C>;
  /** Shows it to whoever has written or pressed: unseen by others where it can, else to go away again. */
  open(ctx: C, screen: Screen): Promise<void>;
  /** Shows something else in the place of what was pressed. */
  redraw(ctx: C, screen: Screen): Promise<void>;
  /** What was pressed goes away; in a private chat it loses its buttons. */
  close(ctx: C): Promise<void>;
}

/** The plugin adds: two slashes with places of two digits, a slash, and a hash of at most 13 bytes. */
const PLUGIN_BYTES = 21;
const DATA = /^[\w.-]{1,40}$/;
const PLACES = /^([\w-]+)\/([0-9a-f]{1,2})\/([0-9a-f])\/([\w.-]+)\/h/;

export function createScreenMenu<C extends FormContext>(deps: ScreenMenuDeps<C>): ScreenMenu<C> {
  const { id, passing, logger, pressed } = deps;
  /** What is to be drawn for an update; nothing while a press is being told apart. */
  const screens = new WeakMap<Context, Screen>();
  const installed = new WeakSet<Context>();
  const menu = new Menu<C>(id, { onMenuOutdated: false, autoAnswer: false }).dynamic((ctx) => {
    const screen = screens.get(ctx);
    return screen ? drawn(ctx, screen) : anyPlace(ctx);
  });
  const plugin: MiddlewareFn<C> = menu.middleware();

  function drawn(ctx: C, { rows }: Screen): MenuRange<C> {
    const range = new MenuRange<C>();
    for (const [index, row] of rows.entries()) {
      if (index > 0) range.row();
      for (const button of row) {
        const { label, style } = button;
        const look = { text: label, ...(style ? { style } : {}) };
        if ('url' in button) range.url(look, button.url);
        else range.text({ ...look, payload: carrying(id, ctx.from?.id ?? 0, button.data) }, press);
      }
    }
    return range;
  }

  /** The same handler stands wherever the button may have stood. */
  function anyPlace(ctx: C): MenuRange<C> {
    const [, , row = '0', column = '0'] = PLACES.exec(ctx.callbackQuery?.data ?? '') ?? [];
    const range = new MenuRange<C>();
    for (let y = 0; y < Number.parseInt(row, 16); y += 1) range.row();
    for (let x = 0; x <= Number.parseInt(column, 16); x += 1) range.text('·', press);
    return range;
  }

  async function press(ctx: C): Promise<void> {
    const [owner = '', ...rest] = String(ctx.match ?? '').split('.');
    if (Number.parseInt(owner, 36) !== ctx.from?.id) {
      return await answerPress(ctx, ctx.t('screens-not-yours'), true);
    }
    const { chatId, msgId } = ctx;
    if (chatId !== undefined && msgId && unseenIn(ctx) === null) await passing.renew(chatId, msgId);
    await pressed(ctx, rest.join('.'));
  }

  /** Runs with the plugin at hand, which puts the buttons into what is sent. */
  async function withPlugin(ctx: C, screen: Screen, send: () => Promise<unknown>): Promise<void> {
    screens.set(ctx, screen);
    if (installed.has(ctx)) return void (await send());
    installed.add(ctx);
    await plugin(ctx, async () => void (await send()));
  }

  async function open(ctx: C, screen: Screen): Promise<void> {
    const more = { reply_markup: menu, link_preview_options: { is_disabled: true } };
    await withPlugin(ctx, screen, async () => {
      if (ctx.chat?.type === 'private') return void (await ctx.reply(screen.text, more));
      if ((await sayUnseen(ctx, screen.text, more)) !== null) return;
      const sent = await ctx.reply(screen.text, {
        ...more,
        disable_notification: true,
        ...(ctx.message ? { reply_parameters: replyTo(ctx.message.message_id) } : {}),
      });
      await passing.add(ctx, sent.message_id);
    });
  }

  async function redraw(ctx: C, screen: Screen): Promise<void> {
    const { chatId, from } = ctx;
    const more = { reply_markup: menu, link_preview_options: { is_disabled: true } };
    const unseen = unseenIn(ctx);
    await withPlugin(ctx, screen, () =>
      leniently(logger, { menu: id }, async () => {
        if (unseen === null || chatId === undefined || !from) {
          await ctx.editMessageText(screen.text, more);
        } else {
          await ctx.api.editEphemeralMessageText(chatId, from.id, unseen, screen.text, more);
        }
      }),
    );
  }

  async function close(ctx: C): Promise<void> {
    const { chatId, msgId, from } = ctx;
    const unseen = unseenIn(ctx);
    await leniently(logger, { menu: id }, async () => {
      if (chatId === undefined || !from) return;
      if (unseen !== null) await ctx.api.deleteEphemeralMessage(chatId, from.id, unseen);
      // Said in so many words: to an edit without buttons the plugin adds its own.
      else if (ctx.chat?.type === 'private') await ctx.editMessageReplyMarkup(NO_BUTTONS);
      else if (msgId) await passing.end(chatId, msgId);
    });
  }

  const composer = createComposer<C>();
  composer
    .filter((ctx) => PLACES.exec(ctx.callbackQuery?.data ?? '')?.[1] === id)
    .use((ctx, next) => {
      installed.add(ctx);
      return plugin(ctx, next);
    });
  return { composer, open, redraw, close };
}

const NO_BUTTONS = { reply_markup: { inline_keyboard: [] } };

function replyTo(message_id: number) {
  return { message_id, allow_sending_without_reply: true };
}

/** Whose menu it is stands before the data: others see it where nothing else is possible. */
function carrying(id: string, owner: number, data: string): string {
  const payload = `${owner.toString(36)}.${data}`;
  const bytes = Buffer.byteLength(`${id}${payload}`) + PLUGIN_BYTES;
  if (!DATA.test(data) || bytes > MAX_CALLBACK_DATA_BYTES) {
    throw new RangeError(`the menu ${id} cannot carry «${data}»`);
  }
  return payload;
}
