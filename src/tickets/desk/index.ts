// Tickets on the desk: each has a thread, a card in it, and words that cross into its client's group.

import { eachDue } from '../../dialogs/due.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { TicketListener } from '../change.ts';
import type { TicketPart, TicketTools } from '../part.ts';
import { createTicketAnswers } from './answers.ts';
import { createTicketCardRepository } from './card-repository.ts';
import { createTicketViews } from './card-views.ts';
import { createCarryRepository } from './carry-repository.ts';
import { createCommentOutgoing } from './comment-outgoing.ts';
import { createCommentService } from './comment-service.ts';
import { createTicketForms } from './forms.ts';
import { createTicketHandlers } from './handlers.ts';
import { createTicketLeavers } from './leaver-service.ts';
import { createTicketLists } from './list/room.ts';
import { createTicketOutgoing } from './outgoing.ts';
import { createRingPorts } from './ring-outgoing.ts';
import { createTicketRings } from './rings.ts';
import { createDeskService } from './service.ts';
import { createSplitRoom } from './split-room.ts';
import { createTicketSubject } from './subject.ts';
import { createTicketThreads } from './thread-service.ts';

/** A part of tickets; nothing runs by itself. */
export function createTicketDesk(tools: TicketTools): TicketPart {
  const { database, logger, staff, dialogs } = tools;
  const cards = createTicketCardRepository(database);
  const carrying = createCarryRepository(database);
  const views = createTicketViews(tools);
  const { subject, anchorOf } = createTicketSubject({ ...tools, cards, views });
  const answers = createTicketAnswers({ ...tools, cards });
  const threads = createTicketThreads({ ...tools, carrying });
  const comments = createCommentService(tools);
  const desk = createDeskService({ ...tools, cards, threads, findStaff: staff.findStaff });
  const lists = createTicketLists({ ...tools, cards });
  const split = createSplitRoom({ ...tools, cards });
  const forms = createTicketForms({ ...tools, service: desk, askSplit: split.ask });
  const ring = createTicketRings(tools);

  const onChange: TicketListener = async (tx, change, cause) => {
    const { dialogId, status } = change.after;
    const isOtherwise = change.before?.status !== status;
    if (dialogId !== null) await dialogs.redrawSubject(tx, dialogId, isOtherwise);
    await ring(tx, change, cause);
  };

  return {
    onChange,
    async onDeadlines(tx, tickets) {
      for (const { dialogId } of tickets) {
        if (dialogId !== null) await dialogs.redrawSubject(tx, dialogId, false);
      }
    },
    onClientWords: (tx, { ticket, messages }) => threads.hear(tx, ticket.id, messages),
    onClientReworded: (tx, message) => threads.hearChanged(tx, message),
    onDialogs: answers.onDialogs,
    onStaffRemoved: createTicketLeavers({ ...tools, supervisors: staff.supervisors }),
    subject,
    places: createComposer(lists.composer, split.composer),
    commands: [...lists.commands, ...split.commands],
    composer: createTicketHandlers({ service: desk, forms }),
    messages: {
      ...createTicketOutgoing({
        ...{ ...tools, cards, anchorOf, answers },
        findStaff: staff.findStaff,
      }),
      ...createCommentOutgoing({ ...tools, anchorOf, answers }),
      ...createRingPorts({ ...tools, findStaff: staff.findStaff }),
      ...lists.messages,
    },
    sweeps: [
      {
        name: 'ticket-threads',
        async run() {
          await eachDue(logger, await threads.toOpen(), threads.open);
          await eachDue(logger, await threads.toCarry(), threads.carry);
          await eachDue(logger, await comments.toShow(), comments.show);
        },
      },
    ],
  };
}
