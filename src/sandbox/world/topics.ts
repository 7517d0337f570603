// Topics of a forum, whoever opens, renames or closes them: each change is a service message in the topic.
import { type Account, userOf } from './account.ts';
import type { ChatState, Topic } from './chat.ts';
import { type Draft, deliver, post, remove } from './messages.ts';
import type { World } from './world.ts';

/** Telegram's blue: what a topic gets when nobody chooses. */
const DEFAULT_ICON_COLOR = 0x6fb9f0;

export type NewTopic = {
  readonly name: string;
  readonly iconColor?: number;
  readonly iconEmojiId?: string;
};

/** A topic whose id is that of the service message that opens it; the bot hears of it. */
export function createTopic(
  world: World,
  chat: ChatState,
  by: Account,
  { name, iconColor = DEFAULT_ICON_COLOR, iconEmojiId }: NewTopic,
): Topic {
  const icon = iconEmojiId ? { icon_custom_emoji_id: iconEmojiId } : {};
  const first = post(world, chat, {
    from: userOf(by),
    opensTopic: true,
    content: { forum_topic_created: { name, icon_color: iconColor, ...icon } },
  });
  const topic: Topic = {
    id: first.message.message_id,
    name,
    iconColor,
    ...(iconEmojiId ? { iconEmojiId } : {}),
    closed: false,
    creatorId: by.id,
  };
  chat.topics.set(topic.id, topic);
  tellOfTopic(world, chat, topic);
  deliver(world, chat, first);
  return topic;
}

export type TopicEdit = { readonly name?: string; readonly iconEmojiId?: string };

/** False if nothing would change. An empty icon takes the icon away. */
export function editTopic(
  world: World,
  chat: ChatState,
  topic: Topic,
  by: Account,
  { name, iconEmojiId }: TopicEdit,
): boolean {
  const renamed = name !== undefined && name !== '' && name !== topic.name;
  const newIcon = iconEmojiId !== undefined && iconEmojiId !== (topic.iconEmojiId ?? '');
  if (!renamed && !newIcon) return false;
  if (renamed) topic.name = name;
  if (newIcon) {
    if (iconEmojiId === '') delete topic.iconEmojiId;
    else topic.iconEmojiId = iconEmojiId;
  }
  announce(world, chat, topic, by, {
    forum_topic_edited: {
      ...(renamed ? { name } : {}),
      ...(newIcon ? { icon_custom_emoji_id: iconEmojiId } : {}),
    },
  });
  return true;
}

/** False if the topic is already so. */
export function setTopicClosed(
  world: World,
  chat: ChatState,
  topic: Topic,
  by: Account,
  closed: boolean,
): boolean {
  if (topic.closed === closed) return false;
  topic.closed = closed;
  announce(
    world,
    chat,
    topic,
    by,
    closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} },
  );
  return true;
}

/** A topic goes with all its messages and without a word: nobody, the bot included, is told. */
export function deleteTopic(world: World, chat: ChatState, topic: Topic): void {
  chat.topics.delete(topic.id);
  for (const stored of chat.messages.values()) {
    if (stored.message.message_thread_id === topic.id && !stored.deleted)
      remove(world, chat, stored);
  }
  tellOfTopic(world, chat, topic);
}

function announce(
  world: World,
  chat: ChatState,
  topic: Topic,
  by: Account,
  content: Draft['content'],
): void {
  tellOfTopic(world, chat, topic);
  deliver(world, chat, post(world, chat, { from: userOf(by), threadId: topic.id, content }));
}

function tellOfTopic(world: World, chat: ChatState, topic: Topic): void {
  world.changes.tell({ what: 'topic', chatId: chat.id, threadId: topic.id });
}
