// Somebody was brought into a room by hand: the room is asked who they are, and one tap says so.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Logger } from '../../platform/logger.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { leniently } from '../../platform/telegram/leniently.ts';
import { nameButton } from '../buttons.ts';
import type { VisitorService } from '../visitor-service.ts';

export interface NewcomerHandlersDeps {
  readonly visitors: VisitorService;
  readonly logger: Logger;
}

export function createNewcomerHandlers(deps: NewcomerHandlersDeps): Composer<BotContext> {
  const { visitors, logger } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(nameButton.pattern, async (ctx) => {
    const { chatId, from, staff, cause } = ctx;
    const button = nameButton.parse(ctx.callbackQuery.data);
    const room = chatId === undefined ? null : await visitors.roomOf(chatId);
    if (!button || !room) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const visitor = await visitors.visitorOf(room, from.id, staff);
    const { id: personId, choice: role } = button;
    const { status } = await visitors.name({ visitor, personId, role, cause });
    await answerPress(ctx, ctx.t(`room-name-${status}`), status === 'no-right');
    if (status === 'no-right' || status === 'repeated') return;
    // The card says it from now on.
    await leniently(logger, { roomId: room.id }, () => ctx.deleteMessage());
  });

  return composer;
}
