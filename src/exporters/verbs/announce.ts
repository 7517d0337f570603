// The marketplace announces an exporter, or says again what it knows of one. By its id: the same twice is
// one exporter. What its people have corrected stays until the marketplace says something new.

import type { RequestCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { token } from '../../platform/random.ts';
import type { Staff } from '../../staff/staff.ts';
import { CODE_BYTES, type Company } from '../exporter.ts';
import { USUAL_HOURS } from '../hours.ts';
import type { Announcement } from '../intake.ts';
import { note, SYSTEM, type VerbDeps } from './deps.ts';
import type { Effects } from './effects.ts';
import type { ManagerChange } from './manager-change.ts';

export type AnnounceOutcome =
  | {
      readonly status: 'made' | 'updated';
      readonly company: Company;
      readonly manager: Staff | null;
    }
  /** Nobody who works here is called so; nothing was changed. */
  | { readonly status: 'manager-unknown' }
  | { readonly status: 'repeated' };

export function createAnnounce(
  deps: VerbDeps,
  effects: Effects,
  managing: Pick<ManagerChange, 'replace'>,
) {
  const { database, companies, clock, listStaff } = deps;

  return async function announce(
    announced: Announcement,
    cause: RequestCause,
  ): Promise<AnnounceOutcome> {
    return database.inTransaction(async (tx): Promise<AnnounceOutcome> => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const everybody = await listStaff(tx);
      const named = announced.manager === undefined ? null : find(everybody, announced.manager);
      if (named === undefined) return { status: 'manager-unknown' };
      const known = await companies.lockByExternalId(tx, announced.external_id);
      const company = known
        ? await update(tx, known, announced, named, cause)
        : await make(tx, announced, named, cause);
      const manager = everybody.find(({ id }) => id === company.managerId) ?? null;
      return { status: known ? 'updated' : 'made', company, manager };
    });
  };

  async function make(
    tx: Tx,
    announced: Announcement,
    manager: Staff | null,
    cause: RequestCause,
  ): Promise<Company> {
    const {
      external_id: externalId,
      name,
      url = null,
      work_hours: hours = USUAL_HOURS,
    } = announced;
    const made = await companies.insert(
      tx,
      {
        code: token(CODE_BYTES),
        externalId,
        name,
        announcedName: name,
        url,
        managerId: manager?.id ?? null,
        announcedManagerId: manager?.id ?? null,
        locale: announced.locale ?? deps.defaultLocale,
        timeZone: announced.time_zone ?? deps.timeZone,
        worksFrom: hours.from,
        worksTo: hours.to,
        contactName: announced.contact_name ?? null,
      },
      clock.now(),
    );
    await note(tx, deps, 'company-announced', made, SYSTEM, cause, { externalId });
    return made;
  }

  /** Their own language, hours and contact are theirs to say once somebody has registered. */
  async function update(
    tx: Tx,
    known: Company,
    announced: Announcement,
    manager: Staff | null,
    cause: RequestCause,
  ): Promise<Company> {
    const { name, url, locale, time_zone: timeZone, work_hours: hours, contact_name } = announced;
    const isNobodys = known.status === 'invited';
    const updated = await companies.update(tx, known.id, {
      announcedName: name,
      ...(name === known.announcedName ? {} : { name }),
      ...(url === undefined ? {} : { url }),
      ...(manager ? { announcedManagerId: manager.id } : {}),
      ...(isNobodys && manager ? { managerId: manager.id } : {}),
      ...(isNobodys && locale ? { locale } : {}),
      ...(isNobodys && timeZone ? { timeZone } : {}),
      ...(isNobodys && hours ? { worksFrom: hours.from, worksTo: hours.to } : {}),
      ...(isNobodys && contact_name ? { contactName: contact_name } : {}),
    });
    await note(tx, deps, 'company-updated', updated, SYSTEM, cause);
    if (updated.name !== known.name) await effects.rename(tx, updated, cause);
    const looked = await lookedAfter(tx, known, updated, manager, cause);
    await effects.redraw(tx, looked);
    return looked;
  }

  /** Repeating whom it has named before, the marketplace undoes no decision of staff. */
  async function lookedAfter(
    tx: Tx,
    known: Company,
    updated: Company,
    manager: Staff | null,
    cause: RequestCause,
  ): Promise<Company> {
    const isNews = manager !== null && manager.id !== known.announcedManagerId;
    if (!isNews || manager.id === updated.managerId) return updated;
    return await managing.replace(tx, updated, manager, SYSTEM, cause);
  }
}

/** By username or by Telegram's id; undefined: nobody who works here. */
function find(everybody: readonly Staff[], named: string): Staff | undefined {
  const name = named.replace(/^@/, '').toLowerCase();
  return everybody.find(
    ({ userId, username }) => String(userId) === name || username?.toLowerCase() === name,
  );
}
