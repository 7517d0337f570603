// The clock of the answer: warned before it runs out, escalated when it has. Each once for a question,
// however often the sweep looks; after a long stop a missed deadline is escalated, not first warned.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { DialogClockRepository } from '../clock-repository.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import { type NotDone, onDialog, type VerbDeps } from './deps.ts';

export type ClockMark = 'warning' | 'missed';

export type WatchOutcome = NotDone | { readonly status: 'said' } | { readonly status: 'not-due' };

export interface WatchClockDeps extends VerbDeps {
  readonly clocks: DialogClockRepository;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  readonly supervisors: () => Promise<readonly Staff[]>;
}

/** `not-due`: answered meanwhile, or said before. */
export function createWatchClock(
  deps: WatchClockDeps,
): (command: { cause: Cause; dialogId: number; mark: ClockMark }) => Promise<WatchOutcome> {
  const { clocks, findStaff, supervisors, writer, clock } = deps;

  return async ({ cause, dialogId, mark }) => {
    const chiefs = mark === 'missed' ? await supervisors() : [];
    const [assignee] = await findStaff(await clocks.assigneeOf(dialogId));
    return onDialog<WatchOutcome>(deps, cause, dialogId, async (tx, dialog) => {
      if (!(await note(tx, dialog, mark))) return { status: 'not-due' };
      const event = {
        type: mark === 'warning' ? 'answer-warned' : 'answer-missed',
        subject: 'dialog',
        subjectId: dialogId,
        actor: 'system',
        actorId: null,
      } as const;
      const people = mark === 'warning' ? [assignee] : [assignee, ...chiefs];
      const messages = noticesTo(
        dialog,
        mark,
        people.filter((one) => one !== undefined),
      );
      await writer.write(
        tx,
        { changes: [{ before: dialog, after: dialog }], events: [event], messages },
        cause,
      );
      return { status: 'said' };
    });
  };

  function note(tx: Tx, dialog: Dialog, mark: ClockMark): Promise<boolean> {
    return mark === 'warning'
      ? clocks.markWarned(tx, dialog.id, clock.now())
      : clocks.markEscalated(tx, dialog.id, clock.now());
  }
}

/** In private to those who are to act; in the thread where nobody has the dialog, and when it is late. */
function noticesTo(dialog: Dialog, mark: ClockMark, people: readonly Staff[]): NewMessage[] {
  const kind = mark === 'warning' ? 'deadline-warning' : 'deadline-missed';
  const unique = [...new Map(people.map((staff) => [staff.id, staff])).values()];
  const personal = unique.map((staff) => ({
    destination: destination('person', staff.userId),
    name: 'notice',
    args: { kind, dialogId: dialog.id, staffId: staff.id },
  }));
  if (personal.length > 0 && mark === 'warning') return personal;
  return [
    ...personal,
    {
      destination: threadOf(dialog.id),
      name: 'notice-in-thread',
      args: { kind, dialogId: dialog.id },
    },
  ];
}
