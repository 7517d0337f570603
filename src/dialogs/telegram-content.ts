// A message as Telegram says it, and back. A new kind is one more line in MEDIA and one more word in
// the locale files.

import type { Message, MessageEntity } from 'grammy/types';
import { type ApiCall, type Thread, targetIn } from '../platform/outbox/index.ts';
import {
  type FormattedText,
  joinTexts,
  MAX_CAPTION,
  splitText,
} from '../platform/telegram/formatted-text.ts';
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
  'giveaway_winners',
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

/** When it was said, by Telegram's clock; to the second. */
export function saidAt({ date }: Pick<Message, 'date'>): Date {
  return new Date(date * 1_000);
}

export interface Speaking {
  readonly chatId: number;
  readonly thread?: Thread | undefined;
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
  if (content.kind === 'unsupported') return [];
  if (content.kind === 'text') return textCalls(content, where);
  const { method, captioned } = MEDIA[content.kind];
  const long = content.caption.length > MAX_CAPTION;
  // Named also for a copy: a note that is sent after all has lost its mark.
  const caption = captioned ? captionOf(content, where) : {};
  const target = targetOf(where);
  const media: ApiCall = original
    ? {
        method: 'copyMessage',
        payload: {
          ...target,
          from_chat_id: original.chatId,
          message_id: original.messageId,
          ...caption,
        },
        repeatable: false,
      }
    : {
        method,
        payload: { ...target, [content.kind]: content.fileId, ...caption },
        repeatable: false,
      };
  return long ? [media, ...textCalls(captionText(content), withoutReply(where))] : [media];
}

function textCalls({ text, entities }: Words, where: Speaking): ApiCall[] {
  const whole = { text, entities: where.plain ? [] : (entities as MessageEntity[]) };
  return splitText(whole).map((part, index) => ({
    method: 'sendMessage',
    payload: { ...targetOf(index === 0 ? where : withoutReply(where)), ...part },
    repeatable: false,
  }));
}

/** Texts in a row as one text, their formatting kept. */
export function inOneText(texts: readonly Words[], separator: string): TextContent {
  return { kind: 'text', ...joinTexts(texts as readonly FormattedText[], separator) };
}

export type TextContent = Extract<Content, { kind: 'text' }>;
type Words = Omit<TextContent, 'kind'>;
type Captioned = Extract<Content, { kind: MediaKind }>;

function captionText({ caption, entities }: Captioned): Words {
  return { text: caption, entities };
}

/** A caption that is longer than bots may write (people with Premium may) follows as a text. */
function captionOf({ caption, entities }: Captioned, where: Speaking): Record<string, unknown> {
  if (caption.length > MAX_CAPTION) return { caption: '' };
  return { caption, caption_entities: where.plain ? [] : entities };
}

export interface AlbumPart extends Original {
  readonly content: Content;
  readonly author: 'client' | 'staff';
}

/** Kinds that Telegram takes into an album. */
const GROUPED: ReadonlySet<string> = new Set(['photo', 'video', 'document', 'audio']);

/**
 * The calls that say an album. A copy by id keeps everything, but can be no reply, changes no caption,
 * and takes the original as it stands at that moment: what staff corrected meanwhile, perhaps into a
 * note, must not reach the client so. `anew`: the originals are gone.
 */
export function albumCalls(parts: readonly AlbumPart[], where: Speaking, anew: boolean): ApiCall[] {
  const contents = parts.flatMap(({ content }) =>
    content.kind === 'text' || content.kind === 'unsupported' ? [] : [content],
  );
  const fromStaff = parts.some(({ author }) => author === 'staff');
  const isReply = where.replyTo !== undefined || (where.thread && 'root' in where.thread);
  const asTheyAre = !anew && !fromStaff && !isReply;
  if (asTheyAre) {
    const ids = parts.map(({ messageId }) => messageId).sort((a, b) => a - b);
    const payload = { ...targetOf(where), from_chat_id: parts[0]?.chatId, message_ids: ids };
    return [{ method: 'copyMessages', payload, repeatable: false }];
  }
  if (!contents.every(({ kind }) => GROUPED.has(kind))) {
    return parts.flatMap((part) => sayingCalls(part.content, anew ? null : part, where));
  }
  const media = contents.map((content) => ({
    type: content.kind,
    media: content.fileId,
    ...captionOf(content, where),
  }));
  const album: ApiCall = {
    method: 'sendMediaGroup',
    payload: { ...targetOf(where), media },
    repeatable: false,
  };
  const long = contents.filter(({ caption }) => caption.length > MAX_CAPTION);
  const rest = long.flatMap((content) => textCalls(captionText(content), withoutReply(where)));
  return [album, ...rest];
}

/** The common part of every call that says something: where, and in reply to what. */
export function targetOf({ chatId, thread, replyTo }: Speaking): Record<string, unknown> {
  return targetIn({ chatId, ...(thread ? { thread } : {}) }, replyTo);
}

function withoutReply({ replyTo: _, ...where }: Speaking): Speaking {
  return where;
}
