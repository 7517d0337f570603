// What is said about ways in, to whom and where.

import type { Person } from '../people/person.ts';
import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import { destination, type JsonObject, type Outbox } from '../platform/outbox/index.ts';
import { wordsFor, wordsToPerson } from '../platform/outbox/words.ts';

export type EntryWords = ReturnType<typeof createEntryWords>;

/** All take part in the caller's transaction. */
export function createEntryWords({ outbox }: { readonly outbox: Outbox }) {
  /** Alone with the bot, in their language. */
  async function tellPerson(
    tx: Tx,
    to: Pick<Person, 'userId' | 'locale'>,
    name: string,
    facts: JsonObject,
    cause: Cause,
  ): Promise<void> {
    await outbox.enqueue(tx, [wordsToPerson(to, name, facts)], cause);
  }

  /** To whoever has this way in; said once it leads somewhere. */
  async function tellOwner(
    tx: Tx,
    entryId: number,
    { locale }: Pick<Person, 'locale'>,
    name: string,
    cause: Cause,
  ): Promise<void> {
    const reader = { destination: destination('entry', entryId), locale };
    await outbox.enqueue(tx, [wordsFor(reader, name, { entryId })], cause);
  }

  /** Something is done in the group of a room. */
  async function doThere(
    tx: Tx,
    roomId: number,
    name: string,
    args: JsonObject,
    cause: Cause,
  ): Promise<void> {
    await outbox.enqueue(tx, [{ destination: destination('room', roomId), name, args }], cause);
  }

  return { tellPerson, tellOwner, doThere };
}
