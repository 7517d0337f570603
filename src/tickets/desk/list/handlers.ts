// `/my`, `/tickets` and `/ticket T-000123` of whoever works here, in private and on the desk, and the presses under the
// lists. Comes before the desks and dialogs: their threads take every command for one of theirs.

import type { Composer } from 'grammy';
import type { BotContext } from '../../../context.ts';
import type { Clock } from '../../../platform/clock.ts';
import { LOCALES, type Translate } from '../../../platform/i18n.ts';
import { parseDestination } from '../../../platform/outbox/index.ts';
import type { Reader } from '../../../platform/outbox/words.ts';
import { answerPress } from '../../../platform/telegram/answer-press.ts';
import { createComposer } from '../../../platform/telegram/composer.ts';
import { redraw } from '../../../platform/telegram/redraw.ts';
import type { ReplyNow } from '../../../platform/telegram/reply-now.ts';
import type { Staff } from '../../../staff/staff.ts';
import { readTicketNumber, ticketNumber } from '../../ticket.ts';
import { wayTo } from '../keyboard-views.ts';
import { listButton } from './buttons.ts';
import { ALL_OPEN, type TicketQuery, unpackQuery } from './query.ts';
import type { TicketListService } from './service.ts';
import type { TicketListViews } from './views.ts';
import { readTicketQuery } from './words.ts';

export interface TicketListHandlersDeps {
  readonly service: TicketListService;
  readonly views: TicketListViews;
  readonly readerOf: (ctx: BotContext) => Promise<Reader | null>;
  /** The ticket and the way to its thread; null: there is no such ticket. */
  readonly find: (
    ticketId: number,
  ) => Promise<{ readonly summary: string; readonly url: string | null } | null>;
  /** Whether this dialog is the thread of a ticket. */
  readonly isTicket: (dialogId: number) => Promise<boolean>;
  readonly replyNow: ReplyNow;
  readonly t: Translate;
  readonly clock: Clock;
}

export function createTicketListHandlers(deps: TicketListHandlersDeps): Composer<BotContext> {
  return createComposer(asking(deps), turning(deps));
}

function asking(deps: TicketListHandlersDeps): Composer<BotContext> {
  const { service, readerOf, find, isTicket, replyNow, t } = deps;
  const composer = createComposer<BotContext>();
  const everywhere = (key: string) => LOCALES.map((locale) => t(locale, key));
  const words = {
    ...{ overdue: everywhere('tlist-overdue'), mine: everywhere('tlist-mine') },
    nobodys: everywhere('tlist-nobody'),
  };

  const asked = (ctx: BotContext) => askedBy(ctx, readerOf);

  composer.on('message:text').command('my', async (ctx, next) => {
    const who = await asked(ctx);
    if (!who) return await next();
    await service.open(ctx.cause, who.reader, { ...ALL_OPEN, staffId: who.staff.id });
  });

  composer.on('message:text').command('tickets', async (ctx, next) => {
    const who = await asked(ctx);
    if (!who) return await next();
    const text = String(ctx.match ?? '');
    const query = await queryIn(text, who.staff);
    if (!query) return await replyNow(ctx, ctx.t('tlist-not-understood', { text: text.trim() }));
    await service.open(ctx.cause, who.reader, query);
  });

  composer.on('message:text').command('ticket', async (ctx, next) => {
    if (!(await asked(ctx))) return await next();
    await lead(ctx, String(ctx.match ?? ''));
  });

  /** As of a dialog it would change nothing: a ticket is handed over at its card. */
  composer.on('message:text').command('transfer', async (ctx, next) => {
    const who = await asked(ctx);
    const { kind, id } = parseDestination(who?.reader.destination ?? 'desk:1');
    if (kind !== 'thread' || !(await isTicket(id))) return await next();
    await replyNow(ctx, { text: ctx.t('tdesk-transfer'), replyTo: ctx.msg.message_id });
  });

  /** A number alone, outside of the threads, asks for nothing else. */
  composer.hears(/^[T\u0422][-\u2013\u2014]?\d{1,9}$/i, async (ctx, next) => {
    const inThread = ctx.msg?.message_thread_id !== undefined;
    if (inThread || ctx.chat.type === 'private' || !(await asked(ctx))) return await next();
    await lead(ctx, ctx.msg?.text ?? '');
  });

  async function lead(ctx: BotContext, text: string): Promise<void> {
    const ticketId = readTicketNumber(text);
    if (ticketId === null) return await replyNow(ctx, ctx.t('tlist-which'));
    const found = await find(ticketId);
    const number = ticketNumber(ticketId);
    if (!found) return await replyNow(ctx, ctx.t('tlist-no-such', { number }));
    const { summary, url } = found;
    if (!url) return await replyNow(ctx, ctx.t('tlist-no-thread', { number, summary }));
    const keyboard = wayTo(url, ctx.locale, t);
    await replyNow(ctx, { text: ctx.t('tlist-there', { number, summary }), keyboard });
  }

  async function queryIn(text: string, staff: Staff): Promise<TicketQuery | null> {
    const known = await service.known();
    return readTicketQuery(text, { ...words, ...known, selfId: staff.id });
  }

  return composer;
}

function turning({ service, views, clock }: TicketListHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(listButton.pattern, async (ctx) => {
    const button = listButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const page = await service.read(unpackQuery(button.revision), button.id - 1);
    const view = views.list(ctx.locale, page, button.choice, clock.now());
    const drawn = await redraw(ctx, view);
    const isDrawn = drawn === 'drawn';
    await answerPress(ctx, isDrawn ? '' : ctx.t(`toast-list-${drawn}`), !isDrawn);
  });

  return composer;
}

/** Who asks and where; null: it is nobody of ours, or no place of ours. */
async function askedBy(
  ctx: BotContext,
  readerOf: TicketListHandlersDeps['readerOf'],
): Promise<{ readonly staff: Staff; readonly reader: Reader } | null> {
  const { staff, msg } = ctx;
  // Who writes as a group or a channel is nobody we know.
  const reader = staff && !msg?.sender_chat ? await readerOf(ctx) : null;
  return staff && reader ? { staff, reader } : null;
}
