// The private chat with the bot: what clients write there comes to the desk.

import type { ChatTypeContext, Composer } from 'grammy';
import type { Message, User } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import type { Content } from '../../dialogs/content.ts';
import type { DialogService } from '../../dialogs/index.ts';
import { changedAt, contentOf, saidAt } from '../../dialogs/telegram-content.ts';
import type { Logger } from '../../platform/logger.ts';
import { fullName } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { createReplyNow } from '../../platform/telegram/reply-now.ts';

export interface TelegramChannelDeps {
  readonly dialogs: Pick<DialogService, 'receive' | 'edit'>;
  readonly logger: Logger;
}

type InPrivate = ChatTypeContext<BotContext, 'private'> & { readonly from: User };

/**
 * Hands what clients write, and what they change in it, to the dialogs; staff are told what this chat is
 * for. Comes last: it takes every private message.
 */
export function createTelegramHandlers({
  dialogs,
  logger,
}: TelegramChannelDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  const replyNow = createReplyNow(logger);
  const inPrivate = composer.chatType('private');

  inPrivate.on('message', async (ctx) => {
    const content = contentOf(ctx.message);
    if (!content) return;
    // An employee's words in private are for the bot alone: they open no dialog.
    if (ctx.staff) {
      return await replyNow(ctx, ctx.t('staff-in-private'));
    }
    await received(ctx, ctx.message, content);
  });

  inPrivate.on('edited_message', async (ctx) => {
    const { editedMessage: message, cause } = ctx;
    const content = contentOf(message);
    if (!content || ctx.staff) return;
    const at = { chatId: ctx.chat.id, messageId: message.message_id };
    const edit = { cause, at, editedAt: changedAt(message), content, asNote: false };
    const outcome = await dialogs.edit(edit);
    // Nobody has read what it said before (a command, or words of a day on which the bot stood still):
    // what it says now is news.
    if (outcome.status === 'gone' && !isCommand(message)) await received(ctx, message, content);
  });

  async function received(ctx: InPrivate, message: Message, content: Content): Promise<void> {
    const { from } = ctx;
    await dialogs.receive({
      cause: ctx.cause,
      channel: 'telegram',
      person: {
        externalId: String(ctx.chat.id),
        name: fullName(from),
        username: from.username ?? null,
        locale: ctx.locale,
      },
      at: { chatId: ctx.chat.id, messageId: message.message_id },
      saidAt: saidAt(message),
      content,
      mediaGroupId: message.media_group_id ?? null,
      replyTo: message.reply_to_message
        ? { chatId: ctx.chat.id, messageId: message.reply_to_message.message_id }
        : null,
    });
  }

  return composer;
}

function isCommand({ entities = [] }: Message): boolean {
  return entities.some(({ type, offset }) => type === 'bot_command' && offset === 0);
}
