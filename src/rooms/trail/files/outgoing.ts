// Files on their way into their room again, and the list of them.

import type { MediaKind } from '../../../dialogs/content.ts';
import { type Saying, speechPort } from '../../../dialogs/outgoing/speech.ts';
import { type MessageJob, type MessagePort, targetIn } from '../../../platform/outbox/index.ts';
import { htmlToPlain } from '../../../platform/telegram/html.ts';
import type { Looking } from '../looking.ts';
import type { FileKind } from './file.ts';
import type { ListedFile, RoomFileRepository } from './repository.ts';
import type { FileViews } from './views.ts';

export interface FileOutgoingDeps {
  readonly files: Pick<RoomFileRepository, 'find' | 'page' | 'kinds'>;
  readonly looking: Looking;
  readonly views: FileViews;
}

const PAGE = 6;

/** How each kind of media is sent by its id: the method, and the name of its file in the call. */
const WAYS: Readonly<Record<MediaKind, readonly [method: string, field: string]>> = {
  photo: ['sendPhoto', 'photo'],
  live_photo: ['sendVideo', 'video'],
  document: ['sendDocument', 'document'],
  voice: ['sendVoice', 'voice'],
  video: ['sendVideo', 'video'],
  animation: ['sendAnimation', 'animation'],
  audio: ['sendAudio', 'audio'],
  video_note: ['sendVideoNote', 'video_note'],
  sticker: ['sendSticker', 'sticker'],
};

/** The ports, and a page of the list for whoever turns it. */
export function createFileOutgoing({ files, looking, views }: FileOutgoingDeps) {
  /** Null: there is no such room. `page` from 0; beyond the last it is the last. */
  async function list(roomId: number, kind: FileKind | null, page: number) {
    const { total } = await files.page(roomId, kind, { skip: 0, take: 1 });
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const shown = Math.min(page, pages - 1);
    const found = await files.page(roomId, kind, { skip: shown * PAGE, take: PAGE });
    const seen = await looking(roomId, []);
    const kinds = await files.kinds(roomId);
    return seen && views.list({ ...seen, files: found.files, kinds, kind, page: shown, pages });
  }

  const again: MessagePort = {
    render: (jobs) =>
      Promise.all(
        jobs.map(async (job) => {
          const file = await files.find(Number(job.messages[0]?.args.fileId));
          const seen = file && (await looking(file.roomId, []));
          if (!seen) return { status: 'drop', reason: 'there is no such file' };
          const view = views.one({ ...seen, file });
          return { status: 'calls', calls: [callOf(job, file, view)] };
        }),
      ),
  };

  return {
    list,
    messages: {
      'room-file': again,
      'room-files': speechPort(async ({ messages: [message] }): Promise<Saying> => {
        const shown = await list(Number(message?.args.roomId), null, 0);
        return shown ?? { drop: 'there is no such room' };
      }),
    },
  };
}

function callOf(
  { place, fallbacks }: MessageJob,
  { media, fileId, at }: ListedFile,
  { text, keyboard }: ReturnType<FileViews['one']>,
) {
  const [method, field] = WAYS[media];
  const caption = fallbacks.plain
    ? { caption: htmlToPlain(text) }
    : { caption: text, parse_mode: 'HTML' };
  const payload = {
    ...targetIn(place, at.chatId === place.chatId ? at.messageId : undefined),
    [field]: fileId,
    ...caption,
    disable_notification: true,
    reply_markup: { inline_keyboard: keyboard.inline_keyboard },
  };
  return { method, payload, repeatable: false };
}
