// Who may give the commands that change who works here and where. Whoever may not is told so, and the
// attempt is noted.

import type { BotContext } from '../context.ts';
import type { Logger } from '../platform/logger.ts';
import { authorOf } from '../platform/telegram/author.ts';
import type { ReplyNow } from '../platform/telegram/reply-now.ts';
import { mayManageStaff, type Staff } from './staff.ts';

export type Entry =
  | { readonly status: 'manager'; readonly staff: Staff }
  /** Answered already. */
  | { readonly status: 'refused' }
  /**
   * A client in a private chat, to whom such a command is one that does not exist; a channel's post that
   * Telegram has brought into the discussion group.
   */
  | { readonly status: 'not-ours' };

export type Gate = (ctx: BotContext) => Promise<Entry>;

export interface GateDeps {
  readonly replyNow: ReplyNow;
  readonly logger: Logger;
}

/** Answers and logs whoever is refused, so that callers need not. */
export function createGate({ replyNow, logger }: GateDeps): Gate {
  return async function gate(ctx) {
    const { staff, chat, msg } = ctx;
    if (staff && mayManageStaff(staff.role)) return { status: 'manager', staff };
    if (!msg || !chat || (chat.type === 'private' && !staff)) return { status: 'not-ours' };
    if (msg.is_automatic_forward) return { status: 'not-ours' };
    const facts = { userId: ctx.from?.id, chatId: chat.id, staffId: staff?.id };
    logger.warn(facts, 'a command of managers was refused');
    // An anonymous admin acts as the group, so that his rights are nobody's.
    const anonymous = authorOf(msg).kind === 'anonymous-admin';
    await replyNow(ctx, ctx.t(anonymous ? 'staff-anonymous' : 'staff-refused-no-right'));
    return { status: 'refused' };
  };
}
