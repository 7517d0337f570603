// What people write in rooms is kept, whatever they write. Known by its place in Telegram, so that a
// message that comes twice is kept once, also when the verb of a command settles its update.

import { wordsOf } from '../../../dialogs/content.ts';
import type { SeenPerson } from '../../../people/person.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/index.ts';
import type { RoomRole } from '../../room.ts';
import type { TrailBase, TrailRooms } from '../deps.ts';
import { guessKind, type KindWords } from '../files/file.ts';
import type { RoomFileRepository } from '../files/repository.ts';
import { isReworded, type KeptMessage, type SaidInRoom } from './kept.ts';
import type { MessagePlace, RoomMessageRepository } from './repository.ts';

/** A message as its chat shows it. */
export interface WrittenMessage extends Omit<SaidInRoom, 'personId' | 'author' | 'role'> {
  /** Who wrote it; a name alone where Telegram does not tell who. */
  readonly by: SeenPerson | { readonly name: string };
}

/** Somebody's words that the bot has said for them, where it said them. */
export interface SaidForSomebody extends MessagePlace {
  readonly roomId: number;
  /** Null: an employee whom the bot knows as nobody else. */
  readonly personId: number | null;
  readonly author: string;
  readonly role: RoomRole;
  readonly text: string;
}

export interface RoomMessageServiceDeps {
  readonly database: Database;
  readonly messages: RoomMessageRepository;
  readonly files: Pick<RoomFileRepository, 'insert'>;
  readonly rooms: Pick<TrailRooms, 'roleOf' | 'noteSpeaker'>;
  readonly people: Pick<TrailBase['people'], 'meet'>;
  readonly kindWords: KindWords;
  readonly clock: Clock;
  /** Its author has changed a message that was kept; `before` is what it said. */
  readonly onReworded: (tx: Tx, before: KeptMessage, editedAt: Date) => Promise<void>;
}

export type RoomMessageService = ReturnType<typeof createRoomMessageService>;

/** The verbs on what is written; none of them settles an update. */
export function createRoomMessageService(deps: RoomMessageServiceDeps) {
  const { database, messages, files, rooms, people, kindWords, clock, onReworded } = deps;

  /** Keeps a message; one that was kept before stays as it is. */
  async function keep(written: WrittenMessage): Promise<void> {
    await database.inTransaction((tx) => keepIn(tx, written));
  }

  /** The same in the caller's transaction; nobody changes the message until it ends. */
  async function keepIn(tx: Tx, written: WrittenMessage): Promise<KeptMessage> {
    const known = await messages.lock(tx, written);
    if (known) return known;
    const said = { ...written, ...(await authorOf(tx, written)) };
    const id = await messages.insert(tx, said);
    if (id !== null) await keepFile(tx, id, said);
    return (await messages.lock(tx, written)) as KeptMessage;
  }

  /** Its author has changed it, or Telegram says so: what it said before stays beside it. */
  async function reword(written: WrittenMessage): Promise<void> {
    await database.inTransaction(async (tx) => {
      const before = await keepIn(tx, written);
      const editedAt = written.editedAt ?? clock.now();
      // What comes late, and what has the words it had, changes nothing.
      if (before.editedAt && before.editedAt > editedAt) return;
      if (!isReworded(before.content, written.content)) return;
      await messages.reword(tx, before, { content: written.content, editedAt });
      await keepFile(tx, before.id, { ...before, file: written.file });
      await onReworded(tx, before, editedAt);
    });
  }

  /** In the caller's transaction: what somebody said through the bot is theirs, and kept as such. */
  async function keepSaid(tx: Tx, { text, ...said }: SaidForSomebody): Promise<void> {
    const content = { kind: 'text', text, entities: [] } as const;
    const more = { replyTo: null, saidAt: clock.now(), editedAt: null, file: null };
    await messages.insert(tx, { ...said, ...more, content });
  }

  async function authorOf(
    tx: Tx,
    { by, roomId }: WrittenMessage,
  ): Promise<Pick<SaidInRoom, 'personId' | 'author' | 'role'>> {
    if (!('userId' in by)) return { personId: null, author: by.name, role: null };
    const person = await people.meet(tx, by);
    const member = await rooms.roleOf(tx, roomId, by.userId);
    const role = member?.role ?? (await rooms.noteSpeaker(tx, roomId, person));
    return { personId: person.id, author: person.name, role };
  }

  async function keepFile(tx: Tx, messageId: number, said: SaidInRoom): Promise<void> {
    const { file, roomId, content } = said;
    if (!file) return;
    const kind = guessKind([file.name, wordsOf(content)], kindWords);
    await files.insert(tx, { ...file, roomId, messageId, kind }, clock.now());
  }

  return { keep, keepIn, keepSaid, keptAt: messages.lock, reword };
}
