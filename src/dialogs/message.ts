// A message in a dialog: who said it, what it is for, and whether it reached the other side.

import { isBusinessChat } from '../platform/telegram/business-chat.ts';
import type { Content } from './content.ts';

/**
 * question: the client asks · thanks: the client only thanks · rating-words: the client's words to a
 * rating · answer: staff to the client · note: staff among themselves · held: staff wrote into a
 * closed dialog and have not yet said whether it is to be sent · said-by-itself: an employee's account
 * has greeted the client by itself.
 */
export type Purpose =
  | 'question'
  | 'thanks'
  | 'rating-words'
  | 'answer'
  | 'note'
  | 'held'
  | 'said-by-itself';

/**
 * Of an answer: on its way, arrived, refused for good, nobody knows, given up by staff; or its author
 * wants it back, and the client has it no more (or never got it).
 */
export type DeliveryState =
  | 'queued'
  | 'delivered'
  | 'failed'
  | 'unknown'
  | 'dropped'
  | 'taking-back'
  | 'taken-back';

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
  readonly deliveredAt: Date | null;
  /** Why Telegram refused it for good; null: it did not, or nobody knows what became of it. */
  readonly failure: string | null;
  /** From 1; grows with each change of what its copies are to show. */
  readonly version: number;
  /** When its author changed it last, by the channel's clock. */
  readonly editedAt: Date | null;
  /** When we heard that the client has deleted it. */
  readonly deletedAt: Date | null;
}

type Later = 'id' | 'deliveredAt' | 'failure' | 'version' | 'editedAt' | 'deletedAt';

export type NewDialogMessage = Omit<DialogMessage, Later> & {
  /** Of a question that nobody need answer any more. */
  readonly answeredAt?: Date;
};

/** Whether the client has certainly never had this answer, and nothing sends it any more by itself. */
export function neverArrived({
  delivery,
  failure,
}: Pick<DialogMessage, 'delivery' | 'failure'>): boolean {
  // What nobody knew of may be given up, too.
  return delivery === 'failed' || (delivery === 'dropped' && failure !== null);
}

/** A message in Telegram, whichever side's. */
export interface MessageAddress {
  readonly chatId: number;
  readonly messageId: number;
}

/**
 * Whether it was said in the client's own chat, so that its copy stands in the thread: by the client, or
 * by an employee past the desk.
 */
export function isOfClientsChat({
  author,
  chatId,
}: Pick<DialogMessage, 'author' | 'chatId'>): boolean {
  return author === 'client' || isBusinessChat(chatId);
}
