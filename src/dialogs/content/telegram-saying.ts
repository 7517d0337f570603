// A content as calls of the Bot API: a copy of the original by id where Telegram copies it as it is,
// else what we keep of it. Nothing is ever downloaded, so that no file is too big.

import type { MessageEntity } from 'grammy/types';
import type { ApiCall } from '../../platform/outbox/index.ts';
import {
  type FormattedText,
  joinTexts,
  MAX_CAPTION,
  splitText,
} from '../../platform/telegram/formatted-text.ts';
import {
  type Content,
  isMedia,
  type MediaContent,
  type MediaKind,
  type TextContent,
  type Words,
} from '../content.ts';
import { placeOrCardCall } from './telegram-places.ts';
import { previewOf } from './telegram-previews.ts';
import { following, type Speaking, targetOf } from './telegram-target.ts';

interface Way {
  readonly method: string;
  readonly captioned: boolean;
}

const WAYS: Record<MediaKind, Way> = {
  photo: { method: 'sendPhoto', captioned: true },
  live_photo: { method: 'sendLivePhoto', captioned: true },
  animation: { method: 'sendAnimation', captioned: true },
  document: { method: 'sendDocument', captioned: true },
  voice: { method: 'sendVoice', captioned: true },
  video: { method: 'sendVideo', captioned: true },
  audio: { method: 'sendAudio', captioned: true },
  video_note: { method: 'sendVideoNote', captioned: false },
  sticker: { method: 'sendSticker', captioned: false },
};

/** Where the original stands, for a copy by id; null when it is gone or may not be copied. */
export interface Original {
  readonly chatId: number;
  readonly messageId: number;
}

/** Whether words can stand under it. */
export function isCaptioned(content: Content): content is MediaContent {
  return isMedia(content) && WAYS[content.kind].captioned;
}

/** The calls that say a content in another chat; none for what cannot be said there. */
export function sayingCalls(
  content: Content,
  original: Original | null,
  where: Speaking,
): ApiCall[] {
  const { lead, after } = where;
  const place = lead ? following(where) : where;
  return [
    ...(lead ? textCalls({ kind: 'text', ...lead }, where) : []),
    ...contentCalls(content, original, place),
    ...(after ? textCalls({ kind: 'text', ...after }, following(where)) : []),
  ];
}

function contentCalls(content: Content, original: Original | null, where: Speaking): ApiCall[] {
  if (content.kind === 'text') return textCalls(content, where);
  if (isMedia(content)) return mediaCalls(content, original, where);
  if (original) return [copyCall(original, where)];
  const call = placeOrCardCall(content, where);
  return call ? [call] : [];
}

function copyCall(
  { chatId, messageId }: Original,
  where: Speaking,
  caption: Record<string, unknown> = {},
): ApiCall {
  const source = { from_chat_id: chatId, message_id: messageId };
  return say('copyMessage', { ...targetOf(where), ...source, ...caption });
}

function mediaCalls(content: MediaContent, original: Original | null, where: Speaking): ApiCall[] {
  const { kind, fileId, stillId, spoiler } = content;
  const { method, captioned } = WAYS[kind];
  // Named also for a copy: words may have changed on the way, and a note has lost its mark.
  const caption = captioned ? captionOf(content, where) : {};
  const still = stillId === undefined ? {} : { photo: stillId };
  const cover = spoiler ? { has_spoiler: true } : {};
  const media = original
    ? copyCall(original, where, caption)
    : say(method, { ...targetOf(where), [kind]: fileId, ...still, ...caption, ...cover });
  return [media, ...captionCalls(content, where)];
}

/** A caption that is longer than bots may write (people with Premium may) follows as a text. */
export function captionCalls(content: MediaContent, where: Speaking): ApiCall[] {
  if (content.caption.length <= MAX_CAPTION) return [];
  const { caption: text, entities } = content;
  return textCalls({ kind: 'text', text, entities }, following(where));
}

/** What stands under a file, as the fields of a call. */
export function captionOf(
  { caption, entities, captionAbove }: MediaContent,
  { plain }: Speaking,
): Record<string, unknown> {
  if (caption.length > MAX_CAPTION) return { caption: '' };
  const above = captionAbove && caption !== '' ? { show_caption_above_media: true } : {};
  return { caption, caption_entities: plain ? [] : entities, ...above };
}

/** The parts of a text, each with the preview of the link in it that its author's message showed. */
function textCalls(content: TextContent, where: Speaking): ApiCall[] {
  const { text, entities } = content;
  const whole = { text, entities: where.plain ? [] : (entities as MessageEntity[]) };
  const parts = splitText(whole);
  return parts.map((part, index) =>
    say('sendMessage', {
      ...targetOf(index === 0 ? where : following(where)),
      ...part,
      ...previewOf(content, parts, index),
    }),
  );
}

function say(method: string, payload: Record<string, unknown>): ApiCall {
  return { method, payload, repeatable: false };
}

/** Texts in a row as one text, their formatting kept. */
export function inOneText(texts: readonly Words[], separator: string): TextContent {
  return { kind: 'text', ...joinTexts(texts as readonly FormattedText[], separator) };
}
