// `/header`: the lines at the top of a desk's cards, shown and changed.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { LOCALES } from '../../platform/i18n.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { DeskChange } from '../adjust.ts';
import {
  type HeaderCommand,
  type HeaderVocabulary,
  lineVocabulary,
  normal,
  parseHeaderCommand,
  vocabularyOf,
} from '../header-command.ts';
import { atDesk } from './at-desk.ts';
import type { DeskHandlersDeps } from './deps.ts';

/** Answers `/header` of managers at the desk; a client alone with the bot has no such command. */
export function createHeaderHandlers(deps: DeskHandlersDeps): Composer<BotContext> {
  const { adjust, views, t, replyNow, channels, statuses } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('header', (ctx, next) =>
    atDesk(deps, ctx, next, async ({ staff, ...place }) => {
      const command = parseHeaderCommand(String(ctx.match ?? ''), vocabulary());
      await obey(ctx, command, { by: staff, ...place, cause: ctx.cause });
    }),
  );

  async function obey(ctx: BotContext, command: HeaderCommand, change: DeskChange): Promise<void> {
    switch (command.kind) {
      case 'show':
        return await adjust.tell(change, 'desk-header', { deskId: change.desk.id });
      case 'unknown-line':
        return await replyNow(ctx, views.unknownLine(ctx.locale, command.word));
      case 'unknown-scope':
        return await replyNow(ctx, views.unknownScope(ctx.locale, command.word));
      case 'set':
      case 'reset': {
        const lines = command.kind === 'set' ? command.lines : null;
        await adjust.setHeader({ ...change, scope: command.scope, lines });
      }
    }
  }

  function vocabulary(): HeaderVocabulary {
    const inAll = (key: string) => LOCALES.map((locale) => t(locale, key));
    return {
      lines: lineVocabulary((line) => inAll(`header-${line}`)),
      channels: vocabularyOf(channels, (channel) => inAll(`channel-${channel}`)),
      statuses: vocabularyOf(statuses, (status) => inAll(`status-${status}`)),
      reset: new Set([...inAll('desk-header-reset-word'), 'default'].map(normal)),
    };
  }

  return composer;
}
