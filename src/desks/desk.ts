// A staff chat in which every dialog has its own thread, and what the bot must be allowed there.

import type { Locale } from '../platform/i18n.ts';
import type { ApiFailure } from '../platform/telegram/api-failure.ts';
import type { DeskKindName } from './kinds/kinds.ts';

/** `no-rights`: it is there, but nothing can be done in it. `gone`: it is not there for the bot. */
export type DeskState = 'ready' | 'no-rights' | 'gone';

export interface Desk {
  readonly id: number;
  readonly kind: DeskKindName;
  readonly chatId: number;
  readonly title: string;
  readonly department: string | null;
  readonly locale: Locale;
  readonly state: DeskState;
  /** Words of {@link Trouble}, when the state is not ready. */
  readonly trouble: string | null;
}

/** As the Bot API names them; no more than the bot uses. A desk is set up only with all of them. */
export const DESK_RIGHTS = ['can_manage_topics', 'can_pin_messages'] as const;
export type DeskRight = (typeof DESK_RIGHTS)[number];

/** Without it a desk at work stands still; without the others it goes on. */
const VITAL: DeskRight = 'can_manage_topics';

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

/** What has befallen a desk: `what` is a reason, or the rights that are missing, parted by spaces. */
export interface Trouble {
  readonly state: Exclude<DeskState, 'ready'>;
  readonly what: string;
}

/** Rights are missing, and Telegram did not say which. */
export const SOME_RIGHTS = 'some-rights';
export const NOT_A_FORUM = 'not-a-forum';

/** What the bot's place in the desk's chat means for the desk; null: it can work. */
export function troubleOfMembership(membership: Membership, isForum: boolean): Trouble | null {
  if (membership.status === 'outside') return { state: 'gone', what: 'kicked' };
  if (!isForum) return { state: 'no-rights', what: NOT_A_FORUM };
  const missing = missingFor(membership);
  if (!missing.includes(VITAL)) return null;
  return { state: 'no-rights', what: missing.join(' ') };
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
      return /pin/i.test(failure.what) ? null : { state: 'no-rights', what: SOME_RIGHTS };
    default:
      return null;
  }
}

/** The rights named in a trouble; none where it is something else. */
export function rightsIn(what: string): readonly DeskRight[] {
  return DESK_RIGHTS.filter((right) => what.split(' ').includes(right));
}
