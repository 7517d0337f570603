// What people say in rooms waits until somebody answers: by a reply, by later words, by a sign under it, by a ticket
// made of it, or by a press of whoever read that it waits. Known by its place in Telegram, so that a message that comes
// twice waits once.

import { type Content, isBareThanks, type ThanksWords } from '../../dialogs/content.ts';
import type { DialogChange } from '../../dialogs/dialog-writer.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import { afterCommit, type Database, type Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { Outbox } from '../../platform/outbox/index.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { TicketListener } from '../change.ts';
import type { HeardWords, MessagePlace } from '../message.ts';
import type { NoticeRepository } from '../notices/repository.ts';
import type { TicketTools, WishedTicket } from '../part.ts';
import { UNDONE_WITHIN_MS } from '../reactions/sign.ts';
import type { WaitFacts } from './facts.ts';
import type { OpenChats } from './open-chats.ts';
import { meaningOf, needsNoAnswer } from './wait.ts';
import type { Ended, Ending, KeptWords, WaitRepository } from './wait-repository.ts';
import type { Which } from './which-repository.ts';

export interface WaitsDeps {
  readonly database: Database;
  readonly outbox: Pick<Outbox, 'refresh'>;
  readonly clock: Clock;
  readonly waits: WaitRepository;
  readonly notices: Pick<NoticeRepository, 'showing'>;
  readonly openChats: OpenChats;
  readonly rooms: Pick<Rooms['service'], 'roleOf'>;
  readonly thanksWords: ThanksWords;
  readonly look: (db: Tx, waitIds: readonly number[]) => Promise<readonly WaitFacts[]>;
  readonly callSupport: TicketTools['callSupport'];
}

export interface PressOnWait {
  readonly waitId: number;
  /** The last message that whoever presses has seen. */
  readonly upTo: number;
  readonly by: Staff;
  readonly cause: Cause;
}

export type PressOutcome =
  | { readonly status: 'repeated' }
  | { readonly status: 'gone' }
  /** It has ended before. */
  | { readonly status: 'over'; readonly wait: WaitFacts }
  /** `left`: so many came meanwhile, and wait. */
  | { readonly status: 'done'; readonly left: number };

/** Reactions are undone within a minute of what Telegram calls their time. */
const SLIP_MS = 2 * UNDONE_WITHIN_MS;
/** The channel on which rooms are clients of the desk. */
const ROOM_CHANNEL = 'room';

export type Waits = ReturnType<typeof createWaits>;

export function createWaits(deps: WaitsDeps) {
  const { database, outbox, clock, waits, notices, openChats, rooms, thanksWords, look } = deps;
  const { prisma } = database;

  /** Somebody has written in a group. Settles no update: others may hear of it, too. */
  async function hear(said: {
    readonly at: MessagePlace;
    readonly content: Content;
    readonly staffId: number | null;
  }): Promise<void> {
    const { at, content, staffId } = said;
    const isIdle = needsNoAnswer(content, isBareThanks(content, thanksWords));
    if ((staffId !== null || isIdle) && !openChats.has(at.chatId)) return;
    const kept = await waits.words(prisma, at);
    if (!kept || kept.isClosed) return;
    const meaning = meaningOf({ ...kept, isStaff: staffId !== null });
    if (meaning.kind === 'asks') {
      return isIdle || kept.isOfTicket ? undefined : await ask(at, kept);
    }
    const which = whichOf(meaning, at, kept);
    if (which) await endWith(kept.roomId, which, { outcome: 'answered', staffId });
  }

  async function ask(at: MessagePlace, kept: KeptWords): Promise<void> {
    openChats.add(at.chatId);
    await database.inTransaction(async (tx) => {
      const added = await waits.add(tx, at, kept);
      if (added?.isRaised) await redraw(tx, added.waitId);
    });
    openChats.add(at.chatId);
  }

  /** A message has been changed by its author: what tells of it says so. */
  async function hearChanged(at: MessagePlace): Promise<void> {
    if (!openChats.has(at.chatId)) return;
    const waitId = await waits.waitWith(prisma, at);
    if (waitId !== null) await database.inTransaction((tx) => redraw(tx, waitId));
  }

  /** Somebody has put a sign under a message, or taken theirs away. */
  async function react(sign: {
    readonly at: MessagePlace;
    readonly userId: number;
    readonly staffId: number | null;
    readonly isAnswer: boolean;
  }): Promise<void> {
    const { at, userId, staffId, isAnswer } = sign;
    if (!isAnswer) return staffId === null ? undefined : await takeBack(at, staffId);
    if (!openChats.has(at.chatId)) return;
    const kept = await waits.words(prisma, at);
    if (!kept) return;
    const { roomId, kind, role } = kept;
    const isSeller = async () =>
      kind === 'product' &&
      role === 'importer' &&
      (await rooms.roleOf(prisma, roomId, userId))?.role === 'exporter';
    if (staffId === null && !(await isSeller())) return;
    await endWith(roomId, { author: { ...at, isUpTo: true } }, { outcome: 'reaction', staffId });
  }

  async function takeBack(at: MessagePlace, staffId: number): Promise<void> {
    openChats.add(at.chatId);
    await database.inTransaction(async (tx) => {
      const waitId = await waits.reopen(tx, { ...at, staffId });
      if (waitId !== null) await redraw(tx, waitId);
    });
    openChats.add(at.chatId);
  }

  /** A client's words belong to a ticket: it has a clock of its own. */
  async function onClientWords(tx: Tx, { ticket, messages }: HeardWords): Promise<void> {
    const places = messages.flatMap(({ chatId, messageId }) =>
      messageId === null || chatId >= 0 ? [] : [{ chatId, messageId }],
    );
    const how = { outcome: 'ticket', staffId: null, ticketId: ticket.id } as const;
    await endIn(tx, ticket.roomId, { places }, how);
  }

  /** A ticket that was made by a reaction, and is taken back at once, was made by a slip: its words wait again. */
  const onChange: TicketListener = async (tx, { after, deed }) => {
    const age = clock.now().getTime() - after.openedAt.getTime();
    const isSlip = deed === 'cancel' && after.origin === 'reaction' && age < SLIP_MS;
    if (!isSlip || after.respondedAt !== null) return;
    const waitId = await waits.reopen(tx, { ticketId: after.id });
    if (waitId === null) return;
    afterCommit(tx, () => openChats.add(after.source?.chatId ?? 0));
    await redraw(tx, waitId);
  };

  /** What support answers from the desk arrives in the room, too. */
  async function onDialogs(tx: Tx, changes: readonly DialogChange[]): Promise<void> {
    const arrived = changes.filter(
      ({ before, after }) =>
        after.channel === ROOM_CHANNEL && after.answersDelivered > (before?.answersDelivered ?? 0),
    );
    for (const { after } of arrived) {
      for (const roomId of await waits.roomsOfDialogs(tx, [after.id])) {
        await endIn(tx, roomId, {}, { outcome: 'answered', staffId: after.assigneeId });
      }
    }
  }

  /** «Уже ответили», «Ответ не нужен»: what whoever presses has seen waits no more. */
  function mark(press: PressOnWait, outcome: 'marked' | 'needless'): Promise<PressOutcome> {
    return pressed(press, (tx, roomId) =>
      endIn(tx, roomId, { upTo: press.upTo }, { outcome, staffId: press.by.id }),
    );
  }

  /** «Открыть диалог», where no tickets are made: support answers from the desk, on a clock of its own. */
  function openDialog(press: PressOnWait): Promise<PressOutcome> {
    return pressed(press, async (tx, roomId) => {
      const [wait] = await look(tx, [press.waitId]);
      const personId = wait?.messages.find((one) => one.personId !== null)?.personId ?? null;
      if (personId === null || wait?.ended) return null;
      const how = { outcome: 'dialog', staffId: press.by.id } as const;
      const ended = await endIn(tx, roomId, { upTo: press.upTo }, how);
      if (ended) await deps.callSupport(tx, { roomId, personId, reason: 'other' }, press.cause);
      return ended;
    });
  }

  async function pressed(
    { waitId, cause }: PressOnWait,
    deed: (tx: Tx, roomId: number) => Promise<Ended | null>,
  ): Promise<PressOutcome> {
    const [found] = await look(prisma, [waitId]);
    if (!found) return { status: 'gone' };
    const outcome = await database.inTransaction(async (tx): Promise<Ended | 'repeated' | null> => {
      if (!(await settleCause(tx, cause, clock.now()))) return 'repeated';
      const open = await waits.lockOf(tx, found.roomId);
      return open?.id === waitId ? await deed(tx, found.roomId) : null;
    });
    if (outcome === 'repeated') return { status: 'repeated' };
    if (outcome) return { status: 'done', left: outcome.left };
    const [wait = found] = await look(prisma, [waitId]);
    return { status: 'over', wait };
  }

  /** «Оформить заявку»: what has been said by whoever waits longest. Null: it has ended, and how. */
  async function toFile(
    waitId: number,
  ): Promise<
    | { readonly status: 'gone' }
    | { readonly status: 'over'; readonly wait: WaitFacts }
    | { readonly status: 'open'; readonly wished: WishedTicket }
  > {
    const [wait] = await look(prisma, [waitId]);
    if (!wait) return { status: 'gone' };
    const [first] = wait.messages;
    if (wait.ended || !first) return { status: 'over', wait };
    const own = wait.messages.filter(({ personId }) => personId === first.personId);
    const given = own.map(({ at, content, album, saidAt }) => {
      return { ...at, content, album, date: Math.floor(saidAt.getTime() / 1_000) };
    });
    const { roomId } = wait;
    return { status: 'open', wished: { roomId, origin: 'raised', source: first.at, given } };
  }

  async function endWith(roomId: number, which: Which, how: Omit<Ending, 'at'>): Promise<void> {
    await database.inTransaction((tx) => endIn(tx, roomId, which, how));
  }

  async function endIn(
    tx: Tx,
    roomId: number,
    which: Which,
    how: Omit<Ending, 'at'>,
  ): Promise<Ended | null> {
    const ended = await waits.end(tx, roomId, which, { ...how, at: clock.now() });
    if (ended) await redraw(tx, ended.waitId);
    return ended;
  }

  /** Whatever tells of it shows how it stands now. */
  async function redraw(tx: Tx, waitId: number): Promise<void> {
    await outbox.refresh(tx, await notices.showing(tx, waitId));
  }

  return {
    hear,
    hearChanged,
    react,
    onChange,
    onClientWords,
    onDialogs,
    mark,
    openDialog,
    toFile,
    endIn,
  };
}

/** Null: it answers nobody. Nothing answers what was said after it. */
function whichOf(
  meaning: ReturnType<typeof meaningOf>,
  { chatId }: MessagePlace,
  { replyTo, saidAt: by }: KeptWords,
): Which | null {
  if (meaning.kind === 'answers') return { roles: meaning.roles, by };
  if (meaning.kind !== 'answers-author' || replyTo === null) return null;
  return { author: { chatId, messageId: replyTo }, by };
}
