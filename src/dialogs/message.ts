// A message in a dialog: who said it, what it is for, and whether it reached the other side.

import type { Content } from './content.ts';

/**
 * question: the client asks · thanks: the client only thanks · rating-words: the client's words to a
 * rating · answer: staff to the client · note: staff among themselves · held: staff wrote into a
 * closed dialog and have not yet said whether it is to be sent.
 */
export type Purpose = 'question' | 'thanks' | 'rating-words' | 'answer' | 'note' | 'held';

/** Of an answer: on its way, arrived, refused for good, or nobody knows. */
export type DeliveryState = 'queued' | 'delivered' | 'failed' | 'unknown';

export interface DialogMessage {
  readonly id: number;
  readonly dialogId: number;
  readonly author: 'client' | 'staff';
  readonly staffId: number | null;
  readonly purpose: Purpose;
  readonly chatId: number;
  readonly messageId: number;
  readonly content: Content;
  readonly mediaGroupId: string | null;
  readonly replyToId: number | null;
  readonly receivedAt: Date;
  readonly delivery: DeliveryState | null;
}

export type NewDialogMessage = Omit<DialogMessage, 'id'> & {
  /** Of a question that nobody need answer any more. */
  readonly answeredAt?: Date;
};

/** A message in Telegram, whichever side's. */
export interface MessageAddress {
  readonly chatId: number;
  readonly messageId: number;
}
