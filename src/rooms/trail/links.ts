// Ways to messages of a room's group, for those who are in it.

import { looseUrl } from '../../desks/kinds/kind.ts';

/** Null: a group that is no supergroup has no links to its messages, and one that became it has lost them. */
export function messageUrl(
  at: { readonly chatId: number; readonly messageId: number },
  chatNow: number | null,
): string | null {
  if (at.chatId !== chatNow || !String(at.chatId).startsWith('-100')) return null;
  return looseUrl(at.chatId, at.messageId);
}
