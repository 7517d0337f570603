// A client waits, and whoever has the dialog has done nothing for too long: it goes back to everybody by
// itself. Once, however often the sweep looks; the clock of the answer runs on.

import type { Desks } from '../../desks/index.ts';
import { type DeskSettings, minutesOf } from '../../desks/settings.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { workingTimeBefore } from '../../sla/calendar.ts';
import type { AnswerPlan } from '../../sla/deadline.ts';
import type { Staff } from '../../staff/staff.ts';
import { idleSince, release } from '../assignment.ts';
import type { AssignmentRepository } from '../assignment-repository.ts';
import { threadOf } from '../dialog-writer.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';
import { passNotice } from './pass-notice.ts';

export type ReturnOutcome = NotDone | { readonly status: 'returned' | 'not-due' };

export interface ReturnIdleDeps extends VerbDeps {
  readonly assignments: AssignmentRepository;
  readonly desks: Pick<Desks['service'], 'settingsOf' | 'allSettings'>;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
  readonly answerPlan: Pick<AnswerPlan, 'calendar'>;
}

export function createReturnIdle(deps: ReturnIdleDeps) {
  const { assignments, desks, findStaff, answerPlan, writer, clock } = deps;

  /** Whoever has let a client wait since then has waited too long; null: nothing returns here. */
  function cutoffOf(settings: DeskSettings): Date | null {
    const minutes = minutesOf(settings, 'returnAfterMinutes');
    return minutes === null ? null : workingTimeBefore(answerPlan.calendar, clock.now(), minutes);
  }

  /** Dialogs that are due, at most so many of each desk. */
  async function due(limit: number): Promise<readonly number[]> {
    const found: number[] = [];
    for (const [deskId, settings] of await desks.allSettings()) {
      const cutoff = cutoffOf(settings);
      if (cutoff) found.push(...(await assignments.listIdle(deskId, cutoff, limit)));
    }
    return found;
  }

  /** `not-due`: something was done meanwhile, or it went back before. */
  function returnIdle(command: { cause: Cause; dialogId: number }): Promise<ReturnOutcome> {
    const { cause, dialogId } = command;
    return onDialog<ReturnOutcome>(deps, cause, dialogId, async (tx, before) => {
      const cutoff = cutoffOf(await desks.settingsOf(before.deskId, tx));
      const idle = idleSince(before);
      const released = release(before);
      if (!cutoff || !idle || idle > cutoff || released.status !== 'done')
        return { status: 'not-due' };
      const holderId = before.assigneeId as number;
      await assignments.noteGivenBack(tx, dialogId, holderId);
      const event = {
        type: 'returned',
        subject: 'dialog',
        subjectId: dialogId,
        actor: 'system',
        actorId: null,
        data: { from: holderId, status: before.status },
      } as const;
      const facts = { byId: null, wordId: null };
      const former = await findStaff([holderId], tx);
      const told = former.map((staff) => passNotice('returned', dialogId, staff, facts));
      const args = { staffId: holderId };
      const inThread = { destination: threadOf(dialogId), name: 'returned-in-thread', args };
      const changes = [{ before, after: released.dialog }];
      await writer.write(tx, { changes, events: [event], messages: [...told, inThread] }, cause);
      return { status: 'returned' };
    });
  }

  return { due, returnIdle };
}
