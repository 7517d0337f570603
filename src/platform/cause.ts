// What made something happen. A verb settles its cause in the transaction of its effects, so that a
// cause that comes twice (a redelivered update, a crash before the note) has its effect once.

export type Cause =
  | {
      readonly kind: 'update';
      readonly botId: number;
      readonly updateId: number;
      /** The form whose last answer it is: it ends in the same transaction. */
      readonly form?: number;
    }
  | RequestCause
  /** Found due by a sweep: what is due is a column, and the verb itself checks it again. */
  | { readonly kind: 'sweep'; readonly name: string }
  /** The program itself: an outcome it recorded, a start. */
  | { readonly kind: 'system'; readonly name: string };

/** A signed request from outside; `id` is made of its signature, and each signature counts once. */
export interface RequestCause {
  readonly kind: 'request';
  readonly id: string;
}

/** The cause as one word for logs and the event log. */
export function causeName(cause: Cause): string {
  switch (cause.kind) {
    case 'update':
      return `update:${cause.updateId}`;
    case 'request':
      return `request:${cause.id.slice(0, 16)}`;
    case 'sweep':
      return `sweep:${cause.name}`;
    case 'system':
      return cause.name;
  }
}

/** The program as a cause; there is nothing to settle, so it may happen any number of times. */
export function systemCause(name: string): Cause {
  return { kind: 'system', name };
}
