// The client's vote on a dialog.

import type { Dialog } from './dialog.ts';

export type Rated =
  | { readonly status: 'rated'; readonly dialog: Dialog }
  | { readonly status: 'already-rated'; readonly rating: number }
  /** Nobody asked for a rating of this dialog. */
  | { readonly status: 'not-asked' };

/** The client's vote, `rating` from 1 to 5: one for a dialog in which an answer was delivered. */
export function rate(dialog: Dialog, rating: number, now: Date): Rated {
  if (dialog.rating !== null) return { status: 'already-rated', rating: dialog.rating };
  if (dialog.answersDelivered === 0) return { status: 'not-asked' };
  return { status: 'rated', dialog: { ...dialog, rating, ratedAt: now } };
}

/** Whether clients of this channel are asked for a rating: a group of people is nobody in particular. */
export function isRatedOn(channel: string): boolean {
  return channel !== 'room';
}
