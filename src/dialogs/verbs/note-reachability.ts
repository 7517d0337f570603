// The client has blocked the bot, or has come back: their card and their thread say so.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { threadOf } from '../dialog-writer.ts';
import type { VerbDeps } from './deps.ts';

export type NoteReachability = (
  tx: Tx,
  command: { readonly cause: Cause; readonly addressId: number; readonly reachable: boolean },
) => Promise<void>;

/** Runs in the transaction in which the address is marked. */
export function createNoteReachability({
  dialogs,
  writer,
}: Pick<VerbDeps, 'dialogs' | 'writer'>): NoteReachability {
  return async (tx, { cause, addressId, reachable }) => {
    const dialog = (await dialogs.lockLast(tx, [addressId])).get(addressId);
    if (!dialog) return;
    const event = {
      type: reachable ? 'client-returned' : 'client-blocked',
      subject: 'dialog',
      subjectId: dialog.id,
      actor: 'client',
      actorId: dialog.clientId,
    } as const;
    const name = reachable ? 'client-returned' : 'client-blocked';
    const messages = dialog.closedAt ? [] : [{ destination: threadOf(dialog.id), name, args: {} }];
    await writer.write(
      tx,
      { changes: [{ before: dialog, after: dialog }], events: [event], messages },
      cause,
    );
  };
}
