// What people read about staff and roles.

import { exhausted } from '../platform/errors.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import type { RoleOutcome } from './role-service.ts';
import { ROLES, type Role, type Staff } from './staff.ts';

/** Why somebody with a new role could not be told. */
export type NotTold = 'never-started' | 'blocked' | 'deactivated';

export type StaffViews = ReturnType<typeof createStaffViews>;

/** Words without markup, names in them as they were cleaned before. */
export function createStaffViews(t: Translate) {
  function role(locale: Locale, name: Role): string {
    return t(locale, `staff-role-${name}`);
  }

  function change(locale: Locale, outcome: RoleOutcome): string {
    switch (outcome.status) {
      case 'granted': {
        const { name, number } = outcome;
        return t(locale, 'staff-granted', { name, number, role: role(locale, outcome.role) });
      }
      case 'unchanged': {
        const { name } = outcome;
        return t(locale, 'staff-unchanged', { name, role: role(locale, outcome.role) });
      }
      case 'removed': {
        const { name, openDialogs } = outcome;
        const removed = t(locale, 'staff-removed', { name });
        if (openDialogs === 0) return removed;
        return `${removed} ${t(locale, 'staff-removed-dialogs', { openDialogs })}`;
      }
      case 'not-staff':
        return t(locale, 'staff-not-staff', { name: outcome.name });
      case 'refused':
        return t(locale, `staff-refused-${outcome.reason}`, { name: outcome.name });
      case 'repeated':
        throw new Error('what came twice is not told twice');
      default:
        return exhausted(outcome);
    }
  }

  /** Highest right first. */
  function list(locale: Locale, everybody: readonly Staff[], onDuty: ReadonlySet<number>): string {
    const ordered = ROLES.toReversed().flatMap((name) =>
      everybody.filter((staff) => staff.role === name),
    );
    const lines = ordered.map(({ id, userId, name, username, role: held }) =>
      t(locale, onDuty.has(id) ? 'staff-list-line-on-duty' : 'staff-list-line', {
        number: id,
        name: username ? `${name} (@${username})` : name,
        role: role(locale, held),
        id: String(userId),
      }),
    );
    return [t(locale, 'staff-list-title'), ...lines, '', t(locale, 'staff-usage')].join('\n');
  }

  function unknownWord(locale: Locale, word: string): string {
    const said = t(locale, 'staff-unknown-word', { word: truncate(word, 32) });
    return `${said}\n\n${t(locale, 'staff-usage')}`;
  }

  return { role, change, list, unknownWord };
}
