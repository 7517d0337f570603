// Rooms are closed by those who answer for them, with what still runs in them, and opened again: by them,
// or by an importer who asks about the same product once more.

import type { PeopleService } from '../people/index.ts';
import type { Person } from '../people/person.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { Staff } from '../staff/staff.ts';
import type { ClosingReason } from './closing.ts';
import { LOOKS, type RoomDrawing } from './drawing.ts';
import type { EntryService } from './entry-service.ts';
import type { GroupRepository } from './group-repository.ts';
import type { Actor, RoomNotes } from './notes.ts';
import type { RoomRepository } from './repository.ts';
import { mayClose } from './rights.ts';
import type { Room, RoomState } from './room.ts';
import type { TellManager } from './tell-manager.ts';

/** What features do when a room is closed or opened again, in the same transaction. */
export interface ClosingHooks {
  /** What must be ended before a room may be closed; null: nothing. */
  readonly whyOpen: (tx: Tx, roomId: number) => Promise<'escrow' | null>;
  /** `person`: the employee who closes it. */
  readonly onClosed: (tx: Tx, room: Room, person: Person, cause: Cause) => Promise<void>;
  /** `by`: whoever brought it about. */
  readonly onReopened: (tx: Tx, room: Room, by: Actor, cause: Cause) => Promise<void>;
}

export interface ClosingServiceDeps extends ClosingHooks {
  readonly database: Database;
  readonly rooms: RoomRepository;
  readonly groups: Pick<GroupRepository, 'footingOf'>;
  readonly entries: Pick<EntryService, 'closeAll'>;
  readonly people: PeopleService;
  readonly clock: Clock;
  readonly notes: RoomNotes;
  readonly drawing: RoomDrawing;
  readonly tellManager: TellManager;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
  readonly handOut: (tx: Tx, cause: Cause) => Promise<void>;
}

interface Order {
  readonly roomId: number;
  readonly by: Staff;
  readonly cause: Cause;
}

type NotDone = 'repeated' | 'no-right' | 'gone' | 'already';
export type CloseOutcome = NotDone | 'closed' | 'escrow';
export type ReopenOutcome = NotDone | 'reopened';

export type ClosingService = ReturnType<typeof createClosingService>;

export function createClosingService(deps: ClosingServiceDeps) {
  const { database, rooms, groups, entries, people, clock, notes, drawing } = deps;
  const { tellManager, findStaff, handOut, whyOpen, onClosed, onReopened } = deps;

  function close(order: Order & { readonly reason: ClosingReason }): Promise<CloseOutcome> {
    return onRoom<CloseOutcome>(order, async (tx, room, by) => {
      if (room.state === 'closed') return 'already';
      const why = await whyOpen(tx, room.id);
      if (why) return why;
      await shut(tx, room, by, order.reason, order.cause);
      return 'closed';
    });
  }

  /** In the caller's transaction: whoever calls has judged who may. False: it is closed, or was none. */
  async function closeFor(
    tx: Tx,
    whom: { readonly roomId: number; readonly by: Staff; readonly reason: ClosingReason },
    cause: Cause,
  ): Promise<boolean> {
    const [room] = await rooms.lock(tx, [whom.roomId]);
    if (!room || room.state === 'closed') return false;
    await shut(tx, room, whom.by, whom.reason, cause);
    return true;
  }

  async function shut(tx: Tx, room: Room, by: Staff, reason: ClosingReason, cause: Cause) {
    const { id: roomId } = room;
    const closing = { closedAt: clock.now(), closedById: by.id, closedReason: reason };
    await rooms.update(tx, roomId, { state: 'closed', ...closing });
    await notes.write(tx, 'room-closed', roomId, { reason }, cause, { kind: 'staff', id: by.id });
    await entries.closeAll(tx, roomId, cause);
    await onClosed(tx, room, await people.meet(tx, by), cause);
    await drawing.say(tx, room, 'room-closed', { name: by.name, reason }, cause);
    await drawing.redraw(tx, [roomId], LOOKS);
    await offerCommands(tx, roomId, cause);
  }

  /** «Открыть снова». */
  function reopen(order: Order): Promise<ReopenOutcome> {
    return onRoom<ReopenOutcome>(order, async (tx, room, by) => {
      if (room.state !== 'closed') return 'already';
      const actor = { kind: 'staff', id: by.id } as const;
      await reopenFor(tx, { roomId: room.id, actor, name: by.name }, order.cause);
      return 'reopened';
    });
  }

  /** The same within the caller's transaction. `name`: of whoever brings it about. False: it is not closed. */
  async function reopenFor(
    tx: Tx,
    whom: { readonly roomId: number; readonly actor: Actor; readonly name: string },
    cause: Cause,
  ): Promise<boolean> {
    const { roomId, actor, name } = whom;
    const [room] = await rooms.lock(tx, [roomId]);
    if (room?.state !== 'closed') return false;
    const state = await stateOf(tx, roomId);
    const open = { closedAt: null, closedById: null, closedReason: null };
    await rooms.update(tx, roomId, { state, ...open });
    await notes.write(tx, 'room-reopened', roomId, {}, cause, actor);
    const opened = { ...room, state, closed: null };
    await drawing.say(tx, opened, 'room-reopened', { name }, cause);
    await drawing.redraw(tx, [roomId], LOOKS);
    await offerCommands(tx, roomId, cause);
    await onReopened(tx, opened, actor, cause);
    if (state === 'waiting') await handOut(tx, cause);
    const facts = { roomId, title: room.title };
    if (state === 'lost') await tellManager(tx, room, 'room-trouble', facts, cause);
    return true;
  }

  /** Of what there is to do in the room, everybody there is offered what is so now. */
  async function offerCommands(tx: Tx, roomId: number, cause: Cause): Promise<void> {
    for (const { person } of await rooms.members(tx, [roomId]))
      await drawing.offerCommands(tx, roomId, person.userId, cause);
  }

  /** What became of its group while nobody looked. */
  async function stateOf(tx: Tx, roomId: number): Promise<RoomState> {
    const footing = await groups.footingOf(tx, roomId);
    if (footing === null) return 'waiting';
    return footing === 'used' ? 'ready' : 'lost';
  }

  async function onRoom<Outcome>(
    { roomId, by, cause }: Order,
    act: (tx: Tx, room: Room, by: Staff) => Promise<Outcome | NotDone>,
  ): Promise<Outcome | NotDone> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return 'repeated';
      const [room] = await rooms.lock(tx, [roomId]);
      const [staff = null] = await findStaff([by.id], tx);
      if (!room) return 'gone';
      if (!staff || !mayClose({ room, staff })) return 'no-right';
      return await act(tx, room, staff);
    });
  }

  return { close, closeFor, reopen, reopenFor };
}
