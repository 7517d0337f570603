// What is told of in words: which of it both sides may read, which is worth a try as a copy, and what
// of it never reaches a client.

import { type Content, isMedia, type ToldContent } from '../content.ts';

/**
 * words: what is told is all there is to it · copy: Telegram may let the bot copy it, else it is told ·
 * staff: staff are told what it was, and nobody else can be given it.
 */
export type Way = 'words' | 'copy' | 'staff';

const WAYS: Readonly<Record<string, Way>> = {
  dice: 'words',
  checklist: 'words',
  rich_message: 'copy',
  game: 'copy',
  other: 'copy',
};

/** Kinds with a name of their own in the locale files. */
const NAMED: ReadonlySet<string> = new Set([
  ...['dice', 'story', 'paid_media', 'game', 'invoice', 'giveaway', 'giveaway_winners'],
  ...['checklist', 'gift', 'unique_gift', 'rich_message'],
  ...['location', 'venue', 'contact', 'poll'],
]);

/** How what is told of crosses. A story can be opened where it has a public address. */
export function wayOf({ type, facts }: ToldContent): Way {
  if (type === 'story') return facts.url ? 'words' : 'staff';
  return WAYS[type] ?? 'staff';
}

/** Whether it can be sent to a client of this channel at all. */
export function reachesClient(content: Content, channel: string): boolean {
  if (content.kind === 'unsupported') return false;
  if (content.kind !== 'told') return true;
  const way = wayOf(content);
  return way === 'copy' ? hasCopies(channel) || content.text !== '' : way === 'words';
}

/** Whether Telegram copies messages to clients of this channel: not into somebody's own chat. */
function hasCopies(channel: string): boolean {
  return channel !== 'business';
}

/** Whether staff can be told of it and cannot see it: its author is asked for something else. */
export function isClosedToStaff(content: Content): boolean {
  return content.kind === 'unsupported' || (content.kind === 'told' && wayOf(content) === 'staff');
}

/** What kind of message it is, as the locale files call it («kind-…»). */
export function kindNameOf(content: Content): string {
  if (content.kind !== 'told' && content.kind !== 'unsupported') return content.kind;
  return NAMED.has(content.type) ? content.type : 'other';
}

/** Whether Telegram's copy of the original shows it as it is now; else it is sent from what we keep. */
export function isCopied(content: Content): boolean {
  if (content.guarded) return false;
  switch (content.kind) {
    case 'venue':
    case 'contact':
      return true;
    case 'location':
      // A copy of a live location stands still for ever.
      return content.liveUntil === undefined;
    case 'poll':
      // A copy of a closed poll is open, and a quiz can be copied only by who knows its answer.
      return !content.closed && (!content.quiz || content.right !== undefined);
    case 'told':
      return wayOf(content) === 'copy';
    default:
      return isMedia(content);
  }
}
