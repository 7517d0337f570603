// What belongs to a ticket of all that is said in its group: the client's words and files, and what we have said
// about it there. Who replies to any of it speaks to the ticket.

import type { Content } from '../dialogs/content.ts';
import type { KeptTicket } from './repository.ts';

/** Where a message stands in Telegram. */
export interface MessagePlace {
  readonly chatId: number;
  readonly messageId: number;
}

/** Somebody's words or a file of theirs, as they are to be kept with a ticket. */
export interface ClientMessage {
  /** The group, or the private chat with the bot. */
  readonly chatId: number;
  /** Null: seen by the bot alone, it has no number there. */
  readonly messageId: number | null;
  /** The person; null: Telegram does not tell who. */
  readonly personId: number | null;
  /** The name that stands over it. */
  readonly author: string;
  readonly content: Content;
  /** Telegram's key of the album it is a part of; null: of none. */
  readonly album: string | null;
  readonly saidAt: Date;
}

/** The same as the table has it. */
export interface KeptClientMessage extends ClientMessage {
  readonly id: number;
  readonly ticketId: number;
  /** It stands in another ticket's thread already, and is shown in this one's besides. */
  readonly again?: true;
}

/** What a client has added to a ticket, kept already. */
export interface HeardWords {
  readonly ticket: KeptTicket;
  /** In the order in which they were said; an album is whole. */
  readonly messages: readonly KeptClientMessage[];
  /** The ticket has just been made of them. */
  readonly isOpening: boolean;
}
