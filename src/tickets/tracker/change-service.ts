// What another system wants of tickets is done as employees do it: by the same verbs, under the same law, seen by
// everybody. All of a request is done, or nothing.

import type { RequestCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination } from '../../platform/outbox/index.ts';
import { NOBODY } from '../change.ts';
import type { TicketTools } from '../part.ts';
import type { KeptTicket } from '../repository.ts';
import { isOver, ticketNumber } from '../ticket.ts';
import type { ChangeOutcome } from '../verbs/change.ts';
import type { CommentOutcome } from '../verbs/comment.ts';
import { once, type Repeated } from '../verbs/deps.ts';
import type { ApiRepository } from './api-repository.ts';
import { type Wishes, waysFrom } from './wishes.ts';

export type Refusal = { readonly status: 'refused' } & (
  | { readonly error: 'ticket-unknown' | 'type-unknown' | 'responsible-unknown' }
  | { readonly error: 'external-id-taken'; readonly number: string }
  | { readonly error: 'ticket-merged'; readonly into: string }
  /** It has to be reopened first. */
  | { readonly error: 'ticket-over'; readonly now: KeptTicket['status'] }
  | {
      readonly error: 'status-impossible';
      readonly now: KeptTicket['status'];
      readonly possible: readonly KeptTicket['status'][];
    }
);

export type ChangeOrRefusal =
  | { readonly status: 'done'; readonly ticket: KeptTicket; readonly changed: readonly string[] }
  | Refusal
  | Repeated;

/** Takes back what the transaction has done so far. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.error);
    this.refusal = refusal;
  }
}

interface Wanted {
  readonly ticketId: number;
  readonly wishes: Wishes;
  readonly cause: RequestCause;
}

type StepOutcome = ChangeOutcome | CommentOutcome;
type Step = (tx: Tx, wanted: Wanted) => Promise<StepOutcome | null>;

export type TrackerChanges = ReturnType<typeof createTrackerChanges>;

export interface TrackerChangesDeps extends TicketTools {
  readonly api: Pick<ApiRepository, 'typeIdOf'>;
}

export function createTrackerChanges(tools: TrackerChangesDeps) {
  const { tickets, service, clock, outbox, api } = tools;

  /** Each wish that is so already is passed over; one that cannot be refuses them all. */
  async function change(wanted: Wanted): Promise<ChangeOrRefusal> {
    try {
      return await once(tools, wanted.cause, (tx) => carry(tx, wanted));
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
  }

  async function carry(tx: Tx, wanted: Wanted): Promise<ChangeOrRefusal> {
    const before = await tickets.lock(tx, wanted.ticketId);
    if (!before) throw new Refused({ status: 'refused', error: 'ticket-unknown' });
    // What is reopened may be changed; what is to be closed is changed before.
    const steps = isOver(before.status) ? [...STEPS.slice(-1), ...STEPS.slice(0, -1)] : STEPS;
    const changed: string[] = [];
    let ticket = before;
    for (const [name, step] of steps) {
      const outcome = await step(tx, wanted);
      if (outcome) ticket = await resultOf(tx, name, outcome, wanted);
      if (outcome?.status === 'done') changed.push(name);
    }
    return { status: 'done', ticket, changed };
  }

  const about = ({ ticketId, wishes, cause }: Wanted) =>
    ({ ticketId, by: NOBODY, reason: wishes.reason ?? null, cause }) as const;

  const assign: Step = async (tx, wanted) => {
    const { responsibleId } = wanted.wishes;
    if (responsibleId === undefined) return null;
    return service.assignIn(tx, { ...about(wanted), responsibleId });
  };

  const retype: Step = async (tx, wanted) => {
    const { type: code } = wanted.wishes;
    if (code === undefined) return null;
    // Whoever sends a whole ticket back names a type that it has, and that no new one may have.
    const typeId = await api.typeIdOf(tx, code);
    if (typeId === null) throw new Refused({ status: 'refused', error: 'type-unknown' });
    return service.changeTypeIn(tx, { ...about(wanted), typeId });
  };

  const urge: Step = async (tx, wanted) => {
    const { urgency } = wanted.wishes;
    return urgency ? service.changeUrgencyIn(tx, { ...about(wanted), urgency }) : null;
  };

  const number: Step = async (tx, wanted) => {
    const { externalId } = wanted.wishes;
    if (externalId === undefined) return null;
    return service.changeExternalIdIn(tx, { ...about(wanted), externalId });
  };

  /** What is for the client is said in their group, in reply to the ticket. */
  const comment: Step = async (tx, wanted) => {
    const { comment: said } = wanted.wishes;
    if (!said) return null;
    const { ticketId, by, cause } = about(wanted);
    const outcome = await service.commentIn(tx, { ticketId, by, cause, comment: said });
    if (outcome.status !== 'done' || said.kind === 'inside') return outcome;
    const { commentId, ticket } = outcome;
    const group = destination('room', ticket.roomId);
    const told = { destination: group, name: 'ticket-comment', args: { commentId } };
    await outbox.enqueue(tx, [told], cause);
    return outcome;
  };

  const go: Step = async (tx, wanted) => {
    const { status: to } = wanted.wishes;
    const ticket = to && (await tickets.lock(tx, wanted.ticketId));
    if (!ticket) return null;
    const { mergedIntoId: intoId, status: now } = ticket;
    if (intoId !== null) return { status: 'merged', ticket, intoId };
    if (to === now) return { status: 'unchanged', ticket };
    const ways = waysFrom(ticket, clock.now());
    const action = ways.get(to);
    const impossible = { status: 'refused', error: 'status-impossible', now } as const;
    if (!action) throw new Refused({ ...impossible, possible: [...ways.keys()] });
    const { reason, ...rest } = about(wanted);
    const acted = await service.actIn(tx, {
      ...rest,
      action,
      ...(reason === null ? {} : { reason }),
    });
    if (acted.status !== 'done') throw new Error(`a way that is none: ${action} from ${now}`);
    return acted;
  };

  const STEPS = [
    ['responsible', assign],
    ['type', retype],
    ['urgency', urge],
    ['external_id', number],
    ['comment', comment],
    ['status', go],
  ] as const satisfies readonly (readonly [string, Step])[];

  /** @throws Refused where it cannot be */
  async function resultOf(
    tx: Tx,
    name: string,
    outcome: StepOutcome,
    { wishes }: Wanted,
  ): Promise<KeptTicket> {
    switch (outcome.status) {
      case 'done':
      case 'unchanged':
        return outcome.ticket;
      case 'over':
        throw new Refused({ status: 'refused', error: 'ticket-over', now: outcome.ticket.status });
      case 'merged': {
        const into = ticketNumber(outcome.intoId);
        throw new Refused({ status: 'refused', error: 'ticket-merged', into });
      }
      case 'unknown': {
        const error = name === 'type' ? 'type-unknown' : 'responsible-unknown';
        throw new Refused({ status: 'refused', error });
      }
      case 'taken': {
        const other = await tickets.findExternal(tx, wishes.externalId ?? '');
        const has = ticketNumber(other?.id ?? 0);
        throw new Refused({ status: 'refused', error: 'external-id-taken', number: has });
      }
      case 'gone':
      case 'changed-since':
        throw new Error(`a locked ticket is ${outcome.status}`);
    }
  }

  return { change };
}
