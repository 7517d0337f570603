// What the clock makes due: late answers, and notes that were begun and forgotten.

import type { Desks } from '../desks/index.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Logger } from '../platform/logger.ts';
import type { Sweep } from '../platform/sweeps.ts';
import { eachDue } from './due.ts';
import type { DialogService } from './service.ts';
import { COPY_WITHIN_MS, NO_COPIES } from './threads.ts';

const AT_ONCE = 100;

export interface DialogJobsDeps {
  readonly service: Pick<
    DialogService,
    'watchClock' | 'cancelNote' | 'menu' | 'returnIdle' | 'due'
  >;
  readonly database: Database;
  readonly desks: Pick<Desks['service'], 'noteTrouble'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Sweeps for each second. A database that is away is thrown on; any other failure of one dialog is
 * logged alone.
 */
export function createDialogJobs(deps: DialogJobsDeps): readonly Sweep[] {
  const { service, database, desks, clock, logger } = deps;
  const { due } = service;

  return [
    {
      name: 'late-answers',
      async run() {
        const cause = sweep('late-answers');
        await eachDue(logger, await due.missedAnswers(clock.now(), AT_ONCE), (dialogId) =>
          service.watchClock({ cause, dialogId, mark: 'missed' }),
        );
        await eachDue(logger, await due.answersToWarnOf(clock.now(), AT_ONCE), (dialogId) =>
          service.watchClock({ cause, dialogId, mark: 'warning' }),
        );
      },
    },
    {
      name: 'bare-cards',
      async run() {
        const before = new Date(clock.now().getTime() - COPY_WITHIN_MS);
        await eachDue(logger, await due.bareCards(before), (deskId) =>
          database.inTransaction((tx) =>
            desks.noteTrouble(tx, deskId, NO_COPIES, sweep('bare-cards')),
          ),
        );
      },
    },
    {
      name: 'forgotten-notes',
      async run() {
        const cause = sweep('forgotten-notes');
        await eachDue(logger, await due.forgottenNotes(clock.now(), AT_ONCE), (form) =>
          service.cancelNote({ ...form, cause, how: { by: 'time-out' } }),
        );
      },
    },
    {
      name: 'forgotten-menus',
      async run() {
        await eachDue(
          logger,
          await due.forgottenMenus(clock.now(), AT_ONCE),
          service.menu.tidyOverdue,
        );
      },
    },
    {
      name: 'idle-dialogs',
      everyMs: 10_000,
      async run() {
        const cause = sweep('idle-dialogs');
        await eachDue(logger, await due.idleDialogs(AT_ONCE), (dialogId) =>
          service.returnIdle({ cause, dialogId }),
        );
      },
    },
  ];
}

function sweep(name: string): Cause {
  return { kind: 'sweep', name };
}
