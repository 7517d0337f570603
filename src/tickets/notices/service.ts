// What employees are told of what is owed: at once while they may be disturbed, together with the rest otherwise, and
// all that is open in the evening. What waits to be told is kept in rows, so that a restart forgets nothing.

import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { isoDay } from '../../platform/dates.ts';
import { destination, type Outbox } from '../../platform/outbox/index.ts';
import { quietUntil } from '../../sla/calendar.ts';
import type { Sla } from '../../sla/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { eveningOf, howToTell, ringsLeft } from './pace.ts';
import {
  type Held,
  type HeldNow,
  type NewHeld,
  type NoticeKind,
  type NoticeReader,
  type NoticeRepository,
  placed,
  type Subject,
} from './repository.ts';

export interface NoticesDeps {
  readonly database: Database;
  readonly outbox: Pick<Outbox, 'enqueue' | 'refresh'>;
  readonly clock: Clock;
  readonly sla: Pick<Sla, 'terms'>;
  readonly notices: NoticeRepository;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
}

/** What each employee answers for of what waits in rooms, whoever waits longest first. */
export type OpenFor = (tx: Tx) => Promise<ReadonlyMap<number, readonly number[]>>;

/** A message with more than these is hard to read on a telephone. */
const MOST_AT_ONCE = 10;
const HOUR_MS = 3_600_000;
const CAUSE = systemCause('staff-notices');

export type Notices = ReturnType<typeof createNotices>;

export function createNotices(deps: NoticesDeps) {
  const { database, outbox, clock, sla, notices, findStaff } = deps;
  const { prisma } = database;

  /** By which the company works. */
  const office = () => sla.terms.of({ planId: null, calendarId: null }).calendar;

  /** Nobody else disturbs this employee until the transaction ends. */
  async function ringsLeftFor(tx: Tx, staffId: number): Promise<number> {
    await notices.lockReader(tx, staffId);
    const now = clock.now();
    const rang = await notices.rangSince(tx, staffId, new Date(now.getTime() - HOUR_MS));
    const { hours } = office();
    const evening = eveningOf(hours, now)?.from ?? null;
    const isTold = await notices.isEveningTold(tx, isoDay(hours.timeZone, now));
    return ringsLeft(rang, isTold ? null : evening, now);
  }

  /** What must be told now, whatever else was. @returns whether it may be heard */
  async function ring(tx: Tx, staffId: number, clockId: number): Promise<boolean> {
    const rang = (await ringsLeftFor(tx, staffId)) > 0;
    await notices.releaseClock(tx, staffId, clockId);
    await note(tx, 'alarm', { staffId }, { rang, subjects: [{ clockId }] });
    return rang;
  }

  /** To be told as soon as they may be disturbed: by `flush`. */
  function hold(tx: Tx, held: readonly NewHeld[]): Promise<void> {
    return notices.hold(tx, held, clock.now());
  }

  function note(
    tx: Tx,
    kind: NoticeKind,
    reader: NoticeReader,
    what: { readonly rang: boolean; readonly subjects: readonly Subject[] },
  ): Promise<number> {
    return notices.insert(tx, { kind, reader, at: clock.now(), ...what });
  }

  /** It stands at a desk, and calls nobody. */
  async function postAtDesk(tx: Tx, deskId: number, waitId: number): Promise<void> {
    const id = await note(tx, 'raise', { deskId }, { rang: false, subjects: [{ waitId }] });
    await outbox.refresh(tx, [placed(id, destination('desk', deskId))]);
  }

  /** The sweep. */
  async function flush(): Promise<void> {
    const waiting = new Set((await notices.listHeld(prisma)).map(({ staffId }) => staffId));
    for (const staffId of waiting) await database.inTransaction((tx) => flushFor(tx, staffId));
  }

  async function flushFor(tx: Tx, staffId: number): Promise<void> {
    const left = await ringsLeftFor(tx, staffId);
    const held = await notices.listHeld(tx, staffId);
    const over = held.filter(({ isOpen }) => !isOpen);
    const now = clock.now();
    const mayCall = ({ calendarId }: Held) =>
      quietUntil(sla.terms.hoursOf(calendarId), now) === null;
    const ready = held.filter((one) => one.isOpen && mayCall(one));
    const how = howToTell(ready.length, left);
    const told = how === 'later' ? [] : ready;
    await notices.release(tx, idsOf([...over, ...told]));
    if (how === 'singly') for (const one of told) await tellAlone(tx, one);
    if (how === 'together') await tellTogether(tx, 'digest', staffId, told.map(subjectOf), true);
  }

  async function tellAlone(tx: Tx, held: HeldNow): Promise<void> {
    const { staffId, ticketId } = held;
    const [person] = await findStaff([staffId], tx);
    if (!person) return;
    const to = destination('person', person.userId);
    const kind = 'waitId' in held ? 'raise' : 'alarm';
    const id = await note(tx, kind, { staffId }, { rang: true, subjects: [subjectOf(held)] });
    if ('waitId' in held) return await outbox.refresh(tx, [placed(id, to)]);
    const dialogId = ticketId === null ? null : await notices.dialogOf(tx, ticketId);
    const args = { ticketId, clockId: held.clockId, staffId, dialogId };
    await outbox.enqueue(tx, [{ destination: to, name: 'ticket-alarm', args }], CAUSE);
  }

  /** As one message, or as several of which the first alone is heard. */
  async function tellTogether(
    tx: Tx,
    kind: 'digest' | 'evening',
    staffId: number,
    subjects: readonly Subject[],
    mayRing: boolean,
  ): Promise<void> {
    const [person] = await findStaff([staffId], tx);
    if (!person) return;
    for (let from = 0; from < subjects.length; from += MOST_AT_ONCE) {
      const part = subjects.slice(from, from + MOST_AT_ONCE);
      const rang = mayRing && from === 0;
      const id = await note(tx, kind, { staffId }, { rang, subjects: part });
      await outbox.refresh(tx, [placed(id, destination('person', person.userId))]);
    }
  }

  /** The sweep: once in the last hour of a working day everybody reads all that is open and theirs. */
  async function tellEvening(openFor: OpenFor): Promise<void> {
    const now = clock.now();
    const { hours } = office();
    const evening = eveningOf(hours, now);
    if (!evening || now < evening.from || now >= evening.to) return;
    const day = isoDay(hours.timeZone, now);
    if (await notices.isEveningTold(prisma, day)) return;
    await database.inTransaction(async (tx) => {
      if (!(await notices.claimEvening(tx, day, now))) return;
      const held = await notices.listHeld(tx);
      const open = await openFor(tx);
      const people = new Set([...open.keys(), ...held.map(({ staffId }) => staffId)]);
      for (const staffId of people) {
        const own = held.filter((one) => one.staffId === staffId);
        const deadlines = own.filter((one) => one.isOpen && 'clockId' in one).map(subjectOf);
        const waits = (open.get(staffId) ?? []).map((waitId) => ({ waitId }));
        const mayRing = (await ringsLeftFor(tx, staffId)) > 0;
        await notices.release(tx, idsOf(own));
        await tellTogether(tx, 'evening', staffId, [...waits, ...deadlines], mayRing);
      }
    });
  }

  return { ring, hold, postAtDesk, flush, tellEvening };
}

function idsOf(held: readonly Held[]): number[] {
  return held.map(({ id }) => id);
}

function subjectOf(held: Held): Subject {
  return 'waitId' in held ? { waitId: held.waitId } : { clockId: held.clockId };
}
