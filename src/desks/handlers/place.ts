// What becomes of the bot's place in groups, and «Start» of those who work here.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { destination } from '../../platform/outbox/index.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { mayManageStaff } from '../../staff/staff.ts';
import { isForum, membershipOf } from '../telegram-place.ts';
import type { DeskHandlersDeps } from './deps.ts';

type PlaceHandlersDeps = Pick<DeskHandlersDeps, 'membership' | 'adjust'>;

/**
 * Hears where the bot was put, promoted or thrown out, and that a group has become a supergroup.
 */
export function createPlaceHandlers(deps: PlaceHandlersDeps): Composer<BotContext> {
  const { membership, adjust } = deps;
  const composer = createComposer<BotContext>();

  composer.on('my_chat_member').filter(
    (ctx) => ctx.chat.type !== 'private',
    async (ctx) => {
      const { chat, cause, staff } = ctx;
      const place = membershipOf(ctx.myChatMember.new_chat_member);
      if (chat.type === 'group' || chat.type === 'supergroup') {
        const group = { id: chat.id, title: chat.title, isForum: isForum(chat) };
        await membership.noteMembership({ chat: group, membership: place, by: staff, cause });
      } else if (staff && mayManageStaff(staff.role) && place.status === 'administrator') {
        const reader = { destination: destination('person', staff.userId), locale: ctx.locale };
        await adjust.tell({ reader, cause }, 'desk-channel-later');
      }
    },
  );

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
