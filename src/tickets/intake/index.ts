// How tickets come, and what their clients see of them: the form, the card in the group, replies, «/status».

import { thanksWords } from '../../dialogs/thanks-words.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { RoomMenuItem } from '../../rooms/index.ts';
import { createStandIn } from '../asker.ts';
import { defineOpinionForms } from '../client-card/conversation.ts';
import { createOpinionHandlers } from '../client-card/handlers.ts';
import { createRequestLooking } from '../client-card/looking.ts';
import { createOpinionService } from '../client-card/opinion-service.ts';
import { createRequestOutgoing } from '../client-card/outgoing.ts';
import { createRequestShowing, REQUEST_CARD } from '../client-card/shown.ts';
import { createRequestViews } from '../client-card/views.ts';
import type { TicketPart, TicketTools } from '../part.ts';
import { createTicketReactions } from '../reactions/index.ts';
import { createSummaries } from '../summary.ts';
import { createAddWords } from '../words-service.ts';
import { defineTicketForm } from './conversation.ts';
import { createFilingService } from './filing-service.ts';
import { createEnterForm, createIntakeHandlers, type EnterForm } from './handlers.ts';
import { createHearingService } from './hearing-service.ts';
import { createIntakeRepository } from './repository.ts';
import { isServed } from './served.ts';
import { createStatusMenu } from './status-menu.ts';
import { createStatusRepository } from './status-repository.ts';
import { createStatusService } from './status-service.ts';
import { createStatusViews } from './status-views.ts';

/** A part of tickets; nothing runs by itself. */
export function createIntake(tools: TicketTools): TicketPart {
  const { database, outbox, t, tickets } = tools;
  const intake = createIntakeRepository();
  const standIn = createStandIn(tools);
  const addWords = createAddWords(tools);
  const showing = createRequestShowing(tools);
  const look = createRequestLooking(tools);
  const views = createRequestViews(t);
  const rights = { ...tools, intake, standIn, addWords };
  const filing = createFilingService({
    ...{ ...rights, ...createSummaries(t), limits: tools.ticketLimits },
  });
  const hearing = createHearingService({ ...rights, thanksWords: thanksWords(t) });
  const opinions = createOpinionService({
    ...{ ...rights, showing, supervisors: tools.staff.supervisors },
  });
  const form = defineTicketForm({ ...tools, service: filing });
  const status = createStatusMenu({
    ...tools,
    service: createStatusService({ ...rights, look, status: createStatusRepository() }),
    views: createStatusViews(t, views),
    cardOf: (id) => outbox.shownBy(database.prisma, { kind: REQUEST_CARD, subjectId: id }),
  });
  const enter = createEnterForm({ service: filing, form, answer: status.answer });
  const handling = { ...tools, service: filing, hearing, form, enter, answer: status.answer };
  const outgoing = createRequestOutgoing({
    ...{ ...tools, look, views },
    hoursOf: (company) => tools.sla.terms.of(company).calendar.hours,
  });
  const reactions = createTicketReactions({ ...tools, intake, filing });
  const opinionForms = defineOpinionForms({ ...tools, service: opinions });
  return {
    onChange: showing.onChange,
    onDeadlines: showing.redraw,
    onTold: (tx, { clock: { subjectId } }) => redraw(tx, [subjectId]),
    onRoomReady: async (tx, { id }) => redraw(tx, await intake.openIn(tx, id)),
    places: createComposer(status.composer, createIntakeHandlers(handling), reactions.places),
    composer: createOpinionHandlers({ service: opinions, forms: opinionForms, views }),
    ...outgoing,
    messages: { ...outgoing.messages, ...reactions.messages },
    menuItems: [newItem(enter), status.item],
    askForTicket: enter,
  };

  async function redraw(tx: Parameters<typeof showing.redraw>[0], ids: readonly number[]) {
    if (ids.length > 0) await showing.redraw(tx, await tickets.find(tx, ids));
  }
}

/** «Создать заявку». */
function newItem(enter: EnterForm): RoomMenuItem {
  return {
    id: 'ticket',
    label: 'request-item-new',
    command: 'ticket',
    answersCommand: true,
    rank: 1,
    isFor: isServed,
    async open(ctx, { room }, stage) {
      await stage.leave();
      await enter(ctx, { roomId: room.id, origin: 'form', source: null, given: [] });
    },
  };
}
