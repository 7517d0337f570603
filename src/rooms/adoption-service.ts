// A group that people have been using becomes a room's, without passing the stock: who is in it stays, its name
// and description are left alone, and what the bot lacks there is told as everywhere.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Staff } from '../staff/staff.ts';
import type { GroupRepository } from './group-repository.ts';
import type { RoomNotes } from './notes.ts';
import type { RoomRepository } from './repository.ts';
import type { Room, RoomKind } from './room.ts';
import type { RoomService } from './service.ts';
import { type GroupSite, type Lack, lacksInUse } from './stock.ts';
import type { StockNotes } from './stock-notes.ts';

export interface AdoptionServiceDeps {
  readonly rooms: Pick<RoomRepository, 'insert' | 'update' | 'find'>;
  readonly groups: Pick<GroupRepository, 'note' | 'lockByChat' | 'update'>;
  readonly clock: Clock;
  readonly notes: RoomNotes;
  readonly stockNotes: Pick<StockNotes, 'write'>;
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
  readonly isDesk: (chatId: number) => Promise<boolean>;
  readonly settleIn: RoomService['settleIn'];
}

export interface Adoption {
  readonly site: GroupSite;
  /** The employee who brings it; they are in it. */
  readonly by: Staff;
  readonly kind: RoomKind;
  readonly managerId: number | null;
  readonly locales: readonly Locale[];
  /** Said with the room's number before anybody hears of the room. */
  readonly belongsTo: (roomId: number) => Promise<void>;
}

export type AdoptOutcome =
  /** `missing`: what the bot lacks there; it works as far as it can. */
  | { readonly status: 'adopted'; readonly room: Room; readonly missing: readonly Lack[] }
  /** A room has it, or had it · employees work there · the bot is not in it. */
  | { readonly status: 'in-use' | 'desk' | 'outside' };

export type AdoptionService = ReturnType<typeof createAdoptionService>;

/** Both take part in the caller's transaction, or are asked before it. */
export function createAdoptionService(deps: AdoptionServiceDeps) {
  const { rooms, groups, clock, notes, stockNotes, listStaff, isDesk, settleIn } = deps;

  async function adopt(tx: Tx, adoption: Adoption, cause: Cause): Promise<AdoptOutcome> {
    const { site, by, kind, managerId, locales, belongsTo } = adoption;
    const { chatId, title } = site;
    const missing = lacksInUse(site);
    if (missing.includes('outside')) return { status: 'outside' };
    await groups.note(tx, { chatId, title, addedById: by.id }, clock.now());
    const group = await groups.lockByChat(tx, chatId);
    if (!group || group.roomId !== null) return { status: 'in-use' };
    const at = clock.now();
    const { id } = await rooms.insert(tx, { kind, title, companyId: null, managerId, locales }, at);
    await rooms.update(tx, id, { state: 'ready', readyAt: at, keepsLook: true });
    await belongsTo(id);
    const insiders = await staffAmong(tx, [...site.admins, by.userId]);
    const use = { state: 'used', roomId: id, title, missing, insiders, usedAt: at } as const;
    await groups.update(tx, group.id, use);
    const actor = { kind: 'staff', id: by.id } as const;
    await notes.write(tx, 'room-opened', id, { kind }, cause, actor);
    await stockNotes.write(tx, 'group-adopted', group.id, { roomId: id, missing }, cause);
    const [room] = await rooms.find(tx, [id]);
    if (!room) throw new Error('a room that was just made is not there');
    await settleIn(tx, room, { ...group, ...use }, cause);
    return { status: 'adopted', room, missing };
  }

  async function staffAmong(tx: Tx, userIds: readonly number[]): Promise<readonly number[]> {
    const ours = new Set((await listStaff(tx)).map(({ userId }) => userId));
    return [...new Set(userIds)].filter((userId) => ours.has(userId));
  }

  /** Whether this chat is a desk, or has been; to be asked before the transaction. */
  return { adopt, isDeskChat: isDesk };
}
