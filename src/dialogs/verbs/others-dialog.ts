// An employee writes to the client of a dialog that a colleague has, or in which a colleague is writing:
// the one is asked about once, of the other both are told.

import type { Desks } from '../../desks/index.ts';
import { isOn } from '../../desks/settings.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import type { NewMessage } from '../../platform/outbox/index.ts';
import type { ShiftService } from '../../staff/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { type AssignmentRepository, WRITERS_MET } from '../assignment-repository.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import { staffEvent } from './deps.ts';

/** Two who answer within so many minutes of each other are writing at the same time. */
const TOGETHER_MINUTES = 5;
/** Told once, they know it for so many minutes. */
const KNOWN_MINUTES = 15;
const MINUTE_MS = 60_000;

export interface OthersDialogDeps {
  readonly assignments: AssignmentRepository;
  readonly desks: Pick<Desks['service'], 'settingsOf'>;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
  readonly shifts: Pick<ShiftService, 'duty'>;
  readonly clock: Clock;
}

export interface Told {
  readonly events: readonly NewEvent[];
  readonly messages: readonly NewMessage[];
}

const NOTHING: Told = { events: [], messages: [] };

export type OthersDialog = ReturnType<typeof createOthersDialog>;

export function createOthersDialog(deps: OthersDialogDeps) {
  const { assignments, desks, findStaff, shifts, clock } = deps;

  /** Whose dialog it is, if somebody is to be asked before they answer in it; null: they need not be. */
  async function holderToAskAbout(
    tx: Tx,
    { id, status, deskId, assigneeId }: Dialog,
    staffId: number,
  ): Promise<Staff | null> {
    if (status === 'closed' || assigneeId === null || assigneeId === staffId) return null;
    if (!isOn(await desks.settingsOf(deskId, tx), 'askOther')) return null;
    if (await assignments.hasAgreed(tx, id, staffId)) return null;
    // Whoever has gone home is not in the middle of an answer.
    if ((await shifts.duty(tx)).offDuty.has(assigneeId)) return null;
    const [holder] = await findStaff([assigneeId], tx);
    return holder ?? null;
  }

  /** Somebody has agreed to write all the same: until the dialog passes on, they are not asked again. */
  function agree(tx: Tx, dialog: Dialog, staffId: number): Promise<void> {
    return assignments.agree(tx, dialog.id, staffId, clock.now());
  }

  /** What two are told who answer one client at the same time: once in a while for each pair. */
  async function tellWriters(tx: Tx, dialogId: number, staffId: number): Promise<Told> {
    const other = await assignments.otherWriter(tx, dialogId, staffId, before(TOGETHER_MINUTES));
    if (other === null) return NOTHING;
    const [first, second] = [other, staffId].sort((a, b) => a - b) as [number, number];
    const pair = { first, second };
    if (await assignments.haveMet(tx, dialogId, pair, before(KNOWN_MINUTES))) return NOTHING;
    return {
      events: [staffEvent(WRITERS_MET, dialogId, staffId, pair)],
      messages: [{ destination: threadOf(dialogId), name: WRITERS_MET, args: pair }],
    };
  }

  function before(minutes: number): Date {
    return new Date(clock.now().getTime() - minutes * MINUTE_MS);
  }

  return { holderToAskAbout, agree, tellWriters };
}
