// Words that are marked as one marks words to copy them: what a reply is about.

/** @import { MessageView } from '../client.ts' */

/**
 * The words of a message that are marked as one marks words to copy them; null: none, or more than it.
 * @param {MessageView} message
 */
export function markedIn({ messageId, text }) {
  const selection = getSelection();
  const marked = selection?.toString().trim() ?? '';
  const article = selection?.anchorNode?.parentElement?.closest('[data-message-id]');
  const isHere = article?.getAttribute('data-message-id') === String(messageId);
  return isHere && marked !== '' && text.includes(marked) ? marked : null;
}
