// Somebody belongs to an exporter no more: said by whoever registered it, or by staff. They leave the
// company's rooms, and no way leads back.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Company, CompanyPerson } from '../exporter.ts';
import { type Actor, note, numberOf, type VerbDeps } from './deps.ts';
import type { Effects } from './effects.ts';

export interface PartCommand {
  readonly personId: number;
  /** Whoever pressed. */
  readonly userId: number;
  readonly staff: Staff | null;
  readonly cause: Cause;
}

export type PartOutcome =
  | { readonly status: 'repeated' | 'not-yours' }
  /** They belong to no exporter any more. */
  | { readonly status: 'gone' }
  | { readonly status: 'parted'; readonly name: string; readonly companyId: number };

export function createPart(deps: VerbDeps, effects: Effects) {
  const { database, companies, belonging, outbox, clock } = deps;

  return async function part(command: PartCommand): Promise<PartOutcome> {
    const { personId, cause } = command;
    return database.inTransaction(async (tx): Promise<PartOutcome> => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const [found] = await belonging.membershipsOf(tx, [personId]);
      const company = found && (await companies.lock(tx, found.companyId));
      if (!company) return { status: 'gone' };
      const theirs = await belonging.members(tx, [company.id]);
      const actor = whoSays(theirs, command);
      if (!actor) return { status: 'not-yours' };
      const member = theirs.find((one) => one.personId === personId);
      if (!member) return { status: 'gone' };
      await carryOut(tx, company, member, theirs, actor, cause);
      return { status: 'parted', name: member.name, companyId: company.id };
    });
  };

  /** Whoever has been there longest speaks for it from now on. */
  async function passOn(tx: Tx, { id }: Company, next: CompanyPerson | undefined): Promise<void> {
    if (next) await belonging.makeContact(tx, next.personId);
    await companies.update(tx, id, { contactName: next?.name ?? null });
  }

  async function carryOut(
    tx: Tx,
    company: Company,
    { personId, isContact, ...member }: CompanyPerson,
    theirs: readonly CompanyPerson[],
    actor: Actor,
    cause: Cause,
  ): Promise<void> {
    await belonging.leave(tx, personId, clock.now());
    await belonging.closeInvitationsBy(tx, personId, clock.now());
    if (isContact)
      await passOn(
        tx,
        company,
        theirs.find((one) => one.personId !== personId),
      );
    await note(tx, deps, 'company-parted', company, actor, cause, { personId });
    const by = { kind: actor.kind, id: numberOf(actor) };
    for (const roomId of await companies.roomsOf(tx, company.id, personId)) {
      await effects.dismiss(tx, { roomId, personId, by }, cause);
    }
    await outbox.enqueue(
      tx,
      [wordsToPerson(member, 'exporter-parted', { name: company.name })],
      cause,
    );
    await effects.offerCommands(tx, personId, cause);
    await effects.redraw(tx, company);
  }
}

/** Whoever registered it parts with the others; staff with anybody. */
function whoSays(
  theirs: readonly CompanyPerson[],
  { personId, userId, staff }: PartCommand,
): Actor | null {
  if (staff) return { kind: 'staff', staff };
  const contact = theirs.find((one) => one.userId === userId && one.isContact);
  if (!contact || contact.personId === personId) return null;
  return { kind: 'person', personId: contact.personId };
}
