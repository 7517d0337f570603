// Telegram has copied a post of a desk's channel into the discussion group: its comments hang there.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Desks } from '../../desks/index.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { DialogService } from '../service.ts';

export interface CopiedPostsDeps {
  readonly service: Pick<DialogService, 'threadKeeping'>;
  readonly desks: Pick<Desks['service'], 'findByChat'>;
}

/** Takes every «automatic forward», new or changed: nobody has written it. */
export function createCopiedPostHandlers(deps: CopiedPostsDeps): Composer<BotContext> {
  const { service, desks } = deps;
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

  return composer;
}

function isOfPost({ editedMessage }: BotContext): boolean {
  return editedMessage?.is_automatic_forward === true;
}
