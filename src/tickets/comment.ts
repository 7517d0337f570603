// What the company's own system of record says of a ticket: to its client, or to employees alone. Pure.

/**
 * inside: for employees alone · answer: somebody has answered the client there · automatic: that system speaks to the
 * client by itself, which answers nothing.
 */
export type CommentKind = 'inside' | 'answer' | 'automatic';

export interface NewComment {
  readonly kind: CommentKind;
  /** Its number there; the same twice is one comment. Null: each is a new one. */
  readonly externalId: string | null;
  /** The name over it; null: nobody is named. */
  readonly author: string | null;
  readonly text: string;
}

export interface TicketComment extends NewComment {
  readonly id: number;
  readonly ticketId: number;
}

/** As the log keeps it. */
export function loggedWords({ author, text }: Pick<NewComment, 'author' | 'text'>): string {
  return author === null ? text : `${author}: ${text}`;
}
