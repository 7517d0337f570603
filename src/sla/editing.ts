// What changes of plans and calendars have in common: who may make them, and what comes of a try. Pure.

import { mayManageStaff, type Staff } from '../staff/staff.ts';

/** What is promised to all clients is for supervisors and administrators; whoever works here may read it. */
export function mayEditTerms({ role }: Pick<Staff, 'role'>): boolean {
  return mayManageStaff(role);
}

export type EditRefusal =
  /** There is none, or it was never shown to them. */
  | 'gone'
  /** Somebody else has changed it since they looked. */
  | 'stale'
  /** It was put away meanwhile. */
  | 'archived'
  | 'no-right'
  | 'repeated';
