// Sending files: by the id of one that is here, by an address (which is not fetched), or with the call.
import type { InputMedia, Message, MessageEntity, ParseMode } from '@grammyjs/types';
import { badRequest } from '../bot-api/refusal.ts';
import { isUpload, type Upload } from '../bot-api/schema.ts';
import { formatCaption } from '../text/format.ts';
import type { FileKind, StoredFile } from '../world/files.ts';
import { fileContent } from '../world/media.ts';
import { deliver, post } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import type { MethodTable, Result } from './method.ts';
import { address, type SendArgs } from './sending.ts';

type CaptionArgs = {
  readonly caption?: string;
  readonly parse_mode?: ParseMode;
  readonly caption_entities?: readonly MessageEntity[];
  readonly has_spoiler?: boolean;
  readonly show_caption_above_media?: boolean;
};

const permissions = {
  photo: 'can_send_photos',
  live_photo: 'can_send_photos',
  document: 'can_send_documents',
  voice: 'can_send_voice_notes',
  video: 'can_send_videos',
  animation: 'can_send_other_messages',
  audio: 'can_send_audios',
  video_note: 'can_send_video_notes',
  sticker: 'can_send_other_messages',
} as const satisfies Record<FileKind, string>;

type FileMethod =
  | 'sendPhoto'
  | 'sendLivePhoto'
  | 'sendDocument'
  | 'sendVoice'
  | 'sendVideo'
  | 'sendAnimation'
  | 'sendAudio'
  | 'sendVideoNote'
  | 'sendSticker';

/** Sends one file with its caption; typed by the caller, who knows the kind. */
function sendFile<M extends FileMethod>(
  world: World,
  args: SendArgs & CaptionArgs,
  kind: FileKind,
  value: Upload | string,
): Result<M> {
  const { chat, draft } = address(world, args, permissions[kind]);
  const content = { ...fileContent(world.files, findFile(world, kind, value)), ...captionOf(args) };
  const stored = post(world, chat, { ...draft, content });
  deliver(world, chat, stored);
  return stored.message as Result<M>;
}

export const mediaMethods = {
  sendPhoto: (world, args) => sendFile<'sendPhoto'>(world, args, 'photo', args.photo),
  sendLivePhoto: (world, args) =>
    sendFile<'sendLivePhoto'>(world, args, 'live_photo', args.live_photo),
  sendDocument: (world, args) => sendFile<'sendDocument'>(world, args, 'document', args.document),
  sendVoice: (world, args) => sendFile<'sendVoice'>(world, args, 'voice', args.voice),
  sendVideo: (world, args) => sendFile<'sendVideo'>(world, args, 'video', args.video),
  sendAnimation: (world, args) =>
    sendFile<'sendAnimation'>(world, args, 'animation', args.animation),
  sendAudio: (world, args) => sendFile<'sendAudio'>(world, args, 'audio', args.audio),
  sendVideoNote: (world, args) =>
    sendFile<'sendVideoNote'>(world, args, 'video_note', args.video_note),
  sendSticker: (world, args) => sendFile<'sendSticker'>(world, args, 'sticker', args.sticker),

  sendMediaGroup(world, args) {
    const { media } = args;
    if (media.length < 2 || media.length > 10) {
      throw badRequest('sandbox: an album has 2-10 items');
    }
    const { chat, draft } = address(world, args, 'can_send_photos');
    assertOneFamily(media.map(({ type }) => type));
    const contents = media.map((item) => albumContent(world, item));
    const media_group_id = String(world.nextNumber());
    return contents.map((content) => {
      const stored = post(world, chat, { ...draft, content: { ...content, media_group_id } });
      deliver(world, chat, stored);
      return stored.message;
    }) as Result<'sendMediaGroup'>;
  },
} satisfies MethodTable;

/** Documents and audio are grouped among their own only. */
function assertOneFamily(types: readonly string[]): void {
  const families = new Set(
    types.map((type) => (/^(audio|document)$/.test(type) ? type : 'picture')),
  );
  if (families.size > 1)
    throw badRequest("documents and audios can't be mixed with other media types");
}

function albumContent(world: World, item: InputMedia<Upload>): Partial<Message> {
  switch (item.type) {
    case 'photo':
    case 'live_photo':
    case 'video':
    case 'audio':
    case 'document':
      return {
        ...fileContent(world.files, findFile(world, item.type, item.media)),
        ...captionOf(item),
      };
    default:
      throw badRequest(`sandbox: an album of ${item.type} is not simulated`);
  }
}

/** The caption with its entities, as part of a message. */
export function captionOf(args: CaptionArgs): Partial<Message> {
  const { text, entities } = formatCaption({
    text: args.caption ?? '',
    ...(args.parse_mode ? { parse_mode: args.parse_mode } : {}),
    ...(args.caption_entities ? { entities: args.caption_entities } : {}),
  });
  return {
    ...(text === '' ? {} : { caption: text }),
    ...(entities.length > 0 ? { caption_entities: [...entities] } : {}),
    ...(args.has_spoiler ? { has_media_spoiler: true } : {}),
    ...(args.show_caption_above_media ? { show_caption_above_media: true } : {}),
  };
}

/** The file that an argument names or brings with it. */
export function findFile(world: World, kind: FileKind, value: Upload | string): StoredFile {
  if (isUpload(value)) return world.files.add({ kind, name: value.fileName, bytes: value.bytes });
  const known = world.files.get(value);
  if (known?.kind === kind) return known;
  if (known) throw badRequest(`can't use file of type ${inWords(known.kind)} as ${inWords(kind)}`);
  if (/^https?:\/\//.test(value)) return world.files.add({ kind });
  throw badRequest('wrong file identifier/HTTP URL specified');
}

function inWords(kind: FileKind): string {
  return kind.replace(/(^|_)([a-z])/g, (_, _start, letter: string) => letter.toUpperCase());
}
