// Groups made ahead of time (запас): what one must be before it may be given to anybody. Bots cannot
// make groups (BOTAPI §1), and people who happen to be in one would read what is not theirs.

import type { ApiFailure } from '../platform/telegram/api-failure.ts';

/** As the Bot API names them; no more than rooms need. */
export const ROOM_RIGHTS = [
  'can_change_info',
  'can_invite_users',
  'can_restrict_members',
  'can_pin_messages',
  'can_delete_messages',
] as const;
export type RoomRight = (typeof ROOM_RIGHTS)[number];

/** Asked for as well; without them a room works, and shows less. */
export const WISHED_RIGHTS = ['can_manage_tags', 'can_manage_topics'] as const;

/** What may stand in the way of a group, in the order in which it is told. */
const LACKS = ['outside', 'supergroup', 'public', 'strangers', 'admin', ...ROOM_RIGHTS] as const;
export type Lack = (typeof LACKS)[number];

/** A group as Telegram shows it to the bot. */
export interface GroupSite {
  readonly chatId: number;
  readonly title: string;
  readonly isSupergroup: boolean;
  /** Anybody can find and read it. */
  readonly isPublic: boolean;
  readonly place: 'administrator' | 'member' | 'outside';
  readonly rights: readonly RoomRight[];
  /** Telegram ids of the people who own or administer it. */
  readonly admins: readonly number[];
  /** With bots; null: Telegram does not tell. */
  readonly memberCount: number | null;
  /** How many bots administer it, this one included. */
  readonly bots: number;
}

/** What keeps this group from being given to a room. `isStaff` says who works here. */
export function lacksOf(site: GroupSite, isStaff: (userId: number) => boolean): readonly Lack[] {
  if (site.place === 'outside') return ['outside'];
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ...footing(site),
    ['strangers', !isEmpty(site, isStaff)],
  ];
  return inOrder(lacks);
}

/** The same for a group that a room has: by now its people are in it. */
export function lacksInUse(site: GroupSite): readonly Lack[] {
  return site.place === 'outside' ? ['outside'] : inOrder(footing(site));
}

function footing(site: GroupSite): readonly (readonly [Lack, boolean])[] {
  const isAdmin = site.place === 'administrator';
  return [
    ['supergroup', !site.isSupergroup],
    ['public', site.isPublic],
    ['admin', !isAdmin],
    ...ROOM_RIGHTS.map((right) => [right, isAdmin && !site.rights.includes(right)] as const),
  ];
}

function inOrder(lacks: readonly (readonly [Lack, boolean])[]): readonly Lack[] {
  const missing = new Set(lacks.filter(([, isMissing]) => isMissing).map(([lack]) => lack));
  return LACKS.filter((lack) => missing.has(lack));
}

/** Telegram lists administrators alone: whoever else is inside is known by their number only. */
function isEmpty({ admins, bots, memberCount }: GroupSite, isStaff: (id: number) => boolean) {
  return admins.every(isStaff) && (memberCount ?? 0) <= admins.length + bots;
}

export type StockLevel = {
  readonly ready: number;
  /** Rooms that wait for a group. */
  readonly waiting: number;
};

/** `empty`: somebody waits already. `threshold`: how many groups are to lie ready, 0 and more. */
export function judgeStock({ ready, waiting }: StockLevel, threshold: number) {
  if (waiting > ready) return 'empty';
  return ready - waiting < threshold ? 'low' : 'enough';
}

/** What a refusal says is missing; null: it says nothing about the group. */
export function lackOfRefusal(failure: ApiFailure): Lack | null {
  if (failure.kind === 'chat-gone') return 'outside';
  if (failure.kind !== 'no-rights') return null;
  return RIGHT_WORDS.find(([words]) => words.test(failure.what))?.[1] ?? 'admin';
}

/** Words of Telegram's refusals (tba and td, as of Bot API 10.3). */
const RIGHT_WORDS: readonly (readonly [RegExp, Lack])[] = [
  [/title|description|photo|change (chat )?info/i, 'can_change_info'],
  [/invite|join request/i, 'can_invite_users'],
  [/restrict|ban/i, 'can_restrict_members'],
  [/pin/i, 'can_pin_messages'],
  [/delete/i, 'can_delete_messages'],
];
