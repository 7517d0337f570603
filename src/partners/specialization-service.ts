// What partners can do, as staff keep it: added, renamed, hidden. What was chosen once is never deleted.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { Specialization } from './partner.ts';
import type { Names, SpecializationRepository } from './specialization-repository.ts';

export interface SpecializationServiceDeps {
  readonly database: Database;
  readonly specializations: SpecializationRepository;
  readonly clock: Clock;
}

export type SpecializationOutcome = { readonly status: 'done' | 'refused' | 'repeated' };

export type SpecializationService = ReturnType<typeof createSpecializationService>;

/** The caller has seen that whoever does it works here. */
export function createSpecializationService(deps: SpecializationServiceDeps) {
  const { database, specializations, clock } = deps;

  /** Refused where one of the names is taken. */
  async function add(names: Names, cause: Cause): Promise<SpecializationOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const id = await specializations.insert(tx, names, clock.now());
      return { status: id === null ? 'refused' : 'done' };
    });
  }

  /** Refused where there is no such number, or one of the names is another's. */
  async function rename(id: number, names: Names, cause: Cause): Promise<SpecializationOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      return { status: (await specializations.rename(tx, id, names)) ? 'done' : 'refused' };
    });
  }

  /** Refused where it was so already. */
  async function setHidden(
    id: number,
    hidden: boolean,
    cause: Cause,
  ): Promise<SpecializationOutcome> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const changed = await specializations.setHidden(tx, id, hidden, clock.now());
      return { status: changed ? 'done' : 'refused' };
    });
  }

  function list(): Promise<Specialization[]> {
    return specializations.list(database.prisma);
  }

  /** Those that are offered, with how many partners each has. */
  async function listOffered() {
    const [all, counts] = await Promise.all([
      list(),
      specializations.countPartners(database.prisma),
    ]);
    return all
      .filter(({ hidden }) => !hidden)
      .map((one) => ({ ...one, partners: counts.get(one.id) ?? 0 }));
  }

  return { add, rename, setHidden, list, listOffered };
}
