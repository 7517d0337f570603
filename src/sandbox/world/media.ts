// What a message with a file looks like, whoever sent it.
import type { Message } from '@grammyjs/types';
import type { FileKind, Files, StoredFile } from './files.ts';

/** Every part of a message that is its content and travels with a copy of it. */
export const contentKeys = [
  'text',
  'entities',
  'caption',
  'caption_entities',
  'photo',
  'document',
  'voice',
  'video',
  'animation',
  'audio',
  'video_note',
  'sticker',
  'location',
  'contact',
  'has_media_spoiler',
  'show_caption_above_media',
] as const satisfies readonly (keyof Message)[];

/** In the order in which they name a message: an animation has a document besides. */
const mediaKinds = [
  'photo',
  'voice',
  'video',
  'animation',
  'audio',
  'video_note',
  'sticker',
  'document',
  'location',
  'contact',
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
    case 'photo': {
      const small = files.add({ kind: 'photo', size: Math.min(file.size, 1024) });
      const preview = { file_id: small.id, file_unique_id: small.uniqueId, file_size: small.size };
      return {
        photo: [
          { ...preview, ...SMALL },
          { ...base, ...LARGE },
        ],
      };
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

/** The file a message shows, with the largest size of a photo. */
export function fileIdOf(message: Message): string | null {
  const kind = mediaKindOf(message);
  if (kind === null || kind === 'location' || kind === 'contact') return null;
  if (kind === 'photo') return message.photo?.at(-1)?.file_id ?? null;
  return message[kind satisfies FileKind]?.file_id ?? null;
}
