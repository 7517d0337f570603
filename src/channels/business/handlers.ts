// What happens in the chats of connected accounts: customers write, the owner answers from their phone,
// messages are changed and deleted, and Telegram or the bot itself says something there.

import type { Composer } from 'grammy';
import type { BusinessConnection, Message } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import type { DialogService } from '../../dialogs/index.ts';
import { changedAt, contentOf, saidAt } from '../../dialogs/telegram-content.ts';
import type { Logger } from '../../platform/logger.ts';
import { fullName } from '../../platform/telegram/author.ts';
import { businessChatId } from '../../platform/telegram/business-chat.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { Staff } from '../../staff/staff.ts';
import { type BusinessAccount, externalIdOf } from './account.ts';
import type { BusinessService } from './service.ts';

export interface BusinessHandlerDeps {
  readonly service: BusinessService;
  readonly dialogs: Pick<DialogService, 'receive' | 'edit' | 'saidElsewhere' | 'clientDeleted'>;
  readonly logger: Logger;
}

const CHANNEL = 'business';

/** A message in a customer's chat with an account that is served. */
interface Said {
  readonly message: Message;
  readonly account: BusinessAccount;
  readonly owner: Staff;
  /** The house's own name for the chat. */
  readonly chatId: number;
}

/** Takes every update of business accounts. */
export function createBusinessHandlers(deps: BusinessHandlerDeps): Composer<BotContext> {
  const { service, dialogs, logger } = deps;
  const composer = createComposer<BotContext>();

  composer.on('business_connection', async (ctx) => {
    const account = toAccount(ctx.businessConnection);
    await service.noteConnection({ account, locale: ctx.locale, cause: ctx.cause });
  });

  composer.on('business_message', async (ctx) => {
    const said = await placed(ctx, ctx.businessMessage);
    if (!said) return;
    if (ctx.from?.id === said.account.userId) return await ownerSaid(ctx, said);
    // A colleague who writes to a colleague is no client, and neither is a bot.
    if (!ctx.staff && !ctx.from?.is_bot) await customerSaid(ctx, said);
  });

  composer.on('edited_business_message', async (ctx) => {
    const said = await placed(ctx, ctx.editedBusinessMessage);
    const content = said && contentOf(said.message);
    if (!said || !content) return;
    const { message, chatId } = said;
    const at = { chatId, messageId: message.message_id };
    const editedAt = changedAt(message);
    await dialogs.edit({ cause: ctx.cause, at, editedAt, content, asNote: false });
  });

  composer.on('deleted_business_messages', async (ctx) => {
    const { business_connection_id: connection, chat, message_ids } = ctx.deletedBusinessMessages;
    const account = await accountOf(ctx, connection);
    if (!account) return;
    const chatId = await chatIdOf(account, chat.id);
    const at = message_ids.map((messageId) => ({ chatId, messageId }));
    await dialogs.clientDeleted({ cause: ctx.cause, at });
  });

  /** Null: it is the bot's own, or of an account that is not served. */
  async function placed(ctx: BotContext, message: Message): Promise<Said | null> {
    const connection = message.business_connection_id;
    if (connection === undefined || message.sender_business_bot) return null;
    const account = await accountOf(ctx, connection);
    const owner = account && (await service.owner(account));
    if (!owner) {
      logger.warn({ connection }, 'a business account of nobody who works here is not served');
      return null;
    }
    return { message, account, owner, chatId: await chatIdOf(account, message.chat.id) };
  }

  /** A connection that was made while the bot was away is asked for. */
  async function accountOf(ctx: BotContext, connection: string): Promise<BusinessAccount | null> {
    const known = await service.findByConnection(connection);
    if (known) return known;
    const account = toAccount(await ctx.api.getBusinessConnection(connection));
    await service.learn(account);
    return account;
  }

  async function chatIdOf({ userId }: BusinessAccount, customerId: number): Promise<number> {
    return businessChatId(await service.chatNumber({ accountId: userId, customerId }));
  }

  async function customerSaid(ctx: BotContext, said: Said): Promise<void> {
    const { from, cause, locale } = ctx;
    const content = contentOf(said.message);
    if (!from || !content) return;
    const name = fullName(from);
    const person = { externalId: externalOf(said), name, username: from.username ?? null, locale };
    await dialogs.receive({ cause, channel: CHANNEL, person, content, ...factsOf(said) });
  }

  async function ownerSaid({ cause }: BotContext, said: Said): Promise<void> {
    const content = contentOf(said.message);
    if (!content) return;
    await dialogs.saidElsewhere({
      cause,
      staff: said.owner,
      address: { channel: CHANNEL, externalId: externalOf(said) },
      content,
      // A greeting, an «away» or a message that was scheduled: nobody has answered at this moment.
      byItself: said.message.is_from_offline === true,
      ...factsOf(said),
    });
  }

  return composer;
}

function externalOf({ account, message }: Said): string {
  return externalIdOf({ accountId: account.userId, customerId: message.chat.id });
}

function factsOf({ message, chatId }: Said) {
  const { reply_to_message: target } = message;
  return {
    at: { chatId, messageId: message.message_id },
    saidAt: saidAt(message),
    mediaGroupId: message.media_group_id ?? null,
    replyTo: target ? { chatId, messageId: target.message_id } : null,
  };
}

function toAccount({ id, user, is_enabled, rights }: BusinessConnection): BusinessAccount {
  return {
    userId: user.id,
    connectionId: id,
    enabled: is_enabled,
    canReply: rights?.can_reply === true,
  };
}
