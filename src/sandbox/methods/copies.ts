// Copying and forwarding messages the bot can see.
import type { Message, MessageEntity, ParseMode } from '@grammyjs/types';
import { badRequest } from '../bot-api/refusal.ts';
import { readableChat } from '../world/access.ts';
import type { ChatState, Stored } from '../world/chat.ts';
import { copyContentOf, forwardOf } from '../world/copying.ts';
import { mediaKindOf } from '../world/media.ts';
import { deliver, findMessage, isService, post } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { captionOf } from './media.ts';
import type { MethodTable } from './method.ts';
import { type Addressed, address } from './sending.ts';

type CopyChange = {
  readonly caption?: string;
  readonly parse_mode?: ParseMode;
  readonly caption_entities?: readonly MessageEntity[];
};

export const copyMethods = {
  copyMessage(world, args) {
    const source = findSource(world, args.from_chat_id, args.message_id, 'copy');
    const addressed = address(world, args);
    const content = copyOf(source.message, args);
    return { message_id: put(world, addressed, content).message.message_id };
  },

  copyMessages(world, args) {
    const addressed = address(world, args);
    return eachFound(world, args, (source, group) => {
      const copied = copyOf(source.message, args.remove_caption ? { caption: '' } : {});
      return put(world, addressed, { ...copied, ...group }).message;
    });
  },

  forwardMessage(world, args) {
    const source = findSource(world, args.from_chat_id, args.message_id, 'forward');
    return put(world, address(world, args), forwardOf(source.message)).message;
  },

  forwardMessages(world, args) {
    const addressed = address(world, args);
    return eachFound(world, args, (source, group) => {
      return put(world, addressed, { ...forwardOf(source.message), ...group }).message;
    });
  },
} satisfies MethodTable;

function put(world: World, { chat, draft }: Addressed, content: Partial<Message>): Stored {
  const stored = post(world, chat, { ...draft, content });
  deliver(world, chat, stored);
  return stored;
}

function findSource(
  world: World,
  fromChatId: number | string,
  messageId: number,
  verb: 'copy' | 'forward',
): Stored {
  const from = readableChat(world, fromChatId);
  const stored = findMessage(from, messageId);
  if (!stored) throw badRequest(`message to ${verb} not found`);
  if (!isCopyable(stored)) {
    throw badRequest(`message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`);
  }
  return stored;
}

/** Kinds that no bot copies (spec, copyMessage). */
const uncopyable = ['paid_media', 'giveaway', 'giveaway_winners', 'invoice'] as const;

function isCopyable({ message, protectedContent }: Stored): boolean {
  const { poll } = message;
  const isUnknownQuiz = poll?.type === 'quiz' && poll.correct_option_ids === undefined;
  const isKept = uncopyable.some((kind) => message[kind] !== undefined) || isUnknownQuiz;
  return !isService(message) && !protectedContent && !isKept;
}

type Several = { readonly from_chat_id: number | string; readonly message_ids: readonly number[] };

/** What cannot be found or copied is skipped; albums stay albums under a new id. */
function eachFound(
  world: World,
  { from_chat_id, message_ids }: Several,
  copy: (source: Stored, group: Partial<Message>) => Message,
): { message_id: number }[] {
  const from: ChatState = readableChat(world, from_chat_id);
  const groups = new Map<string, string>();
  return message_ids.flatMap((id) => {
    const source = findMessage(from, id);
    if (!source || !isCopyable(source)) return [];
    const group = source.message.media_group_id;
    if (group === undefined) return [{ message_id: copy(source, {}).message_id }];
    const media_group_id = groups.get(group) ?? String(world.nextNumber());
    groups.set(group, media_group_id);
    return [{ message_id: copy(source, { media_group_id }).message_id }];
  });
}

function copyOf(message: Message, change: CopyChange): Partial<Message> {
  const content = copyContentOf(message);
  // Of a kind that the sandbox does not know: nothing of it would be there.
  if (Object.keys(content).length === 0) throw badRequest("message can't be copied");
  if (change.caption === undefined || mediaKindOf(message) === null) return content;
  const { caption: _caption, caption_entities: _entities, ...media } = content;
  return { ...media, ...captionOf(change) };
}
