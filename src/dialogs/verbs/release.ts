// Whoever has a dialog gives it back: anybody may take it, and the client's clock runs on.

import type { Cause } from '../../platform/cause.ts';
import type { Staff } from '../../staff/staff.ts';
import { release } from '../assignment.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from './deps.ts';

export interface Release {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly dialogId: number;
}

export type ReleaseOutcome =
  | NotDone
  | { readonly status: 'done' | 'nobodys' | 'closed' }
  /** Somebody else has it. */
  | { readonly status: 'anothers'; readonly holderId: number };

/** Anything but `done` has changed nothing. */
export function createRelease(deps: VerbDeps): (command: Release) => Promise<ReleaseOutcome> {
  const { writer } = deps;

  return ({ cause, staff, dialogId }) =>
    onDialog<ReleaseOutcome>(deps, cause, dialogId, async (tx, before) => {
      const holderId = before.assigneeId;
      if (holderId !== null && holderId !== staff.id) return { status: 'anothers', holderId };
      const released = release(before);
      if (released.status !== 'done') return released;
      const events = [staffEvent('released', dialogId, staff.id, { status: before.status })];
      const changes = [{ before, after: released.dialog }];
      await writer.write(tx, { changes, events, messages: [] }, cause);
      return { status: 'done' };
    });
}
