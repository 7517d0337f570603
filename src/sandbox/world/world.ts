// Everything the sandbox knows, in memory: accounts, chats, what waits for the bot, what the bot did.
import type { BotCommand } from '@grammyjs/types';
import { badRequest } from '../bot-api/refusal.ts';
import { type Account, createAccount, type NewAccount } from './account.ts';
import { type CallLog, createCallLog } from './call-log.ts';
import { type Changes, createChanges } from './changes.ts';
import { type ChatState, createChatState, type NewChat, type Rights } from './chat.ts';
import type { Connection } from './connection.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFiles, type Files } from './files.ts';
import type { InlineAsked } from './inline-asked.ts';
import { createLimiter, type Limiter, type Limits } from './limiter.ts';
import type { Press } from './press.ts';
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts';

export type World = {
  readonly bot: Account;
  readonly accounts: Map<number, Account>;
  readonly chats: Map<number, ChatState>;
  readonly updates: UpdateQueue;
  readonly presses: Map<string, Press>;
  readonly inlineQueries: Map<string, InlineAsked>;
  /** Business accounts that have connected the bot, by their owner. */
  readonly connections: Map<number, Connection>;
  readonly files: Files;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly limiter: Limiter;
  readonly changes: Changes;
  /** Commands shown to people, by scope and language. */
  readonly commands: Map<string, readonly BotCommand[]>;
  /** The rights that are suggested where somebody adds the bot. */
  readonly defaultRights: Map<'group' | 'channel', Rights>;
  readonly settings: WorldSettings;
  now(): Date;
  /** Unix seconds, as dates of messages are counted. */
  seconds(): number;
  /** A number that was not given out before, for ids of people, chats, presses and files. */
  nextNumber(): number;
  /** Private chats and basic groups share one row of message ids per bot; others have their own. */
  nextMessageId(chat: ChatState): number;
};

export type WorldSettings = {
  token: string;
  tokenIsValid: boolean;
  webhookUrl: string;
  /** BotFather's privacy mode is off: the bot reads groups where it is no administrator. */
  canReadAllGroupMessages: boolean;
};

export type WorldOptions = {
  readonly token: string;
  readonly now: () => Date;
  readonly limits: Limits;
};

/**
 * An empty Telegram with the bot of this token alone in it. Each call and update has its hour from
 * `now`.
 */
export function createWorld({ token, now, limits }: WorldOptions): World {
  const bot = createAccount({
    id: Number.parseInt(token, 10),
    isBot: true,
    firstName: 'Deskroom',
    username: 'deskroom_bot',
  });
  let lastNumber = 0;
  let lastSharedMessageId = 0;
  return {
    bot,
    accounts: new Map([[bot.id, bot]]),
    chats: new Map(),
    updates: createUpdateQueue(now),
    presses: new Map(),
    inlineQueries: new Map(),
    connections: new Map(),
    files: createFiles(),
    calls: createCallLog(now),
    faults: createFaults(),
    limiter: createLimiter(limits, now),
    changes: createChanges(),
    commands: new Map(),
    defaultRights: new Map(),
    settings: {
      token,
      tokenIsValid: true,
      webhookUrl: '',
      canReadAllGroupMessages: true,
    },
    now,
    seconds: () => Math.floor(now().getTime() / 1000),
    nextNumber() {
      lastNumber += 1;
      return lastNumber;
    },
    nextMessageId(chat) {
      if (chat.kind === 'supergroup' || chat.kind === 'channel') chat.lastMessageId += 1;
      else chat.lastMessageId = lastSharedMessageId += 1;
      return chat.lastMessageId;
    },
  };
}

/** Adds an account; a private chat with the bot begins to exist when somebody writes in it. */
export function addAccount(world: World, account: NewAccount): Account {
  const created = createAccount(account);
  world.accounts.set(created.id, created);
  return created;
}

/** The id of a new chat; a basic group's is of another kind. */
export function newChatId(world: World, isBasic: boolean): number {
  const number = world.nextNumber();
  return isBasic ? -(4_000_000_000 + number) : -(1_002_000_000_000 + number);
}

/** Adds a chat in which nobody is yet. */
export function addChat(world: World, chat: NewChat): ChatState {
  const created = createChatState(chat);
  world.chats.set(created.id, created);
  return created;
}

/** The private chat of this account with the bot. */
export function privateChatOf(world: World, account: Account): ChatState {
  const known = world.chats.get(account.id);
  if (known) return known;
  const title = [account.firstName, account.lastName].filter(Boolean).join(' ');
  const chat = addChat(world, { id: account.id, kind: 'private', title });
  for (const userId of [account.id, world.bot.id]) {
    chat.members.set(userId, { userId, status: 'member', rights: {}, permissions: {} });
  }
  return chat;
}

/**
 * The chat a method names by id or @username.
 * @throws Refusal 400 `chat not found`, also for a person the bot has never met
 */
export function findChat(world: World, chatId: number | string | undefined): ChatState {
  if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty');
  const id = Number(chatId);
  const chat = Number.isNaN(id) ? findByUsername(world, String(chatId)) : world.chats.get(id);
  if (chat && chat.kind !== 'private') return chat;
  const account = world.accounts.get(chat?.id ?? id);
  if (!account?.met) throw badRequest('chat not found');
  return privateChatOf(world, account);
}

function findByUsername(world: World, name: string): ChatState | undefined {
  return [...world.chats.values()].find(
    (chat) =>
      chat.kind !== 'private' && chat.username !== undefined && `@${chat.username}` === name,
  );
}
