// «/split» in a ticket's thread, in reply to the client's message; without one it asks which.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Desks } from '../../desks/index.ts';
import type { Dialogs } from '../../dialogs/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { parseDestination } from '../../platform/outbox/index.ts';
import { repliedTo } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { SplitForm } from './split-form.ts';
import type { SplitService } from './split-service.ts';

export interface SplitHandlersDeps {
  readonly database: Database;
  /** The ticket whose thread a dialog is; null: none. */
  readonly ticketOf: (dialogId: number) => Promise<number | null>;
  readonly dialogs: Pick<Dialogs['service'], 'messagesAt'>;
  readonly readerOf: Desks['readerOf'];
  readonly splitting: Pick<SplitService, 'messageAt'>;
  readonly form: SplitForm;
  readonly replyNow: ReplyNow;
}

export function createSplitHandlers(deps: SplitHandlersDeps): Composer<BotContext> {
  const { database, ticketOf, dialogs, readerOf, splitting, form, replyNow } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('split', async (ctx, next) => {
    const ticketId = await ticketHere(ctx);
    if (ticketId === null) return await next();
    const target = repliedTo(ctx.msg);
    if (!target) return await form.enter(ctx, { ticketId, messageId: null });
    const at = { chatId: target.chat.id, messageId: target.message_id };
    const messageId = await messageOf(ticketId, at);
    if (messageId === null) {
      const replyTo = ctx.msg.message_id;
      return await replyNow(ctx, { text: ctx.t('tdesk-split-not-this'), replyTo });
    }
    await form.enter(ctx, { ticketId, messageId });
  });

  /** Of whose thread this is; null: it is none of a ticket's, or nobody of ours asks. */
  async function ticketHere(ctx: BotContext): Promise<number | null> {
    const { staff, msg } = ctx;
    const reader = staff && !msg?.sender_chat ? await readerOf(ctx) : null;
    const { kind, id } = parseDestination(reader?.destination ?? 'desk:0');
    return kind === 'thread' ? await ticketOf(id) : null;
  }

  /** Of several that left together the first. */
  async function messageOf(
    ticketId: number,
    at: { readonly chatId: number; readonly messageId: number },
  ): Promise<number | null> {
    const kept = await dialogs.messagesAt(database.prisma, at);
    const said = kept.find(({ author }) => author === 'client');
    return said ? await splitting.messageAt(ticketId, said) : null;
  }

  return composer;
}
