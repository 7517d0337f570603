// What the verbs share.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { Dialog } from '../dialog.ts';
import type { DialogRepository } from '../dialog-repository.ts';
import type { DialogWriter } from '../dialog-writer.ts';
import type { MessageRepository } from '../message-repository.ts';
import type { NoteFormRepository } from '../note-form-repository.ts';

export interface VerbDeps {
  readonly database: Database;
  readonly dialogs: DialogRepository;
  readonly messages: MessageRepository;
  readonly noteForms: NoteFormRepository;
  readonly writer: DialogWriter;
  readonly clock: Clock;
}

/** The cause came before (`repeated`), or there is no such dialog (`gone`). */
export type NotDone = { readonly status: 'repeated' } | { readonly status: 'gone' };

/** One verb on one dialog: its cause settled, the dialog locked, all in one transaction. */
export async function onDialog<Outcome>(
  { database, dialogs, clock }: Pick<VerbDeps, 'database' | 'dialogs' | 'clock'>,
  cause: Cause,
  dialogId: number,
  work: (tx: Tx, dialog: Dialog) => Promise<Outcome>,
): Promise<Outcome | NotDone> {
  return database.inTransaction(async (tx) => {
    if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
    const [dialog] = await dialogs.lock(tx, [dialogId]);
    return dialog ? work(tx, dialog) : { status: 'gone' };
  });
}

/** An employee has done something about a dialog. */
export function staffEvent(
  type: string,
  dialogId: number,
  staffId: number | null,
  data?: NonNullable<NewEvent['data']>,
): NewEvent {
  const event = { type, subject: 'dialog', subjectId: dialogId, actor: 'staff' } as const;
  return { ...event, actorId: staffId, ...(data ? { data } : {}) };
}
