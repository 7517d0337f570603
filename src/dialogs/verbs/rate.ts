// A client has rated a closed dialog by one tap. One vote per dialog; words may follow.

import type { Cause } from '../../platform/cause.ts';
import { destination } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';

/** A rating so low or lower is told to the supervisors. */
const LOW_RATING = 3;

export interface Rate {
  readonly cause: Cause;
  readonly dialogId: number;
  /** From 1 to 5. */
  readonly rating: number;
  /** Who pressed, on which channel. */
  readonly channel: string;
  readonly externalId: string;
}

export type RateOutcome =
  | NotDone
  | { readonly status: 'rated'; readonly rating: number }
  | { readonly status: 'already-rated'; readonly rating: number }
  /** It is not this person's dialog. */
  | { readonly status: 'not-theirs' };

export interface RateDeps extends VerbDeps {
  readonly supervisors: () => Promise<readonly Staff[]>;
}

export function createRate(deps: RateDeps): (command: Rate) => Promise<RateOutcome> {
  const { dialogs, writer, clock, supervisors } = deps;

  return async ({ cause, dialogId, rating, channel, externalId }) => {
    const toTell = rating <= LOW_RATING ? await supervisors() : [];
    return onDialog<RateOutcome>(deps, cause, dialogId, async (tx, before) => {
      const address = await dialogs.addressOf(tx, before);
      if (address.channel !== channel || address.externalId !== externalId)
        return { status: 'not-theirs' };
      if (before.rating !== null) return { status: 'already-rated', rating: before.rating };
      const after = { ...before, rating, ratedAt: clock.now() };
      const event = {
        type: 'rated',
        subject: 'dialog',
        subjectId: dialogId,
        actor: 'client',
        actorId: before.clientId,
        data: { rating },
      } as const;
      const messages = toTell.map((staff) => ({
        destination: destination('person', staff.userId),
        name: 'notice',
        args: { kind: 'low-rating', dialogId, staffId: staff.id },
      }));
      await writer.write(tx, { changes: [{ before, after }], events: [event], messages }, cause);
      return { status: 'rated', rating };
    });
  };
}
