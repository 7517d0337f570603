// What the bot may know of a chat and its members; pins; commands; files.
import type { ChatFullInfo, ChatPhoto } from '@grammyjs/types';
import { badRequest } from '../bot-api/refusal.ts';
import { assertRight, readableChat } from '../world/access.ts';
import type { ChatState } from '../world/chat.ts';
import { chatOf } from '../world/chat-object.ts';
import { commandsKey } from '../world/commands.ts';
import { chatMemberOf, everyPermission, isAdmin, isInside, setMember } from '../world/members.ts';
import { findMessage } from '../world/messages.ts';
import { pin, unpin } from '../world/pins.ts';
import type { World } from '../world/world.ts';
import type { MethodTable, Result } from './method.ts';

const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

export const chatMethods = {
  getChat(world, { chat_id }) {
    return fullInfo(world, readableChat(world, chat_id));
  },

  getChatMember(world, { chat_id, user_id }) {
    const chat = readableChat(world, chat_id);
    if (!world.accounts.get(user_id)?.met && !isInside(chat, user_id) && user_id !== world.bot.id) {
      throw badRequest('PARTICIPANT_ID_INVALID');
    }
    return chatMemberOf(world, chat, user_id);
  },

  getChatAdministrators(world, { chat_id }) {
    const chat = readableChat(world, chat_id);
    return [...chat.members.keys()]
      .filter((id) => isAdmin(chat, id))
      .filter((id) => !world.accounts.get(id)?.isBot || id === world.bot.id)
      .map((id) => chatMemberOf(world, chat, id)) as Result<'getChatAdministrators'>;
  },

  getChatMemberCount(world, { chat_id }) {
    const chat = readableChat(world, chat_id);
    return [...chat.members.keys()].filter((id) => isInside(chat, id)).length;
  },

  leaveChat(world, { chat_id }) {
    const chat = readableChat(world, chat_id);
    if (chat.kind === 'private') throw badRequest('chat not found');
    setMember(world, chat, world.bot.id, { status: 'left' }, world.bot);
    return true;
  },

  getFile(world, { file_id }) {
    const file = world.files.get(file_id);
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
    if (file.size > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
    const extension = /\.[^.]*$/.exec(file.name)?.[0] ?? '';
    return {
      file_id,
      file_unique_id: file.uniqueId,
      file_size: file.size,
      file_path: `${file.kind}s/${file.id}${extension}`,
    };
  },
} satisfies MethodTable;

export const pinMethods = {
  pinChatMessage(world, { chat_id, message_id }) {
    const chat = pinnableChat(world, chat_id);
    const stored = findMessage(chat, message_id);
    if (!stored) throw badRequest('message to pin not found');
    pin(world, chat, stored, world.bot);
    return true;
  },

  unpinChatMessage(world, { chat_id, message_id }) {
    const chat = pinnableChat(world, chat_id);
    const target = message_id ?? chat.pinned.at(-1);
    if (target === undefined || !unpin(world, chat, [target])) {
      throw badRequest('message to unpin not found');
    }
    return true;
  },

  unpinAllChatMessages(world, { chat_id }) {
    const chat = pinnableChat(world, chat_id);
    unpin(world, chat, chat.pinned);
    return true;
  },

  unpinAllForumTopicMessages(world, { chat_id, message_thread_id }) {
    const chat = pinnableChat(world, chat_id);
    const inTopic = chat.pinned.filter(
      (id) => chat.messages.get(id)?.message.message_thread_id === message_thread_id,
    );
    unpin(world, chat, inTopic);
    return true;
  },
} satisfies MethodTable;

export const commandMethods = {
  setMyCommands(world, { commands, scope, language_code }) {
    world.commands.set(commandsKey(scope, language_code), commands);
    return true;
  },

  getMyCommands(world, args = {}) {
    return [...(world.commands.get(commandsKey(args.scope, args.language_code)) ?? [])];
  },

  deleteMyCommands(world, args = {}) {
    world.commands.delete(commandsKey(args.scope, args.language_code));
    return true;
  },
} satisfies MethodTable;

function pinnableChat(world: World, chatId: number | string): ChatState {
  const chat = readableChat(world, chatId);
  const right = chat.kind === 'channel' ? 'can_edit_messages' : 'can_pin_messages';
  assertRight(world, chat, right, 'to manage pinned messages in the chat');
  return chat;
}

/** The same file in both sizes. */
function photoOf(world: World, fileId: string): ChatPhoto {
  const { id, uniqueId } = world.files.get(fileId) ?? { id: fileId, uniqueId: fileId };
  return {
    small_file_id: id,
    small_file_unique_id: uniqueId,
    big_file_id: id,
    big_file_unique_id: uniqueId,
  };
}

function fullInfo(world: World, chat: ChatState): ChatFullInfo {
  const pinned = findMessage(chat, chat.pinned.at(-1));
  const info = {
    ...chatOf(world, chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...(chat.description === '' ? {} : { description: chat.description }),
    ...(chat.photoId === null ? {} : { photo: photoOf(world, chat.photoId) }),
    ...(chat.kind === 'private' ? {} : { permissions: everyPermission }),
    ...(chat.linkedChatId === undefined ? {} : { linked_chat_id: chat.linkedChatId }),
    ...(pinned ? { pinned_message: pinned.message } : {}),
  };
  return info as ChatFullInfo;
}
