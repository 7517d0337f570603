// «/menu» in a room: to each only what they may do, seen by nobody else where their program knows such
// messages, else gone again after a while. Each item is a command too.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Logger } from '../../platform/logger.ts';
import {
  createScreenMenu,
  type Passing,
  type Screen,
  type ScreenMenu,
} from '../../platform/screens/index.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { authorOf } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { roleOfVisitor, shownAs, type Visitor } from '../rights.ts';
import type { VisitorService } from '../visitor-service.ts';
import { isOffered, type RoomMenuItem, type RoomVisitor, type Stage } from './item.ts';

export interface RoomMenuDeps {
  readonly items: () => readonly RoomMenuItem[];
  readonly visitors: VisitorService;
  readonly passing: Passing;
  readonly logger: Logger;
}

/** Of the button that leads back to the menu itself. */
const ROOT = 'menu';

export function createRoomMenu(deps: RoomMenuDeps): Composer<BotContext> {
  const { items, visitors } = deps;
  const menu: ScreenMenu<BotContext> = createScreenMenu<BotContext>({ ...deps, id: 'rm', pressed });
  const composer = createComposer<BotContext>();
  const inGroup = composer.chatType(['group', 'supergroup']);
  // Whoever asks for help in a room is shown all there is to do there.
  inGroup.command(['menu', 'help'], (ctx, next) => asked(ctx, next, showAll));
  for (const command of new Set(items().map((item) => item.command))) {
    const meant = items().filter((item) => item.command === command && !item.answersCommand);
    const [first] = meant;
    if (!first) continue;
    // One command may mean different things in rooms of different kinds.
    const itemFor = (visitor: Visitor) => meant.find((item) => item.isFor(visitor)) ?? first;
    inGroup.command(command, (ctx, next) =>
      asked(ctx, next, (visitor) => openItem(ctx, visitor, itemFor(visitor))),
    );
  }

  async function asked(
    ctx: BotContext,
    next: () => Promise<void>,
    answer: (visitor: RoomVisitor, ctx: BotContext) => Promise<void>,
  ): Promise<void> {
    const { message, from } = ctx;
    const room = message && (await visitors.roomOf(message.chat.id));
    if (!message || !from || !room) return await next();
    if (authorOf(message).kind !== 'person') {
      const text = ctx.t('room-menu-anonymous');
      return await menu.open(ctx, { text, rows: [] });
    }
    await answer(await visitors.visitorOf(room, from.id, ctx.staff), ctx);
  }

  async function pressed(ctx: BotContext, data: string): Promise<void> {
    const { chatId, from, staff } = ctx;
    const room = chatId === undefined ? null : await visitors.roomOf(chatId);
    if (!room || !from) return await answerPress(ctx, ctx.t('room-menu-gone'), true);
    const visitor = await visitors.visitorOf(room, from.id, staff);
    const [id = '', ...rest] = data.split('.');
    if (id === ROOT) return await showAll(visitor, ctx);
    const item = items().find((one) => one.id === id);
    if (!item) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    if (rest.length === 0) return await openItem(ctx, visitor, item);
    if (!isOffered(item, visitor)) return await refuse(ctx, item, visitor);
    await staged(ctx, item, (stage) => item.pressed?.(ctx, visitor, rest.join('.'), stage));
  }

  async function openItem(ctx: BotContext, visitor: RoomVisitor, item: RoomMenuItem) {
    if (!isOffered(item, visitor)) return await refuse(ctx, item, visitor);
    await staged(ctx, item, (stage) => item.open(ctx, visitor, stage));
  }

  async function refuse(ctx: BotContext, item: RoomMenuItem, visitor: RoomVisitor): Promise<void> {
    const own = item.refusal?.(visitor) ?? 'room-menu-not-for-you';
    const text = ctx.t(visitor.room.closed ? 'room-closed-now' : own);
    if (ctx.callbackQuery) return await answerPress(ctx, text, true);
    await menu.open(ctx, { text, rows: [] });
  }

  async function showAll(visitor: RoomVisitor, ctx: BotContext): Promise<void> {
    const theirs = items()
      .filter((item) => isOffered(item, visitor))
      .sort((a, b) => a.rank - b.rank);
    const rows = theirs.map(({ id, label }) => [{ label: ctx.t(label), data: id }]);
    const role = ctx.t(`room-role-${shownAs(roleOfVisitor(visitor), visitor.staff)}`);
    const title = ctx.t('room-menu-title', { title: visitor.room.title, role });
    const text = visitor.room.closed ? `${title}\n${ctx.t('room-closed-now')}` : title;
    await show(ctx, { text, rows });
  }

  async function show(ctx: BotContext, screen: Screen): Promise<void> {
    if (!ctx.callbackQuery) return await menu.open(ctx, screen);
    await answerPress(ctx);
    await menu.redraw(ctx, screen);
  }

  /** Whatever an item does, a press on it is answered. */
  async function staged(
    ctx: BotContext,
    { id }: RoomMenuItem,
    act: (stage: Stage) => Promise<void> | undefined,
  ): Promise<void> {
    let answered = ctx.callbackQuery === undefined;
    const tell = async (words = '') => {
      if (!answered) await answerPress(ctx, words, words.length > 60);
      else if (words !== '' && !ctx.callbackQuery) await menu.open(ctx, { text: words, rows: [] });
      answered = true;
    };
    await act({
      tell,
      async show({ text, rows }) {
        if (!answered) await tell();
        const own = rows.map((row) =>
          row.map((button) =>
            'url' in button ? button : { ...button, data: `${id}.${button.data}` },
          ),
        );
        const back = [{ label: ctx.t('room-menu-back'), data: ROOT }];
        const screen = { text, rows: [...own, back] };
        await (ctx.callbackQuery ? menu.redraw(ctx, screen) : menu.open(ctx, screen));
      },
      async leave(words) {
        await tell(words);
        if (ctx.callbackQuery) await menu.close(ctx);
      },
    });
    if (!answered) await answerPress(ctx);
  }

  return createComposer<BotContext>(menu.composer, composer);
}
