// Files by their ids. The ids mean nothing to anybody else, as on the real server.

export type FileKind =
  | 'photo'
  | 'live_photo'
  | 'document'
  | 'voice'
  | 'video'
  | 'animation'
  | 'audio'
  | 'video_note'
  | 'sticker';

export type StoredFile = {
  readonly id: string;
  readonly uniqueId: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly mimeType: string;
  readonly size: number;
  /** Null where only the description is kept (a file of 30 MB is a number here): see `bytesOf`. */
  readonly bytes: Uint8Array | null;
};

export type NewFile = {
  readonly kind: FileKind;
  readonly name?: string;
  readonly mimeType?: string;
  readonly size?: number;
  readonly bytes?: Uint8Array;
};

/** What a file of each kind is called and is, unless it is told otherwise. */
export const fileKinds: Readonly<
  Record<FileKind, { readonly name: string; readonly mimeType: string }>
> = {
  photo: { name: 'photo.jpg', mimeType: 'image/jpeg' },
  live_photo: { name: 'live.mp4', mimeType: 'video/mp4' },
  document: { name: 'document.pdf', mimeType: 'application/pdf' },
  voice: { name: 'voice.ogg', mimeType: 'audio/ogg' },
  video: { name: 'video.mp4', mimeType: 'video/mp4' },
  animation: { name: 'animation.mp4', mimeType: 'video/mp4' },
  audio: { name: 'audio.mp3', mimeType: 'audio/mpeg' },
  video_note: { name: 'video-note.mp4', mimeType: 'video/mp4' },
  sticker: { name: 'sticker.webp', mimeType: 'image/webp' },
};

const USUAL_SIZE = 2048;

/** What a document is by its name, where nobody says. */
const mimeTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** The file as it is downloaded; the same for everybody, also where only its size is known. */
export function bytesOf({ bytes, size, uniqueId }: StoredFile): Uint8Array {
  return bytes ?? Buffer.alloc(size, uniqueId);
}

function mimeTypeOf(kind: FileKind, name: string): string {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return (kind === 'document' ? mimeTypes[extension] : undefined) ?? fileKinds[kind].mimeType;
}

export type Files = ReturnType<typeof createFiles>;

/** Files by id; one without bytes of its own has only a size, 2 KiB unless told otherwise. */
export function createFiles() {
  const files = new Map<string, StoredFile>();
  return {
    add({ kind, name = fileKinds[kind].name, mimeType, size, bytes }: NewFile): StoredFile {
      const number = files.size + 1;
      const file: StoredFile = {
        id: `sandbox-${kind}-${number}`,
        uniqueId: `u${number}`,
        kind,
        name,
        mimeType: mimeType ?? mimeTypeOf(kind, name),
        size: size ?? bytes?.length ?? USUAL_SIZE,
        bytes: bytes ?? null,
      };
      files.set(file.id, file);
      return file;
    },
    get: (id: string) => files.get(id),
  };
}
