// A message of Telegram's as the trail keeps it.

import type { Message } from 'grammy/types';
import { isMedia, type MediaKind } from '../../../dialogs/content.ts';
import { changedAt, contentOf, saidAt } from '../../../dialogs/telegram-content.ts';
import type { SeenPerson } from '../../../people/person.ts';
import { type Locale, localeOf } from '../../../platform/i18n.ts';
import { authorOf, fullName, repliedTo } from '../../../platform/telegram/author.ts';
import { plainName } from '../../../platform/telegram/plain-text.ts';
import { type FileFacts, isFile } from '../files/file.ts';
import type { WrittenMessage } from './service.ts';

/** Null: nobody said it (somebody joined, a message was pinned), or a bot did. */
export function writtenIn(
  roomId: number,
  message: Message,
  fallback: Locale,
): WrittenMessage | null {
  const content = contentOf(message);
  const by = writerOf(message, fallback);
  // What is for the bot's eyes alone has no number in the chat.
  if (!content || !by || message.message_id === 0) return null;
  return {
    roomId,
    chatId: message.chat.id,
    messageId: message.message_id,
    by,
    content,
    replyTo: repliedTo(message)?.message_id ?? null,
    album: message.media_group_id ?? null,
    saidAt: saidAt(message),
    editedAt: message.edit_date === undefined ? null : changedAt(message),
    file: isMedia(content) ? fileOf(content.kind, message) : null,
  };
}

/** Whoever wrote it; null: a bot, or nobody. */
function writerOf(
  message: Message,
  fallback: Locale,
): SeenPerson | { readonly name: string } | null {
  const author = authorOf(message);
  switch (author.kind) {
    case 'person': {
      const { id: userId, username = null, language_code: language } = author.user;
      const locale = language ? localeOf(language, fallback) : null;
      return { userId, name: fullName(author.user), username, locale };
    }
    case 'anonymous-admin':
    case 'channel':
      return { name: plainName(message.sender_chat?.title ?? message.chat.title, '…') };
    default:
      return null;
  }
}

function fileOf(media: MediaKind, message: Message): FileFacts | null {
  const found = media === 'photo' ? message.photo?.at(-1) : message[media];
  if (!found || Array.isArray(found) || !isFile(media)) return null;
  return {
    uniqueId: found.file_unique_id,
    fileId: found.file_id,
    media,
    name: 'file_name' in found ? (found.file_name ?? null) : null,
    size: found.file_size ?? null,
  };
}
