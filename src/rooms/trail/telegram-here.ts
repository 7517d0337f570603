// Which room a command or a press is in, and who gives it.

import type { BotContext } from '../../context.ts';
import { authorOf, fullName } from '../../platform/telegram/author.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { PlacedRoom } from '../room.ts';
import type { Acting } from './actor.ts';
import type { TrailRooms } from './deps.ts';

/** Whoever acts; null: behind the name of the group or of a channel there may be anybody. */
export function actingOf(ctx: BotContext): Acting | null {
  const { from } = ctx;
  if (!from || (ctx.message && authorOf(ctx.message).kind !== 'person')) return null;
  const { id: userId, username = null, language_code: language } = from;
  const locale = language === undefined ? null : ctx.locale;
  const seen = { userId, name: fullName(from), username, locale };
  return { seen, isStaff: ctx.staff !== null };
}

export interface CommandHere {
  readonly room: PlacedRoom;
  readonly by: Acting;
}

/** What changes something; everything else shows what is kept, also in a closed room. */
const CHANGING: ReadonlySet<string> = new Set(['agree', 'checkpoint', 'move']);

export interface HereDeps {
  readonly rooms: Pick<TrailRooms, 'ofChat'>;
  readonly replyNow: ReplyNow;
}

/**
 * The room in which a command was given and who gave it; null: it has been answered. `elsewhere`: this
 * chat is no room, and the command may be somebody else's.
 */
export function createHere({ rooms, replyNow }: HereDeps) {
  return async (ctx: BotContext, command: string): Promise<CommandHere | 'elsewhere' | null> => {
    if (ctx.chat?.type === 'private') {
      await replyNow(ctx, ctx.t('trail-only-in-rooms', { command: `/${command}` }));
      return null;
    }
    const room = ctx.chat ? await rooms.ofChat(ctx.chat.id) : null;
    if (!room) return 'elsewhere';
    const by = actingOf(ctx);
    const isOver = room.closed !== null && CHANGING.has(command);
    if (by && !isOver) return { room, by };
    await answer(ctx, by ? 'room-closed-now' : 'trail-as-yourself');
    return null;
  };

  function answer(ctx: BotContext, key: string) {
    return replyNow(ctx, { text: ctx.t(key), replyTo: ctx.msgId ?? 0, quiet: true });
  }
}

export type Here = ReturnType<typeof createHere>;
