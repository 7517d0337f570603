// Putting another file in the place of what a message shows.
import type { Message } from '@grammyjs/types';
import { badRequest } from '../bot-api/refusal.ts';
import { contentKeys, fileContent, fileIdOf } from '../world/media.ts';
import type { World } from '../world/world.ts';
import { change, findTarget } from './edits.ts';
import { captionOf, findFile } from './media.ts';
import type { Args, MethodTable } from './method.ts';

export const mediaEditMethods = {
  editMessageMedia(world, args) {
    const target = findTarget(world, args);
    const content = mediaInstead(world, target.stored.message, args.media);
    return change<'editMessageMedia'>(world, target, args.reply_markup, content);
  },
} satisfies MethodTable;

/** What a message shows once this is put in the place of its content. @throws Refusal 400 */
export function mediaInstead(
  world: World,
  message: Message,
  media: Args<'editMessageMedia'>['media'],
): Partial<Message> {
  switch (media.type) {
    case 'photo':
    case 'video':
    case 'animation':
    case 'audio':
    case 'document': {
      const file = findFile(world, media.type, media.media);
      const shown =
        fileIdOf(message) === file.id ? mediaOf(message) : fileContent(world.files, file);
      return { ...nothing(), ...shown, ...captionOf(media) };
    }
    default:
      throw badRequest(`sandbox: putting ${media.type} in a message is not simulated`);
  }
}

/** Every part of a content, taken away. */
export function nothing(): Partial<Message> {
  return Object.fromEntries(contentKeys.map((key) => [key, undefined]));
}

function mediaOf(message: Message): Partial<Message> {
  const words: readonly string[] = ['text', 'entities', 'caption', 'caption_entities'];
  const kept = contentKeys.filter((key) => !words.includes(key) && message[key] !== undefined);
  return Object.fromEntries(kept.map((key) => [key, message[key]]));
}
