// What somebody wrote in a room, as it is kept: the words of now and those they had before.

import { type Content, isMedia } from '../../../dialogs/content.ts';
import type { RoomRole } from '../../room.ts';
import type { FileFacts } from '../files/file.ts';

/** A message of a room, in a way that the trail can keep. */
export interface SaidInRoom {
  readonly roomId: number;
  readonly chatId: number;
  readonly messageId: number;
  /** Null: Telegram does not tell who wrote it. */
  readonly personId: number | null;
  /** The name that stood over it. */
  readonly author: string;
  /** What they were in the room then; null: nothing. */
  readonly role: RoomRole | null;
  readonly content: Content;
  /** The message of the same chat that it answers. */
  readonly replyTo: number | null;
  /** Telegram's key of the album it is a part of; null: of none. */
  readonly album?: string | null;
  readonly saidAt: Date;
  /** When its author changed it last; null: never, as far as is known. */
  readonly editedAt: Date | null;
  /** The file it brings; null: none. */
  readonly file: FileFacts | null;
}

export interface KeptMessage extends Omit<SaidInRoom, 'file'> {
  readonly id: number;
  /** From 1; grows with each change of its words. */
  readonly version: number;
}

/** Whether somebody changed what it says, and not only how Telegram names its files. */
export function isReworded(before: Content, after: Content): boolean {
  return fingerprint(before) !== fingerprint(after);
}

/** Telegram gives a file another id each time it is asked; its unique id stays. */
function fingerprint(content: Content): string {
  if (!isMedia(content)) return JSON.stringify(content);
  const { fileId, stillId: _still, uniqueId, ...rest } = content;
  return JSON.stringify({ ...rest, file: uniqueId ?? fileId });
}
