// The end of a shift: whoever goes reads what they leave behind, offers all of it to a colleague on duty,
// and keeps it until that colleague accepts.

import { type DeskSettings, isOn } from '../../desks/settings.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import {
  destination,
  type JsonObject,
  type NewMessage,
  type Outbox,
} from '../../platform/outbox/index.ts';
import type { ShiftService } from '../../staff/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { passTo } from '../assignment.ts';
import type { DialogRepository } from '../dialog-repository.ts';
import type { DialogWriter } from '../dialog-writer.ts';
import { staffEvent } from '../verbs/deps.ts';
import type { DutyRepository } from './repository.ts';

export interface HandoverDeps {
  readonly database: Database;
  readonly dutyRows: DutyRepository;
  readonly dialogs: Pick<DialogRepository, 'lock'>;
  readonly writer: DialogWriter;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly shifts: Pick<ShiftService, 'duty'>;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
  readonly desks: {
    readonly allSettings: (tx?: Tx) => Promise<ReadonlyMap<number, DeskSettings>>;
  };
}

export type OfferOutcome =
  | { readonly status: 'offered' | 'offered-already'; readonly to: string }
  | { readonly status: 'on-duty-again' | 'off-duty' | 'nothing-left' | 'repeated' };

export type DecideOutcome =
  | { readonly status: 'accepted'; readonly count: number }
  | { readonly status: 'declined' | 'decided-already' | 'repeated' }
  /** Whoever offered is on duty again. */
  | { readonly status: 'withdrawn'; readonly from: string }
  | { readonly status: 'not-yours' };

export type HandoverService = ReturnType<typeof createHandovers>;

export function createHandovers(deps: HandoverDeps) {
  const { database, dutyRows, dialogs, writer, outbox, clock, shifts, findStaff, desks } = deps;

  /** What they leave behind, read when it leaves; where the desks of these dialogs want it. */
  async function tellDigest(tx: Tx, staff: Staff, cause: Cause): Promise<void> {
    const settings = await desks.allSettings(tx);
    const isWanted = [...settings.values()].some((one) => isOn(one, 'shiftDigest'));
    if (isWanted) await tell(tx, staff, 'shift-digest', {}, cause);
  }

  /** Offers the open dialogs of `staff` to a colleague on duty. */
  function offer(command: { cause: Cause; staff: Staff; toId: number }): Promise<OfferOutcome> {
    const { cause, staff, toId } = command;
    return settled<OfferOutcome>(cause, async (tx) => {
      const { onDuty } = await shifts.duty(tx);
      if (onDuty.has(staff.id)) return { status: 'on-duty-again' };
      const [to] = onDuty.has(toId) && toId !== staff.id ? await findStaff([toId], tx) : [];
      if (!to) return { status: 'off-duty' };
      const dialogIds = await dutyRows.heldIds(tx, staff.id);
      if (dialogIds.length === 0) return { status: 'nothing-left' };
      const row = { fromId: staff.id, toId, dialogIds };
      const handoverId = await dutyRows.offer(tx, row, clock.now());
      if (handoverId === null) return { status: 'offered-already', to: to.name };
      await tell(tx, to, 'handover-offer', { handoverId }, cause);
      return { status: 'offered', to: to.name };
    });
  }

  /** Whoever is back does their dialogs themselves: what they have offered is theirs again. */
  function withdraw(tx: Tx, staff: Staff): Promise<void> {
    return dutyRows.withdraw(tx, staff.id, clock.now());
  }

  /** What is still of whoever offered it passes to whoever accepts; each is told. */
  function decide(command: {
    cause: Cause;
    staff: Staff;
    handoverId: number;
    accept: boolean;
  }): Promise<DecideOutcome> {
    const { cause, staff, handoverId, accept } = command;
    return settled<DecideOutcome>(cause, async (tx) => {
      const handover = await dutyRows.find(handoverId, tx);
      if (handover?.toId !== staff.id) return { status: 'not-yours' };
      const { fromId, dialogIds } = handover;
      const [from] = await findStaff([fromId], tx);
      if (handover.state === 'withdrawn') return { status: 'withdrawn', from: from?.name ?? '' };
      const state = accept ? 'accepted' : 'declined';
      if (!(await dutyRows.decide(tx, handoverId, state, clock.now())))
        return { status: 'decided-already' };
      const count = accept ? await passAll(tx, { fromId, to: staff, dialogIds, cause }) : 0;
      const facts = { toId: staff.id, count };
      if (from) await tell(tx, from, `handover-${state}`, facts, cause);
      return accept ? { status: 'accepted', count } : { status: 'declined' };
    });
  }

  async function passAll(
    tx: Tx,
    of: { fromId: number; to: Staff; dialogIds: readonly number[]; cause: Cause },
  ): Promise<number> {
    const { fromId, to, dialogIds, cause } = of;
    const locked = await dialogs.lock(tx, dialogIds);
    const theirs = locked.filter(
      ({ assigneeId, status }) => assigneeId === fromId && status !== 'closed',
    );
    const now = clock.now();
    const changes = theirs.map((before) => ({ before, after: passTo(before, to.id, now) }));
    const data = { from: fromId, to: to.id };
    const events = theirs.map(({ id }) => staffEvent('transferred', id, fromId, data));
    await writer.write(tx, { changes, events, messages: [] }, cause);
    return theirs.length;
  }

  function settled<Outcome>(
    cause: Cause,
    work: (tx: Tx) => Promise<Outcome>,
  ): Promise<Outcome | { readonly status: 'repeated' }> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      return work(tx);
    });
  }

  async function tell(
    tx: Tx,
    { id, userId }: Staff,
    name: string,
    facts: JsonObject,
    cause: Cause,
  ): Promise<void> {
    const args = { ...facts, staffId: id };
    const message: NewMessage = { destination: destination('person', userId), name, args };
    await outbox.enqueue(tx, [message], cause);
  }

  return { tellDigest, offer, withdraw, decide };
}
