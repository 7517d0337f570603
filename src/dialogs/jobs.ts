// What the clock makes due: late answers, and notes that were begun and forgotten.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { DialogService } from './service.ts';

const AT_ONCE = 100;

export interface DialogJobsDeps {
  readonly service: Pick<DialogService, 'watchClock' | 'cancelNote' | 'due'>;
  readonly clock: Clock;
}

export function createDialogJobs({ service, clock }: DialogJobsDeps): readonly Sweep[] {
  const { due } = service;
  return [
    {
      name: 'late-answers',
      async run() {
        const cause = sweep('late-answers');
        for (const dialogId of await due.missedAnswers(clock.now(), AT_ONCE))
          await service.watchClock({ cause, dialogId, mark: 'missed' });
        for (const dialogId of await due.answersToWarnOf(clock.now(), AT_ONCE))
          await service.watchClock({ cause, dialogId, mark: 'warning' });
      },
    },
    {
      name: 'forgotten-notes',
      async run() {
        const cause = sweep('forgotten-notes');
        for (const form of await due.forgottenNotes(clock.now(), AT_ONCE))
          await service.cancelNote({ ...form, cause, how: { by: 'time-out' } });
      },
    },
  ];
}

function sweep(name: string): Cause {
  return { kind: 'sweep', name };
}
