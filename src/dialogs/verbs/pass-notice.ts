// What an employee is told in private about a dialog that has become theirs, or is theirs no more.

import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';

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
