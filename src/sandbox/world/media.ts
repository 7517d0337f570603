// What a message with a file looks like, whoever sent it.
import type { Message, PhotoSize } from '@grammyjs/types';
import { type FileKind, type Files, fileKinds, type StoredFile } from './files.ts';

/** In the order in which they name a message: an animation has a document besides, a venue a place. */
const mediaKinds = [
  'live_photo',
  'photo',
  'voice',
  'video',
  'animation',
  'audio',
  'video_note',
  'sticker',
  'document',
  'venue',
  'location',
  'contact',
  'poll',
  'dice',
  'story',
  'paid_media',
  'game',
  'invoice',
  'giveaway',
  'giveaway_winners',
  'checklist',
  'rich_message',
  'gift',
  'unique_gift',
] as const satisfies readonly (keyof Message)[];

/** Every part of a message that is its content and travels with a copy of it. */
export const contentKeys = [
  ...mediaKinds,
  'text',
  'entities',
  'link_preview_options',
  'caption',
  'caption_entities',
  'has_media_spoiler',
  'show_caption_above_media',
] as const satisfies readonly (keyof Message)[];

export type MediaKind = (typeof mediaKinds)[number];

/** Null: only text, or a service message. */
export function mediaKindOf(message: Message): MediaKind | null {
  return mediaKinds.find((kind) => message[kind] !== undefined) ?? null;
}

const SECONDS = 5;
const LARGE = { width: 800, height: 600 };
const SMALL = { width: 90, height: 68 };

/** The part of a message that shows this file. A photo comes in two sizes, the largest last. */
export function fileContent(files: Files, file: StoredFile): Partial<Message> {
  const base = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size };
  const named = { ...base, file_name: file.name, mime_type: file.mimeType };
  switch (file.kind) {
    case 'photo':
      return { photo: photoSizes(files, file) };
    case 'live_photo': {
      const photo = photoSizes(files, file);
      return { photo, live_photo: { ...base, ...LARGE, duration: SECONDS, photo } };
    }
    case 'document':
      return { document: named };
    case 'voice':
      return { voice: { ...base, duration: SECONDS, mime_type: file.mimeType } };
    case 'video':
      return { video: { ...named, ...LARGE, duration: SECONDS } };
    case 'animation':
      return { animation: { ...named, ...LARGE, duration: SECONDS }, document: named };
    case 'audio':
      return { audio: { ...named, duration: SECONDS } };
    case 'video_note':
      return { video_note: { ...base, length: 240, duration: SECONDS } };
    case 'sticker':
      return {
        sticker: {
          ...base,
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
        },
      };
  }
}

/** A picture in its sizes: a small one, and the file itself. */
export function photoSizes(files: Files, file: StoredFile): PhotoSize[] {
  const small = files.add({ kind: 'photo', size: Math.min(file.size, 1024) });
  const size = ({ id, uniqueId, size: bytes }: StoredFile) => ({
    file_id: id,
    file_unique_id: uniqueId,
    file_size: bytes,
  });
  return [
    { ...size(small), ...SMALL },
    { ...size(file), ...LARGE },
  ];
}

/** The file a message shows, with the largest size of a photo. */
export function fileIdOf(message: Message): string | null {
  const kind = mediaKindOf(message);
  if (kind === null || !isFileKind(kind)) return null;
  if (kind === 'photo') return message.photo?.at(-1)?.file_id ?? null;
  return message[kind]?.file_id ?? null;
}

/** What a message shows that is no file: a place, a poll, a contact …, as the Bot API describes it. */
export function objectOf(message: Message): object | null {
  const kind = mediaKindOf(message);
  return kind === null || isFileKind(kind) ? null : (message[kind] ?? null);
}

function isFileKind(kind: MediaKind): kind is FileKind {
  return kind in fileKinds;
}
