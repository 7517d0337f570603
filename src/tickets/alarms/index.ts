// Deadlines of tickets are told: before they run out to whoever answers for the ticket, and after it in wider circles.

import { createTicketCardRepository } from '../desk/card-repository.ts';
import type { TicketPart, TicketTools } from '../part.ts';
import { createAlarmOutgoing } from './outgoing.ts';
import { createAlarmRepository } from './repository.ts';
import { createAlarms } from './service.ts';

/** A part of tickets; nothing runs by itself. */
export function createTicketAlarms(tools: TicketTools): TicketPart {
  const { database, staff } = tools;
  const { findStaff, supervisors } = staff;
  const alarms = createAlarmRepository(database);
  const cards = createTicketCardRepository(database);
  return {
    onTold: createAlarms({ ...tools, alarms, findStaff, supervisors }),
    messages: createAlarmOutgoing({ ...tools, alarms, cards, findStaff }),
  };
}
