// The two links of a client: the one that brings the bot into their group, and the one that hangs at their
// workplaces. Come before the desks, which take every group for a desk to be, and greet whoever works here.

import type { Composer } from 'grammy';
import type { User } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import type { SeenPerson } from '../../people/person.ts';
import { localeOf } from '../../platform/i18n.ts';
import { fullName } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { lookAtGroup } from '../../rooms/telegram-look.ts';
import { CONNECT_PREFIX, mayServe, QR_PREFIX } from './client.ts';
import type { ClientService } from './service.ts';

export interface PlaceHandlersDeps {
  readonly service: Pick<ClientService, 'connect' | 'enter'>;
  readonly replyNow: ReplyNow;
}

export function createPlaceHandlers({
  service,
  replyNow,
}: PlaceHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer
    .chatType(['group', 'supergroup'])
    .command('start')
    .filter(
      (ctx) => ctx.match.startsWith(CONNECT_PREFIX),
      async (ctx) => {
        const { staff: by, chat, cause } = ctx;
        // Whoever has got hold of the link learns nothing about whose it is.
        if (!by || !mayServe(by)) return await replyNow(ctx, ctx.t('clients-connect-staff-only'));
        const code = ctx.match.slice(CONNECT_PREFIX.length);
        await service.connect({ code, by, cause, site: await lookAtGroup(ctx, chat.id) });
      },
    );

  composer
    .chatType('private')
    .command('start')
    .filter(
      (ctx) => ctx.match.startsWith(QR_PREFIX),
      async (ctx) => {
        const qrCode = ctx.match.slice(QR_PREFIX.length);
        await service.enter({ qrCode, seen: seen(ctx, ctx.from), cause: ctx.cause });
      },
    );

  return composer;
}

function seen(ctx: BotContext, user: User): SeenPerson {
  const locale = user.language_code ? localeOf(user.language_code, ctx.locale) : null;
  return { userId: user.id, name: fullName(user), username: user.username ?? null, locale };
}
