// What is written in a desk's threads. Only an employee's words go anywhere; anybody else is told once.

import type { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import type { Desk } from '../../desks/desk.ts';
import type { Desks } from '../../desks/index.ts';
import { kindOf } from '../../desks/kinds/kinds.ts';
import { threadMarkOf } from '../../desks/telegram-place.ts';
import type { Logger } from '../../platform/logger.ts';
import { authorOf, repliedTo } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { createReplyNow } from '../../platform/telegram/reply-now.ts';
import type { Staff } from '../../staff/staff.ts';
import { withoutStart, wordsOf } from '../content.ts';
import type { DialogService } from '../service.ts';
import { type Slash, slashIn } from '../slash.ts';
import { changedAt, contentOf, saidAt } from '../telegram-content.ts';
import type { SayInThread } from '../verbs/say-in-thread.ts';
import type { RepliedTo } from '../verbs/staff-message.ts';
import { createMeantInside, firstSaidAt, type MeantInsideDeps } from './meant-inside.ts';

export interface ThreadHandlerDeps extends MeantInsideDeps {
  readonly service: DialogService;
  readonly desks: Pick<Desks['service'], 'findByChat' | 'wasEverIn'>;
  readonly logger: Logger;
}

/**
 * Hears what is written and corrected in topics of dialogs; what is said elsewhere goes on to the next
 * composer.
 */
export function createThreadHandlers(deps: ThreadHandlerDeps): Composer<BotContext> {
  const { service, desks, logger } = deps;
  const isMeantInside = createMeantInside(deps);
  const replyNow = createReplyNow(logger);
  const composer = createComposer<BotContext>();

  composer.on(['message', 'edited_message']).filter(mayBeInThread, async (ctx, next) => {
    const desk = await desks.findByChat(ctx.chat?.id ?? 0);
    if (!desk) {
      const isHeard = (await editedWhereItWas(ctx)) || (await metInFormerDesk(ctx));
      return isHeard ? undefined : await next();
    }
    const threadId = kindOf(desk.kind).threadIdOf(threadMarkOf(ctx.msg));
    const dialogId = threadId ? await service.findByThread(desk.id, threadId) : null;
    if (dialogId === null) {
      const isHeard = (await editedWhereItWas(ctx)) || (await wroteInFormer(ctx, threadId));
      return isHeard ? undefined : await next();
    }
    const message = ctx.msg as Message;
    // What Telegram notes (renamed, pinned …) nobody has said.
    if (!contentOf(message) || ctx.from?.id === ctx.me.id) return;
    const isPerson = authorOf(message).kind === 'person';
    if (!ctx.staff || !isPerson) return await outsider(ctx, desk, dialogId, message);
    if (ctx.editedMessage) return await staffEdited(ctx, dialogId, message);
    return await staffWrote(ctx, ctx.staff, dialogId, message);
  });

  /** Whether it was said in a group whose desk has moved away; who works here is told once. */
  async function metInFormerDesk(ctx: BotContext): Promise<boolean> {
    const { staff, chat, cause, message } = ctx;
    if (!staff || !chat || !message || !contentOf(message)) return false;
    const outcome = await service.meetInFormerDesk({ cause, chatId: chat.id, staffId: staff.id });
    if (outcome.status === 'news')
      await replyNow(ctx, ctx.t('thread-former-desk', { title: outcome.title }));
    return outcome.status !== 'no-former-desk';
  }

  /** Whether it was said where a dialog was before; who works here is told where it goes on. */
  async function wroteInFormer(ctx: BotContext, threadId: number | null): Promise<boolean> {
    const { staff, chat, cause, msg: message } = ctx;
    if (!staff || !chat || !message || threadId === null || !contentOf(message)) return false;
    const said = { messageId: message.message_id, album: message.media_group_id ?? null };
    return service.wroteInFormer({ cause, chatId: chat.id, threadId, ...said });
  }

  async function staffWrote(
    ctx: BotContext,
    staff: Staff,
    dialogId: number,
    message: Message,
  ): Promise<void> {
    const content = contentOf(message);
    if (!content) return;
    const slash = slashIn(wordsOf(content));
    if (slash?.kind === 'command') return await commanded(ctx, staff, dialogId, slash);
    await service.say({
      cause: ctx.cause,
      staff,
      dialogId,
      at: addressOf(message),
      saidAt: saidAt(message),
      content: withoutStart(content, slash?.length ?? 0),
      mediaGroupId: message.media_group_id ?? null,
      replyTo: replyOf(message, ctx.me.id),
      firstSaidAt: firstSaidAt(message),
      asNote: slash !== null || (await isMeantInside(ctx.me, message, content)),
    });
  }

  /** A command is never relayed, whoever's it is. */
  async function commanded(
    ctx: BotContext,
    staff: Staff,
    dialogId: number,
    { name, bot }: Extract<Slash, { kind: 'command' }>,
  ): Promise<void> {
    if (bot !== null && bot !== ctx.me.username.toLowerCase()) return;
    if (name !== 'cancel') return await unknownCommand(ctx, staff, dialogId);
    const how = { by: 'command', replyTo: ctx.msg?.message_id ?? 0 } as const;
    await service.cancelNote({ cause: ctx.cause, dialogId, staffId: staff.id, how });
  }

  async function unknownCommand(ctx: BotContext, staff: Staff, dialogId: number): Promise<void> {
    const said = { name: 'unknown-command', replyTo: ctx.msg?.message_id ?? 0 } as const;
    const whose = { staffId: staff.id, outsider: null };
    await service.sayInThread({ cause: ctx.cause, dialogId, ...said, ...whose });
  }

  async function staffEdited(ctx: BotContext, dialogId: number, message: Message): Promise<void> {
    const outcome = await carryEdit(ctx, message);
    // It was never sent (a mistyped command, say), and correcting it sends nothing either.
    if (outcome === 'command') await answerInThread(ctx, dialogId, 'edit-is-command', null);
    if (outcome === 'not-kept') await answerInThread(ctx, dialogId, 'edit-not-carried', null);
  }

  /** Whether it is known by its own place: the client has it, wherever its dialog goes on. */
  async function editedWhereItWas(ctx: BotContext): Promise<boolean> {
    const { staff, editedMessage: message } = ctx;
    if (!staff || !message || authorOf(message).kind !== 'person') return false;
    return (await carryEdit(ctx, message)) === 'carried';
  }

  /** A command is never relayed: what is changed into one stays inside, if it is not with the client yet. */
  async function carryEdit(
    ctx: BotContext,
    message: Message,
  ): Promise<'carried' | 'command' | 'not-kept'> {
    const content = contentOf(message);
    if (!content) return 'carried';
    const at = addressOf(message);
    const slash = slashIn(wordsOf(content));
    const kept = withoutStart(content, slash?.kind === 'note' ? slash.length : 0);
    const asNote = slash !== null || (await isMeantInside(ctx.me, message, content));
    const editedAt = changedAt(message);
    const outcome = await service.edit({ cause: ctx.cause, at, editedAt, content: kept, asNote });
    if (outcome.status !== 'gone') return 'carried';
    return slash?.kind === 'command' ? 'command' : 'not-kept';
  }

  /** A hidden admin and a channel are nobody we know, even where a press would show who it is. */
  async function outsider(
    ctx: BotContext,
    desk: Desk,
    dialogId: number,
    message: Message,
  ): Promise<void> {
    logger.warn({ userId: ctx.from?.id, dialogId }, 'somebody without rights wrote in a thread');
    const mask = message.sender_chat?.id;
    const userId = mask ?? ctx.from?.id ?? 0;
    const masked = mask === undefined ? null : dialogId;
    await answerInThread(ctx, dialogId, 'outsider', { deskId: desk.id, userId, dialogId: masked });
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

function mayBeInThread(ctx: BotContext): boolean {
  // A comment whose post is gone may be in no thread any more, and is changed all the same.
  const isSomewhere = ctx.msg?.message_thread_id !== undefined || ctx.editedMessage !== undefined;
  return ctx.chat?.type === 'supergroup' && isSomewhere;
}

/** What stands in another thread, or in another desk, is answered too: it may be meant for a colleague. */
function replyOf(message: Message, botId: number): RepliedTo | null {
  const { external_reply: outside, chat } = message;
  if (outside?.chat && outside.message_id !== undefined) {
    const author = outside.origin.type === 'user' ? outside.origin.sender_user.id : botId;
    const byUserId = author === botId ? null : author;
    const at = { chatId: outside.chat.id, messageId: outside.message_id };
    return { ...at, byUserId, ...(at.chatId === chat.id ? {} : { outside: true }) };
  }
  const target = repliedTo(message);
  if (!target) return null;
  const byUserId = target.from && target.from.id !== botId ? target.from.id : null;
  return { ...addressOf(target), byUserId };
}

function addressOf({ chat, message_id }: Message): { chatId: number; messageId: number } {
  return { chatId: chat.id, messageId: message_id };
}
