// What staff do about exporters besides deciding: make one, look at the card and the list.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { type Reader, wordsFor } from '../../platform/outbox/words.ts';
import { token } from '../../platform/random.ts';
import type { Staff } from '../../staff/staff.ts';
import { CODE_BYTES, type Company } from '../exporter.ts';
import { USUAL_HOURS } from '../hours.ts';
import { type NotDone, note, type VerbDeps } from './deps.ts';
import type { ManagerChange } from './manager-change.ts';

export interface MakeCommand {
  readonly by: Staff;
  readonly name: string;
  readonly url: string | null;
  /** Where the card is shown. */
  readonly reader: Reader;
  readonly cause: Cause;
}

export type MakeOutcome =
  | { readonly status: 'repeated' }
  | { readonly status: 'made' | 'exists'; readonly companyId: number };

export interface ManagerCommand {
  readonly by: Staff;
  readonly companyId: number;
  readonly managerId: number;
  readonly cause: Cause;
}

export type ManagerOutcome =
  | NotDone
  | { readonly status: 'set' | 'already'; readonly name: string }
  /** Whoever was chosen, or chose, works here no more. */
  | { readonly status: 'no-right' | 'gone' };

export function createStaffSide(deps: VerbDeps, { replace }: Pick<ManagerChange, 'replace'>) {
  const { database, companies, outbox, clock, findStaff } = deps;

  /** Whoever is called so already is shown instead: two links for one exporter would mean two of it. */
  async function make(command: MakeCommand): Promise<MakeOutcome> {
    const { by, name, url, reader, cause } = command;
    return database.inTransaction(async (tx): Promise<MakeOutcome> => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const known = await companies.findByName(tx, name);
      const company = known ?? (await insert(tx, by, name, url, cause));
      const facts = { companyId: company.id, made: known === null };
      await outbox.enqueue(tx, [wordsFor(reader, 'exporter-made', facts)], cause);
      return { status: known ? 'exists' : 'made', companyId: company.id };
    });
  }

  async function insert(
    tx: Tx,
    by: Staff,
    name: string,
    url: string | null,
    cause: Cause,
  ): Promise<Company> {
    const made = await companies.insert(
      tx,
      {
        code: token(CODE_BYTES),
        externalId: null,
        name,
        announcedName: null,
        url,
        managerId: null,
        announcedManagerId: null,
        locale: deps.defaultLocale,
        timeZone: deps.timeZone,
        worksFrom: USUAL_HOURS.from,
        worksTo: USUAL_HOURS.to,
        contactName: null,
      },
      clock.now(),
    );
    await note(tx, deps, 'company-made', made, { kind: 'staff', staff: by }, cause);
    return made;
  }

  /** The new manager comes into the rooms that the one before answered for, who leaves them. */
  async function setManager(command: ManagerCommand): Promise<ManagerOutcome> {
    const { by, companyId, managerId, cause } = command;
    return database.inTransaction(async (tx): Promise<ManagerOutcome> => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      if ((await findStaff([by.id], tx)).length === 0) return { status: 'no-right' };
      const [manager] = await findStaff([managerId], tx);
      if (!manager) return { status: 'gone' };
      const company = await companies.lock(tx, companyId);
      if (!company) return { status: 'unknown' };
      if (company.managerId === managerId) return { status: 'already', name: manager.name };
      await replace(tx, company, manager, { kind: 'staff', staff: by }, cause);
      return { status: 'set', name: manager.name };
    });
  }

  /** Says something that is only looked at: the card of one, a page of the list. */
  async function show(
    reader: Reader,
    what: 'exporter-card' | 'exporters-list',
    facts: Readonly<Record<string, string | number>>,
    cause: Cause,
  ): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      await outbox.enqueue(tx, [wordsFor(reader, what, facts)], cause);
    });
  }

  return { make, setManager, show };
}
