// `/poison` of administrators, in private. For everybody else there is no such command.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import { LOCALES, type Translate } from '../platform/i18n.ts';
import { destination } from '../platform/outbox/index.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import type { ReplyNow } from '../platform/telegram/reply-now.ts';
import { parsePoisonCommand, poisonWords } from './poison.ts';
import type { OperationsService } from './service.ts';
import type { OperationsViews } from './views.ts';

export interface OperationsHandlersDeps {
  readonly service: OperationsService;
  readonly views: OperationsViews;
  readonly t: Translate;
  readonly replyNow: ReplyNow;
}

/** Whoever is no administrator is passed on, as with a command that does not exist. */
export function createOperationsHandlers(deps: OperationsHandlersDeps): Composer<BotContext> {
  const { service, views, t, replyNow } = deps;
  const composer = createComposer<BotContext>();
  const words = poisonWords((what) => LOCALES.map((locale) => t(locale, `poison-word-${what}`)));

  composer.chatType('private').command('poison', async (ctx, next) => {
    const { staff, locale, cause } = ctx;
    if (staff?.role !== 'admin') return await next();
    const reader = { destination: destination('person', staff.userId), locale };
    const command = parsePoisonCommand(ctx.match, words);
    const order = { reader, cause, by: staff.id };
    switch (command.kind) {
      case 'list':
        return await service.tellPoison(order);
      case 'replay':
        return await service.replay({ ...order, which: command.which });
      case 'drop':
        return await service.drop({ ...order, seq: command.seq });
      case 'unknown':
        return await replyNow(ctx, views.unknownWord(locale, command.word));
    }
  });

  return composer;
}
