// A chat through the eyes of somebody in it: what tests assert on and the page draws.
import type {
  InlineKeyboardButton,
  KeyboardButton,
  LinkPreviewOptions,
  Message,
  MessageEntity,
  MessageOrigin,
  User,
} from '@grammyjs/types';
import { type ChatState, inlineKeyboardOf, type Stored, type Topic } from '../world/chat.ts';
import { viewIdOf } from '../world/ephemeral.ts';
import { type KeyKind, keysOf, kindOf, labelOf } from '../world/keyboard.ts';
import { fileIdOf, type MediaKind, mediaKindOf, objectOf } from '../world/media.ts';
import { isService, type ServiceKind, serviceKindOf } from '../world/messages.ts';
import { emojiOfIcon } from '../world/topic-icons.ts';
import type { World } from '../world/world.ts';

export type ButtonView = {
  readonly label: string;
  readonly kind: 'callback' | 'url' | 'copy' | 'disabled' | 'other';
  /** The callback data, the address or the text to copy. */
  readonly value: string;
};

export type AuthorView = {
  readonly id: number;
  readonly name: string;
  readonly isBot: boolean;
  /** What stands beside the name. */
  readonly tag?: string;
};

export type ReactionView = { readonly emoji: string; readonly userIds: readonly number[] };

export type MessageView = {
  /** Of an ephemeral message its own id, as a negative number. */
  readonly messageId: number;
  /** Only this reader sees it. */
  readonly ephemeral: boolean;
  readonly chatId: number;
  readonly threadId: number | null;
  /** ISO time. */
  readonly date: string;
  readonly from: AuthorView;
  /** The text or the caption; empty for a file without one and for service messages. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly media: MediaKind | null;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly albumId: string | null;
  /** What it shows that is no file: a place, a poll, a contact …, as the Bot API describes it. */
  readonly object: object | null;
  readonly spoiler: boolean;
  readonly captionAbove: boolean;
  readonly guarded: boolean;
  readonly preview: LinkPreviewOptions | null;
  /** Null unless it answers a message somebody wrote. */
  readonly replyTo: {
    readonly messageId: number;
    readonly from: AuthorView;
    readonly text: string;
    readonly media: MediaKind | null;
    /** The words of it that are quoted. */
    readonly quote: string | null;
  } | null;
  readonly buttons: readonly (readonly ButtonView[])[];
  readonly reactions: readonly ReactionView[];
  readonly edited: boolean;
  readonly pinned: boolean;
  readonly deleted: boolean;
  readonly forwarded: boolean;
  /** Whose it was at first; null: it is no forward. */
  readonly forwardedFrom: string | null;
  readonly service: ServiceKind | null;
  /** Of a service message: who joined or left, else who did it. */
  readonly about: string;
};

export type ChatView = {
  readonly chatId: number;
  readonly kind: ChatState['kind'];
  readonly title: string;
  readonly isForum: boolean;
  /** Of two people, which the bot sees because one of them has connected it. */
  readonly isBusiness: boolean;
  readonly lastMessage: MessageView | null;
  /** The keyboard under the input field. */
  readonly keyboard: readonly (readonly KeyView[])[];
};

/** What a key does besides saying its label: it gives away a telephone, a place, people, a group. */
export type KeyView = {
  readonly label: string;
  readonly kind: KeyKind;
  /** Of a key that asks for a group: one with topics. */
  readonly forum?: boolean;
};

export type TopicView = {
  readonly chatId: number;
  readonly threadId: number;
  readonly name: string;
  readonly icon: string | null;
  readonly closed: boolean;
  readonly lastMessage: MessageView | null;
};

/** A message as everybody in the chat sees it, also one that was deleted. */
export function messageView(chat: ChatState, stored: Stored): MessageView {
  const { message } = stored;
  return {
    messageId: viewIdOf(stored),
    ephemeral: message.ephemeral_message_id !== undefined,
    chatId: chat.id,
    threadId: threadOf(chat, message),
    date: new Date(message.date * 1000).toISOString(),
    from: authorOf(message),
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    media: mediaKindOf(message),
    fileId: fileIdOf(message),
    fileName: message.document?.file_name ?? message.audio?.file_name ?? null,
    albumId: message.media_group_id ?? null,
    object: objectOf(message),
    spoiler: message.has_media_spoiler === true,
    captionAbove: message.show_caption_above_media === true,
    guarded: stored.protectedContent,
    preview: message.link_preview_options ?? null,
    replyTo: replyOf(message),
    buttons: inlineKeyboardOf(stored).map((row) => row.map(buttonView)),
    reactions: reactionsOf(stored),
    edited: message.edit_date !== undefined,
    pinned: chat.pinned.includes(message.message_id),
    deleted: stored.deleted,
    forwarded: message.forward_origin !== undefined,
    forwardedFrom: message.forward_origin ? originName(message.forward_origin) : null,
    service: serviceKindOf(message),
    about: aboutOf(message),
  };
}

/** A topic, or the post's copy on which comments hang; elsewhere the number means a chain of replies. */
function threadOf({ linkedChatId }: ChatState, message: Message): number | null {
  const isThread = message.is_topic_message === true || linkedChatId !== undefined;
  return isThread ? (message.message_thread_id ?? null) : null;
}

function aboutOf(message: Message): string {
  const { new_chat_members: joined, left_chat_member: left } = message;
  const people = joined ?? (left ? [left] : []);
  return people.length > 0 ? people.map(nameOf).join(', ') : authorOf(message).name;
}

/** A mask shows its own name: the group, the channel. */
function authorOf({ from, sender_chat, sender_tag }: Message): AuthorView {
  if (sender_chat) return { id: sender_chat.id, name: sender_chat.title ?? '', isBot: false };
  const tag = sender_tag === undefined ? {} : { tag: sender_tag };
  return {
    id: from?.id ?? 0,
    name: from ? nameOf(from) : '',
    isBot: from?.is_bot ?? false,
    ...tag,
  };
}

function nameOf({ first_name, last_name }: User): string {
  return [first_name, last_name].filter(Boolean).join(' ');
}

function originName(origin: MessageOrigin): string {
  switch (origin.type) {
    case 'user':
      return nameOf(origin.sender_user);
    case 'hidden_user':
      return origin.sender_user_name;
    case 'chat':
      return origin.sender_chat.title ?? '';
    case 'channel':
      return origin.chat.title;
  }
}

/** The topic's first service message, which the server adds to what answers nothing, is no reply. */
function replyOf({ reply_to_message: reply, quote }: Message): MessageView['replyTo'] {
  if (!reply || isService(reply) || reply.is_automatic_forward) return null;
  return {
    messageId: reply.message_id,
    from: authorOf(reply),
    text: reply.text ?? reply.caption ?? '',
    media: mediaKindOf(reply),
    quote: quote?.text ?? null,
  };
}

function reactionsOf({ reactions }: Stored): readonly ReactionView[] {
  const users = new Map<string, number[]>();
  for (const [userId, types] of reactions) {
    for (const type of types) {
      const emoji = type.type === 'emoji' ? type.emoji : type.type;
      users.set(emoji, [...(users.get(emoji) ?? []), userId]);
    }
  }
  return [...users].map(([emoji, userIds]) => ({ emoji, userIds }));
}

function buttonView(button: InlineKeyboardButton): ButtonView {
  const label = button.text;
  if ('callback_data' in button) return { label, kind: 'callback', value: button.callback_data };
  if ('url' in button) return { label, kind: 'url', value: button.url };
  if ('copy_text' in button) return { label, kind: 'copy', value: button.copy_text.text };
  return { label, kind: 'disabled' in button ? 'disabled' : 'other', value: '' };
}

/** A line in a person's list of chats; a private chat bears the bot's name. */
export function chatView(world: World, chat: ChatState): ChatView {
  const isPrivate = chat.kind === 'private';
  return {
    chatId: chat.id,
    kind: chat.kind,
    title: isPrivate && !chat.business ? world.bot.firstName : chat.title,
    isForum: chat.isForum,
    isBusiness: chat.business !== undefined,
    lastMessage: lastOf(chat, () => true),
    keyboard: keysOf(chat).map((row) => row.map(keyView)),
  };
}

/** A line in the list of a forum's topics. */
export function topicView(chat: ChatState, topic: Topic): TopicView {
  return {
    chatId: chat.id,
    threadId: topic.id,
    name: topic.name,
    icon: emojiOfIcon(topic.iconEmojiId),
    closed: topic.closed,
    lastMessage: lastOf(chat, ({ message }) => message.message_thread_id === topic.id),
  };
}

function lastOf(chat: ChatState, isMeant: (stored: Stored) => boolean): MessageView | null {
  const last = [...chat.messages.values()].findLast(
    (stored) => !stored.deleted && !isService(stored.message) && isMeant(stored),
  );
  return last ? messageView(chat, last) : null;
}

function keyView(button: KeyboardButton): KeyView {
  const view = { label: labelOf(button), kind: kindOf(button) };
  return typeof button === 'object' && 'request_chat' in button
    ? { ...view, forum: button.request_chat.chat_is_forum ?? false }
    : view;
}
