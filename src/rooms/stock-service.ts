// The stock of groups: what is brought to it, what is handed out, and what is asked for before it is
// empty. With nothing in stock nothing is lost: rooms wait, and the next group goes to the oldest of them.

import type { Cause } from '../platform/cause.ts';
import { systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { JsonObject, Outbox } from '../platform/outbox/index.ts';
import { type Reader, wordsFor, wordsToPerson } from '../platform/outbox/words.ts';
import type { BusinessCalendar } from '../sla/business-calendar.ts';
import { closureAt } from '../sla/calendar.ts';
import type { Staff } from '../staff/staff.ts';
import type { Group, GroupRepository } from './group-repository.ts';
import type { RoomRepository } from './repository.ts';
import type { Room } from './room.ts';
import type { ShowAnew } from './shown-anew.ts';
import {
  type GroupSite,
  judgeStock,
  type Lack,
  lacksInUse,
  lacksOf,
  type StockLevel,
} from './stock.ts';
import type { StockNotes } from './stock-notes.ts';

export interface StockServiceDeps {
  readonly database: Database;
  readonly groups: GroupRepository;
  readonly rooms: RoomRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** How many groups are to lie ready before more are asked for. */
  readonly threshold: number;
  /** Nobody is asked for groups at night. */
  readonly officeHours: BusinessCalendar;
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
  readonly stockNotes: StockNotes;
  readonly showAnew: ShowAnew;
  /** Whether this chat is a desk of ours, or has been. */
  readonly isDesk: (chatId: number) => Promise<boolean>;
  /** A room has its group, with what that brings. */
  readonly onHandedOut: (tx: Tx, room: Room, group: Group, cause: Cause) => Promise<void>;
  /** The group that a room has is gone, lacks something, or is whole again (nothing missing). */
  readonly onFooting: (tx: Tx, room: Room, missing: readonly Lack[], cause: Cause) => Promise<void>;
}

export type OfferOutcome =
  | { readonly status: 'ready'; readonly title: string }
  /** Whoever had waited longest got it at once; its name is `room` now. */
  | { readonly status: 'given'; readonly title: string; readonly room: string }
  | { readonly status: 'lacking'; readonly title: string; readonly missing: readonly Lack[] }
  /** A room has it. */
  | { readonly status: 'in-use'; readonly title: string }
  | { readonly status: 'desk'; readonly title: string }
  | { readonly status: 'repeated' };

/** How the stock is when more groups are to be asked for. */
type Shortage = StockLevel & { readonly state: 'low' | 'empty' };

const TOLD = 'stock-low-told';
/** Who was asked and did nothing is asked again after this, in milliseconds; sooner while people wait. */
const ASKED_AGAIN_MS = { low: 24 * 3_600_000, empty: 4 * 3_600_000 } as const;
const SWEEPING = systemCause('stock');

export type StockService = ReturnType<typeof createStockService>;

/** The verbs on the stock. Those with `cause` have their effect once, however often it comes. */
export function createStockService(deps: StockServiceDeps) {
  const { database, groups, rooms, outbox, clock, threshold, officeHours } = deps;
  const { listStaff, stockNotes, showAnew, isDesk, onHandedOut, onFooting } = deps;

  /** An employee brings a group, or has mended one: it joins the stock if nothing stands in its way. */
  async function offer(command: {
    readonly site: GroupSite;
    readonly by: Staff;
    readonly reader: Reader;
    readonly cause: Cause;
  }): Promise<OfferOutcome> {
    const { site, by, reader, cause } = command;
    const { title } = site;
    const isOurDesk = await isDesk(site.chatId);
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const outcome = isOurDesk
        ? ({ status: 'desk', title } as const)
        : await take(tx, site, by, cause);
      const facts = { ...outcome, ...(await groups.level(tx)) } as JsonObject;
      await outbox.enqueue(tx, [wordsFor(reader, 'stock-offered', facts)], cause);
      return outcome;
    });
  }

  async function take(tx: Tx, site: GroupSite, by: Staff, cause: Cause): Promise<OfferOutcome> {
    const { chatId, title } = site;
    await groups.note(tx, { chatId, title, addedById: by.id }, clock.now());
    const group = await groups.lockByChat(tx, chatId);
    if (!group || group.roomId !== null) return { status: 'in-use', title };
    const missing = await judge(tx, group, site, cause);
    if (missing.length > 0) return { status: 'lacking', title, missing };
    const after = await groups.lockByChat(tx, chatId);
    const [room] = after?.roomId ? await rooms.find(tx, [after.roomId]) : [];
    return room ? { status: 'given', title, room: room.title } : { status: 'ready', title };
  }

  /** How a group of the stock is now, as Telegram shows it. */
  async function judge(
    tx: Tx,
    group: Group,
    site: GroupSite,
    cause: Cause,
  ): Promise<readonly Lack[]> {
    const ours = new Set((await listStaff(tx)).map(({ userId }) => userId));
    const missing = lacksOf(site, (userId) => ours.has(userId));
    const state = missing.length > 0 ? 'lacking' : 'ready';
    const { title, admins } = site;
    const insiders = admins.filter((userId) => ours.has(userId));
    await groups.update(tx, group.id, { state, title, missing, insiders, lostAt: null });
    if (state !== group.state)
      await stockNotes.write(tx, `group-${state}`, group.id, { missing }, cause);
    if (state === 'ready') await handOut(tx, cause);
    return missing;
  }

  /** A group was looked at anew, because the bot's place in it has changed. Nothing for other groups. */
  async function noteSite(command: {
    readonly site: GroupSite;
    readonly cause: Cause;
  }): Promise<void> {
    const { site, cause } = command;
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const known = await groups.findByChat(tx, site.chatId);
      // As everywhere the room comes before its group: whoever sends there takes them so.
      if (known?.roomId) await rooms.lock(tx, [known.roomId]);
      const group = await groups.lockByChat(tx, site.chatId);
      if (!group) return;
      if (group.state === 'lost') return await noteLostAndFound(tx, group, site, cause);
      if (group.roomId !== null) return await noteFooting(tx, group, lacksInUse(site), cause);
      const missing = await judge(tx, group, site, cause);
      if (missing.length > 0 && group.state === 'ready')
        await stockNotes.tellOfLack(tx, group, missing, cause);
    });
  }

  /** The bot is back in a group that a room has lost, and nobody has given that room up for another. */
  async function noteLostAndFound(tx: Tx, group: Group, site: GroupSite, cause: Cause) {
    const missing = lacksInUse(site);
    if (group.roomId === null || group.givenUpAt || missing.includes('outside')) return;
    const [room] = await rooms.lock(tx, [group.roomId]);
    if (room?.state !== 'lost' || (await groups.findOfRoom(tx, room.id))) return;
    await groups.update(tx, group.id, { state: 'used', lostAt: null });
    await noteFooting(tx, { ...group, state: 'used' }, missing, cause);
  }

  /** A group that a room has: what is missing there now. */
  async function noteFooting(
    tx: Tx,
    group: Group,
    missing: readonly Lack[],
    cause: Cause,
  ): Promise<void> {
    const [room] = await rooms.lock(tx, [group.roomId ?? 0]);
    if (!room) return;
    const isLost = missing.includes('outside');
    const isClosed = room.state === 'closed';
    const wasLost = (isClosed ? group.state : room.state) === 'lost';
    if (String(group.missing) === String(missing) && wasLost === isLost) return;
    const lostAt = isLost ? clock.now() : null;
    // Who has left meanwhile nobody has told.
    const roll = isBlind(group.missing) && !isBlind(missing) ? { rollAfter: 0 } : {};
    const state = isLost ? 'lost' : 'used';
    await groups.update(tx, group.id, { missing, state, lostAt, ...roll });
    if (room.state !== 'waiting' && !isClosed) {
      await rooms.update(tx, room.id, { state: isLost ? 'lost' : 'ready' });
    }
    await stockNotes.write(
      tx,
      isLost ? 'group-lost' : 'group-footing',
      group.id,
      { missing },
      cause,
    );
    // Nobody is waited for in a closed room; how its group is counts when it is opened again.
    if (!isClosed) await onFooting(tx, room, missing, cause);
  }

  /** Rooms that wait get what the stock has, the oldest first. */
  async function handOut(tx: Tx, cause: Cause): Promise<void> {
    for (const { roomId, groupId } of await groups.handOut(tx, clock.now())) {
      const [room] = await rooms.find(tx, [roomId]);
      const [group] = await groups.find(tx, [groupId]);
      if (!room || !group) continue;
      await stockNotes.write(tx, 'group-handed-out', groupId, { roomId }, cause);
      await onHandedOut(tx, room, group, cause);
    }
  }

  /**
   * The sweep: rooms that a group went past in the same instant get it, and more groups are asked for
   * before there are none.
   */
  async function keep(): Promise<void> {
    const level = await groups.level(database.prisma);
    if (level.ready > 0 && level.waiting > 0) {
      await database.inTransaction((tx) => handOut(tx, SWEEPING));
    } else if (await isShort(database.prisma, level)) {
      await database.inTransaction(askForMore);
    }
  }

  /** Whether somebody is to be asked for groups now, and in which words; false: not, or not again yet. */
  async function isShort(db: Tx, level: StockLevel): Promise<Shortage | false> {
    const state = judgeStock(level, threshold);
    if (state === 'enough' || closureAt(officeHours, clock.now())) return false;
    // A company that has never had a room is not asked for groups.
    if (level.waiting === 0 && (await groups.countUsed(db)) === 0) return false;
    const since = new Date(clock.now().getTime() - ASKED_AGAIN_MS[state]);
    const wasTold = await groups.wasToldSince(db, `${TOLD}-${state}`, since);
    return wasTold ? false : { state, ...level };
  }

  async function askForMore(tx: Tx): Promise<void> {
    const shortage = await isShort(tx, await groups.level(tx));
    if (!shortage) return;
    const { state, ...level } = shortage;
    await stockNotes.write(tx, `${TOLD}-${state}`, 0, level, SWEEPING);
    const everybody = await listStaff(tx);
    const messages = everybody
      .filter(({ role }) => role !== 'support')
      .map(({ userId, locale }) => wordsToPerson({ userId, locale }, 'stock-low', shortage));
    await outbox.enqueue(tx, messages, SWEEPING);
  }

  /** Shows an employee what the stock holds when they read it. */
  async function tell({ reader, cause }: { readonly reader: Reader; readonly cause: Cause }) {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      await outbox.enqueue(tx, [wordsFor(reader, 'stock')], cause);
    });
  }

  /** A group became a supergroup. False: it is none of ours. */
  async function replaceChatId(tx: Tx, oldChatId: number, newChatId: number): Promise<boolean> {
    const group = await groups.findByChat(tx, oldChatId);
    if (!group || !(await groups.replaceChatId(tx, oldChatId, newChatId))) return false;
    outbox.relocate(tx);
    const [room] = group.state === 'used' ? await rooms.find(tx, [group.roomId ?? 0]) : [];
    if (room) await showAnew(tx, room);
    return true;
  }

  /** The same, told by either of the two chats. */
  async function migrate(command: {
    readonly from: number;
    readonly to: number;
    readonly cause: Cause;
  }): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, command.cause, clock.now()))) return;
      await replaceChatId(tx, command.from, command.to);
    });
  }

  /** The group of this chat; null: it is none of ours. */
  async function groupOf(chatId: number): Promise<Group | null> {
    return groups.findByChat(database.prisma, chatId);
  }

  /** The chat that a room has, or had last; null: none ever. */
  async function chatOfRoom(roomId: number): Promise<number | null> {
    return groups.lastChatOf(database.prisma, roomId);
  }

  /** Groups of rooms that lack something, after this one, at most so many. */
  async function inTrouble(after: number, limit: number): Promise<readonly Group[]> {
    return groups.inTrouble(database.prisma, after, limit);
  }

  return {
    offer,
    noteSite,
    noteFooting,
    handOut,
    keep,
    tell,
    replaceChatId,
    migrate,
    groupOf,
    chatOfRoom,
    inTrouble,
  };
}

/** Of who comes and goes Telegram tells administrators alone. */
function isBlind(missing: readonly Lack[]): boolean {
  return missing.includes('outside') || missing.includes('admin');
}
