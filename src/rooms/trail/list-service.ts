// Lists that are shown in a room to whoever asks for them there. What has nothing in it is said to them alone.

import type { Cause } from '../../platform/cause.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { destination } from '../../platform/outbox/index.ts';
import type { Room } from '../room.ts';
import { type Acting, type Actors, belongs } from './actor.ts';
import type { TrailBase } from './deps.ts';
import type { ListName } from './list.ts';
import type { ListRepository } from './list-repository.ts';

export interface ListServiceDeps
  extends Pick<TrailBase, 'database' | 'outbox' | 'clock' | 'rooms'> {
  readonly actorIn: Actors;
  readonly listRows: ListRepository;
}

export type ListService = ReturnType<typeof createListService>;

export function createListService(deps: ListServiceDeps) {
  const { database, outbox, clock, rooms, actorIn, listRows } = deps;

  /** Has the first page said in the room. */
  async function show(command: {
    readonly cause: Cause;
    readonly room: Pick<Room, 'id'>;
    readonly by: Acting;
    readonly name: ListName;
  }): Promise<{ readonly status: 'shown' | 'empty' | 'stranger' | 'repeated' }> {
    const { cause, room, by, name } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      if (!belongs(await actorIn(tx, room.id, by))) return { status: 'stranger' };
      if (await listRows.isEmpty(tx, name, room.id)) return { status: 'empty' };
      const args = { roomId: room.id };
      await outbox.enqueue(tx, [{ destination: destination('room', room.id), name, args }], cause);
      return { status: 'shown' };
    });
  }

  /** Whether somebody may turn the pages of a room's lists. */
  async function mayRead(roomId: number, { seen, isStaff }: Acting): Promise<boolean> {
    return isStaff || (await rooms.roleOf(database.prisma, roomId, seen.userId)) !== null;
  }

  return { show, mayRead };
}
