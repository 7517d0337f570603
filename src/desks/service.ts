// Desks as they are found, fall into trouble, come back and move. What waits for a desk stays: the
// sender is only told that places have changed.

import { createBatcher } from '../platform/batcher.ts';
import { type Cause, systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { type NewEvent, recordEvents } from '../platform/events.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import { destination, type JsonObject, type Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsToPerson } from '../platform/outbox/words.ts';
import type { ApiFailure } from '../platform/telegram/api-failure.ts';
import type { Staff } from '../staff/staff.ts';
import { type Desk, type Trouble, troubleOfFailure } from './desk.ts';
import { type HeaderLine, type HeaderSubject, headerFor } from './header.ts';
import type { ThreadMark } from './kinds/kind.ts';
import { kindOf } from './kinds/kinds.ts';
import { sendRightIn } from './needs.ts';
import { type DeskChats, type DeskRepository, type Outsider, TOLD } from './repository.ts';

export interface DeskServiceDeps {
  readonly database: Database;
  readonly repository: DeskRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whom to tell when a desk has to be repaired. */
  readonly caretakers: (tx: Tx) => Promise<readonly Staff[]>;
  /** The dialog of a topic; null: the topic is nobody's. */
  /** Dialogs leave the threads they have, and take those they had where the desk goes by `move`. */
  readonly moveThreads: (tx: Tx, deskId: number, move: () => Promise<void>) => Promise<void>;
  readonly findDialog: (deskId: number, threadId: number) => Promise<number | null>;
}

const SENDING = systemCause('sending');
const TOLD_ONCE_IN_MS = 3_600_000;

/** A desk as clients know it. */
export interface Department {
  readonly id: number;
  /** Null: it has none that clients may read, and they come to it by links and rules alone. */
  readonly name: string | null;
}

/** A place in Telegram, as a message shows it. */
export interface ChatPlace {
  readonly chatId: number;
  /** A private chat with this person; null: a group. */
  readonly withPerson: number | null;
  readonly mark: ThreadMark;
  /** Of whoever writes there. */
  readonly locale: Locale;
}

export type DeskService = ReturnType<typeof createDeskService>;

/** Finds desks and keeps their state. Methods with `tx` take part in the caller's transaction. */
export function createDeskService(deps: DeskServiceDeps) {
  const { database, repository, outbox, clock, logger, caretakers, findDialog, moveThreads } = deps;

  /** The desk in this chat; null: it is no desk. */
  const findByChat = createBatcher<number, Desk | null>({
    most: 500,
    sideBySide: 2,
    run: async (chatIds) => {
      const desks = await repository.findByChat(database.prisma, chatIds);
      const byChat = new Map(desks.map((desk) => [desk.chatId, desk]));
      return chatIds.map((chatId) => byChat.get(chatId) ?? null);
    },
  });

  /** The desk whose cards stand in this channel; null: none do. */
  async function findByChannel(channelId: number): Promise<Desk | null> {
    return repository.findByChannel(database.prisma, channelId);
  }

  /** Whether one of these chats is ours, or has been: the threads or the cards of a desk. */
  async function wasEverIn(chatIds: readonly number[]): Promise<boolean> {
    return chatIds.length > 0 && (await repository.wasEverIn(database.prisma, chatIds));
  }

  /**
   * What clients may choose between: nothing where there is but one desk. The title of a staff chat is
   * for staff: a desk without a name of its own is not shown to clients (null).
   */
  async function departments(tx: Tx): Promise<readonly Department[]> {
    const desks = await repository.list(tx);
    if (desks.length < 2) return [];
    return desks.map(({ id, department }) => ({ id, name: department }));
  }

  async function listDesks(tx: Tx = database.prisma): Promise<Desk[]> {
    return repository.list(tx);
  }

  /** Where to answer somebody who wrote there, and in which language; null: in no place of ours. */
  async function readerAt(place: ChatPlace): Promise<Reader | null> {
    if (place.withPerson !== null) {
      return { destination: destination('person', place.withPerson), locale: place.locale };
    }
    const desk = await findByChat(place.chatId);
    if (!desk) return null;
    const threadId = kindOf(desk.kind).threadIdOf(place.mark);
    const dialogId = threadId === null ? null : await findDialog(desk.id, threadId);
    const where = dialogId ? destination('thread', dialogId) : destination('desk', desk.id);
    return { destination: where, locale: desk.locale };
  }

  /** Reads the rules in force; the function it resolves with answers for any number of cards. */
  async function headers(): Promise<(subject: HeaderSubject) => readonly HeaderLine[]> {
    const rules = await repository.listHeaderRules(database.prisma);
    return (subject) => headerFor(rules, subject);
  }

  /**
   * Notes that somebody without rights wrote in a desk. True when they are to be told that no client
   * reads it: the first time, once a day from then on, and when they have lost a role since.
   */
  async function noteOutsider(tx: Tx, outsider: Outsider): Promise<boolean> {
    return repository.noteOutsider(tx, outsider, clock.now());
  }

  /** The language of the desk; null: there is none yet. */
  async function deskLocale(tx: Tx): Promise<Locale | null> {
    const [desk] = await repository.list(tx);
    return desk?.locale ?? null;
  }

  /** What a refusal means for a desk: `hold` when everything is to wait for it. */
  async function troubled(tx: Tx, deskId: number, failure: ApiFailure): Promise<'hold' | 'fail'> {
    const trouble = troubleOfFailure(failure);
    if (!trouble) {
      const right = failure.kind === 'no-rights' ? sendRightIn(failure.what) : null;
      if (right) await note(tx, 'kind-refused', deskId, { right }, SENDING);
      return 'fail';
    }
    await noteTrouble(tx, deskId, trouble, SENDING);
    return 'hold';
  }

  /** Everything for the desk waits from now on; who can repair it is told, once. */
  async function noteTrouble(
    tx: Tx,
    deskId: number,
    trouble: Trouble,
    cause: Cause,
  ): Promise<void> {
    const desk = await repository.setState(tx, deskId, trouble.state, trouble.what, clock.now());
    if (!desk) return;
    logger.error({ deskId, chatId: desk.chatId, ...trouble }, 'a desk is in trouble');
    await note(tx, 'desk-in-trouble', deskId, { state: trouble.state, what: trouble.what }, cause);
    await tellOfTrouble(tx, desk, trouble.what, cause);
    outbox.relocate(tx);
  }

  /** What comes and goes is told once an hour; `tellLate` tells what has stayed. */
  async function tellOfTrouble(tx: Tx, desk: Desk, what: string, cause: Cause): Promise<void> {
    const since = new Date(clock.now().getTime() - TOLD_ONCE_IN_MS);
    if (await repository.isToldSince(tx, desk.id, what, since)) return;
    await note(tx, TOLD, desk.id, { what }, cause);
    await tellCaretakers(tx, 'desk-trouble', { title: desk.title, kind: desk.kind, what }, cause);
  }

  /** A desk is still in a trouble that nobody was told of when it began. */
  async function tellLate(desk: Desk): Promise<void> {
    await database.inTransaction(async (tx) => {
      const [now] = await repository.findById(tx, [desk.id]);
      if (!now?.trouble || (await repository.isTroubleTold(tx, desk.id))) return;
      await tellOfTrouble(tx, now, now.trouble, SENDING);
    });
  }

  /** The desk can be worked in again: what waited goes out by itself. False when it was so before. */
  async function noteRestored(tx: Tx, deskId: number, cause: Cause): Promise<boolean> {
    const isKnown = await repository.isTroubleTold(tx, deskId);
    const desk = await repository.setState(tx, deskId, 'ready', null, clock.now());
    if (!desk) return false;
    logger.info({ deskId, chatId: desk.chatId }, 'a desk is back');
    await note(tx, 'desk-restored', deskId, {}, cause);
    const facts = { title: desk.title, kind: desk.kind };
    if (isKnown) await tellCaretakers(tx, 'desk-restored', facts, cause);
    outbox.relocate(tx);
    return true;
  }

  /** A desk's chat has another id now (a group became a supergroup). Nothing for any other chat. */
  async function replaceChatId(
    tx: Tx,
    oldChatId: number,
    newChatId: number,
    cause: Cause = SENDING,
  ): Promise<void> {
    const [desk] = await repository.findByChat(tx, [oldChatId]);
    if (desk) await moveTo(tx, desk, { ...desk, chatId: newChatId }, cause);
  }

  /** The desk goes on in other chats, with new threads and new cards for its open dialogs. */
  async function moveTo(tx: Tx, desk: Desk, to: DeskChats, cause: Cause): Promise<void> {
    await moveThreads(tx, desk.id, () => repository.moveChat(tx, desk.id, to));
    const from = { from: desk.chatId, fromChannel: desk.channelId };
    await note(tx, 'desk-moved', desk.id, { ...from, to: to.chatId }, cause);
    outbox.relocate(tx);
  }

  async function tellCaretakers(
    tx: Tx,
    name: string,
    facts: JsonObject,
    cause: Cause,
  ): Promise<void> {
    const people = await caretakers(tx);
    const messages = people.map(({ userId, locale }) =>
      wordsToPerson({ userId, locale }, name, facts),
    );
    await outbox.enqueue(tx, messages, cause);
  }

  async function note(
    tx: Tx,
    type: string,
    deskId: number,
    data: JsonObject,
    cause: Cause,
    by: Staff | null = null,
  ): Promise<void> {
    const event: NewEvent = {
      type,
      subject: 'desk',
      subjectId: deskId,
      actor: by ? 'staff' : 'system',
      actorId: by?.id ?? null,
      data,
    };
    await recordEvents(tx, [event], cause, clock.now());
  }

  return {
    findByChat,
    findByChannel,
    wasEverIn,
    departments,
    listDesks,
    readerAt,
    headers,
    noteOutsider,
    deskLocale,
    troubled,
    noteTrouble,
    tellLate,
    noteRestored,
    replaceChatId,
    moveTo,
    note,
  };
}
