// A chat's name, description and picture; what the bot wants to be allowed where it comes in.
import { badRequest } from '../bot-api/refusal.ts';
import { assertRight, readableChat } from '../world/access.ts';
import { userOf } from '../world/account.ts';
import type { ChatState } from '../world/chat.ts';
import { photoSizes } from '../world/media.ts';
import { allRights } from '../world/members.ts';
import { type Draft, deliver, post } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { findFile } from './media.ts';
import type { MethodTable } from './method.ts';

export const chatInfoMethods = {
  /** The name a chat has already is no change, and nothing is said of it. */
  setChatTitle(world, { chat_id, title }) {
    const chat = changeable(world, chat_id, 'title');
    assertRight(world, chat, 'can_change_info', 'to change chat title');
    const name = title.trim();
    if (name === '') throw badRequest('title must be non-empty');
    if (name === chat.title) return true;
    chat.title = name;
    announce(world, chat, { new_chat_title: name });
    return true;
  },

  setChatDescription(world, { chat_id, description = '' }) {
    const chat = changeable(world, chat_id, 'description');
    assertRight(world, chat, 'can_change_info', 'to set chat description');
    const text = description.trim();
    if (text === chat.description) throw badRequest('chat description is not modified');
    chat.description = text;
    world.changes.tell({ what: 'members', chatId: chat.id });
    return true;
  },

  /** Only a picture that comes with the call will do. */
  setChatPhoto(world, { chat_id, photo }) {
    const chat = changeable(world, chat_id, 'photo');
    assertRight(world, chat, 'can_change_info', 'to change chat photo');
    const file = findFile(world, 'photo', photo);
    chat.photoId = file.id;
    announce(world, chat, { new_chat_photo: photoSizes(world.files, file) });
    return true;
  },

  deleteChatPhoto(world, { chat_id }) {
    const chat = changeable(world, chat_id, 'photo');
    assertRight(world, chat, 'can_change_info', 'to change chat photo');
    if (chat.photoId === null) return true;
    chat.photoId = null;
    announce(world, chat, { delete_chat_photo: true });
    return true;
  },

  /** What is ticked where somebody adds the bot as an administrator and no link says otherwise. */
  setMyDefaultAdministratorRights({ defaultRights }, { rights = {}, for_channels = false }) {
    defaultRights.set(for_channels ? 'channel' : 'group', { ...rights });
    return true;
  },

  getMyDefaultAdministratorRights({ defaultRights }, { for_channels = false }) {
    const { can_manage_chat = false, ...rights } =
      defaultRights.get(for_channels ? 'channel' : 'group') ?? {};
    return { ...allRights(rights), can_manage_chat };
  },
} satisfies MethodTable;

function changeable(world: World, chatId: number | string, what: string): ChatState {
  const chat = readableChat(world, chatId);
  if (chat.kind === 'private') throw badRequest(`can't change private chat ${what}`);
  return chat;
}

function announce(world: World, chat: ChatState, content: Draft['content']): void {
  world.changes.tell({ what: 'members', chatId: chat.id });
  deliver(world, chat, post(world, chat, { from: userOf(world.bot), content }));
}
