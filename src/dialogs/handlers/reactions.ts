// Reactions of people, in the client's chat with the bot and in the threads of a desk. Nobody knows who
// stands behind a group's or a channel's reaction, so that it never crosses.

import type { Composer } from 'grammy';
import type { ReactionType } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { DialogService } from '../service.ts';

export interface ReactionHandlerDeps {
  readonly service: Pick<DialogService, 'react'>;
}

/** Takes every change of a reaction, whether it is of use or not. */
export function createReactionHandlers({ service }: ReactionHandlerDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.on('message_reaction', async (ctx) => {
    const { chat, message_id: messageId, user, new_reaction } = ctx.messageReaction;
    if (!user || user.is_bot) return;
    const isDirect = chat.type === 'private';
    // An employee's own chat with the bot is no dialog; in a desk only employees speak to clients. Which
    // messages are a dialog's their places tell, also in a group where the desk is no more.
    if (isDirect === (ctx.staff !== null)) return;
    const at = { chatId: chat.id, messageId };
    const { cause, staff } = ctx;
    await service.react({ cause, at, staff, reactions: new_reaction.map(wordFor) });
  });

  return composer;
}

function wordFor(reaction: ReactionType): string {
  switch (reaction.type) {
    case 'emoji':
      return reaction.emoji;
    case 'custom_emoji':
      return `custom:${reaction.custom_emoji_id}`;
    case 'paid':
      return 'paid';
  }
}
