// Albums arrive as separate messages without an end mark: what is said about their parts is kept
// together and leaves a moment after the last.

import type { NewMessage } from '../../platform/outbox/index.ts';

/** How long an album waits for its next part, in milliseconds. */
const ALBUM_GAP_MS = 1_000;

/** Telegram's name for the album of such a key. */
export function albumOf(groupKey: string): string {
  return groupKey.slice(groupKey.indexOf(':') + 1);
}

/** `about` keeps apart what is said about one album: the parts themselves, a question about them. */
export function together(
  about: string,
  mediaGroupId: string | null,
  now: Date,
): Pick<NewMessage, 'groupKey' | 'notBefore'> {
  if (mediaGroupId === null) return {};
  return {
    groupKey: `${about}:${mediaGroupId}`,
    notBefore: new Date(now.getTime() + ALBUM_GAP_MS),
  };
}
