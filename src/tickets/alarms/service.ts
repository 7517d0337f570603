// A step of a clock on a ticket is due: whom it concerns hears of it, in the transaction that notes the step as told.

import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import { recordEvents } from '../../platform/events.ts';
import { destination, type NewMessage, type Outbox } from '../../platform/outbox/index.ts';
import type { Told } from '../../sla/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Notices } from '../notices/service.ts';
import type { KeptTicket, TicketRepository } from '../repository.ts';
import { audienceOf } from './alarm.ts';
import type { AlarmRepository } from './repository.ts';

export interface AlarmServiceDeps {
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly clock: Clock;
  readonly tickets: Pick<TicketRepository, 'find'>;
  readonly alarms: AlarmRepository;
  readonly telling: Pick<Notices, 'ring' | 'hold'>;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
  readonly supervisors: (tx?: Tx) => Promise<readonly Staff[]>;
}

const CAUSE = systemCause('sla-clocks');

/** What the clocks call; clocks on anything but tickets are no business of it. */
export function createAlarms(deps: AlarmServiceDeps): (tx: Tx, told: Told) => Promise<void> {
  const { outbox, clock, tickets, alarms, telling, findStaff, supervisors } = deps;

  return async (tx, told) => {
    const { clock: late, step, circles } = told;
    if (late.subject !== 'ticket') return;
    const [ticket] = await tickets.find(tx, [late.subjectId]);
    if (!ticket) return;
    const desk = await alarms.deskOf(ticket.dialogId, tx);
    // The ticket knows who answers for it now; the clock keeps who did when it last changed.
    const [responsible = null] =
      ticket.responsibleId === null ? [] : await findStaff([ticket.responsibleId], tx);
    const chiefs = await supervisors(tx);
    const reachable = { responsible, supervisors: chiefs, onDesk: desk !== null };
    const { people, inThread, atDesk } = audienceOf(told, reachable);
    const facts = { ticketId: ticket.id, clockId: late.id, dialogId: ticket.dialogId };
    const messages: NewMessage[] = [
      ...(await inPrivate(tx, told, people, facts)),
      ...(inThread ? inThreadOf(ticket, facts) : []),
      ...(atDesk && desk
        ? [{ destination: destination('desk', desk.id), name: 'ticket-alarm-at-desk', args: facts }]
        : []),
    ];
    await outbox.enqueue(tx, messages, CAUSE);
    const about = { subject: 'ticket', subjectId: ticket.id } as const;
    const data = {
      promise: late.kind,
      step: step.kind,
      circles,
      people: people.map(({ id }) => id),
    };
    const event = { type: 'deadline-told', ...about, actor: 'system', actorId: null } as const;
    await recordEvents(tx, [{ ...event, data }], CAUSE, clock.now());
  };

  /**
   * A warning waits until its reader may be disturbed. What is missed is never held back: past the third time in an
   * hour it comes without a sound.
   */
  async function inPrivate(
    tx: Tx,
    { clock: { id: clockId, calendarId }, step }: Told,
    people: readonly Staff[],
    facts: NewMessage['args'],
  ): Promise<NewMessage[]> {
    if (step.kind === 'warn') {
      const held = people.map(({ id: staffId }) => ({ staffId, clockId, calendarId }));
      await telling.hold(tx, held);
      return [];
    }
    const messages: NewMessage[] = [];
    for (const { id: staffId, userId } of people) {
      const quiet = !(await telling.ring(tx, staffId, clockId));
      const args = { ...facts, staffId, quiet };
      messages.push({ destination: destination('person', userId), name: 'ticket-alarm', args });
    }
    return messages;
  }
}

function inThreadOf({ dialogId }: KeptTicket, args: NewMessage['args']): NewMessage[] {
  if (dialogId === null) return [];
  return [{ destination: destination('thread', dialogId), name: 'ticket-alarm-in-thread', args }];
}
