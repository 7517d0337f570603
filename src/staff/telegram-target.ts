// Whom a `/staff` command is about: the person replied to, mentioned, or named by number.

import type { Filter } from 'grammy';
import type { User } from 'grammy/types';
import type { BotContext } from '../context.ts';
import { exhausted } from '../platform/errors.ts';
import { localeOf, type Translate } from '../platform/i18n.ts';
import { authorOf, fullName, isStandIn, repliedTo } from '../platform/telegram/author.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import type { Person } from './profile.ts';
import type { Target } from './staff-command.ts';

export type Found =
  | { readonly status: 'found'; readonly person: Person }
  /** Nobody who can have a role; why, in words. */
  | { readonly status: 'nobody'; readonly words: string };

type TextContext = Filter<BotContext, 'message:text'>;

/**
 * Asks Telegram about a number it is given; a Telegram that does not answer leaves the number
 * without a name.
 */
export function createTargets(t: Translate) {
  return async function findTarget(ctx: TextContext, target: Target): Promise<Found> {
    const mentioned = ctx.entities('text_mention')[0]?.user;
    if (mentioned && target.by !== 'id') return fromUser(ctx, mentioned);
    switch (target.by) {
      case 'reply':
        return fromReply(ctx);
      case 'id':
        return await fromId(ctx, target.userId);
      case 'username':
        return nobody(ctx, 'staff-target-username', target.username);
      case 'nonsense':
        return nobody(ctx, 'staff-target-nonsense', target.word);
      default:
        return exhausted(target);
    }
  };

  function fromReply(ctx: TextContext): Found {
    const message = repliedTo(ctx.msg);
    if (!message) return nobody(ctx, 'staff-target-missing');
    const author = authorOf(message);
    if (author.kind === 'person') return fromUser(ctx, author.user);
    return nobody(ctx, `staff-target-${author.kind}`);
  }

  function fromUser(ctx: TextContext, user: User): Found {
    if (user.is_bot) return nobody(ctx, 'staff-target-bot');
    const { id, username = null, language_code } = user;
    // A client shows a language only in what he sends himself; without one it is not known.
    const locale = language_code ? localeOf(language_code, ctx.locale) : null;
    return { status: 'found', person: { userId: id, name: fullName(user), username, locale } };
  }

  async function fromId(ctx: TextContext, userId: number): Promise<Found> {
    if (isStandIn(userId)) return nobody(ctx, 'staff-target-nobody');
    if (userId === ctx.me.id) return nobody(ctx, 'staff-target-bot');
    return { status: 'found', person: await lookUp(ctx, userId) };
  }

  /** Telegram tells a bot about people it has met; anybody else is a number until he acts. */
  async function lookUp(ctx: TextContext, userId: number): Promise<Person> {
    const unknown = { userId, name: null, username: null, locale: null };
    try {
      const chat = await ctx.api.getChat(userId);
      if (chat.type !== 'private') return unknown;
      return { ...unknown, name: fullName(chat), username: chat.username ?? null };
    } catch {
      return unknown;
    }
  }

  function nobody(ctx: TextContext, key: string, word = ''): Found {
    return { status: 'nobody', words: t(ctx.locale, key, { word: truncate(word, 32) }) };
  }
}
