// Checkpoints are made by people and by features, done by one tap, moved with a reason, and speak up by
// themselves before and after they are due.

import type { Person } from '../../../people/person.ts';
import type { Cause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { settleCause } from '../../../platform/inbox/index.ts';
import { destination } from '../../../platform/outbox/index.ts';
import type { Room } from '../../room.ts';
import { type Acting, type Actor, type Actors, belongs } from '../actor.ts';
import { type Changer, type Checkpoint, isOver, mayCancel, mayChange } from './checkpoint.ts';
import { createCheckpointKeeping, roomOf } from './keeping.ts';
import type { NewCheckpoint } from './repository.ts';
import { createRingService, type RingServiceDeps } from './ring-service.ts';

export interface CheckpointServiceDeps extends RingServiceDeps {
  readonly actorIn: Actors;
}

/** More questions at once nobody answers; the cards of the others say that nobody answers for them. */
const MOST_ASKED = 3;

type Repeated = { readonly status: 'repeated' };

export type MadeOutcome = Repeated | { readonly status: 'made' | 'stranger' | 'closed' };
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
  const { database, clock, rooms, checkpoints, actorIn } = deps;
  const keeping = createCheckpointKeeping(deps);
  const { save, draw, say } = keeping;
  const { ring } = createRingService(deps, keeping);

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
      if (await isClosed(tx, room.id)) return { status: 'closed' };
      const createdById = actor.person.id;
      const asked = { roomId: room.id, title, dueAt, source };
      const { responsibleId = createdById } = command;
      await add(tx, { ...asked, createdById, responsibleId }, cause);
      return { status: 'made' };
    });
  }

  async function isClosed(tx: Tx, roomId: number): Promise<boolean> {
    return (await rooms.find(tx, [roomId])).some(({ closed }) => closed !== null);
  }

  /** For other features, in their transaction. Null: it was made for this `source` before, or its room is closed. */
  async function add(tx: Tx, asked: NewCheckpoint, cause: Cause): Promise<number | null> {
    if (await isClosed(tx, asked.roomId)) return null;
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

  /** Whether somebody may move it now: whoever may not is shown nothing of it. */
  async function mayMove(
    checkpointId: number,
    by: Acting,
  ): Promise<'yes' | 'gone' | 'over' | 'stranger' | 'not-theirs'> {
    return database.inTransaction(async (tx) => {
      const checkpoint = await checkpoints.find(checkpointId, tx);
      if (!checkpoint) return 'gone';
      const actor = await actorIn(tx, checkpoint.roomId, by);
      if (!belongs(actor)) return 'stranger';
      if (isOver(checkpoint)) return 'over';
      return mayChange(checkpoint, changerOf(actor)) ? 'yes' : 'not-theirs';
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

  /** Somebody is in the room no more: what they answered for is nobody's, and the room is asked whose it is. */
  async function release(
    tx: Tx,
    { roomId, personId }: { readonly roomId: number; readonly personId: number },
    cause: Cause,
  ): Promise<void> {
    const all = await checkpoints.listOpen(tx, roomId);
    const theirs = all.filter(({ responsibleId }) => responsibleId === personId);
    for (const [index, checkpoint] of theirs.entries()) {
      const nobodys = { ...checkpoint, responsibleId: null };
      await save(tx, nobodys, 'checkpoint-released', null, { personId }, cause);
      const args = { checkpointId: checkpoint.id };
      if (index < MOST_ASKED) await say(tx, roomOf(checkpoint), 'checkpoint-ask-who', args, cause);
    }
  }

  /** The room has another chat: what is still to be done stands there, too. */
  async function showAnew(tx: Tx, roomId: number): Promise<void> {
    for (const checkpoint of await checkpoints.listOpen(tx, roomId)) await draw(tx, checkpoint);
  }

  const { listDue, findByNumber, soonest } = checkpoints;
  return {
    make,
    add,
    done,
    cancel,
    name,
    move,
    ask,
    mayMove,
    release,
    ring,
    showAnew,
    listDue,
    findByNumber,
    soonest,
  };
}

function changerOf({ person, role, isStaff }: Actor): Changer {
  return { personId: (person satisfies Person).id, isMember: role !== null, isStaff };
}
