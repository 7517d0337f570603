// What the clock makes due: late answers, and notes that were begun and forgotten.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { DialogClockRepository } from './clock-repository.ts';
import type { NoteFormRepository } from './note-form-repository.ts';
import type { DialogService } from './service.ts';

const AT_ONCE = 100;

export interface DialogJobsDeps {
  readonly service: DialogService;
  readonly clocks: DialogClockRepository;
  readonly noteForms: NoteFormRepository;
  readonly clock: Clock;
}

export function createDialogJobs({
  service,
  clocks,
  noteForms,
  clock,
}: DialogJobsDeps): readonly Sweep[] {
  return [
    {
      name: 'late-answers',
      async run() {
        const late = await clocks.listMissed(clock.now(), AT_ONCE);
        for (const dialogId of late)
          await service.watchClock({ cause: sweep('late-answers'), dialogId, mark: 'missed' });
        const soon = await clocks.listToWarn(clock.now(), AT_ONCE);
        for (const dialogId of soon)
          await service.watchClock({ cause: sweep('late-answers'), dialogId, mark: 'warning' });
      },
    },
    {
      name: 'forgotten-notes',
      async run() {
        for (const form of await noteForms.listExpired(clock.now(), AT_ONCE)) {
          await service.cancelNote({ ...form, cause: sweep('forgotten-notes') });
        }
      },
    },
  ];
}

function sweep(name: string): Cause {
  return { kind: 'sweep', name };
}
