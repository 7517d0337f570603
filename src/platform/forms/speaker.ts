// How a form speaks: plainly in a private chat; in a group to the one who asks alone, by a message that
// only they see where their program has shown that it knows such, else by a reply that is taken away
// again. Said past the outbox: a question is worth nothing a minute after it was asked. A process that
// dies between a question and the note of it asks it once more; the one that stands there answers as well.

import type { Context } from 'grammy';
import type {
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import type { Logger } from '../logger.ts';
import { fullName } from '../telegram/author.ts';
import { leniently } from '../telegram/leniently.ts';
import { sayUnseen, type UnseenMore } from '../telegram/unseen.ts';
import { type FormPlace, isPrivate, type Prompt } from './form.ts';

export type Buttons =
  | { readonly inline: InlineKeyboardMarkup['inline_keyboard'] }
  | { readonly keyboard: readonly (readonly KeyboardButton[])[] }
  /** Takes the reply keyboard away. */
  | 'removed'
  | 'none';

export interface Saying {
  readonly text: string;
  readonly buttons: Buttons;
}

export type Sent = Pick<Prompt, 'messageId' | 'ephemeral' | 'buttons'>;

export type Speaker = ReturnType<typeof createSpeaker>;

export function createSpeaker(logger: Logger) {
  /**
   * `unseen`: what nobody else sees has been shown to this person before.
   * @throws what grammY throws
   */
  async function say(
    ctx: Context,
    place: FormPlace,
    { text, buttons }: Saying,
    unseen = false,
  ): Promise<Sent> {
    const thread = place.threadId === 0 ? {} : { message_thread_id: place.threadId };
    const plain = { ...thread, link_preview_options: { is_disabled: true } };
    if (isPrivate(place)) {
      const markup = buttons === 'none' ? {} : { reply_markup: markupOf(buttons) };
      const sent = await ctx.api.sendMessage(place.chatId, text, { ...plain, ...markup });
      return { messageId: sent.message_id, ephemeral: false, buttons: kindOf(buttons) };
    }
    const more = { ...plain, ...inlineOf(buttons) };
    const said = await sayUnseen(ctx, text, more, unseen);
    if (said !== null) return { messageId: said, ephemeral: true, buttons: 'inline' };
    return await sayInGroup(ctx, place, text, more);
  }

  async function sayInGroup(
    ctx: Context,
    { chatId }: FormPlace,
    text: string,
    more: UnseenMore,
  ): Promise<Sent> {
    const { message_id: answered = 0 } = ctx.message ?? {};
    // After a press there is nothing to reply to: the person is called by name instead.
    const called = answered === 0 ? calling(ctx, text) : { text };
    const beside = answered || commentPressed(ctx);
    const reply = { message_id: beside, allow_sending_without_reply: true };
    const sent = await ctx.api.sendMessage(chatId, called.text, {
      ...more,
      ...('entities' in called ? { entities: called.entities } : {}),
      ...(beside === 0 ? {} : { reply_parameters: reply }),
      disable_notification: true,
    });
    return { messageId: sent.message_id, ephemeral: false, buttons: 'inline' };
  }

  /** Words without which everything works as well. */
  async function remark(ctx: Context, place: FormPlace, saying: Saying): Promise<void> {
    await leniently(logger, { chatId: place.chatId }, () => say(ctx, place, saying));
  }

  /**
   * A question is over: in a private chat it stays without its buttons, with what was answered if `text`
   * says so; in a group it goes away.
   */
  async function tidy(
    api: Context['api'],
    place: FormPlace,
    prompt: Sent,
    text?: string,
  ): Promise<void> {
    const { chatId, userId } = place;
    const { messageId, ephemeral, buttons } = prompt;
    await leniently(logger, { chatId }, async () => {
      if (ephemeral) await api.deleteEphemeralMessage(chatId, userId, messageId);
      else if (!isPrivate(place)) await api.deleteMessage(chatId, messageId);
      else if (buttons !== 'inline') return;
      else if (text === undefined) await api.editMessageReplyMarkup(chatId, messageId);
      else await api.editMessageText(chatId, messageId, text);
    });
  }

  /** Other buttons under the same question. */
  async function redraw(
    api: Context['api'],
    { chatId, userId }: FormPlace,
    { ephemeral, messageId }: Sent,
    inline: InlineKeyboardMarkup['inline_keyboard'],
  ): Promise<void> {
    const reply_markup = { inline_keyboard: inline };
    await leniently(logger, { chatId }, () =>
      ephemeral
        ? api.editEphemeralMessageReplyMarkup(chatId, userId, messageId, { reply_markup })
        : api.editMessageReplyMarkup(chatId, messageId, { reply_markup }),
    );
  }

  return { say, remark, tidy, redraw };
}

type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

/** Other keyboards would be everybody's in a group. */
function inlineOf(buttons: Buttons): Pick<UnseenMore, 'reply_markup'> {
  if (typeof buttons === 'string' || !('inline' in buttons)) return {};
  return { reply_markup: { inline_keyboard: buttons.inline } };
}

function calling({ from }: Context, text: string) {
  if (!from) return { text };
  const name = fullName(from);
  const entity = { type: 'text_mention' as const, offset: 0, length: name.length, user: from };
  return { text: `${name}\n${text}`, entities: [entity] };
}

function markupOf(buttons: Exclude<Buttons, 'none'>): ReplyMarkup {
  if (buttons === 'removed') return { remove_keyboard: true };
  if ('inline' in buttons) return { inline_keyboard: buttons.inline };
  return { keyboard: buttons.keyboard.map((row) => [...row]), resize_keyboard: true };
}

function kindOf(buttons: Buttons): Sent['buttons'] {
  if (typeof buttons === 'string') return 'none';
  return 'inline' in buttons ? 'inline' : 'keyboard';
}

/**
 * What is pressed in the comments of a post is gone on with there, and only a reply stands there: to the post, for a
 * question that is answered goes away. 0: elsewhere.
 */
function commentPressed(ctx: Context): number {
  const message = ctx.callbackQuery?.message;
  if (!message || !('message_thread_id' in message)) return 0;
  return message.is_topic_message ? 0 : (message.message_thread_id ?? 0);
}
