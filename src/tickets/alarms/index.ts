// Deadlines of tickets are told: before they run out to whoever answers for the ticket, and after it in wider circles.

import { createTicketCardRepository } from '../desk/card-repository.ts';
import { createNoticeRepository } from '../notices/repository.ts';
import { createNotices } from '../notices/service.ts';
import type { TicketPart, TicketTools } from '../part.ts';
import { createAlarmLooking } from './looking.ts';
import { createAlarmOutgoing } from './outgoing.ts';
import { createAlarmRepository } from './repository.ts';
import { createAlarms } from './service.ts';
import { createAlarmViews } from './views.ts';

/** A part of tickets; nothing runs by itself. */
export function createTicketAlarms(tools: TicketTools): TicketPart {
  const { database, staff } = tools;
  const { findStaff, supervisors } = staff;
  const alarms = createAlarmRepository(database);
  const cards = createTicketCardRepository(database);
  const telling = createNotices({ ...tools, notices: createNoticeRepository(), findStaff });
  const look = createAlarmLooking({ ...tools, cards, findStaff });
  return {
    onTold: createAlarms({ ...tools, alarms, telling, findStaff, supervisors }),
    messages: createAlarmOutgoing({
      ...{ ...tools, alarms, look, findStaff },
      views: createAlarmViews(tools),
    }),
  };
}
