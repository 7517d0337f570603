// Who works here and what each may do to the others. Rights come from the staff table alone, and
// nobody raises anyone above himself.

import type { Locale } from '../platform/i18n.ts';

/** In rising rights. */
export const ROLES = ['manager', 'support', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Staff {
  /** The employee's number, as in #катя_7. */
  readonly id: number;
  /** Telegram's id of the person. */
  readonly userId: number;
  readonly name: string;
  readonly username: string | null;
  readonly locale: Locale;
  readonly role: Role;
}

/** Whether this role may give and take roles, and set up desks. */
export function mayManageStaff(role: Role): boolean {
  return rankOf(role) >= rankOf('supervisor');
}

/** The roles that may. */
export const CHIEFS: readonly Role[] = ROLES.filter(mayManageStaff);

export interface RoleChange {
  /** Who does it. */
  readonly actor: Role;
  /** What the person is now; null: no employee. */
  readonly from: Role | null;
  /** What the person is to be; null: no employee any more. */
  readonly to: Role | null;
  /** How many admins there are now. */
  readonly admins: number;
}

export type RoleVerdict =
  | 'allowed'
  /** The actor manages nobody. */
  | 'no-right'
  /** The new role is above the actor's own. */
  | 'role-above-actor'
  /** The person is above the actor. */
  | 'person-above-actor'
  /** Nobody would be left who can repair anything. */
  | 'last-admin';

/**
 * Whether somebody may change somebody's role. Equals may make, change and remove each other, and
 * everybody may step down himself; only the last admin stays.
 */
export function judgeRoleChange({ actor, from, to, admins }: RoleChange): RoleVerdict {
  if (!mayManageStaff(actor)) return 'no-right';
  if (from && rankOf(from) > rankOf(actor)) return 'person-above-actor';
  if (to && rankOf(to) > rankOf(actor)) return 'role-above-actor';
  if (from === 'admin' && to !== 'admin' && admins <= 1) return 'last-admin';
  return 'allowed';
}

function rankOf(role: Role): number {
  return ROLES.indexOf(role);
}
