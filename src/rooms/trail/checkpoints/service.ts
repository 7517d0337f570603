// Checkpoints are made by people and by features, done by one tap, moved with a reason, and speak up by
// themselves before and after they are due.

import type { Person } from '../../../people/person.ts';
import type { Cause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { recordEvents } from '../../../platform/events.ts';
import { settleCause } from '../../../platform/inbox/index.ts';
import { type Destination, destination, type JsonObject } from '../../../platform/outbox/index.ts';
import type { BusinessCalendar } from '../../../sla/business-calendar.ts';
import type { Staff } from '../../../staff/staff.ts';
import type { Room } from '../../room.ts';
import { type Acting, type Actor, type Actors, belongs, roomEvent } from '../actor.ts';
import type { TrailBase } from '../deps.ts';
import type { RoomTimesOf } from '../room-times.ts';
import {
  type Changer,
  type Checkpoint,
  isOver,
  lastBefore,
  mayCancel,
  mayChange,
  nextDue,
  type Ring,
  type RingHours,
  ringNow,
} from './checkpoint.ts';
import { callingHours } from './hours.ts';
import type { CheckpointRepository, NewCheckpoint } from './repository.ts';

/** The projection of a checkpoint in its room. */
export const CHECKPOINT = 'room-checkpoint';

export interface CheckpointServiceDeps
  extends Pick<TrailBase, 'database' | 'outbox' | 'clock' | 'rooms' | 'people'> {
  readonly checkpoints: CheckpointRepository;
  readonly actorIn: Actors;
  readonly timesOf: RoomTimesOf;
  /** When employees may be called. */
  readonly officeHours: BusinessCalendar;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
  readonly supervisors: () => Promise<readonly Staff[]>;
}

type Repeated = { readonly status: 'repeated' };

export type MadeOutcome = Repeated | { readonly status: 'made' | 'stranger' };
export type ChangeOutcome =
  | Repeated
  | { readonly status: 'changed' | 'gone' | 'over' | 'stranger' | 'not-theirs' }
  /** Somebody has changed it since it was asked. */
  | { readonly status: 'outdated' }
  /** Somebody named as responsible is not in the room any more. */
  | { readonly status: 'not-here' };

interface Press {
  readonly cause: Cause;
  readonly checkpointId: number;
  readonly by: Acting;
}

export type CheckpointService = ReturnType<typeof createCheckpointService>;

/** The verbs on checkpoints. */
export function createCheckpointService(deps: CheckpointServiceDeps) {
  const { database, outbox, clock, rooms, people, checkpoints, actorIn, timesOf } = deps;
  const { findStaff, supervisors } = deps;

  /** Somebody asks for one by words; whoever asks answers for it until another is named. */
  async function make(command: {
    readonly cause: Cause;
    readonly room: Pick<Room, 'id'>;
    readonly by: Acting;
    readonly title: string;
    readonly dueAt: Date;
    /** What asks for it: the message, the form. */
    readonly source: string;
    /** Who answers for it; whoever asks, where nobody is named. */
    readonly responsibleId?: number;
  }): Promise<MadeOutcome> {
    const { cause, room, by, title, dueAt, source } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const actor = await actorIn(tx, room.id, by);
      if (!belongs(actor)) return { status: 'stranger' };
      const createdById = actor.person.id;
      const asked = { roomId: room.id, title, dueAt, source };
      const { responsibleId = createdById } = command;
      await add(tx, { ...asked, createdById, responsibleId }, cause);
      return { status: 'made' };
    });
  }

  /** For other features, in their transaction. Null: it was made for this `source` before. */
  async function add(tx: Tx, asked: NewCheckpoint, cause: Cause): Promise<number | null> {
    const made = await checkpoints.insert(tx, asked, clock.now());
    if (!made) return null;
    await save(tx, made, 'checkpoint-made', asked.createdById, {}, cause, null);
    return made.id;
  }

  function done(press: Press): Promise<ChangeOutcome> {
    return change(press, mayChange, async (tx, checkpoint, { person }) => {
      const after = { ...checkpoint, done: { byId: person.id, at: clock.now() } };
      await save(tx, after, 'checkpoint-done', person.id, {}, press.cause);
      return 'changed';
    });
  }

  function cancel(press: Press): Promise<ChangeOutcome> {
    return change(press, mayCancel, async (tx, checkpoint, { person }) => {
      const after = { ...checkpoint, cancelled: { byId: person.id, at: clock.now() } };
      await save(tx, after, 'checkpoint-cancelled', person.id, {}, press.cause);
      return 'changed';
    });
  }

  /** Somebody in the room answers for it from now on. */
  function name(press: Press & { readonly personId: number }): Promise<ChangeOutcome> {
    return change(press, mayChange, async (tx, checkpoint, { person }) => {
      const members = await rooms.members(tx, [checkpoint.roomId]);
      if (!members.some((member) => member.person.id === press.personId)) return 'not-here';
      const after = { ...checkpoint, responsibleId: press.personId };
      const data = { responsibleId: press.personId };
      await save(tx, after, 'checkpoint-named', person.id, data, press.cause);
      return 'changed';
    });
  }

  /** To another time, with the words of why. */
  function move(
    press: Press & {
      readonly dueAt: (before: Date) => Date;
      readonly reason: string;
      /** Of the checkpoint as whoever moves it saw it; none: they move it as it is. */
      readonly revision?: number;
    },
  ): Promise<ChangeOutcome> {
    const { cause, reason } = press;
    return change(press, mayChange, async (tx, checkpoint, { person }) => {
      const { id, dueAt: dueBefore, revision } = checkpoint;
      if (press.revision !== undefined && press.revision !== revision) return 'outdated';
      const dueAfter = press.dueAt(dueBefore);
      const at = clock.now();
      await checkpoints.addMove(tx, id, { byId: person.id, at, dueBefore, dueAfter, reason });
      const after = { ...checkpoint, dueAt: dueAfter };
      const data = { dueBefore: dueBefore.toISOString(), dueAfter: dueAfter.toISOString() };
      await save(tx, after, 'checkpoint-moved', person.id, data, cause, null);
      await say(tx, roomOf(checkpoint), 'checkpoint-moved', { checkpointId: id }, cause);
      return 'changed';
    });
  }

  /** Has a question about it asked where somebody pressed: to when, or who. */
  function ask(
    press: Press & { readonly question: 'when' | 'who'; readonly inRoom: boolean },
  ): Promise<ChangeOutcome> {
    return change(press, mayChange, async (tx, { id, roomId }, { person }) => {
      const { question, inRoom, cause } = press;
      const place = inRoom ? destination('room', roomId) : destination('person', person.userId);
      const args = { checkpointId: id, locale: person.locale, inRoom };
      await say(tx, place, `checkpoint-ask-${question}`, args, cause);
      return 'changed';
    });
  }

  async function change(
    { cause, checkpointId, by }: Press,
    may: (checkpoint: Checkpoint, changer: Changer) => boolean,
    work: (
      tx: Tx,
      checkpoint: Checkpoint,
      actor: Actor,
    ) => Promise<'changed' | 'not-here' | 'outdated'>,
  ): Promise<ChangeOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const checkpoint = await checkpoints.lock(tx, checkpointId);
      if (!checkpoint) return { status: 'gone' };
      const actor = await actorIn(tx, checkpoint.roomId, by);
      if (!belongs(actor)) return { status: 'stranger' };
      if (isOver(checkpoint)) {
        await draw(tx, checkpoint);
        return { status: 'over' };
      }
      if (!may(checkpoint, changerOf(actor))) return { status: 'not-theirs' };
      return { status: await work(tx, checkpoint, actor) };
    });
  }

  /** `last`: what was said of it last, where that changes what is said next. */
  async function save(
    tx: Tx,
    checkpoint: Checkpoint,
    type: string,
    byId: number | null,
    data: JsonObject,
    cause: Cause,
    last: Ring | null = lastBefore(checkpoint),
  ): Promise<void> {
    const { id, roomId, revision } = checkpoint;
    const next = isOver(checkpoint) ? null : await dueAfter(tx, checkpoint, last);
    const after = { ...checkpoint, revision: revision + 1, next };
    await checkpoints.update(tx, after);
    const event = roomEvent(type, roomId, byId, { ...data, checkpointId: id });
    await recordEvents(tx, [event], cause, clock.now());
    await draw(tx, after);
    await rooms.redraw(tx, [roomId]);
  }

  async function dueAfter(tx: Tx, checkpoint: Checkpoint, last: Ring | null) {
    return nextDue(checkpoint.dueAt, last, clock.now(), await hoursOf(tx, checkpoint));
  }

  async function hoursOf(tx: Tx, { roomId, responsibleId }: Checkpoint): Promise<RingHours> {
    const members = await rooms.members(tx, [roomId]);
    const role = members.find(({ person }) => person.id === responsibleId)?.role ?? null;
    return { own: callingHours(await timesOf(roomId, tx), role), office: deps.officeHours };
  }

  /** Its hour has come: the responsible person hears of it, the room when it is late, then the manager. */
  async function ring(checkpointId: number, cause: Cause): Promise<void> {
    const chiefs = await supervisors();
    await database.inTransaction(async (tx) => {
      const checkpoint = await checkpoints.lock(tx, checkpointId);
      const due = checkpoint?.next;
      const now = clock.now();
      if (!checkpoint || !due || due.at > now) return;
      const put = ringNow(due, checkpoint.dueAt, now, await hoursOf(tx, checkpoint));
      if (put?.at !== due.at) return await checkpoints.update(tx, { ...checkpoint, next: put });
      const args = { checkpointId, ring: due.ring };
      if (due.ring === 'manager') await ringManager(tx, checkpoint, chiefs, args, cause);
      else await ringPeople(tx, checkpoint, due.ring, args, cause);
      const next = await dueAfter(tx, checkpoint, due.ring);
      await checkpoints.update(tx, { ...checkpoint, next });
      const event = roomEvent('checkpoint-rang', checkpoint.roomId, null, args);
      await recordEvents(tx, [event], cause, clock.now());
      if (due.ring === 'late') await rooms.redraw(tx, [checkpoint.roomId]);
    });
  }

  async function ringPeople(
    tx: Tx,
    checkpoint: Checkpoint,
    which: Ring,
    args: JsonObject,
    cause: Cause,
  ): Promise<void> {
    const [person] = await people.find(tx, [checkpoint.responsibleId ?? 0]);
    const alone = person?.hasStarted ? person : null;
    if (alone) {
      const inPrivate = { ...args, locale: alone.locale };
      await say(tx, destination('person', alone.userId), 'checkpoint-rings', inPrivate, cause);
    }
    // What is late is everybody's business; what is ahead only where its owner cannot be told alone.
    if (!alone || which === 'late') {
      await say(tx, roomOf(checkpoint), 'checkpoint-rings-here', args, cause);
      await draw(tx, checkpoint);
    }
  }

  async function ringManager(
    tx: Tx,
    { roomId }: Checkpoint,
    chiefs: readonly Staff[],
    args: JsonObject,
    cause: Cause,
  ): Promise<void> {
    const [room] = await rooms.find(tx, [roomId]);
    const own = room?.managerId ? await findStaff([room.managerId], tx) : [];
    for (const { userId, locale } of own.length > 0 ? own : chiefs)
      await say(tx, destination('person', userId), 'checkpoint-rings', { ...args, locale }, cause);
  }

  async function draw(tx: Tx, { id, roomId }: Checkpoint): Promise<void> {
    const shown = { kind: CHECKPOINT, subjectId: id, destination: destination('room', roomId) };
    await outbox.refresh(tx, [shown]);
  }

  async function say(tx: Tx, to: Destination, what: string, args: JsonObject, cause: Cause) {
    await outbox.enqueue(tx, [{ destination: to, name: what, args }], cause);
  }

  const { listDue, findByNumber, soonest } = checkpoints;
  return { make, add, done, cancel, name, move, ask, ring, listDue, findByNumber, soonest };
}

function roomOf({ roomId }: Checkpoint): Destination {
  return destination('room', roomId);
}

function changerOf({ person, role, isStaff }: Actor): Changer {
  return { personId: (person satisfies Person).id, isMember: role !== null, isStaff };
}
