// A staff chat in which every dialog has its own thread, and what the bot must be allowed there.

import type { Locale } from '../platform/i18n.ts';
import type { ApiFailure } from '../platform/telegram/api-failure.ts';
import type { DeskKindName } from './kinds/kinds.ts';
import { DESK_NEEDS, DESK_RIGHTS, type DeskNeed, type DeskRight, isOfOneKind } from './needs.ts';

/** `no-rights`: it is there, but nothing can be done in it. `gone`: it is not there for the bot. */
export type DeskState = 'ready' | 'no-rights' | 'gone';

export interface Desk {
  readonly id: number;
  readonly kind: DeskKindName;
  /** Where its threads are. */
  readonly chatId: number;
  /** Where its cards stand; null: in their threads. */
  readonly channelId: number | null;
  readonly title: string;
  readonly department: string | null;
  readonly locale: Locale;
  readonly state: DeskState;
  /** Words of {@link Trouble}, when the state is not ready. */
  readonly trouble: string | null;
}

/** What the bot is in a chat. */
export type Membership =
  | { readonly status: 'administrator'; readonly rights: readonly DeskRight[] }
  | { readonly status: 'member' }
  | { readonly status: 'outside' };

/** The rights that the bot has not got, the most needed first. */
export function missingFor(membership: Membership): readonly DeskRight[] {
  const rights = membership.status === 'administrator' ? membership.rights : [];
  return DESK_RIGHTS.filter((right) => !rights.includes(right));
}

/** How the bot stands where a desk is, or is to be. */
export interface Footing {
  readonly isOutside: boolean;
  readonly isAdmin: boolean;
  readonly missing: readonly DeskNeed[];
}

/** The footing in a supergroup with topics; `isPublic`: anybody can find and read it. */
export function footingIn(membership: Membership, isPublic = false): Footing {
  return {
    isOutside: membership.status === 'outside',
    isAdmin: membership.status === 'administrator',
    missing: [...missingFor(membership), ...(isPublic ? (['private'] as const) : [])],
  };
}

/** What a footing means for a desk that cannot do without `vital`; null: it can work. */
export function troubleOfFooting(footing: Footing, vital: readonly DeskNeed[]): Trouble | null {
  if (footing.isOutside) return { state: 'gone', what: 'kicked' };
  if (!footing.missing.some((need) => vital.includes(need))) return null;
  // Who else can read it stops no work.
  const missing = footing.missing.filter((need) => need !== 'private');
  return { state: 'no-rights', what: missing.join(' ') };
}

/** What has befallen a desk: `what` is a reason, or the rights that are missing, parted by spaces. */
export interface Trouble {
  readonly state: Exclude<DeskState, 'ready'>;
  readonly what: string;
}

/** Rights are missing, and Telegram did not say which. */
export const SOME_RIGHTS = 'some-rights';
export const NOT_A_FORUM = 'not-a-forum';
/** New topics vanish as soon as they are made: no right shows it, and only a person can tell that it is over. */
export const TOPICS_LOST = 'topics-lost';

/** What the bot's place in the desk's chat means for the desk; null: it can work. */
export function troubleOfMembership(membership: Membership, isForum: boolean): Trouble | null {
  const footing = footingIn(membership);
  if (!footing.isOutside && !isForum) return { state: 'no-rights', what: NOT_A_FORUM };
  return troubleOfFooting(footing, ['can_manage_topics']);
}

/** What a refusal means for the whole desk; null: it is the message's own affair. */
export function troubleOfFailure(failure: ApiFailure): Trouble | null {
  switch (failure.kind) {
    case 'chat-gone':
      return { state: 'gone', what: failure.reason };
    case 'not-a-forum':
      return { state: 'no-rights', what: NOT_A_FORUM };
    case 'thread-closed':
      // Who may manage topics may write in closed ones too.
      return { state: 'no-rights', what: SOME_RIGHTS };
    case 'no-rights':
      // Cards that cannot be pinned are still cards: the desk goes on without.
      if (/pin/i.test(failure.what) || isOfOneKind(failure.what)) return null;
      return { state: 'no-rights', what: SOME_RIGHTS };
    default:
      return null;
  }
}

/** The needs named in a trouble; none where it is something else. */
export function rightsIn(what: string): readonly DeskNeed[] {
  return DESK_NEEDS.filter((right) => what.split(' ').includes(right));
}

/**
 * The desk at which staff read of what is nobody's dialog: the first that works, for what is said to one in
 * trouble waits for it. Null: there is none.
 */
export function firstDesk<One extends Pick<Desk, 'state'>>(desks: readonly One[]): One | null {
  return desks.find(({ state }) => state === 'ready') ?? desks[0] ?? null;
}
