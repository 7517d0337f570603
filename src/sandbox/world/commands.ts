// The commands a person is shown, of all the lists the bot has set.
import type { BotCommand, BotCommandScope } from '@grammyjs/types';
import type { Account } from './account.ts';
import type { ChatState } from './chat.ts';
import { isAdmin } from './members.ts';
import type { World } from './world.ts';

/** Under which a list is kept. */
export function commandsKey(scope: BotCommandScope = { type: 'default' }, language = ''): string {
  const chatId = 'chat_id' in scope ? scope.chat_id : '';
  const userId = 'user_id' in scope ? scope.user_id : '';
  return [scope.type, chatId, userId, language].join(' ');
}

/** The first list there is, from the narrowest scope on; each in the person's language first. */
export function commandsFor(
  world: World,
  chat: ChatState,
  { id, languageCode = '' }: Account,
): readonly BotCommand[] {
  for (const scope of scopesOf(chat, id)) {
    for (const language of new Set([languageCode, ''])) {
      const list = world.commands.get(commandsKey(scope, language));
      if (list && list.length > 0) return list;
    }
  }
  return [];
}

function scopesOf(chat: ChatState, userId: number): readonly BotCommandScope[] {
  const chat_id = chat.id;
  if (chat.kind === 'private') {
    return [{ type: 'chat', chat_id }, { type: 'all_private_chats' }, { type: 'default' }];
  }
  const forAdmins = isAdmin(chat, userId);
  return [
    { type: 'chat_member', chat_id, user_id: userId },
    ...(forAdmins ? [{ type: 'chat_administrators' as const, chat_id }] : []),
    { type: 'chat', chat_id },
    ...(forAdmins ? [{ type: 'all_chat_administrators' as const }] : []),
    { type: 'all_group_chats' },
    { type: 'default' },
  ];
}

/** Whether this text is a command to the bot that nobody else is to see. */
export function isWhispered(world: World, chat: ChatState, by: Account, text: string): boolean {
  const [, name, bot] = /^\/(\w{1,32})(?:@(\w+))?(?:\s|$)/.exec(text) ?? [];
  if (!name || chat.kind !== 'supergroup' || !by.seesEphemeral) return false;
  if (bot !== undefined && bot.toLowerCase() !== world.bot.username?.toLowerCase()) return false;
  return commandsFor(world, chat, by).some((one) => one.command === name && one.is_ephemeral);
}
