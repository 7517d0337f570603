// People and bots of the sandbox, and how a private chat between one of them and the bot stands.
import type { User } from '@grammyjs/types';

export type Account = {
  readonly id: number;
  readonly isBot: boolean;
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  /** Given away by a button that asks for it, and to nobody otherwise. */
  readonly phone: string;
  /** A word about who this is, for people who pick one on the page; the bot never sees it. */
  readonly about?: string;
  deactivated: boolean;
  /** The person pressed «Start» once, so the bot may write first. */
  started: boolean;
  /** The person blocked the bot. */
  blocked: boolean;
  /** Unix seconds until which the bot may write first, because the person asks to be let into a group. */
  heardUntil: number;
  /** The person's program shows messages that are for one alone; the bot cannot know. */
  seesEphemeral: boolean;
  /** The bot has met this account in an update: it can be asked for by id. */
  met: boolean;
};

export type NewAccount = {
  readonly id: number;
  readonly isBot?: boolean;
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly languageCode?: string;
  readonly about?: string;
  readonly phone?: string;
};

/** Somebody who has not started the bot yet, and whom the bot has not met. */
export function createAccount({ isBot = false, ...account }: NewAccount): Account {
  const phone = account.phone ?? `+7${String(9_000_000_000 + (account.id % 1_000_000_000))}`;
  return {
    ...account,
    isBot,
    phone,
    deactivated: false,
    started: false,
    blocked: false,
    heardUntil: 0,
    seesEphemeral: true,
    met: false,
  };
}

/** Telegram's own accounts behind which others write. */
export const serviceAccounts = {
  /** Shown as the author of what an anonymous administrator writes. */
  anonymousAdmin: {
    id: 1087968824,
    isBot: true,
    firstName: 'Group',
    username: 'GroupAnonymousBot',
  },
  /** Shown as the author of what a channel writes in a group. */
  channel: { id: 136817688, isBot: true, firstName: 'Channel', username: 'Channel_Bot' },
  /** Shown as the author of posts that come into the discussion group by themselves. */
  telegram: { id: 777000, isBot: false, firstName: 'Telegram' },
} as const satisfies Record<string, NewAccount>;

/** The account as the Bot API shows it. */
export function userOf(account: NewAccount): User {
  return {
    id: account.id,
    is_bot: account.isBot ?? false,
    first_name: account.firstName,
    ...(account.lastName === undefined ? {} : { last_name: account.lastName }),
    ...(account.username === undefined ? {} : { username: account.username }),
    ...(account.languageCode === undefined ? {} : { language_code: account.languageCode }),
  };
}
