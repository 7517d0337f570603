// Reactions of employees in clients' groups and in the threads of tickets. Behind a group's or a channel's reaction there
// may be anybody, and it does nothing.

import type { Composer } from 'grammy';
import type { ReactionType } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import type { Desks } from '../../desks/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import { destination } from '../../platform/outbox/index.ts';
import { fullName } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { MessagePlace } from '../message.ts';
import type { SignCommand, SignService } from './service.ts';
import { DONE, type SignChange, signChanges } from './sign.ts';

export interface SignHandlersDeps {
  readonly database: Database;
  readonly service: SignService;
  readonly rooms: Pick<Rooms['service'], 'ofChat'>;
  readonly desks: Pick<Desks['service'], 'deskLocale'>;
  readonly defaultLocale: Locale;
  readonly ticketSaidAt: (
    at: MessagePlace,
  ) => Promise<{ readonly ticketId: number; readonly dialogId: number } | null>;
}

/** What means nothing to tickets goes on to others. */
export function createSignHandlers(deps: SignHandlersDeps): Composer<BotContext> {
  const { database, service, rooms, desks, defaultLocale, ticketSaidAt } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message_reaction', async (ctx, next) => {
    const { staff, messageReaction: reaction } = ctx;
    const changes = signChanges(emojiIn(reaction.old_reaction), emojiIn(reaction.new_reaction));
    // Who changes one into another means what they show now.
    const change = changes.find(({ isPut }) => isPut) ?? changes[0];
    if (!staff || !reaction.user || reaction.user.is_bot || !change) return await next();
    const place = await placeOf(reaction.chat.id, reaction.message_id, staff, change);
    if (!place) return await next();
    const { id: userId, username = null } = reaction.user;
    const seen = { userId, name: fullName(reaction.user), username, locale: staff.locale };
    const { status } = await service.react({
      ...{ ...place, cause: ctx.cause, staff, change, asker: { seen, staff } },
      at: { chatId: reaction.chat.id, messageId: reaction.message_id },
      reactedAt: new Date(reaction.date * 1_000),
    });
    if (status === 'of-no-use') await next();
  });

  /** Where it can mean something, and who reads what was not done: in a client's group nobody does. */
  async function placeOf(
    chatId: number,
    messageId: number,
    { userId, locale }: Staff,
    { sign }: SignChange,
  ): Promise<Pick<SignCommand, 'roomId' | 'ticketId' | 'reader'> | null> {
    const room = await rooms.ofChat(chatId);
    if (room) {
      if (room.kind !== 'support') return null;
      const reader = { destination: destination('person', userId), locale };
      return { roomId: room.id, ticketId: null, reader };
    }
    const found = sign === DONE ? await ticketSaidAt({ chatId, messageId }) : null;
    if (!found) return null;
    const deskLocale = (await desks.deskLocale(database.prisma)) ?? defaultLocale;
    const reader = { destination: destination('thread', found.dialogId), locale: deskLocale };
    return { roomId: null, ticketId: found.ticketId, reader };
  }

  return composer;
}

function emojiIn(reactions: readonly ReactionType[]): string[] {
  return reactions.flatMap((one) => (one.type === 'emoji' ? [one.emoji] : []));
}
