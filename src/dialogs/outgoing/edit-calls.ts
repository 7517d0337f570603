// How the calls that say a message become the calls that change its copies: part by part, what is more
// is sent, what is less is removed. Pure.

import type { ApiCall } from '../../platform/outbox/index.ts';

type Payload = Readonly<Record<string, unknown>>;

/** One message in Telegram, as a part of what is said. */
interface Piece {
  readonly call: ApiCall;
  /** The part of it that is said, as `InputMedia` where it is a file. */
  readonly body: Payload;
  readonly is: 'text' | 'file' | 'other';
}

export interface CopiesNow {
  readonly chatId: number;
  /** In the order of their parts. */
  readonly messageIds: readonly number[];
  /** Whether the copies show the files that are to be shown: then only words change. */
  readonly sameFiles: boolean;
  /** Whether a copy that is left over may be deleted; otherwise it says `removed`. */
  readonly deletable: boolean;
  readonly removed: string;
}

export interface EditPlan {
  readonly calls: readonly ApiCall[];
  /** Copies that stand there no more after it. */
  readonly gone: readonly number[];
}

/** Files that may take the place of another. */
const REPLACEABLE: ReadonlySet<string> = new Set([
  'photo',
  'live_photo',
  'video',
  'animation',
  'audio',
  'document',
]);

/** Null: these copies cannot be made to show it, and it is to be said anew. */
export function editPlan(saying: readonly ApiCall[], copies: CopiesNow): EditPlan | null {
  const { chatId, messageIds } = copies;
  const pieces = saying.flatMap(piecesOf);
  const changed = pieces.slice(0, messageIds.length).map((piece, index) => {
    return changeCall(piece, { chat_id: chatId, message_id: messageIds[index] }, copies.sameFiles);
  });
  const calls = changed.flatMap((call) => call ?? []);
  if (calls.length < changed.length) return null;
  const left = messageIds.slice(pieces.length);
  return {
    calls: [
      ...calls,
      ...left.map((id) => removal(chatId, id, copies)),
      ...pieces.slice(messageIds.length).map((piece) => follow(piece, messageIds[0])),
    ],
    gone: copies.deletable ? left : [],
  };
}

function changeCall(piece: Piece, target: Payload, sameFiles: boolean): ApiCall | null {
  const { is, body } = piece;
  if (is === 'text') return edit('editMessageText', { ...target, ...body });
  if (is === 'other') return null;
  if (!sameFiles) {
    return REPLACEABLE.has(String(body.type))
      ? edit('editMessageMedia', { ...target, media: body })
      : null;
  }
  const { caption = '', caption_entities = [], show_caption_above_media } = body;
  const above = show_caption_above_media === undefined ? {} : { show_caption_above_media };
  return edit('editMessageCaption', { ...target, caption, caption_entities, ...above });
}

/** Telegram lets nobody delete what is older than two days. */
function removal(chatId: number, messageId: number, { deletable, removed }: CopiesNow): ApiCall {
  const target = { chat_id: chatId, message_id: messageId };
  return deletable
    ? edit('deleteMessage', target)
    : edit('editMessageText', { ...target, text: removed });
}

/** One part more than before: it stands further down, so it says which message it belongs to. */
function follow({ call }: Piece, first: number | undefined): ApiCall {
  const reply_parameters = { message_id: first, allow_sending_without_reply: true };
  return { ...call, payload: { ...call.payload, reply_parameters }, repeatable: true };
}

function edit(method: string, payload: Payload): ApiCall {
  return { method, payload, repeatable: true };
}

function piecesOf(call: ApiCall): Piece[] {
  const { method, payload } = call;
  const { chat_id, message_thread_id, reply_parameters, disable_notification, ...said } = payload;
  if (method === 'sendMessage') return [{ call, body: said, is: 'text' }];
  if (method === 'sendMediaGroup') {
    const items = said.media as readonly Payload[];
    return items.map((body) => ({ call, body, is: 'file' }));
  }
  const kind = FILE_METHODS[method];
  if (!kind) return [{ call, body: said, is: 'other' }];
  const { [kind]: media, ...rest } = said;
  return [{ call, body: { type: kind, media, ...rest }, is: 'file' }];
}

const FILE_METHODS: Readonly<Record<string, string>> = {
  sendPhoto: 'photo',
  sendLivePhoto: 'live_photo',
  sendVideo: 'video',
  sendAnimation: 'animation',
  sendAudio: 'audio',
  sendDocument: 'document',
  sendVoice: 'voice',
};
