// What an employee is told in private about a dialog that has become theirs, or is theirs no more.

import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Dialog } from '../dialog.ts';

export type FindStaff = (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;

export type PassKind =
  /** Somebody has handed it to them. */
  | 'passed-to'
  /** It is theirs by turn. */
  | 'assigned'
  /** A word for them about it, said later. */
  | 'word'
  /** Somebody else has it now. */
  | 'passed-from'
  /** Somebody has given it back to everybody. */
  | 'released'
  /** It went back by itself: the client waited too long. */
  | 'returned';

export interface PassFacts {
  /** The colleague who did it, or has it now; null: nobody did. */
  readonly byId: number | null;
  /** The note that went with it. */
  readonly wordId: number | null;
}

/** In private; in the thread, by name, to somebody who never opened a chat with the bot. */
export function passNotice(
  kind: PassKind,
  dialogId: number,
  { id, userId }: Pick<Staff, 'id' | 'userId'>,
  facts: PassFacts,
): NewMessage {
  const args = { kind, dialogId, staffId: id, byId: facts.byId, wordId: facts.wordId };
  return { destination: destination('person', userId), name: 'pass-notice', args };
}

/** Whoever had the dialog hears who has it now (`toId`), unless they did it themselves (`byId`). */
export async function noticeToFormer(
  findStaff: FindStaff,
  tx: Tx,
  { id, assigneeId }: Pick<Dialog, 'id' | 'assigneeId'>,
  { byId, toId }: { readonly byId: number; readonly toId: number },
): Promise<readonly NewMessage[]> {
  if (assigneeId === null || assigneeId === byId) return [];
  const former = await findStaff([assigneeId], tx);
  return former.map((staff) => passNotice('passed-from', id, staff, { byId: toId, wordId: null }));
}
