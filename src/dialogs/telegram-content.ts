// A message as Telegram says it, and back. A new kind is one more line in MEDIA and one more word in
// the locale files.

import type { Message, MessageEntity } from 'grammy/types';
import type { ApiCall } from '../platform/outbox/index.ts';
import { splitText } from '../platform/telegram/formatted-text.ts';
import { type Content, MEDIA_KINDS, type MediaKind } from './content.ts';

interface Media {
  readonly method: string;
  readonly file: (
    message: Message,
  ) => { readonly file_id: string; readonly file_name?: string | undefined } | undefined;
  readonly captioned: boolean;
}

const MEDIA: Record<MediaKind, Media> = {
  photo: { method: 'sendPhoto', file: (m) => m.photo?.at(-1), captioned: true },
  // Telegram repeats an animation as a document, so the animation is looked for first.
  animation: { method: 'sendAnimation', file: (m) => m.animation, captioned: true },
  document: { method: 'sendDocument', file: (m) => m.document, captioned: true },
  voice: { method: 'sendVoice', file: (m) => m.voice, captioned: true },
  video: { method: 'sendVideo', file: (m) => m.video, captioned: true },
  audio: { method: 'sendAudio', file: (m) => m.audio, captioned: true },
  video_note: { method: 'sendVideoNote', file: (m) => m.video_note, captioned: false },
  sticker: { method: 'sendSticker', file: (m) => m.sticker, captioned: false },
};

/** What people send and the desk does not carry yet, by the field that holds it. */
const UNSUPPORTED = [
  'location',
  'venue',
  'contact',
  'poll',
  'dice',
  'story',
  'paid_media',
  'checklist',
  'game',
  'invoice',
  'giveaway',
  'rich_message',
] as const;

/** What a person said; null for service messages (joined, pinned, renamed …), which nobody said. */
export function contentOf(message: Message): Content | null {
  if (message.text !== undefined) {
    return { kind: 'text', text: message.text, entities: message.entities ?? [] };
  }
  // A venue carries a location too, and an animation a document: the first that fits decides.
  const order = ['animation', ...MEDIA_KINDS] as const;
  for (const kind of order) {
    const file = MEDIA[kind].file(message);
    if (!file) continue;
    const { file_id: fileId, file_name: fileName = null } = file;
    return {
      kind,
      fileId,
      fileName,
      caption: message.caption ?? '',
      entities: message.caption_entities ?? [],
    };
  }
  const type = UNSUPPORTED.find((field) => field in message);
  return type ? { kind: 'unsupported', type } : null;
}

export interface Speaking {
  readonly chatId: number;
  readonly threadId?: number | undefined;
  /** The message it replies to, in the same chat. */
  readonly replyTo?: number | undefined;
  /** Formatting was refused: words alone. */
  readonly plain?: boolean | undefined;
}

/** Where the original stands, for a copy by id; null when it is gone or was changed on the way. */
export interface Original {
  readonly chatId: number;
  readonly messageId: number;
}

/** The calls that say a content in another chat; none for what is not carried. */
export function sayingCalls(
  content: Content,
  original: Original | null,
  where: Speaking,
): ApiCall[] {
  const target = targetOf(where);
  if (content.kind === 'unsupported') return [];
  if (content.kind === 'text') {
    const entities = where.plain ? [] : (content.entities as MessageEntity[]);
    return splitText({ text: content.text, entities }).map((part, index) => ({
      method: 'sendMessage',
      payload: { ...(index === 0 ? target : withoutReply(target)), ...part },
      repeatable: false,
    }));
  }
  const { method, captioned } = MEDIA[content.kind];
  // Named also for a copy: a note that is sent after all has lost its mark.
  const caption = captioned
    ? { caption: content.caption, caption_entities: where.plain ? [] : content.entities }
    : {};
  if (original) {
    const from = { from_chat_id: original.chatId, message_id: original.messageId };
    return [
      { method: 'copyMessage', payload: { ...target, ...from, ...caption }, repeatable: false },
    ];
  }
  return [
    {
      method,
      payload: { ...target, [content.kind]: content.fileId, ...caption },
      repeatable: false,
    },
  ];
}

/** Several messages of one album in one call, by id; the grouping is kept. */
export function albumCall(originals: readonly Original[], where: Speaking): ApiCall {
  const ids = originals.map((original) => original.messageId).sort((a, b) => a - b);
  const { reply_parameters: _, ...target } = targetOf(where);
  const payload = { ...target, from_chat_id: originals[0]?.chatId, message_ids: ids };
  return { method: 'copyMessages', payload, repeatable: false };
}

/** The common part of every call that says something: where, and in reply to what. */
export function targetOf({ chatId, threadId, replyTo }: Speaking): Record<string, unknown> {
  return {
    chat_id: chatId,
    ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}

function withoutReply({
  reply_parameters: _,
  ...target
}: Record<string, unknown>): Record<string, unknown> {
  return target;
}
