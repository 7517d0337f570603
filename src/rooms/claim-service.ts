// Links to the bot that lead to ways in: whoever opens one first has that way from then on, and whoever
// has made one without a chat with the bot fetches it there, they alone.

import type { PeopleService } from '../people/index.ts';
import type { Person, SeenPerson } from '../people/person.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { EntryRepository } from './entry-repository.ts';
import type { EntryService } from './entry-service.ts';
import type { EntryWords } from './entry-words.ts';
import type { RoomNotes } from './notes.ts';
import type { RoomRepository } from './repository.ts';
import { isOpen } from './room.ts';

export interface ClaimServiceDeps {
  readonly database: Database;
  readonly entryRows: EntryRepository;
  readonly entries: EntryService;
  readonly rooms: RoomRepository;
  readonly people: PeopleService;
  readonly clock: Clock;
  readonly notes: RoomNotes;
  readonly entryWords: EntryWords;
}

export type ClaimOutcome =
  /** The way is theirs now; the link into the group follows by `entry:<id>`. */
  | { readonly status: 'claimed'; readonly entryId: number }
  /** Somebody else came first, or it was withdrawn, has expired, or never was. */
  | { readonly status: 'already-in' | 'taken' | 'over' | 'unknown' | 'repeated' };

/** What becomes of a link that somebody fetches to pass it on. */
export type FetchOutcome = 'told' | 'not-yours' | 'taken' | 'over' | 'unknown' | 'repeated';

export type ClaimService = ReturnType<typeof createClaimService>;

export function createClaimService(deps: ClaimServiceDeps) {
  const { database, entryRows, entries, rooms, people, clock, notes, entryWords } = deps;

  /** Somebody opens the bot by a code. */
  async function claim(command: {
    readonly code: string;
    readonly seen: SeenPerson;
    readonly cause: Cause;
  }): Promise<ClaimOutcome> {
    const { code, seen, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const person = await people.started(tx, seen);
      const outcome = await take(tx, code, person, cause);
      if (outcome.status === 'claimed') await lead(tx, outcome.entryId, person, cause);
      else await say(tx, person, outcome.status, cause);
      return outcome;
    });
  }

  /** The way follows by itself as soon as it leads somewhere; until then nobody is left without a word. */
  async function lead(tx: Tx, entryId: number, person: Person, cause: Cause): Promise<void> {
    const [way] = await entryRows.findPlaced(tx, [entryId]);
    if (!way?.group) await say(tx, person, 'waits', cause);
    await entries.lead(tx, entryId, person, cause);
  }

  async function take(tx: Tx, code: string, person: Person, cause: Cause): Promise<ClaimOutcome> {
    const entry = await entryRows.lockByCode(tx, code);
    if (!entry) return { status: 'unknown' };
    const { roomId, personId } = entry;
    if (await entries.isIn(tx, roomId, person.id)) return { status: 'already-in' };
    const holds = isOpen(entry, clock.now()) && (await entries.isVouchedFor(tx, entry));
    if (personId === person.id && holds) return { status: 'claimed', entryId: entry.id };
    if (entry.state === 'used' || (personId !== null && personId !== person.id)) {
      return { status: 'taken' };
    }
    if (!holds) return { status: 'over' };
    await entryRows.closeExpired(tx, [roomId], person.id, clock.now());
    const own = await entryRows.findOpen(tx, roomId, person.id);
    if (own) return { status: 'claimed', entryId: own.id };
    await entryRows.update(tx, entry.id, { personId: person.id });
    await notes.write(tx, 'code-claimed', roomId, { personId: person.id }, cause);
    await entries.letBack(tx, roomId, person, cause);
    return { status: 'claimed', entryId: entry.id };
  }

  /** Whoever has made a link in the group reads it alone with the bot, which did not know them before. */
  async function fetch(command: {
    readonly code: string;
    readonly seen: SeenPerson;
    readonly cause: Cause;
  }): Promise<FetchOutcome> {
    const { code, seen, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return 'repeated';
      const person = await people.started(tx, seen);
      const found = await entryRows.findToFetch(tx, code);
      if (!found) return await refuse(tx, person, 'unknown', cause);
      const { entry, code: link } = found;
      if (entry.invitedById !== person.id) return await refuse(tx, person, 'not-yours', cause);
      if (entry.personId !== null) return await refuse(tx, person, 'taken', cause);
      const holds = isOpen(entry, clock.now()) && (await entries.isVouchedFor(tx, entry));
      if (!holds) return await refuse(tx, person, 'over', cause);
      const [room] = await rooms.find(tx, [entry.roomId]);
      const facts = { title: room?.title ?? '', role: entry.role, code: link };
      await entryWords.tellPerson(tx, person, 'room-link', facts, cause);
      return 'told';
    });
  }

  async function refuse<Status extends FetchOutcome>(
    tx: Tx,
    person: Person,
    status: Status,
    cause: Cause,
  ): Promise<Status> {
    await say(tx, person, status, cause);
    return status;
  }

  async function say(tx: Tx, person: Person, status: string, cause: Cause): Promise<void> {
    await entryWords.tellPerson(tx, person, 'room-code', { status }, cause);
  }

  return { claim, fetch };
}
