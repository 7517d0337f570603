// A client has rated a closed dialog by one tap. One vote per dialog; words may follow.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import { rate } from '../rating.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';

/** A rating so low or lower is told to the supervisors. */
const LOW_RATING = 3;

export interface Rate {
  readonly cause: Cause;
  readonly dialogId: number;
  /** From 1 to 5. */
  readonly rating: number;
  /** Who pressed, on which channel. */
  readonly channel: 'telegram' | 'business';
  readonly userId: number;
}

export type RateOutcome =
  | NotDone
  /** `mayAdd`: what the client writes next is the rating's words. */
  | { readonly status: 'rated'; readonly rating: number; readonly mayAdd: boolean }
  | { readonly status: 'already-rated'; readonly rating: number }
  /** It is not this person's dialog, or nobody asked them. */
  | { readonly status: 'not-theirs' };

export interface RateDeps extends VerbDeps {
  readonly supervisors: () => Promise<readonly Staff[]>;
}

/** Anything but `rated` has changed nothing. */
export function createRate(deps: RateDeps): (command: Rate) => Promise<RateOutcome> {
  const { dialogs, writer, clock, supervisors } = deps;

  return async (command) => {
    const toTell = command.rating <= LOW_RATING ? await supervisors() : [];
    const { cause, dialogId, rating } = command;
    return onDialog<RateOutcome>(deps, cause, dialogId, async (tx, before) => {
      if (!(await isTheirs(tx, before, command))) return { status: 'not-theirs' };
      const rated = rate(before, rating, clock.now());
      if (rated.status === 'not-asked') return { status: 'not-theirs' };
      if (rated.status === 'already-rated') return rated;
      const event = {
        type: 'rated',
        subject: 'dialog',
        subjectId: dialogId,
        actor: 'client',
        actorId: before.clientId,
        data: { rating },
      } as const;
      const messages = rating <= LOW_RATING ? noticesTo(toTell, dialogId) : [];
      const changes = [{ before, after: rated.dialog }];
      await writer.write(tx, { changes, events: [event], messages }, cause);
      // Words are taken where words go: not into this dialog, if it is open or a later one is.
      const mayAdd = before.status === 'closed' && (await dialogs.isLast(tx, before));
      return { status: 'rated', rating, mayAdd };
    });
  };

  /** A customer of a business account is called by the account and then by their own id. */
  async function isTheirs(tx: Tx, dialog: Dialog, { channel, userId }: Rate): Promise<boolean> {
    const address = await dialogs.addressOf(tx, dialog);
    const person = address.externalId.split(':').at(-1);
    return address.channel === channel && person === String(userId);
  }
}

/** Each supervisor in private; where there is none, whoever reads the thread. */
function noticesTo(supervisors: readonly Staff[], dialogId: number): NewMessage[] {
  const args = { kind: 'low-rating', dialogId } as const;
  if (supervisors.length === 0) {
    return [{ destination: threadOf(dialogId), name: 'notice-in-thread', args }];
  }
  return supervisors.map((staff) => ({
    destination: destination('person', staff.userId),
    name: 'notice',
    args: { ...args, staffId: staff.id },
  }));
}
