// The name and the icon of a dialog's topic.

import type { Translate } from '../platform/i18n.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import type { ThreadFacts } from './card-repository.ts';
import type { DialogStatus } from './dialog.ts';

/** Telegram's limit, in UTF-16 units. */
const MAX_NAME = 128;

export interface TopicLook {
  readonly name: string;
  readonly icon_custom_emoji_id?: string;
}

/** Icons that Telegram lets everybody put on a topic, by the emoji they show. */
export type TopicIcons = ReadonlyMap<string, string>;

/** In order of liking: Telegram may withdraw one. */
const ICONS: Record<DialogStatus, readonly string[]> = {
  unanswered: ['❗️', '‼️', '❗'],
  in_work: ['👀', '💻'],
  answered: ['💬', '✅'],
  had_call: ['📱', '📣'],
  to_continue: ['❓', '⁉️'],
  note: ['📝', '✍️'],
  closed: ['🏁', '✅'],
};

/**
 * A name of at most 128 units in the desk's language, and the first icon of the status that Telegram
 * still has.
 */
export function createTopicLook(
  t: Translate,
  icons: () => TopicIcons,
): (facts: ThreadFacts) => TopicLook {
  return ({ dialogId, clientName, status, deskLocale }) => {
    const name = truncate(
      t(deskLocale, 'topic-name', { number: dialogId, name: clientName }),
      MAX_NAME,
    );
    const icon = ICONS[status].map((emoji) => icons().get(emoji)).find((id) => id !== undefined);
    return icon ? { name, icon_custom_emoji_id: icon } : { name };
  };
}
