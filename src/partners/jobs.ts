// What is due without anybody's press: reminders of invitations, those whose time is over, and
// those who have accepted and not come.

import type { Sweep } from '../platform/sweeps.ts';
import type { AnswerService } from './answer-service.ts';

export interface PartnerJobsDeps {
  readonly answers: AnswerService;
}

const EVERY_MS = 15_000;

/** Each invitation in a transaction of its own, which looks again whether it is due. */
export function createPartnerJobs({ answers }: PartnerJobsDeps): readonly Sweep[] {
  return [
    {
      name: 'partner-reminders',
      everyMs: EVERY_MS,
      async run() {
        const cause = { kind: 'sweep', name: 'partner-reminders' } as const;
        for (const id of await answers.listToRemind()) await answers.remind(id, cause);
      },
    },
    {
      name: 'partner-absences',
      everyMs: EVERY_MS,
      async run() {
        const cause = { kind: 'sweep', name: 'partner-absences' } as const;
        for (const id of await answers.listAbsent()) await answers.remindAbsent(id, cause);
      },
    },
    {
      name: 'partner-expiries',
      everyMs: EVERY_MS,
      async run() {
        const cause = { kind: 'sweep', name: 'partner-expiries' } as const;
        for (const id of await answers.listExpired()) await answers.expire(id, cause);
      },
    },
  ];
}
