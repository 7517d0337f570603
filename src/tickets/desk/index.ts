// Tickets on the desk: each has a thread, a card in it, and words that cross into its client's group.

import { eachDue } from '../../dialogs/due.ts';
import type { TicketListener } from '../change.ts';
import type { KeptClientMessage } from '../message.ts';
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
  const desk = createDeskService({ ...tools, cards, findStaff: staff.findStaff });
  const lists = createTicketLists({ ...tools, cards });
  const forms = createTicketForms({ ...tools, service: desk });

  const ring = createTicketRings(tools);

  const onChange: TicketListener = async (tx, change, cause) => {
    const { dialogId, status } = change.after;
    const isOtherwise = change.before?.status !== status;
    if (dialogId !== null) await dialogs.redrawSubject(tx, dialogId, isOtherwise);
    await ring(tx, change, cause);
  };

  return {
    onChange,
    async onClientWords(tx, { ticket: { id: ticketId }, messages }) {
      await threads.hear(
        tx,
        messages.map((message) => ({ ...carried(message), ticketId })),
      );
    },
    onClientReworded: (tx, message) => threads.hearChanged(tx, carried(message)),
    onDialogs: answers.onDialogs,
    onStaffRemoved: createTicketLeavers({ ...tools, supervisors: staff.supervisors }),
    subject,
    places: lists.composer,
    commands: lists.commands,
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

/** What the bot alone has seen has no number in its chat: it is known by one that nothing there has. */
function carried({ id, messageId, ...said }: KeptClientMessage) {
  const { ticketId, chatId, author, content, album, saidAt } = said;
  return { ticketId, chatId, messageId: messageId ?? -id, author, content, album, saidAt };
}
