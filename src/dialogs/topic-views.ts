// The name and the icon of a dialog's topic.

import type { Translate } from '../platform/i18n.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import type { ThreadFacts } from './card-repository.ts';
import type { DialogStatus } from './dialog.ts';
import { isThreadOfSubject } from './subject.ts';
import type { SubjectView } from './subject-port.ts';

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

/** Of a topic that its dialog has left. */
const LEFT_ICONS = ['🧳', '🏁'] as const;

/** A name of at most 128 units in the desk's language, and the first icon that Telegram still has. */
export function createTopicLooks(t: Translate, icons: () => TopicIcons) {
  function lookOf(name: string, liked: readonly string[]): TopicLook {
    const short = truncate(name, MAX_NAME);
    const icon = liked.map((emoji) => icons().get(emoji)).find((id) => id !== undefined);
    return icon ? { name: short, icon_custom_emoji_id: icon } : { name: short };
  }

  return {
    /** As its dialog stands. */
    topicLook: (facts: ThreadFacts, subject?: SubjectView): TopicLook => {
      const { dialogId, clientName, status, deskLocale, channel } = facts;
      if (subject) return lookOf(subject.topic.name, subject.topic.icons);
      // It is new: how it stands is drawn as soon as that changes.
      if (isThreadOfSubject(channel)) return lookOf(clientName, ICONS.unanswered);
      const name = t(deskLocale, 'topic-name', { number: dialogId, name: clientName });
      return lookOf(name, ICONS[status]);
    },
    /** Where its dialog goes on elsewhere. */
    leftTopicLook: ({ dialogId, clientName, deskLocale }: LeftTopic): TopicLook =>
      lookOf(t(deskLocale, 'topic-name-left', { number: dialogId, name: clientName }), LEFT_ICONS),
  };
}

type LeftTopic = Pick<ThreadFacts, 'dialogId' | 'clientName' | 'deskLocale'>;
