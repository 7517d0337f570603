// What made something happen. A verb settles its cause in the transaction of its effects, so that a
// cause that comes twice (a redelivered update, a crash before the note) has its effect once.

export type Cause =
  | { readonly kind: 'update'; readonly botId: number; readonly updateId: number }
  /** Found due by a sweep: what is due is a column, and the verb itself checks it again. */
  | { readonly kind: 'sweep'; readonly name: string }
  /** The outcome of a message that the sender sent. */
  | { readonly kind: 'outcome'; readonly outboxId: bigint }
  | { readonly kind: 'start' };

/** The cause as one word for logs and the event log. */
export function causeName(cause: Cause): string {
  switch (cause.kind) {
    case 'update':
      return `update:${cause.updateId}`;
    case 'sweep':
      return `sweep:${cause.name}`;
    case 'outcome':
      return `outbox:${cause.outboxId}`;
    case 'start':
      return 'start';
  }
}
