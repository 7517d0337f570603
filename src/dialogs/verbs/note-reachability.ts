// The client has blocked the bot, cannot be reached for another reason, or has come back: their card
// says so, and of what may change again also their thread.

import type { Unreachable } from '../../clients/client.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { threadOf } from '../dialog-writer.ts';
import type { VerbDeps } from './deps.ts';

export type NoteReachability = (
  tx: Tx,
  command: {
    readonly cause: Cause;
    readonly addressId: number;
    readonly reachable: boolean;
    readonly reason?: Unreachable;
  },
) => Promise<void>;

/** Runs in the transaction in which the address is marked. */
export function createNoteReachability({
  dialogs,
  writer,
}: Pick<VerbDeps, 'dialogs' | 'writer'>): NoteReachability {
  return async (tx, { cause, addressId, reachable, reason }) => {
    const dialog = (await dialogs.lockLast(tx, [addressId])).get(addressId);
    if (!dialog) return;
    const type = eventOf(reachable, reason);
    const event = {
      type,
      subject: 'dialog',
      subjectId: dialog.id,
      actor: 'client',
      actorId: dialog.clientId,
    } as const;
    const isSaid = type !== 'client-lost' && !dialog.closedAt;
    const messages = isSaid ? [{ destination: threadOf(dialog.id), name: type, args: {} }] : [];
    await writer.write(
      tx,
      { changes: [{ before: dialog, after: dialog }], events: [event], messages },
      cause,
    );
  };
}

/** Of those who are gone for good whoever wrote to them is told, with the answer that failed. */
function eventOf(
  reachable: boolean,
  reason: Unreachable | undefined,
): 'client-returned' | 'client-blocked' | 'client-lost' {
  if (reachable) return 'client-returned';
  return reason === undefined || reason === 'blocked' ? 'client-blocked' : 'client-lost';
}
