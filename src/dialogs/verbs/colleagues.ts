// To whom a dialog may be handed: those on duty first, then whoever has fewest.

import type { ShiftService } from '../../staff/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Colleague } from '../assignment.ts';
import type { AssignmentRepository } from '../assignment-repository.ts';
import type { DialogRepository } from '../dialog-repository.ts';

export interface ColleaguesDeps {
  readonly assignments: Pick<AssignmentRepository, 'loads'>;
  readonly dialogs: Pick<DialogRepository, 'find'>;
  readonly shifts: Pick<ShiftService, 'duty'>;
  readonly listStaff: () => Promise<readonly Staff[]>;
}

export type NamedColleague = Colleague & Pick<Staff, 'userId' | 'username'>;

/** Everybody who works here; with a dialog, everybody but whoever has it. */
export function createColleagues({ assignments, dialogs, shifts, listStaff }: ColleaguesDeps) {
  return async function colleagues(dialogId: number | null): Promise<readonly NamedColleague[]> {
    const dialog = dialogId === null ? null : await dialogs.find(dialogId);
    const loads = await assignments.loads();
    const { onDuty } = await shifts.duty();
    const found = (await listStaff())
      .filter(({ id }) => id !== dialog?.assigneeId)
      .map(({ id, userId, name, username }) => {
        const load = loads.get(id) ?? 0;
        return { id, userId, name, username, dialogs: load, onDuty: onDuty.has(id) };
      });
    return found.toSorted(
      (a, b) =>
        Number(b.onDuty) - Number(a.onDuty) ||
        a.dialogs - b.dialogs ||
        a.name.localeCompare(b.name),
    );
  };
}
