// The bot comes into a group with rights: by a link of its own, or because a person has shared the group.
import type { Account } from './account.ts';
import { type ChatState, isGroup, type Rights } from './chat.ts';
import { comeIn } from './joining.ts';
import { hasRight, isInside, memberOf, setMember } from './members.ts';
import { migrate } from './migration.ts';
import { newChatId, type World } from './world.ts';

/** Whether this person may bring the bot in, with rights or as a plain member. */
export function mayAddBot(chat: ChatState, person: Account, rights: Rights | undefined): boolean {
  if (!isGroup(chat) || !isInside(chat, person.id)) return false;
  return rights === undefined || hasRight(chat, person.id, 'can_promote_members');
}

/**
 * The bot is in, with these rights besides those it had; a basic group, which knows no such rights, is
 * upgraded by it.
 * @returns the chat it is in, which has a new id if it was upgraded
 */
export function addBot(
  world: World,
  chat: ChatState,
  person: Account,
  rights: Rights | undefined,
): ChatState {
  if (rights === undefined) {
    comeIn(world, chat, world.bot, { by: person });
    return chat;
  }
  const place = chat.kind === 'group' ? migrate(world, chat, newChatId(world, false)) : chat;
  if (!isInside(place, world.bot.id)) {
    comeIn(world, place, world.bot, { by: person, rights });
    return place;
  }
  const all = { ...memberOf(place, world.bot.id).rights, ...rights };
  setMember(world, place, world.bot.id, { status: 'administrator', rights: all }, person);
  return place;
}
