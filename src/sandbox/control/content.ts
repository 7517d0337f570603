// The content of what people send, as the control API takes it and as a message has it.
import type { Message, MessageEntity } from '@grammyjs/types';
import { z } from 'zod';
import { withDetected } from '../text/detect.ts';
import { fileContent } from '../world/media.ts';
import type { Draft } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { ControlError } from './action.ts';
import { isThing, thing, thingContent } from './things.ts';

export const entities = z.array(
  z.looseObject({ type: z.string(), offset: z.int(), length: z.int() }),
);

export const file = z.object({
  kind: z.enum([
    'photo',
    'live_photo',
    'document',
    'voice',
    'video',
    'animation',
    'audio',
    'video_note',
    'sticker',
  ]),
  caption: z.string().optional(),
  captionEntities: entities.optional(),
  fileName: z.string().optional(),
  mimeType: z.string().optional(),
  /** Bytes. May be larger than what is sent in `base64`. */
  size: z.int().positive().optional(),
  base64: z.base64().optional(),
  /** Covered until it is touched. */
  spoiler: z.boolean().optional(),
  captionAbove: z.boolean().optional(),
});

export const media = z.union([file, ...thing.options]);
type Media = z.infer<typeof media>;

/** The text as a person's program sends it: trimmed, with what the server finds in it. */
export function textContent(text: string, given: z.infer<typeof entities> = []): Draft['content'] {
  const trimmed = text.trim();
  if (trimmed === '') throw new ControlError('nobody can send an empty message');
  const found = withDetected(trimmed, given as MessageEntity[]);
  return { text: trimmed, ...(found.length > 0 ? { entities: [...found] } : {}) };
}

/**
 * What a person sends besides text, as a message shows it; a file of its own is made for it each
 * time.
 */
export function mediaContent(world: World, item: Media): Partial<Message> {
  if (isThing(item)) return thingContent(world, item);
  const {
    kind,
    caption = '',
    captionEntities = [],
    fileName,
    mimeType,
    size,
    base64,
    spoiler,
    captionAbove,
  } = item;
  const stored = world.files.add({
    kind,
    ...(fileName === undefined ? {} : { name: fileName }),
    ...(mimeType === undefined ? {} : { mimeType }),
    ...(size === undefined ? {} : { size }),
    ...(base64 === undefined ? {} : { bytes: Buffer.from(base64, 'base64') }),
  });
  const found = withDetected(caption, captionEntities as MessageEntity[]);
  return {
    ...fileContent(world.files, stored),
    ...(caption === '' ? {} : { caption }),
    ...(found.length > 0 ? { caption_entities: [...found] } : {}),
    ...(spoiler ? { has_media_spoiler: true as const } : {}),
    ...(captionAbove ? { show_caption_above_media: true as const } : {}),
  };
}
