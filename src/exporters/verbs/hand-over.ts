// An employee works here no more: whoever they looked after has somebody else in the same instant, and all
// whom it concerns read so, once.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewMessage } from '../../platform/outbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import { mayManageStaff, type Staff } from '../../staff/staff.ts';
import type { Company } from '../exporter.ts';
import { leastLoaded } from '../manager-choice.ts';
import type { VerbDeps } from './deps.ts';
import type { ManagerChange } from './manager-change.ts';

/** Cards of exporters without a manager that one of the chiefs is sent; the rest is a number. */
const CARDS_SENT = 5;

interface Removal {
  readonly person: Staff;
  readonly by: Staff;
}

/** Takes part in the caller's transaction, in which they are no employee any more. */
export function createHandOver(deps: VerbDeps, { change }: Pick<ManagerChange, 'change'>) {
  const { companies, belonging, outbox, listStaff } = deps;

  async function staffRemoved(tx: Tx, { person, by }: Removal, cause: Cause): Promise<void> {
    const theirs = await companies.lockManagedBy(tx, person.id);
    if (theirs.length === 0) return;
    const everybody = await listStaff(tx);
    const taken = new Map<Staff | null, Company[]>();
    for (const company of theirs) {
      const next = await nextFor(tx, everybody);
      await change(tx, company, next, { kind: 'staff', staff: by }, cause);
      taken.set(next, [...(taken.get(next) ?? []), company]);
    }
    const told = [...taken].flatMap(([next, given]) =>
      next ? [toNext(next, given, person)] : toChiefs(everybody, given, person),
    );
    await outbox.enqueue(tx, [...told, ...(await toExporters(tx, theirs))], cause);
  }

  /** Looking after exporters is managers' work: where there is none left, the chiefs decide. */
  async function nextFor(tx: Tx, everybody: readonly Staff[]): Promise<Staff | null> {
    const managers = everybody.filter(({ role }) => role === 'manager');
    const load = await companies.loadOf(
      tx,
      managers.map(({ id }) => id),
    );
    const chosen = leastLoaded(
      load.map(({ id, rooms, companies: count }) => ({
        ...{ id, rooms, companies: count },
        role: 'manager' as const,
      })),
    );
    return managers.find(({ id }) => id === chosen?.id) ?? null;
  }

  function toNext(next: Staff, given: readonly Company[], former: Staff): NewMessage {
    const names = given.map(({ name }) => name);
    return wordsToPerson(next, 'exporters-taken', { former: former.name, names });
  }

  function toChiefs(
    everybody: readonly Staff[],
    given: readonly Company[],
    { name: former }: Staff,
  ): NewMessage[] {
    // Of the others somebody decides anyway before they need one.
    const needy = given.filter(({ status }) => status === 'pending' || status === 'confirmed');
    const cards = needy.slice(0, CARDS_SENT);
    const more = needy.length - cards.length;
    const chiefs = everybody.filter(({ role }) => mayManageStaff(role));
    return chiefs.flatMap((chief) => [
      ...cards.map(({ id }) => wordsToPerson(chief, 'exporter-orphan', { companyId: id, former })),
      ...(more > 0 ? [wordsToPerson(chief, 'exporters-orphans', { former, count: more })] : []),
    ]);
  }

  async function toExporters(tx: Tx, given: readonly Company[]): Promise<NewMessage[]> {
    const served = given.filter(({ status }) => status === 'confirmed').map(({ id }) => id);
    const members = await belonging.members(tx, served);
    return members.map((one) =>
      wordsToPerson(one, 'exporter-manager', { companyId: one.companyId }),
    );
  }

  return { staffRemoved };
}
