// Albums as albums: by their files' ids, so that every part has its own caption, the whole can be a
// reply, and a part that was deleted meanwhile is not lost.

import type { ApiCall } from '../../platform/outbox/index.ts';
import { type Content, isMedia, type MediaContent } from '../content.ts';
import { captionCalls, captionOf, type Original, sayingCalls } from './telegram-saying.ts';
import { following, type Speaking, targetOf } from './telegram-target.ts';

export interface AlbumPart {
  readonly content: Content;
  readonly original: Original | null;
}

/** Kinds that Telegram takes into an album: pictures together, the others among their own. */
const FAMILIES: Readonly<Record<string, string>> = {
  photo: 'pictures',
  live_photo: 'pictures',
  video: 'pictures',
  document: 'documents',
  audio: 'audio',
};

/** The calls that say an album; parts that Telegram would not take together are said one by one. */
export function albumCalls(parts: readonly AlbumPart[], where: Speaking): ApiCall[] {
  const contents = parts.flatMap(({ content }) => (isMedia(content) ? [content] : []));
  if (contents.length < parts.length || !isAlbum(contents)) {
    return parts.flatMap(({ content, original }, index) =>
      sayingCalls(content, original, index === 0 ? where : following(where)),
    );
  }
  const media = contents.map((content) => ({
    type: content.kind,
    media: content.fileId,
    ...(content.stillId === undefined ? {} : { photo: content.stillId }),
    ...(content.spoiler ? { has_spoiler: true } : {}),
    ...captionOf(content, where),
  }));
  const album: ApiCall = {
    method: 'sendMediaGroup',
    payload: { ...targetOf(where), media },
    repeatable: false,
  };
  return [album, ...contents.flatMap((content) => captionCalls(content, where))];
}

function isAlbum(contents: readonly MediaContent[]): boolean {
  const families = new Set(contents.map(({ kind }) => FAMILIES[kind]));
  return families.size === 1 && !families.has(undefined);
}
