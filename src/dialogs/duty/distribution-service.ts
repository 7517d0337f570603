// Dialogs that nobody has are given to those on duty, where the desk wants it: in turn, or to whoever
// keeps fewest clients waiting. The status stays; anybody may still take them.

import type { DeskSettings } from '../../desks/settings.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { ShiftService } from '../../staff/index.ts';
import { passTo } from '../assignment.ts';
import { type NotDone, onDialog, type VerbDeps } from '../verbs/deps.ts';
import { passNotice } from '../verbs/pass-notice.ts';
import type { DutyRepository } from './repository.ts';

export interface DistributionDeps
  extends Pick<VerbDeps, 'database' | 'dialogs' | 'clock' | 'writer'> {
  readonly dutyRows: DutyRepository;
  readonly shifts: Pick<ShiftService, 'duty' | 'takeTurn'>;
  readonly desks: {
    readonly allSettings: (tx?: Tx) => Promise<ReadonlyMap<number, DeskSettings>>;
  };
}

export type GiveOutcome = NotDone | { readonly status: 'given' | 'not-due' | 'nobody-there' };

export function createDistribution(deps: DistributionDeps) {
  const { dutyRows, shifts, desks, writer, clock } = deps;

  /** Dialogs to be given to somebody, at most so many; none where no desk wants it or nobody is there. */
  async function due(limit: number): Promise<readonly number[]> {
    const settings = [...(await desks.allSettings())];
    const giving = settings.filter(([, { distribution }]) => distribution !== 'off');
    if (giving.length === 0) return [];
    const { onDuty } = await shifts.duty();
    if (onDuty.size === 0) return [];
    return dutyRows.listNobodys(
      giving.map(([deskId]) => deskId),
      [...onDuty],
      limit,
    );
  }

  /** `not-due`: somebody has it by now, or nobody waits any more. */
  function give({ cause, dialogId }: { cause: Cause; dialogId: number }): Promise<GiveOutcome> {
    return onDialog<GiveOutcome>(deps, cause, dialogId, async (tx, before) => {
      const { deskId, assigneeId, waitingSince, status } = before;
      const settings = (await desks.allSettings(tx)).get(deskId ?? 0);
      const isOff = !settings || settings.distribution === 'off';
      if (isOff || status === 'closed' || assigneeId !== null || !waitingSince)
        return { status: 'not-due' };
      const former = await dutyRows.givenBackBy(tx, dialogId);
      const loads = await loadsFor(tx, settings);
      const to = await shifts.takeTurn(tx, (inTurn) =>
        chooseNext(
          inTurn.filter((id) => id !== former),
          loads,
        ),
      );
      if (!to) return { status: 'nobody-there' };
      const event = {
        type: 'assigned',
        subject: 'dialog',
        subjectId: dialogId,
        actor: 'system',
        actorId: null,
        data: { to: to.id },
      } as const;
      const after = passTo(before, to.id, clock.now());
      const notice = passNotice('assigned', dialogId, to, { byId: null, wordId: null });
      const changes = [{ before, after }];
      await writer.write(tx, { changes, events: [event], messages: [notice] }, cause);
      return { status: 'given' };
    });
  }

  /** How many clients wait for each of those on duty; null: whoever's turn it is. */
  async function loadsFor(
    tx: Tx,
    { distribution }: DeskSettings,
  ): Promise<ReadonlyMap<number, number> | null> {
    if (distribution !== 'least-loaded') return null;
    return dutyRows.waitingFor(tx, [...(await shifts.duty(tx)).onDuty]);
  }

  return { due, give };
}

/** The first in turn, or the first of those for whom fewest wait; null: nobody is there. */
export function chooseNext(
  inTurn: readonly number[],
  loads: ReadonlyMap<number, number> | null,
): number | null {
  const load = (id: number) => loads?.get(id) ?? 0;
  return inTurn.toSorted((a, b) => load(a) - load(b))[0] ?? null;
}
