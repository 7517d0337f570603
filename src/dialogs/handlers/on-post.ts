// A card that is a post stands outside its thread, and what is opened in the thread opens out of sight.

import type { BotContext } from '../../context.ts';

/** Whether the button that was pressed stands on a post: its presser does not see the comments. */
export function isOnPost({ chat }: Pick<BotContext, 'chat'>): boolean {
  return chat?.type === 'channel';
}

/** The answer to a press that has put a list into the thread. */
export function whereListIs(ctx: BotContext): string {
  return isOnPost(ctx) ? ctx.t('toast-list-in-comments') : '';
}
