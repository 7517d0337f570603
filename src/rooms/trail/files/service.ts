// Files of a room are sent again to whoever asks, and told what kind of paper they are by one tap.

import type { Cause } from '../../../platform/cause.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { recordEvents } from '../../../platform/events.ts';
import { settleCause } from '../../../platform/inbox/index.ts';
import { destination } from '../../../platform/outbox/index.ts';
import { type Acting, type Actor, type Actors, belongs, roomEvent } from '../actor.ts';
import type { TrailBase } from '../deps.ts';
import type { FileKind } from './file.ts';
import type { ListedFile, RoomFileRepository } from './repository.ts';

export interface FileServiceDeps extends Pick<TrailBase, 'database' | 'outbox' | 'clock'> {
  readonly files: Pick<RoomFileRepository, 'find' | 'setKind'>;
  readonly actorIn: Actors;
}

export type FileOutcome = { readonly status: 'done' | 'repeated' | 'gone' | 'stranger' };

interface Press {
  readonly cause: Cause;
  readonly fileId: number;
  readonly by: Acting;
}

export type FileService = ReturnType<typeof createFileService>;

/** The verbs on files; each settles its cause. */
export function createFileService(deps: FileServiceDeps) {
  const { database, outbox, clock, files, actorIn } = deps;

  /** In the room, in reply to the message that brought it. */
  function sendAgain(press: Press): Promise<FileOutcome> {
    return onFile(press, async (tx, { id, roomId }) => {
      const again = { destination: destination('room', roomId), name: 'room-file' };
      await outbox.enqueue(tx, [{ ...again, args: { fileId: id } }], press.cause);
    });
  }

  function setKind(press: Press & { readonly kind: FileKind }): Promise<FileOutcome> {
    const { kind, cause } = press;
    return onFile(press, async (tx, { id, roomId }, { person }) => {
      await files.setKind(tx, id, kind, person.id);
      const event = roomEvent('file-kind-set', roomId, person.id, { fileId: id, kind });
      await recordEvents(tx, [event], cause, clock.now());
    });
  }

  async function onFile(
    { cause, fileId, by }: Press,
    work: (tx: Tx, file: ListedFile, actor: Actor) => Promise<void>,
  ): Promise<FileOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const file = await files.find(fileId, tx);
      if (!file) return { status: 'gone' };
      const actor = await actorIn(tx, file.roomId, by);
      if (!belongs(actor)) return { status: 'stranger' };
      await work(tx, file, actor);
      return { status: 'done' };
    });
  }

  return { sendAgain, setKind };
}
