// Groups that the bot runs, who is in them and how they come in. A room is no chat: it has one, once
// the stock has given it one, and may get another.

import type { Person } from '../people/person.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Closing } from './closing.ts';
import type { Lack } from './stock.ts';

/** Before the code in the link to a room. */
export const ENTRY_PREFIX = 'j_';
/** Before the code by which whoever has made such a link fetches it. */
export const FETCH_PREFIX = 'jf_';

const ROOM_KINDS = ['personal', 'product', 'support'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** `waiting`: for a group of the stock; `lost`: its group is gone, or the bot is not in it any more. */
export type RoomState = 'waiting' | 'ready' | 'lost' | 'closed';

const ROOM_ROLES = [
  'exporter',
  'importer',
  /** Of a company whose support we are. */
  'client',
  'partner',
  'manager',
  'support',
  'guest',
] as const;
export type RoomRole = (typeof ROOM_ROLES)[number];

/** As what somebody is shown: an employee who is no manager is not called one. */
export type ShownRole = RoomRole | 'supervisor' | 'admin';

/** What only employees are there: they are it for as long as they work here. */
export const BY_JOB: readonly RoomRole[] = ['manager', 'support'];

export interface Room {
  readonly id: number;
  readonly kind: RoomKind;
  readonly state: RoomState;
  readonly title: string;
  /** The exporter whose room it is; null: nobody's. */
  readonly companyId: number | null;
  /** The employee who answers for it. */
  readonly managerId: number | null;
  /** Of its cards: one, or two where its people speak two. */
  readonly locales: readonly Locale[];
  /** Its group was there before it: name and description of the group are its people's. */
  readonly keepsLook: boolean;
  readonly createdAt: Date;
  /** Null: it is open. */
  readonly closed: Closing | null;
}

/** A room as its chat shows it. */
export interface PlacedRoom extends Room {
  readonly groupId: number;
  readonly chatId: number;
  /** What the bot lacks in that group. */
  readonly missing: readonly Lack[];
}

export interface RoomMember {
  readonly roomId: number;
  readonly person: Person;
  readonly role: RoomRole;
  readonly tag: string | null;
  /** The person who invited them. */
  readonly invitedById: number | null;
  readonly since: Date;
}

/** A way in for one person alone. */
export interface Entry {
  readonly id: number;
  readonly roomId: number;
  /** Null: whoever opens its link to the bot first. */
  readonly personId: number | null;
  readonly role: RoomRole;
  readonly tag: string | null;
  readonly state: 'open' | 'used' | 'closed';
  readonly invitedById: number | null;
  /** The link into the group, and of which group; null: it is not made yet. */
  readonly link: string | null;
  readonly groupId: number | null;
  readonly expiresAt: Date | null;
}

/** Whether a way in still lets its owner in. */
export function isOpen({ state, expiresAt }: Entry, now: Date): boolean {
  return state === 'open' && (expiresAt === null || expiresAt > now);
}
