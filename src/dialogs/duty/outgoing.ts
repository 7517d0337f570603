// What is said in private about shifts and what is left behind at their end, read when it leaves.

import type { DeskSettings } from '../../desks/settings.ts';
import { isOn } from '../../desks/settings.ts';
import type { Clock } from '../../platform/clock.ts';
import type { MessageJob, MessagePort } from '../../platform/outbox/index.ts';
import type { ShiftService } from '../../staff/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { numberIn } from '../outgoing/signs.ts';
import { type Saying, speechPort } from '../outgoing/speech.ts';
import type { DutyRepository } from './repository.ts';
import type { DutyViews } from './views.ts';

export interface DutyOutgoingDeps {
  readonly dutyRows: DutyRepository;
  readonly views: DutyViews;
  readonly shifts: Pick<ShiftService, 'duty'>;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  readonly desks: { readonly allSettings: () => Promise<ReadonlyMap<number, DeskSettings>> };
  readonly clock: Clock;
}

const NOBODY = { drop: 'there is no such employee any more' };

/** The ports of these words, by the names of their messages. */
export function createDutyOutgoing(deps: DutyOutgoingDeps): Record<string, MessagePort> {
  const { dutyRows, views, shifts, findStaff, desks, clock } = deps;

  async function digest(job: MessageJob): Promise<Saying> {
    const staff = await readerOf(job);
    if (!staff) return NOBODY;
    const settings = await desks.allSettings();
    const wanted = (deskId: number | null) => {
      const own = deskId === null ? undefined : settings.get(deskId);
      return own !== undefined && isOn(own, 'shiftDigest');
    };
    const held = (await dutyRows.listHeld(staff.id)).filter(({ deskId }) => wanted(deskId));
    if (held.length === 0) return views.plain(staff.locale, 'shift-digest-empty', {});
    const { onDuty } = await shifts.duty();
    const others = await findStaff([...onDuty].filter((id) => id !== staff.id));
    return views.digest(staff.locale, staff.id, held, others, clock.now());
  }

  async function offer(job: MessageJob): Promise<Saying> {
    const staff = await readerOf(job);
    const handover = await dutyRows.find(numberIn(job.messages[0], 'handoverId'));
    if (!staff || handover?.state !== 'offered') return { drop: 'it is decided' };
    const [from] = await findStaff([handover.fromId]);
    const held = await dutyRows.listHeld(handover.fromId, handover.dialogIds);
    if (!from || held.length === 0) return { drop: 'nothing is left of it' };
    return views.offer(staff.locale, handover.id, from.name, held, clock.now());
  }

  async function decided(job: MessageJob): Promise<Saying> {
    const [message] = job.messages;
    const staff = await readerOf(job);
    const [to] = await findStaff([numberIn(message, 'toId')]);
    if (!staff || !message) return NOBODY;
    const facts = { name: to?.name ?? '', count: numberIn(message, 'count') };
    return views.plain(staff.locale, `told-${message.name}`, facts);
  }

  async function readerOf({ messages: [message] }: MessageJob): Promise<Staff | undefined> {
    const [staff] = await findStaff([numberIn(message, 'staffId')]);
    return staff;
  }

  return {
    'shift-digest': speechPort(digest),
    'handover-offer': speechPort(offer),
    'handover-accepted': speechPort(decided),
    'handover-declined': speechPort(decided),
  };
}
