// Topics, as the bot makes, names, closes and deletes them.
import type { Sticker } from '@grammyjs/types';
import { badRequest } from '../bot-api/refusal.ts';
import { readableChat } from '../world/access.ts';
import type { ChatState, Topic } from '../world/chat.ts';
import { hasRight, type Right } from '../world/members.ts';
import { emojiOfIcon, topicIcons } from '../world/topic-icons.ts';
import { createTopic, deleteTopic, editTopic, setTopicClosed } from '../world/topics.ts';
import type { World } from '../world/world.ts';
import type { MethodTable } from './method.ts';

export const topicMethods = {
  createForumTopic(world, { chat_id, name, icon_color, icon_custom_emoji_id }) {
    const chat = forum(world, chat_id);
    assertTopicRight(world, chat, null, 'can_manage_topics', 'create a topic');
    assertIcon(icon_custom_emoji_id);
    const topic = createTopic(world, chat, world.bot, {
      name,
      ...(icon_color === undefined ? {} : { iconColor: icon_color }),
      ...(icon_custom_emoji_id ? { iconEmojiId: icon_custom_emoji_id } : {}),
    });
    return {
      message_thread_id: topic.id,
      name: topic.name,
      icon_color: topic.iconColor,
      ...(topic.iconEmojiId ? { icon_custom_emoji_id: topic.iconEmojiId } : {}),
    };
  },

  editForumTopic(world, { chat_id, message_thread_id, name, icon_custom_emoji_id }) {
    const { chat, topic } = find(world, chat_id, message_thread_id);
    assertTopicRight(world, chat, topic, 'can_manage_topics', 'edit the topic');
    assertIcon(icon_custom_emoji_id);
    const isChanged = editTopic(world, chat, topic, world.bot, {
      ...(name === undefined ? {} : { name }),
      ...(icon_custom_emoji_id === undefined ? {} : { iconEmojiId: icon_custom_emoji_id }),
    });
    if (!isChanged) throw badRequest('TOPIC_NOT_MODIFIED');
    return true;
  },

  closeForumTopic: (world, args) => setClosed(world, args, true),
  reopenForumTopic: (world, args) => setClosed(world, args, false),

  deleteForumTopic(world, { chat_id, message_thread_id }) {
    const { chat, topic } = find(world, chat_id, message_thread_id);
    assertTopicRight(world, chat, null, 'can_delete_messages', 'delete the topic');
    deleteTopic(world, chat, topic);
    return true;
  },

  getForumTopicIconStickers: () => topicIcons.map(stickerOf),
} satisfies MethodTable;

type TopicArgs = { readonly chat_id: number | string; readonly message_thread_id: number };

function setClosed(world: World, args: TopicArgs, closed: boolean): true {
  const { chat, topic } = find(world, args.chat_id, args.message_thread_id);
  assertTopicRight(world, chat, topic, 'can_manage_topics', 'close or open the topic');
  if (!setTopicClosed(world, chat, topic, world.bot, closed))
    throw badRequest('TOPIC_NOT_MODIFIED');
  return true;
}

function forum(world: World, chatId: number | string): ChatState {
  const chat = readableChat(world, chatId);
  if (!chat.isForum) throw badRequest('the chat is not a forum');
  return chat;
}

function find(
  world: World,
  chatId: number | string,
  threadId: number,
): { chat: ChatState; topic: Topic } {
  const chat = forum(world, chatId);
  const topic = chat.topics.get(threadId);
  if (!topic) throw badRequest('TOPIC_ID_INVALID');
  return { chat, topic };
}

/** Whoever opened a topic may rename and close it without further rights. */
function assertTopicRight(
  world: World,
  chat: ChatState,
  own: Topic | null,
  right: Right,
  what: string,
): void {
  if (own?.creatorId === world.bot.id || hasRight(chat, world.bot.id, right)) return;
  throw badRequest(`not enough rights to ${what}`);
}

function assertIcon(id: string | undefined): void {
  if (id && emojiOfIcon(id) === null) throw badRequest('DOCUMENT_INVALID');
}

function stickerOf({ id, emoji }: { readonly id: string; readonly emoji: string }): Sticker {
  return {
    file_id: `sandbox-topic-icon-${id}`,
    file_unique_id: id,
    type: 'custom_emoji',
    width: 100,
    height: 100,
    is_animated: true,
    is_video: false,
    emoji,
    set_name: 'Topics',
    custom_emoji_id: id,
  };
}
