// A call for support in a room: why, and how it stands. Pure.

/** Why, in the order of the buttons. */
export const REASONS = ['dispute', 'delay', 'broken', 'other'] as const;
export type Reason = (typeof REASONS)[number];

export interface SupportCall {
  readonly id: number;
  readonly roomId: number;
  /** Who called. */
  readonly personId: number;
  readonly reason: Reason;
  /** The message in the room by which it was called, or {@link placeOf} where none did. */
  readonly at: { readonly chatId: number; readonly messageId: number };
  readonly calledAt: Date;
  /** The dialog of the desk that it became; null: it is on its way. */
  readonly dialogId: number | null;
  readonly closedAt: Date | null;
}

/** Support is called while it is called already, and not by a message of the room. */
export type SupportAddition = Pick<SupportCall, 'id' | 'roomId' | 'personId' | 'reason'>;

/**
 * Where a call stands that no message of the room has made: a place that no chat has, its own for each. It
 * must not wait for a message, for the room's group may be gone.
 */
export function placeOf({ id }: Pick<SupportCall, 'id'>): SupportCall['at'] {
  return { chatId: 0, messageId: -id };
}

/** How the dialog of a call stands on the desk. */
export interface DeskSide {
  readonly status: string;
  readonly isClosed: boolean;
  /** The employee who has it. */
  readonly holder: string | null;
}

/** `waits`: nobody has it yet · `works`: somebody has it · `closed`. */
export type SupportStanding =
  | { readonly kind: 'waits' | 'closed' }
  | { readonly kind: 'works'; readonly name: string };

/** Statuses of a dialog in which its client waits for whoever comes next. */
const WAITING: ReadonlySet<string> = new Set(['unanswered', 'to_continue']);

/** What people in the room are told of it. */
export function standingOf(
  call: Pick<SupportCall, 'closedAt'>,
  desk: DeskSide | null,
): SupportStanding {
  if (call.closedAt || desk?.isClosed) return { kind: 'closed' };
  if (!desk?.holder || WAITING.has(desk.status)) return { kind: 'waits' };
  return { kind: 'works', name: desk.holder };
}
