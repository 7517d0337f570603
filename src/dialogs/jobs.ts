// What the clock makes due: late answers, and notes that were begun and forgotten.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import { isStorageTrouble } from '../platform/database/index.ts';
import type { Logger } from '../platform/logger.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { DialogService } from './service.ts';

const AT_ONCE = 100;

export interface DialogJobsDeps {
  readonly service: Pick<DialogService, 'watchClock' | 'cancelNote' | 'menu' | 'due'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Sweeps for each second. A database that is away is thrown on; any other failure of one dialog is
 * logged alone.
 */
export function createDialogJobs({ service, clock, logger }: DialogJobsDeps): readonly Sweep[] {
  const { due } = service;

  /** One dialog that cannot be dealt with does not keep the others waiting. */
  async function each<T>(due: readonly T[], deal: (one: T) => Promise<unknown>): Promise<void> {
    for (const one of due) {
      try {
        await deal(one);
      } catch (error) {
        if (isStorageTrouble(error)) throw error;
        logger.error({ err: error, due: one }, 'what was due could not be done');
      }
    }
  }

  return [
    {
      name: 'late-answers',
      async run() {
        const cause = sweep('late-answers');
        await each(await due.missedAnswers(clock.now(), AT_ONCE), (dialogId) =>
          service.watchClock({ cause, dialogId, mark: 'missed' }),
        );
        await each(await due.answersToWarnOf(clock.now(), AT_ONCE), (dialogId) =>
          service.watchClock({ cause, dialogId, mark: 'warning' }),
        );
      },
    },
    {
      name: 'forgotten-notes',
      async run() {
        const cause = sweep('forgotten-notes');
        await each(await due.forgottenNotes(clock.now(), AT_ONCE), (form) =>
          service.cancelNote({ ...form, cause, how: { by: 'time-out' } }),
        );
      },
    },
    {
      name: 'forgotten-menus',
      async run() {
        await each(await due.forgottenMenus(clock.now(), AT_ONCE), service.menu.tidyOverdue);
      },
    },
  ];
}

function sweep(name: string): Cause {
  return { kind: 'sweep', name };
}
