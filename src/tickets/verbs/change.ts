// What a ticket is about, how urgent it is and who answers for it can be changed, by employees and by other
// systems, for as long as something is owed. What changes nothing is no change: nobody hears of it.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { TicketActor, TicketDeed } from '../change.ts';
import type { KeptTicket } from '../repository.ts';
import { isOver, type Urgency } from '../ticket.ts';
import { carryOut, once, type Repeated, type TicketVerbDeps } from './deps.ts';

interface Change {
  readonly ticketId: number;
  readonly by: TicketActor;
  /** Why, in words of whoever changes it. */
  readonly reason?: string | null;
  /** The revision that whoever presses has seen; left out where it does not matter. */
  readonly revision?: number;
  readonly cause: Cause;
}

/** Null: nobody answers for it any more. */
export type AssignCommand = Change & { readonly responsibleId: number | null };
export type ChangeTypeCommand = Change & { readonly typeId: number };
export type ChangeUrgencyCommand = Change & { readonly urgency: Urgency };
/** Null: the other system knows it no more. */
export type ChangeExternalIdCommand = Change & { readonly externalId: string | null };

export type ChangeOutcome =
  | { readonly status: 'gone' }
  | { readonly status: 'done'; readonly ticket: KeptTicket; readonly before: KeptTicket }
  /** It is so already. */
  | { readonly status: 'unchanged'; readonly ticket: KeptTicket }
  /** Closed or cancelled: it has to be reopened first. */
  | { readonly status: 'over'; readonly ticket: KeptTicket }
  | { readonly status: 'merged'; readonly ticket: KeptTicket; readonly intoId: number }
  /** It has changed since the button was drawn. */
  | { readonly status: 'changed-since'; readonly ticket: KeptTicket }
  /** Nobody who works here has that number, or there is no such type (any more). */
  | { readonly status: 'unknown'; readonly ticket: KeptTicket }
  /** Another ticket has that number of the other system. */
  | { readonly status: 'taken'; readonly ticket: KeptTicket };

export interface ChangingDeps extends TicketVerbDeps {
  /** Those of these who work here now. */
  readonly findStaff: (
    ids: readonly number[],
    tx: Tx,
  ) => Promise<readonly { readonly id: number }[]>;
}

interface Alteration {
  readonly deed: TicketDeed;
  readonly facts: Partial<KeptTicket>;
  /** Why these facts cannot be; null: they can. */
  readonly obstacle: (tx: Tx, before: KeptTicket) => Promise<'unknown' | 'taken' | null>;
  /** What changes with it. */
  readonly along?: (tx: Tx, before: KeptTicket) => Promise<void>;
}

/** Those with `In` take part in the caller's transaction, which has settled its cause. */
export function createChanging(deps: ChangingDeps) {
  const { tickets, companies, findStaff } = deps;

  async function assignIn(tx: Tx, command: AssignCommand): Promise<ChangeOutcome> {
    const { responsibleId } = command;
    return alter(tx, command, {
      deed: responsibleId === null ? 'release' : 'assign',
      facts: { responsibleId },
      async obstacle() {
        const found = responsibleId === null || (await findStaff([responsibleId], tx)).length > 0;
        return found ? null : 'unknown';
      },
    });
  }

  async function changeTypeIn(tx: Tx, command: ChangeTypeCommand): Promise<ChangeOutcome> {
    const { typeId } = command;
    const types = await companies.types(tx);
    const checklistOf = (id: number) => types.find((type) => type.id === id)?.checklist ?? [];
    return alter(tx, command, {
      deed: 'change-type',
      facts: { typeId },
      obstacle: async () => (types.some(({ id }) => id === typeId) ? null : 'unknown'),
      along: (_, before) =>
        tickets.replaceChecks(tx, before.id, {
          from: checklistOf(before.typeId),
          to: checklistOf(typeId),
        }),
    });
  }

  function changeUrgencyIn(tx: Tx, command: ChangeUrgencyCommand): Promise<ChangeOutcome> {
    const { urgency } = command;
    const alteration = { deed: 'change-urgency', facts: { urgency } } as const;
    return alter(tx, command, { ...alteration, obstacle: async () => null });
  }

  /** Also of what is over: numbers may be given late. */
  function changeExternalIdIn(tx: Tx, command: ChangeExternalIdCommand): Promise<ChangeOutcome> {
    const { externalId } = command;
    return alter(tx, command, {
      deed: 'external-id',
      facts: { externalId },
      async obstacle() {
        const other = externalId === null ? null : await tickets.findExternal(tx, externalId);
        return other ? 'taken' : null;
      },
    });
  }

  async function alter(tx: Tx, command: Change, alteration: Alteration): Promise<ChangeOutcome> {
    const { ticketId, by, reason = null, revision, cause } = command;
    const { deed, facts } = alteration;
    const before = await tickets.lock(tx, ticketId);
    if (!before) return { status: 'gone' };
    if (!differs(before, facts)) return { status: 'unchanged', ticket: before };
    const refusal = refuse(before, deed, revision);
    if (refusal) return refusal;
    const obstacle = await alteration.obstacle(tx, before);
    if (obstacle) return { status: obstacle, ticket: before };
    await alteration.along?.(tx, before);
    const after = { ...before, ...facts, revision: before.revision + 1 };
    const change = { before, after, deed, by, reason } as const;
    return { status: 'done', before, ticket: await carryOut(deps, tx, change, cause) };
  }

  const alone =
    <Command extends Change>(verb: (tx: Tx, command: Command) => Promise<ChangeOutcome>) =>
    (command: Command): Promise<ChangeOutcome | Repeated> =>
      once(deps, command.cause, (tx) => verb(tx, command));

  return {
    ...{ assignIn, changeTypeIn, changeUrgencyIn, changeExternalIdIn },
    assign: alone(assignIn),
    changeType: alone(changeTypeIn),
    changeUrgency: alone(changeUrgencyIn),
  };
}

function differs(before: KeptTicket, facts: Partial<KeptTicket>): boolean {
  return Object.entries(facts).some(([name, value]) => before[name as keyof KeptTicket] !== value);
}

function refuse(
  ticket: KeptTicket,
  deed: TicketDeed,
  revision: number | undefined,
): ChangeOutcome | null {
  const { mergedIntoId: intoId, status } = ticket;
  if (intoId !== null) return { status: 'merged', ticket, intoId };
  if (isOver(status) && deed !== 'external-id') return { status: 'over', ticket };
  const isStale = revision !== undefined && revision !== ticket.revision;
  return isStale ? { status: 'changed-since', ticket } : null;
}
