// Nothing is lost in rooms: what nobody has answered is raised, told to whoever answers for the room, and told again in
// the evening, until somebody has answered or said that no answer is needed.

import { firstDesk } from '../../desks/desk.ts';
import { createGist } from '../../dialogs/content/gist.ts';
import { thanksWords } from '../../dialogs/thanks-words.ts';
import { createAlarmLooking } from '../alarms/looking.ts';
import { createAlarmViews } from '../alarms/views.ts';
import { createTicketCardRepository } from '../desk/card-repository.ts';
import { createNoticeRepository } from '../notices/repository.ts';
import { createNotices } from '../notices/service.ts';
import type { TicketPart, TicketTools } from '../part.ts';
import { createSignHandlers, createWatchHandlers } from './handlers.ts';
import { createLookingRepository } from './looking-repository.ts';
import { createOpenChats } from './open-chats.ts';
import { createWatchOutgoing } from './outgoing.ts';
import { createRaising } from './raising-service.ts';
import { createWaitViews } from './views.ts';
import { createWaitRepository } from './wait-repository.ts';
import { createWaits } from './waits-service.ts';

/** A part of tickets; nothing runs by itself. */
export function createWatch(tools: TicketTools): TicketPart {
  const { database, t, desks, askForTicket } = tools;
  const { prisma } = database;
  const { findStaff, supervisors } = tools.staff;
  const waits = createWaitRepository();
  const notices = createNoticeRepository();
  const looking = createLookingRepository();
  const openChats = createOpenChats();
  const telling = createNotices({ ...tools, notices, findStaff });
  const service = createWaits({
    ...{ ...tools, waits, notices, openChats },
    look: looking.look,
    thanksWords: thanksWords(t),
  });
  const { raiseDue, openFor } = createRaising({
    ...{ ...tools, waits, notices, telling, findStaff, supervisors },
    endIn: service.endIn,
    deskId: async (tx) => firstDesk(await desks.listDesks(tx))?.id ?? null,
  });
  const views = createWaitViews({ ...tools, gist: createGist(t) });
  const cards = createTicketCardRepository(database);
  const handling = { service, askForTicket, endedIn: views.endedIn };
  return {
    onChange: service.onChange,
    onClientWords: service.onClientWords,
    onDialogs: service.onDialogs,
    places: createSignHandlers(handling),
    composer: createWatchHandlers(handling),
    projections: createWatchOutgoing({
      ...{ ...tools, notices, views, findStaff },
      look: (waitIds) => looking.look(prisma, waitIds),
      lookAtAlarm: createAlarmLooking({ ...tools, cards, findStaff }),
      alarmViews: createAlarmViews(tools),
      listDesks: () => desks.listDesks(),
    }),
    sweeps: [
      {
        name: 'unanswered',
        async run() {
          const { chatIds, isHeld } = await openChats.refresh(() => waits.overview(prisma));
          if (chatIds.length > 0) await raiseDue();
          // Before what is held, which the evening tells besides.
          await telling.tellEvening(openFor);
          if (isHeld || chatIds.length > 0) await telling.flush();
        },
      },
    ],
  };
}
