// Clients as they come and go: met when they write, greeted when they press «Start», and noted as out
// of reach when nothing gets through to them.

import { readPayload } from '../desks/payload.ts';
import { type Cause, systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import type { Locale } from '../platform/i18n.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import { wordsFor } from '../platform/outbox/words.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import { sourceOf, type Unreachable } from './client.ts';
import type { AddressKey, ClientRepository, KnownAddress, NewClient } from './repository.ts';

/** A person as the channel showed them. */
export interface MetPerson extends AddressKey {
  /** As it came; it is cleaned here. */
  readonly name: string;
  readonly username: string | null;
  readonly locale: Locale;
  /** Where the person came from; kept at the first contact alone. */
  readonly source?: string | null;
}

export interface MetAddress {
  readonly addressId: number;
  readonly clientId: number;
  /** The desk that this person has chosen; null: none. */
  readonly deskId: number | null;
  /** Nobody knew this person before. */
  readonly isNew: boolean;
}

export interface Reachability {
  readonly cause: Cause;
  readonly addressId: number;
  readonly reachable: boolean;
  /** Why not, where not. */
  readonly reason?: Unreachable;
}

export interface ClientServiceDeps {
  readonly database: Database;
  readonly repository: ClientRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** What somebody is called whose name shows nothing: «Клиент». */
  readonly nameless: (locale: Locale) => string;
  /** Called when somebody went out of reach or came back, in the transaction that notes it. */
  readonly onReachability: (tx: Tx, change: Reachability) => Promise<void>;
  /** What clients may choose between; nothing where there is but one desk. */
  readonly departments: (tx: Tx) => Promise<readonly Department[]>;
  /** Called when somebody has chosen a desk, in the transaction that notes it. */
  readonly onDeskChosen: (tx: Tx, choice: DeskChosen) => Promise<void>;
}

/** A desk as clients know it. */
export interface Department {
  readonly id: number;
  /** Null: it has none that clients may read, and they come to it by links and rules alone. */
  readonly name: string | null;
}

export interface DeskChosen {
  readonly addressId: number;
  readonly deskId: number;
  readonly cause: Cause;
}

export type ChooseOutcome =
  | { readonly status: 'chosen'; readonly name: string }
  | { readonly status: 'gone' }
  | { readonly status: 'repeated' };

export type Greeting = 'start' | 'help' | 'unknown-command';

export interface GreetCommand {
  readonly person: MetPerson;
  readonly greeting: Greeting;
  /** What the link carried with which the person came («» without). */
  readonly payload: string;
  readonly cause: Cause;
}

export type ClientService = ReturnType<typeof createClientService>;

/** The verbs on clients. Those that take a `cause` have their effect once, however often it comes. */
export function createClientService(deps: ClientServiceDeps) {
  const { database, repository, outbox, clock, nameless, onReachability } = deps;
  const { departments, onDeskChosen } = deps;

  /** Finds or makes these people and notes that they act now; answers in the order given. */
  async function meet(
    tx: Tx,
    people: readonly MetPerson[],
    cause: Cause = systemCause('clients-wrote'),
  ): Promise<MetAddress[]> {
    const unique = new Map(people.map((person) => [keyOf(person), toClient(person)]));
    const known = byKey(await repository.findAddresses(tx, people));
    const strangers = [...unique].filter(([key]) => !known.has(key)).map(([, client]) => client);
    if (strangers.length > 0) {
      await repository.insertClients(tx, strangers, clock.now());
      for (const address of await repository.findAddresses(tx, strangers)) {
        known.set(keyOf(address), address);
      }
    }
    const addresses = [...unique].map(([key, client]) => ({ ...found(known, key), ...client }));
    await repository.touchClients(tx, addresses.map(toTouch), clock.now());
    await welcomeBack(tx, addresses, cause);
    const isNew = new Set(strangers.map(keyOf));
    return people.map((person) => {
      const { addressId, clientId, deskId } = found(known, keyOf(person));
      return { addressId, clientId, deskId, isNew: isNew.has(keyOf(person)) };
    });
  }

  function toClient({ channel, externalId, name, username, locale, source }: MetPerson): NewClient {
    const shown = plainName(name, nameless(locale));
    return { channel, externalId, name: shown, username, locale, source: source ?? null };
  }

  /** Whoever writes can be written to. */
  async function welcomeBack(
    tx: Tx,
    addresses: readonly KnownAddress[],
    cause: Cause,
  ): Promise<void> {
    const lost = addresses.filter(({ unreachable }) => unreachable !== null);
    if (lost.length === 0) return;
    const back = await repository.markReachable(
      tx,
      lost.map(({ addressId }) => addressId),
    );
    for (const addressId of back) await noteReachable(tx, lost, addressId, cause);
  }

  async function noteReachable(
    tx: Tx,
    addresses: readonly Pick<KnownAddress, 'addressId' | 'clientId'>[],
    addressId: number,
    cause: Cause,
  ): Promise<void> {
    const clientId = addresses.find((address) => address.addressId === addressId)?.clientId;
    if (clientId === undefined) return;
    await note(tx, 'client-back', clientId, {}, cause);
    await onReachability(tx, { addressId, reachable: true, cause });
  }

  /** Answers «Start», «/help» or a command that does not exist. */
  async function greet(command: GreetCommand): Promise<{ status: 'greeted' | 'repeated' }> {
    const { person, greeting, payload, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const { deskId, rest } = readPayload(payload);
      const [met] = await meet(tx, [{ ...person, source: sourceOf(rest) }], cause);
      if (met) {
        const chosen = (await departments(tx)).find(({ id }) => id === deskId);
        if (chosen) await settleOn(tx, met, chosen.id, cause);
        const reader = {
          destination: destination('client', met.addressId),
          locale: person.locale,
        };
        const userId = greeting === 'help' ? Number(person.externalId) : null;
        const facts = { greeting, chosen: chosen?.name ?? null, userId };
        await outbox.enqueue(tx, [wordsFor(reader, 'client-greeting', facts)], cause);
      }
      return { status: 'greeted' };
    });
  }

  /** A client says by a press which desk they write to. */
  async function chooseDesk(command: {
    readonly person: MetPerson;
    readonly deskId: number;
    readonly cause: Cause;
  }): Promise<ChooseOutcome> {
    const { person, deskId, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const chosen = (await departments(tx)).find(({ id }) => id === deskId);
      if (!chosen?.name) return { status: 'gone' };
      const [met] = await meet(tx, [person], cause);
      if (!met) return { status: 'gone' };
      await settleOn(tx, met, chosen.id, cause);
      return { status: 'chosen', name: chosen.name };
    });
  }

  async function settleOn(
    tx: Tx,
    { addressId }: MetAddress,
    deskId: number,
    cause: Cause,
  ): Promise<void> {
    await repository.setDesk(tx, addressId, deskId);
    await onDeskChosen(tx, { addressId, deskId, cause });
  }

  /** Telegram says that somebody has blocked the bot, or lets it write again. */
  async function noteAccess(command: {
    readonly address: AddressKey;
    readonly blocked: boolean;
    readonly cause: Cause;
  }): Promise<{ status: 'noted' | 'stranger' | 'repeated' }> {
    const { address, blocked, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const [known] = await repository.findAddresses(tx, [address]);
      if (!known) return { status: 'stranger' };
      if (blocked) await lose(tx, known, 'blocked', cause);
      else await welcomeBack(tx, [known], cause);
      return { status: 'noted' };
    });
  }

  /** A message did not reach this address, for a reason that holds for the next one too. */
  async function noteUnreachable(
    tx: Tx,
    addressId: number,
    reason: Unreachable,
    cause: Cause,
  ): Promise<void> {
    const [known] = await repository.findById(tx, [addressId]);
    if (known) await lose(tx, { addressId, clientId: known.clientId }, reason, cause);
  }

  /** The language somebody was last seen with; null: nobody here knows them. */
  async function localeOf(tx: Tx, address: AddressKey): Promise<Locale | null> {
    const [known] = await repository.findAddresses(tx, [address]);
    return known?.locale ?? null;
  }

  /** The number of an address; null: nobody here knows it. */
  async function findAddress(tx: Tx, address: AddressKey): Promise<number | null> {
    const [known] = await repository.findAddresses(tx, [address]);
    return known?.addressId ?? null;
  }

  async function lose(
    tx: Tx,
    { addressId, clientId }: Pick<KnownAddress, 'addressId' | 'clientId'>,
    reason: Unreachable,
    cause: Cause,
  ): Promise<void> {
    if (!(await repository.markUnreachable(tx, addressId, reason, clock.now()))) return;
    await note(
      tx,
      reason === 'blocked' ? 'client-blocked' : 'client-lost',
      clientId,
      { reason },
      cause,
    );
    await onReachability(tx, { addressId, reachable: false, reason, cause });
  }

  async function note(
    tx: Tx,
    type: string,
    clientId: number,
    data: { readonly reason?: Unreachable },
    cause: Cause,
  ): Promise<void> {
    const event = { type, subject: 'client', subjectId: clientId, actor: 'client' } as const;
    await recordEvents(tx, [{ ...event, actorId: clientId, data }], cause, clock.now());
  }

  return { meet, greet, chooseDesk, noteAccess, noteUnreachable, localeOf, findAddress };
}

function keyOf({ channel, externalId }: AddressKey): string {
  return `${channel}/${externalId}`;
}

function byKey(addresses: readonly KnownAddress[]): Map<string, KnownAddress> {
  return new Map(addresses.map((address) => [keyOf(address), address]));
}

function found(known: ReadonlyMap<string, KnownAddress>, key: string): KnownAddress {
  const address = known.get(key);
  if (!address) throw new Error('an address that was just made is not there');
  return address;
}

function toTouch({ clientId, name, username, locale }: KnownAddress) {
  return { clientId, name, username, locale };
}
