// «/status» and «Заявки» in a room's menu: shown to whoever asks alone, turned and opened by their buttons.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Logger } from '../../platform/logger.ts';
import {
  createScreenMenu,
  type Passing,
  readData,
  type Screen,
} from '../../platform/screens/index.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { RoomMenuItem, Rooms } from '../../rooms/index.ts';
import { messageUrl } from '../../rooms/trail/links.ts';
import type { SendHistory } from '../part.ts';
import { askerOf } from '../telegram-asker.ts';
import { readTicketNumber, ticketNumber } from '../ticket.ts';
import { isServed } from './served.ts';
import type { StatusService } from './status-service.ts';
import type { StatusViews } from './status-views.ts';

export interface StatusMenuDeps {
  readonly service: StatusService;
  readonly views: StatusViews;
  readonly rooms: Pick<Rooms['service'], 'ofChat'>;
  readonly passing: Passing;
  readonly logger: Logger;
  /** The message that shows a ticket's card in its group; null: none does. */
  readonly cardOf: (ticketId: number) => Promise<number | null>;
  readonly sendHistory: SendHistory;
}

export interface StatusMenu {
  readonly composer: Composer<BotContext>;
  readonly item: RoomMenuItem;
  /** Says something to whoever gave a command, and to nobody else; it goes away again. */
  answer(ctx: BotContext, text: string): Promise<void>;
}

export function createStatusMenu(deps: StatusMenuDeps): StatusMenu {
  const { service, views, rooms, cardOf, sendHistory } = deps;
  const menu = createScreenMenu<BotContext>({ ...deps, id: 'tk', pressed });

  /** What this data stands for, for whoever asks, where they ask; null: nothing is to be shown to them. */
  async function screenOf(ctx: BotContext, data: string): Promise<Screen | null> {
    const asker = askerOf(ctx);
    const room = ctx.chat?.type === 'private' ? null : await rooms.ofChat(ctx.chatId ?? 0);
    if (!asker || (room === null && ctx.chat?.type !== 'private')) return null;
    const where = { roomId: room?.id ?? null, asker };
    const { verb, ids } = readData(data);
    if (verb === 'one') {
      const found = await service.one(where, ids[0] ?? 0);
      if (!found) return null;
      const messageId = await cardOf(found.facts.ticket.id);
      const at = messageId === null || !room ? null : { chatId: room.chatId, messageId };
      return views.one(ctx.locale, found, at && messageUrl(at, at.chatId));
    }
    const whose = verb === 'all' ? 'all' : 'mine';
    const found = await service.list(where, whose);
    return found && views.list(ctx.locale, found, { whose, page: ids[0] ?? 1, others: true });
  }

  /** What is said where the history of a ticket is asked for; null: this data is no such wish. */
  async function historyAsked(ctx: BotContext, data: string): Promise<string | null> {
    const { verb, ids } = readData(data);
    const { from, staff, locale, cause } = ctx;
    if (verb !== 'log' || !from) return null;
    const ticketId = ids[0] ?? 0;
    const asked = { cause, ticketId, format: 'pdf', userId: from.id, staff, locale } as const;
    const { status } = await sendHistory(asked);
    if (status === 'coming' || status === 'repeated') return ctx.t('toast-proof-coming');
    return ctx.t(`proof-refused-${status}`, { number: ticketNumber(ticketId) });
  }

  async function pressed(ctx: BotContext, data: string): Promise<void> {
    const told = await historyAsked(ctx, data);
    if (told !== null) return await answerPress(ctx, told, true);
    const screen = await screenOf(ctx, data);
    if (!screen) return await answerPress(ctx, ctx.t('request-none-such'), true);
    await answerPress(ctx);
    await menu.redraw(ctx, screen);
  }

  const answer = (ctx: BotContext, text: string) => menu.open(ctx, { text, rows: [] });

  const commands = createComposer<BotContext>();
  commands.on('message:text').command('status', async (ctx, next) => {
    const isPrivate = ctx.chat.type === 'private';
    if (!isPrivate && !(await rooms.ofChat(ctx.chat.id))) return await next();
    if (!askerOf(ctx)) return await answer(ctx, ctx.t('trail-as-yourself'));
    const number = ctx.match.trim();
    const id = readTicketNumber(number);
    const screen = await screenOf(ctx, number === '' ? 'mine.1' : `one.${id ?? 0}`);
    if (screen) return await menu.open(ctx, screen);
    // Whoever is nobody's client has another meaning for it, or none.
    if (isPrivate) return await next();
    await answer(ctx, ctx.t(number === '' ? 'request-refused-stranger' : 'request-none-such'));
  });

  const item: RoomMenuItem = {
    id: 'tickets',
    label: 'request-item-list',
    command: 'tickets',
    besides: [{ command: 'status', label: 'request-item-status' }],
    rank: 2,
    whenClosed: true,
    isFor: isServed,
    async open(ctx, _, stage) {
      const screen = await screenOf(ctx, 'all.1');
      if (screen) await stage.show(screen);
      else await stage.tell(ctx.t('request-none-such'));
    },
    async pressed(ctx, _, data, stage) {
      const told = await historyAsked(ctx, data);
      if (told !== null) return await stage.tell(told);
      const screen = await screenOf(ctx, data);
      if (screen) await stage.show(screen);
      else await stage.tell(ctx.t('request-none-such'));
    },
  };

  return { composer: createComposer<BotContext>(menu.composer, commands), item, answer };
}
