// What comes of posts in a desk's channel: Telegram copies them into the discussion group, and comments
// hang there. Nothing that people post goes to a client.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Desks } from '../../desks/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { DialogService } from '../service.ts';

export interface CopiedPostsDeps {
  readonly service: Pick<DialogService, 'threadKeeping'>;
  readonly desks: Pick<Desks['service'], 'findByChat' | 'findByChannel'>;
  readonly replyNow: ReplyNow;
  readonly t: Translate;
}

/** Takes every «automatic forward», new or changed: nobody has written it. */
export function createCopiedPostHandlers(deps: CopiedPostsDeps): Composer<BotContext> {
  const { service, desks, replyNow, t } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:is_automatic_forward', async ({ message, cause }) => {
    const origin = message.forward_origin;
    if (origin?.type !== 'channel') return;
    const desk = await desks.findByChat(message.chat.id);
    if (!desk || desk.channelId !== origin.chat.id) return;
    const post = { channelId: desk.channelId, postId: origin.message_id };
    await service.threadKeeping.copied({ cause, ...post, rootId: message.message_id });
  });

  // A post that was changed changes its copy, and an administrator of the group is told so: cards are
  // changed all the time, and nobody has said it.
  composer.on('edited_message').filter(isOfPost, () => undefined);

  // Whoever answers a card in the channel itself believes that the client reads it.
  composer.on('channel_post', async (ctx, next) => {
    const { chat, channelPost: post } = ctx;
    const card = post.reply_to_message?.message_id;
    const desk = card === undefined ? null : await desks.findByChannel(chat.id);
    if (card === undefined || !desk) return await next();
    if (!(await service.threadKeeping.isCard(chat.id, card))) return await next();
    const text = t(desk.locale, 'channel-post-not-sent');
    await replyNow(ctx, { text, replyTo: post.message_id, quiet: true });
  });

  return composer;
}

function isOfPost({ editedMessage }: BotContext): boolean {
  return editedMessage?.is_automatic_forward === true;
}
