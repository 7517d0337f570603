// What is written in a desk's threads. Only an employee's words go anywhere; anybody else is told once.

import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import type { Desk } from '../../desks/desk.ts';
import type { Desks } from '../../desks/index.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Staff } from '../../staff/staff.ts';
import { withoutStart } from '../content.ts';
import type { DialogService } from '../service.ts';
import { contentOf } from '../telegram-content.ts';
import type { SayInThread } from '../verbs/say-in-thread.ts';
import type { StaffMessage } from '../verbs/staff-message.ts';

export interface ThreadHandlerDeps {
  readonly service: DialogService;
  readonly desks: Pick<Desks['service'], 'findByChat'>;
  readonly logger: Logger;
}

const NOTE_COMMAND = /^\/note(@\w+)?\s*/;

export function createThreadHandlers({
  service,
  desks,
  logger,
}: ThreadHandlerDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.on(['message', 'edited_message']).filter(isInTopic, async (ctx, next) => {
    const desk = await desks.findByChat(ctx.chat?.id ?? 0);
    const threadId = ctx.msg?.message_thread_id;
    const dialogId = desk && threadId ? await service.findByThread(desk.id, threadId) : null;
    if (!desk || dialogId === null) return next();
    // What bots write and what Telegram notes (renamed, pinned …) nobody has said.
    const message = ctx.msg as Message;
    if (ctx.from?.is_bot && !message.sender_chat) return;
    if (!ctx.staff || message.sender_chat) return await outsider(ctx, desk, dialogId, message);
    if (ctx.editedMessage) return await answerInThread(ctx, dialogId, 'edit-not-carried', null);
    return await staffWrote(ctx, ctx.staff, dialogId, message);
  });

  async function staffWrote(
    ctx: BotContext,
    staff: Staff,
    dialogId: number,
    message: Message,
  ): Promise<void> {
    const content = contentOf(message);
    if (!content) return;
    const words = message.text ?? message.caption ?? '';
    const command = commandOf(message);
    const note = NOTE_COMMAND.exec(words)?.[0].length ?? 0;
    if (command && note === 0) {
      if (isForUs(command, ctx.me.username)) {
        await answerInThread(ctx, dialogId, 'unknown-command', null);
      }
      return;
    }
    await service.say({
      cause: ctx.cause,
      staff,
      dialogId,
      at: { chatId: message.chat.id, messageId: message.message_id },
      content: withoutStart(content, note),
      mediaGroupId: message.media_group_id ?? null,
      replyTo: replyOf(message, ctx.me.id),
      asNote: note > 0,
    });
  }

  /** A hidden admin and a channel are nobody we know, even where a button press would show who it is. */
  async function outsider(
    ctx: BotContext,
    desk: Desk,
    dialogId: number,
    message: Message,
  ): Promise<void> {
    if (!contentOf(message)) return;
    logger.warn({ userId: ctx.from?.id, dialogId }, 'somebody without rights wrote in a thread');
    const userId = message.sender_chat?.id ?? ctx.from?.id ?? 0;
    await answerInThread(ctx, dialogId, 'outsider', { deskId: desk.id, userId });
  }

  async function answerInThread(
    ctx: BotContext,
    dialogId: number,
    name: SayInThread['name'],
    outsider: SayInThread['outsider'],
  ): Promise<void> {
    const replyTo = ctx.msg?.message_id ?? 0;
    await service.sayInThread({ cause: ctx.cause, dialogId, name, replyTo, outsider });
  }

  return composer;
}

function isInTopic(ctx: BotContext): boolean {
  return ctx.chat?.type === 'supergroup' && ctx.msg?.is_topic_message === true;
}

/** The first word, if Telegram takes it for a command: such a message is never relayed. */
function commandOf(message: Message): string | null {
  const entities = message.entities ?? message.caption_entities ?? [];
  const first = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  return first ? (message.text ?? message.caption ?? '').slice(0, first.length) : null;
}

function isForUs(command: string, username: string): boolean {
  const [, bot] = command.split('@');
  return bot === undefined || bot.toLowerCase() === username.toLowerCase();
}

/** In a topic every message replies to the message that made the topic; that is no reply. */
function replyOf(message: Message, botId: number): StaffMessage['replyTo'] {
  const target = message.reply_to_message;
  if (!target || target.forum_topic_created || target.message_id === message.message_thread_id)
    return null;
  const byUserId = target.from && target.from.id !== botId ? target.from.id : null;
  return { chatId: target.chat.id, messageId: target.message_id, byUserId };
}
