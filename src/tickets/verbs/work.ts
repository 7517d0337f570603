// What is done about a ticket besides its status: it is linked to another, turns out to be another, waits for somebody
// outside, and its checklist is worked off. Rights are judged by whoever calls.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { TicketActor, TicketDeed } from '../change.ts';
import type { KeptTicket } from '../repository.ts';
import { isOver, ticketNumber } from '../ticket.ts';
import { carryOut, type TicketVerbDeps } from './deps.ts';

interface Work {
  readonly ticketId: number;
  readonly by: TicketActor;
  readonly cause: Cause;
}

export type WorkOutcome =
  | { readonly status: 'gone' }
  | { readonly status: 'done' | 'unchanged' | 'over'; readonly ticket: KeptTicket }
  | { readonly status: 'merged'; readonly ticket: KeptTicket; readonly intoId: number }
  /** There is no such other ticket, or it cannot be this one: it is another company's, or over itself. */
  | { readonly status: 'unknown'; readonly ticket: KeptTicket };

/** Both take part in the caller's transaction, which has settled its cause. */
export function createWorking(deps: TicketVerbDeps) {
  const { tickets, clock } = deps;

  /** Null: nobody outside is waited for any more. */
  function partnerIn(
    tx: Tx,
    { note, ...work }: Work & { readonly note: string | null },
  ): Promise<WorkOutcome> {
    return onOpen(tx, work, async (before) => {
      if (before.partnerNote === note) return { status: 'unchanged', ticket: before };
      const after = { ...before, partnerNote: note, revision: before.revision + 1 };
      return await done(tx, work, { before, after, deed: 'partner', reason: note });
    });
  }

  /** Each tells of the other from then on. */
  async function linkIn(
    tx: Tx,
    { otherId, ...work }: Work & { readonly otherId: number },
  ): Promise<WorkOutcome> {
    const [one, other] = await lockBoth(tx, work.ticketId, otherId);
    if (!one) return { status: 'gone' };
    if (!other || other.id === one.id) return { status: 'unknown', ticket: one };
    if (!(await tickets.link(tx, one.id, other.id, clock.now())))
      return { status: 'unchanged', ticket: one };
    const told = (before: KeptTicket, with_: KeptTicket) =>
      done(tx, work, { before, after: before, deed: 'link', reason: ticketNumber(with_.id) });
    await told(other, one);
    return await told(one, other);
  }

  /** It turned out to be another one: that goes on, with its client's words, and this is over. */
  async function mergeIn(
    tx: Tx,
    { intoId, ...work }: Work & { readonly intoId: number },
  ): Promise<WorkOutcome> {
    const [one, into] = await lockBoth(tx, work.ticketId, intoId);
    if (!one) return { status: 'gone' };
    const refusal = refuse(one);
    if (refusal) return refusal;
    const isPossible =
      into && into.id !== one.id && into.companyId === one.companyId && refuse(into) === null;
    if (!isPossible) return { status: 'unknown', ticket: one };
    await tickets.moveMessages(tx, one.id, into.id);
    const ended = { status: 'cancelled', endedAt: clock.now(), closeDueAt: null } as const;
    const after = { ...one, ...ended, mergedIntoId: into.id, revision: one.revision + 1 };
    return await done(tx, work, {
      ...{ before: one, after, deed: 'merge', reason: ticketNumber(into.id) },
    });
  }

  /** Those of its checks that are done now, all of them. */
  function checkIn(
    tx: Tx,
    { doneIds, ...work }: Work & { readonly doneIds: readonly number[] },
  ): Promise<WorkOutcome> {
    return onOpen(tx, work, async (before) => {
      const byId = work.by.kind === 'staff' ? work.by.id : null;
      const changed = await tickets.setChecks(tx, before.id, { doneIds, byId }, clock.now());
      if (changed === 0) return { status: 'unchanged', ticket: before };
      return await done(tx, work, { before, after: before, deed: 'check', reason: null });
    });
  }

  function addCheckIn(tx: Tx, { text, ...work }: Work & { readonly text: string }) {
    return onOpen(tx, work, async (before) => {
      await tickets.replaceChecks(tx, before.id, { from: [], to: [text] });
      return await done(tx, work, { before, after: before, deed: 'check-add', reason: text });
    });
  }

  function removeCheckIn(tx: Tx, { checkId, ...work }: Work & { readonly checkId: number }) {
    return onOpen(tx, work, async (before) => {
      const text = await tickets.removeCheck(tx, before.id, checkId);
      if (text === null) return { status: 'unchanged', ticket: before };
      return await done(tx, work, { before, after: before, deed: 'check-remove', reason: text });
    });
  }

  async function onOpen(
    tx: Tx,
    { ticketId }: Work,
    work: (before: KeptTicket) => Promise<WorkOutcome>,
  ): Promise<WorkOutcome> {
    const before = await tickets.lock(tx, ticketId);
    if (!before) return { status: 'gone' };
    return refuse(before) ?? (await work(before));
  }

  async function done(
    tx: Tx,
    { by, cause }: Work,
    change: {
      readonly before: KeptTicket;
      readonly after: KeptTicket;
      readonly deed: TicketDeed;
      readonly reason: string | null;
    },
  ): Promise<WorkOutcome> {
    return { status: 'done', ticket: await carryOut(deps, tx, { ...change, by }, cause) };
  }

  /** Locked in the order of their numbers, so that no two wait for each other. */
  async function lockBoth(tx: Tx, oneId: number, otherId: number) {
    const locked = new Map<number, KeptTicket | null>();
    for (const id of [...new Set([oneId, otherId])].sort((a, b) => a - b))
      locked.set(id, await tickets.lock(tx, id));
    return [locked.get(oneId) ?? null, locked.get(otherId) ?? null] as const;
  }

  return { partnerIn, linkIn, mergeIn, checkIn, addCheckIn, removeCheckIn };
}

function refuse(ticket: KeptTicket): WorkOutcome | null {
  const { mergedIntoId: intoId, status } = ticket;
  if (intoId !== null) return { status: 'merged', ticket, intoId };
  return isOver(status) ? { status: 'over', ticket } : null;
}
