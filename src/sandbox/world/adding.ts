// The bot comes into a group with rights: by a link of its own, or because a person has shared the group.
import type { Account } from './account.ts';
import { type ChatState, isGroup, type Rights } from './chat.ts';
import { comeIn } from './joining.ts';
import { hasRight, isInside, memberOf, type Right, setMember } from './members.ts';
import { migrate } from './migration.ts';
import { newChatId, type World } from './world.ts';

/** The names of the rights that are given, none for none. */
export function namesOf(rights: Rights | undefined): readonly Right[] {
  return (Object.keys(rights ?? {}) as Right[]).filter((name) => rights?.[name] === true);
}

/** Whether this person may bring the bot in, with rights or as a plain member. */
export function mayAddBot(chat: ChatState, person: Account, rights: Rights | undefined): boolean {
  if (!isGroup(chat) || !isInside(chat, person.id)) return false;
  return namesOf(rights).length === 0 || hasRight(chat, person.id, 'can_promote_members');
}

/**
 * The bot is in, with these rights besides those it has; a basic group, which knows no such rights, is
 * upgraded as soon as it is in.
 * @returns the chat it is in, which has a new id if it was upgraded
 */
export function addBot(
  world: World,
  chat: ChatState,
  person: Account,
  rights: Rights | undefined,
): ChatState {
  const { bot } = world;
  const names = namesOf(rights);
  if (names.length === 0) {
    comeIn(world, chat, bot, { by: person });
    return chat;
  }
  const isBasic = chat.kind === 'group';
  comeIn(world, chat, bot, { by: person, ...(isBasic || !rights ? {} : { rights }) });
  const place = isBasic ? migrate(world, chat, newChatId(world, false)) : chat;
  if (names.every((name) => hasRight(place, bot.id, name))) return place;
  const all = { ...memberOf(place, bot.id).rights, ...rights };
  setMember(world, place, bot.id, { status: 'administrator', rights: all }, person);
  return place;
}
