// What becomes of groups and of who is in them, as Telegram tells it. Comes before the desks, which take
// every group for one that may become a desk.

import type { Composer } from 'grammy';
import type { Chat, ChatMember, User } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import type { SeenPerson } from '../../people/person.ts';
import { localeOf } from '../../platform/i18n.ts';
import { fullName } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { type Actor, SYSTEM } from '../notes.ts';
import { lookAtGroup } from '../telegram-look.ts';
import type { RoomHandlersDeps } from './deps.ts';

export function createPlaceHandlers(deps: RoomHandlersDeps): Composer<BotContext> {
  const { stock, stockPeople, rooms, members, doors, staffByUser } = deps;
  const composer = createComposer<BotContext>();

  composer.on('my_chat_member', async (ctx, next) => {
    const { chat, cause } = ctx;
    if (chat.type === 'private' || !(await stock.groupOf(chat.id))) return await next();
    await stock.noteSite({ site: await lookAtGroup(ctx, chat.id), cause });
  });

  composer.on('chat_member', async (ctx, next) => {
    const { old_chat_member: before, new_chat_member: after } = ctx.chatMember;
    const group = after.user.is_bot ? null : await stock.groupOf(ctx.chat.id);
    if (!group) return await next();
    if (isInside(before) === isInside(after)) return;
    await (isInside(after) ? came(ctx, ctx.chat, after.user) : went(ctx, ctx.chat, before));
  });

  async function came(ctx: BotContext, chat: Chat, user: User): Promise<void> {
    const { cause } = ctx;
    const staff = await staffByUser(user.id);
    const passage = { chatId: chat.id, userId: user.id, isStaff: staff !== null, cause };
    const room = await roomOf(chat, () => stockPeople.came(passage));
    if (room) await members.join({ room, seen: seen(ctx, user), staff, cause });
  }

  async function went(ctx: BotContext, chat: Chat, { user, status }: ChatMember): Promise<void> {
    const { cause, from } = ctx;
    const isStaff = (await staffByUser(user.id)) !== null;
    const passage = { chatId: chat.id, userId: user.id, isStaff, cause };
    const room = await roomOf(chat, () => stockPeople.went(passage));
    const removedBy = from && from.id !== user.id ? await removerOf(from) : null;
    const leaving = { seen: seen(ctx, user), wasOwner: status === 'creator', removedBy, cause };
    if (room) await members.leave({ room, ...leaving });
  }

  /** Whoever works here is named; whom else Telegram shows may be hidden behind the group's name. */
  async function removerOf({ id }: User): Promise<Actor> {
    const staff = await staffByUser(id);
    return staff ? { kind: 'staff', id: staff.id } : SYSTEM;
  }

  /** The room of a chat, unless that is of the stock; a group may be handed out in this very instant. */
  async function roomOf({ id }: Chat, inStock: () => Promise<boolean>) {
    return (await rooms.ofChat(id)) ?? ((await inStock()) ? null : await rooms.ofChat(id));
  }

  composer.on('chat_join_request', async (ctx, next) => {
    const { chat, from, cause } = ctx;
    if (!(await stock.groupOf(chat.id))) return await next();
    await doors.judge({ chatId: chat.id, seen: seen(ctx, from), cause });
  });

  composer.on('message:migrate_to_chat_id', async (ctx, next) => {
    const ids = { from: ctx.chat.id, to: ctx.message.migrate_to_chat_id };
    if (!(await migrated(ctx, ids))) await next();
  });
  composer.on('message:migrate_from_chat_id', async (ctx, next) => {
    const ids = { from: ctx.message.migrate_from_chat_id, to: ctx.chat.id };
    if (!(await migrated(ctx, ids))) await next();
  });

  async function migrated(
    { cause }: BotContext,
    ids: { readonly from: number; readonly to: number },
  ): Promise<boolean> {
    if (!(await stock.groupOf(ids.from)) && !(await stock.groupOf(ids.to))) return false;
    await stock.migrate({ ...ids, cause });
    return true;
  }

  return composer;
}

/** Whom an update shows; of others than its author Telegram tells no language. */
export function seen(ctx: BotContext, user: User): SeenPerson {
  const locale = user.language_code ? localeOf(user.language_code, ctx.locale) : null;
  return { userId: user.id, name: fullName(user), username: user.username ?? null, locale };
}

function isInside(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member;
  return member.status !== 'left' && member.status !== 'kicked';
}
