// Why a room is closed, and by whom. What is kept of it stays; it may be opened again.

/** One tap each. */
export const CLOSING_REASONS = ['done', 'no-deal', 'not-needed', 'other'] as const;
/** `served`: nobody chooses it; the company is served no more. */
export type ClosingReason = (typeof CLOSING_REASONS)[number] | 'served';

export interface Closing {
  readonly at: Date;
  /** The employee. */
  readonly byId: number | null;
  readonly reason: ClosingReason | null;
}
