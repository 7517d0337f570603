// What becomes of the bot's place in groups, and «Start» of those who work here.

import type { Composer } from 'grammy';
import type { Chat } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import { destination } from '../../platform/outbox/index.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { mayManageStaff } from '../../staff/staff.ts';
import { lookAtChannel } from '../telegram-channel.ts';
import { isForum, membershipOf } from '../telegram-place.ts';
import type { DeskHandlersDeps } from './deps.ts';

type PlaceHandlersDeps = Pick<DeskHandlersDeps, 'service' | 'membership' | 'adjust'>;

/**
 * Hears where the bot was put, promoted or thrown out, and that a group has become a supergroup.
 */
export function createPlaceHandlers(deps: PlaceHandlersDeps): Composer<BotContext> {
  const { service, membership, adjust } = deps;
  const composer = createComposer<BotContext>();

  composer.on('my_chat_member').filter(
    (ctx) => ctx.chat.type !== 'private',
    async (ctx) => {
      const { chat, cause, staff } = ctx;
      const isChannel = chat.type === 'channel';
      const desk = isChannel
        ? await service.findByChannel(chat.id)
        : await service.findByChat(chat.id);
      if (desk?.channelId) {
        const site = await lookAtChannel(ctx, desk.channelId);
        return await membership.noteFooting({ deskId: desk.id, site, cause });
      }
      if (isChannel) return await addedToChannel(ctx);
      const place = membershipOf(ctx.myChatMember.new_chat_member);
      const group = { id: chat.id, title: chat.title ?? '', isForum: isForum(chat) };
      await membership.noteMembership({ chat: group, membership: place, by: staff, cause });
    },
  );

  /** Whoever may make a desk of it reads what is still to be done. */
  async function addedToChannel(ctx: BotContext & { readonly chat: Chat }): Promise<void> {
    const { chat, cause, staff, locale } = ctx;
    if (!staff || !mayManageStaff(staff.role)) return;
    const { title, footing } = await lookAtChannel(ctx, chat.id);
    if (!footing.isAdmin) return;
    const reader = { destination: destination('person', staff.userId), locale };
    await adjust.tell({ reader, cause }, 'desk-channel', { title, missing: footing.missing });
  }

  composer.on('message:migrate_to_chat_id', async ({ chat, message, cause }) => {
    const ids = { oldChatId: chat.id, newChatId: message.migrate_to_chat_id };
    await membership.migrate({ ...ids, cause });
  });
  composer.on('message:migrate_from_chat_id', async ({ chat, message, cause }) => {
    const ids = { oldChatId: message.migrate_from_chat_id, newChatId: chat.id };
    await membership.migrate({ ...ids, cause });
  });

  return composer;
}

/** «Start» and «/help» of those who work here; everybody else's is the clients' affair. */
export function createStartHandlers({
  adjust,
  onStaffStart,
}: Pick<DeskHandlersDeps, 'adjust' | 'onStaffStart'>): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  composer.chatType('private').command(['start', 'help'], async (ctx, next) => {
    const { staff, cause } = ctx;
    if (!staff) return await next();
    const reader = { destination: destination('person', staff.userId), locale: ctx.locale };
    const name = mayManageStaff(staff.role) ? 'desk-steps' : 'desk-staff-start';
    await adjust.tell({ reader, cause }, name);
    onStaffStart(staff.userId);
  });
  return composer;
}
