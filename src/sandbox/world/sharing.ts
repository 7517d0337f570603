// What a person gives the bot through a button of its keyboard: a group of theirs, people they know.
import type {
  ChatShared,
  KeyboardButtonRequestChat,
  KeyboardButtonRequestUsers,
  SharedUser,
} from '@grammyjs/types';
import type { Account } from './account.ts';
import { addBot, mayAddBot, namesOf } from './adding.ts';
import type { ChatState } from './chat.ts';
import { photoSizes } from './media.ts';
import { hasRight, isInside, memberOf, setMember } from './members.ts';
import { addChat, newChatId, type World } from './world.ts';

/** Why a person's program does not offer this chat; null: it does. */
export function unfitFor(
  world: World,
  chat: ChatState,
  person: Account,
  wish: KeyboardButtonRequestChat,
): string | null {
  const { chat_is_forum: forum, chat_has_username: named } = wish;
  if (!isInside(chat, person.id) || chat.deleted) return 'it is none of theirs';
  if ((chat.kind === 'channel') !== wish.chat_is_channel) return 'it is of another kind';
  if (forum !== undefined && chat.isForum !== forum) return forum ? 'no forum' : 'a forum';
  if (named !== undefined && (chat.username !== undefined) !== named) return 'its username';
  const isOwner = memberOf(chat, person.id).status === 'creator';
  if (wish.chat_is_created && !isOwner) return 'somebody else owns it';
  const own = namesOf(wish.user_administrator_rights);
  if (own.some((name) => !hasRight(chat, person.id, name))) return 'they lack rights there';
  const brings = wish.bot_is_member === true || wish.bot_administrator_rights !== undefined;
  const isThere = isInside(chat, world.bot.id);
  if (brings && !isThere && !mayAddBot(chat, person, wish.bot_administrator_rights)) {
    return 'they may not bring the bot in';
  }
  return null;
}

/** A group made for the request: a basic one unless a forum or a username is asked for. */
export function createFor(
  world: World,
  person: Account,
  wish: KeyboardButtonRequestChat,
  { title, username }: { readonly title: string; readonly username?: string },
): ChatState {
  const isBasic = !wish.chat_is_forum && !wish.chat_has_username;
  const chat = addChat(world, {
    id: newChatId(world, isBasic),
    kind: isBasic ? 'group' : 'supergroup',
    title,
    isForum: wish.chat_is_forum ?? false,
    ...(wish.chat_has_username && username ? { username } : {}),
  });
  setMember(world, chat, person.id, { status: 'creator' }, person);
  return chat;
}

/** Brings the bot in as the request wishes; nothing if it wishes nothing of the kind. */
export function bringBot(
  world: World,
  chat: ChatState,
  person: Account,
  wish: KeyboardButtonRequestChat,
): void {
  const isWished = wish.bot_is_member === true || namesOf(wish.bot_administrator_rights).length > 0;
  if (isWished) addBot(world, chat, person, wish.bot_administrator_rights);
}

/** What the bot is told of a chat: its id, and what it has asked for besides. */
export function sharedChat(
  world: World,
  { id, title, username, photoId }: ChatState,
  wish: KeyboardButtonRequestChat,
): ChatShared {
  const photo = photoId === null ? undefined : world.files.get(photoId);
  return {
    request_id: wish.request_id,
    chat_id: id,
    ...(wish.request_title ? { title } : {}),
    ...(wish.request_username && username ? { username } : {}),
    ...(wish.request_photo && photo ? { photo: photoSizes(world.files, photo) } : {}),
  };
}

/** What the bot is told of a person. */
export function sharedUser(account: Account, wish: KeyboardButtonRequestUsers): SharedUser {
  const { id, firstName, lastName, username } = account;
  return {
    user_id: id,
    ...(wish.request_name ? { first_name: firstName } : {}),
    ...(wish.request_name && lastName ? { last_name: lastName } : {}),
    ...(wish.request_username && username ? { username } : {}),
  };
}
