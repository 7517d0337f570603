// What a card, and the thread it stands in, are drawn from.

import type { Label } from '../clients/label.ts';
import type { DeskKindName } from '../desks/kinds/kinds.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Content } from './content.ts';
import type { Dialog, DialogStatus } from './dialog.ts';
import type { CardReminder } from './reminders/card-lines.ts';
import type { Standing } from './standing.ts';

export interface ThreadFacts {
  readonly dialogId: number;
  readonly channel: string;
  readonly status: DialogStatus;
  readonly clientName: string;
  readonly deskId: number | null;
  readonly deskKind: DeskKindName | null;
  readonly deskState: string | null;
  readonly deskLocale: Locale;
  readonly chatId: number | null;
  /** Where the cards of the desk stand; null: in their threads. */
  readonly channelId: number | null;
  readonly threadId: number | null;
  /** Somebody has closed the topic in Telegram. */
  readonly topicClosed: boolean;
}

/** A thread in a chat that a desk was in. */
export interface FormerPlace {
  readonly kind: DeskKindName;
  readonly chatId: number;
  readonly threadId: number;
  /** What stands in a thread that has lost its beginning; null: that still leads there. */
  readonly panelId: number | null;
}

export interface CardQuestion {
  readonly messageId: number;
  readonly at: Date;
  readonly content: Content;
  /** Of how many parts: more than one for an album. */
  readonly parts: number;
  /** These parts are of several kinds. */
  readonly mixed: boolean;
  readonly answered: boolean;
}

export interface CardLogLine {
  readonly type: string;
  /** Of the last, where several alike follow each other. */
  readonly at: Date;
  readonly times: number;
  readonly staffName: string | null;
  readonly staffId: number | null;
  /** Whom it was handed to, or from whom it went. */
  readonly otherName: string | null;
  /** The words of a note. */
  readonly note: Content | null;
}

export interface CardFacts {
  readonly dialog: Dialog;
  readonly deadlineAt: Date | null;
  readonly clientName: string;
  readonly username: string | null;
  readonly company: string | null;
  readonly source: string | null;
  readonly unreachable: string | null;
  readonly department: string | null;
  readonly deskLocale: Locale;
  readonly deskChatId: number | null;
  readonly assigneeName: string | null;
  readonly labels: readonly Pick<Label, 'name' | 'tag' | 'colour'>[];
  /** What the client is in groups. */
  readonly standings: readonly Standing[];
  readonly previousThreadId: number | null;
  /** The thread it had before this one. */
  readonly former: FormerPlace | null;
  /** Oldest first; `hiddenQuestions` more came before them. */
  readonly questions: readonly CardQuestion[];
  readonly hiddenQuestions: number;
  readonly log: readonly CardLogLine[];
  /** Still to be said, the soonest first. */
  readonly reminders: readonly CardReminder[];
}
