// What people have changed since they said it: the newest words, albums as they were sent, and the
// reactions that stand at the end.
import type { Deed, Edited, Reacted, Said } from './deeds.ts';
import type { Observed, ObservedMessage } from './observed.ts';

export type Versions = ReturnType<typeof versionsOf>;

/** All that each message has said, the newest last; a note without its mark. */
export function versionsOf(history: readonly Deed[]) {
  const edits = new Map<string, string[]>();
  for (const deed of history) {
    if (deed.kind !== 'edited') continue;
    edits.set(keyOf(deed), [...(edits.get(keyOf(deed)) ?? []), deed.text]);
  }
  const all = (deed: Said) => [withoutNoteMark(deed.text), ...(edits.get(keyOf(deed)) ?? [])];
  return { all, newest: (deed: Said) => all(deed).at(-1) ?? '' };
}

/** Without the line of the bot's that it was changed. */
export function withoutLine(text: string): string {
  return text.replace(/\n✏️ изменено[^\n]*$/, '');
}

function withoutNoteMark(text: string): string {
  return text.replace(/^\/\/ /, '');
}

export function keyOf({ chatId, messageId }: { chatId: number; messageId: number }): string {
  return `${chatId}/${messageId}`;
}

/** Whatever was answered or asked as an album stands somewhere as one. */
export function checkAlbums(
  said: readonly Said[],
  rowOf: (deed: Said) => ObservedMessage | undefined,
  { newest }: Versions,
  seen: Observed,
): string[] {
  const albums = new Map<string, Said[]>();
  for (const deed of said) {
    if (deed.album) albums.set(deed.album, [...(albums.get(deed.album) ?? []), deed]);
  }
  return [...albums.values()].flatMap((parts) => {
    const crosses = parts.every((part) => {
      const purpose = rowOf(part)?.purpose;
      return part.kind === 'asked' || purpose === 'answer';
    });
    if (!crosses) return [];
    const wanted = parts.map(newest);
    const whole = seen.albums.some((album) => {
      const there = album.map(withoutLine);
      return wanted.every((text) => there.includes(text));
    });
    const torn = seen.albums.filter((album) =>
      album.some((text) => wanted.includes(withoutLine(text))),
    );
    return whole
      ? []
      : [`the album «${wanted.join(', ')}» is nowhere whole: ${JSON.stringify(torn)}`];
  });
}

interface Standing extends Reacted {
  readonly order: number;
}

/** Each message shows the other side's last reaction; where there is none, at most a sign of the bot's. */
export function checkReactions(
  history: readonly Deed[],
  deskChatId: number,
  staffOf: (message: ObservedMessage) => number | null,
  seen: Observed,
): string[] {
  const sides = new Map<string, Standing[]>();
  lastReactions(history).forEach((reaction) => {
    const shown = shownAt(reaction, deskChatId, staffOf, seen);
    if (shown) sides.set(shown, [...(sides.get(shown) ?? []), reaction]);
  });
  return [...sides].flatMap(([place, reactions]) => {
    const signs = seen.signs.get(place) ?? [];
    const standing = reactions.filter(({ emoji }) => emoji !== null);
    const expected = standing.toSorted((a, b) => a.order - b.order).at(-1)?.emoji ?? null;
    const isTrue =
      expected === null
        ? signs.every((sign) => sign === '👀' || sign === '👌')
        : signs.includes(expected);
    return isTrue ? [] : [`${place} shows ${signs.join() || 'nothing'}, not ${expected ?? 'less'}`];
  });
}

/** The last of each person on each message. */
function lastReactions(history: readonly Deed[]): readonly Standing[] {
  const last = new Map<string, Standing>();
  history.forEach((deed, order) => {
    if (deed.kind === 'reacted') last.set(`${keyOf(deed)}/${deed.userId}`, { ...deed, order });
  });
  return [...last.values()];
}

/** Where the other side should see it, as «chat/message»; null: it stays inside, or nobody knows the copy. */
function shownAt(
  reaction: Standing,
  deskChatId: number,
  staffOf: (message: ObservedMessage) => number | null,
  { messages, places }: Observed,
): string | null {
  const sourceId = places.find((copy) => keyOf(copy) === keyOf(reaction))?.sourceId;
  const message =
    messages.find((row) => keyOf(row) === keyOf(reaction)) ??
    messages.find(({ id }) => id === sourceId);
  if (!message) return null;
  const isStaff = reaction.chatId === deskChatId;
  const isFromClient = message.chatId !== deskChatId;
  if (!isFromClient && message.purpose !== 'answer') return null;
  if (isStaff && !isFromClient && staffOf(message) !== reaction.userId) return null;
  const isOnOtherSide = isStaff === isFromClient;
  if (isOnOtherSide) return keyOf(message);
  const copies = places.filter((copy) => copy.sourceId === message.id);
  const [first] = copies.toSorted((a, b) => a.messageId - b.messageId);
  return first ? keyOf(first) : null;
}

/** An edit is one of a message that is kept, and its words are the newest. */
export function checkEdits(
  history: readonly Deed[],
  said: readonly Said[],
  rowOf: (deed: Said) => ObservedMessage | undefined,
  { newest }: Versions,
): string[] {
  const edited = new Set(
    history.filter((deed): deed is Edited => deed.kind === 'edited').map(keyOf),
  );
  return said
    .filter((deed) => edited.has(keyOf(deed)))
    .flatMap((deed) => {
      const kept = rowOf(deed)?.text;
      return kept === undefined || kept === newest(deed)
        ? []
        : [`lost: «${newest(deed)}» is kept as «${kept}»`];
    });
}
