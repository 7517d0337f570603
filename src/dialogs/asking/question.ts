// A question to a colleague about a dialog: asked in private, answered into the thread as a note. Pure.

import { mayManageStaff, type Staff } from '../../staff/staff.ts';
import type { MessageAddress } from '../message.ts';

export const ENDINGS = ['answered', 'withdrawn', 'unreachable', 'left'] as const;
/**
 * `unreachable`: the colleague's chat with the bot was never opened, or they have blocked it; `left`: they work here no
 * more.
 */
export type Ending = (typeof ENDINGS)[number];

export interface ColleagueQuestion {
  readonly id: number;
  readonly dialogId: number;
  readonly askedById: number;
  readonly askedOfId: number;
  /** Empty: the client's last words are all. */
  readonly words: string;
  /** When whoever asked is told that there is no answer; null: nobody is any more. */
  readonly remindAt: Date | null;
  /** Null: somebody waits for the answer. */
  readonly ending: Ending | null;
  /** Where it stands in the colleague's chat with the bot; null: it has not arrived. */
  readonly at: MessageAddress | null;
  /** Telegram's key of the album that answers it. */
  readonly album: string | null;
}

/** So many working minutes nobody is reminded. */
export const PATIENCE_MINUTES = 30;

export const LONGEST_QUESTION = 1_000;

/** Whether an employee may take a question back. */
export function mayWithdraw(
  { askedById }: Pick<ColleagueQuestion, 'askedById'>,
  { id, role }: Pick<Staff, 'id' | 'role'>,
): boolean {
  return askedById === id || mayManageStaff(role);
}
