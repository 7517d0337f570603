// Lists of tickets for staff, wired.

import { speechPort } from '../../../dialogs/outgoing/speech.ts';
import type { MessageJob } from '../../../platform/outbox/index.ts';
import { factsOf, localeIn } from '../../../platform/outbox/words.ts';
import { createReplyNow } from '../../../platform/telegram/reply-now.ts';
import { ROLES } from '../../../staff/staff.ts';
import type { TicketPart, TicketTools } from '../../part.ts';
import type { TicketCardRepository } from '../card-repository.ts';
import { createTicketListHandlers } from './handlers.ts';
import { unpackQuery } from './query.ts';
import { createTicketListRepository } from './repository.ts';
import { createTicketListService, TICKET_LIST } from './service.ts';
import { createTicketListViews } from './views.ts';

export function createTicketLists(
  tools: TicketTools & { readonly cards: Pick<TicketCardRepository, 'place' | 'ticketsOf'> },
) {
  const { database, staff, clock, logger, cards } = tools;
  const lists = createTicketListRepository(database);
  const views = createTicketListViews(tools);
  const service = createTicketListService({ ...tools, ...staff, lists });

  async function said({ messages: [queued] }: MessageJob) {
    const args = queued?.args ?? {};
    const { packed } = factsOf<{ readonly packed: number }>(args);
    const page = await service.read(unpackQuery(packed), 0);
    return views.list(localeIn(args), page, 'pages', clock.now());
  }

  return {
    composer: createTicketListHandlers({
      ...{ ...tools, service, views },
      find: cards.place,
      isTicket: async (dialogId) => (await cards.ticketsOf([dialogId])).size > 0,
      replyNow: createReplyNow(logger),
    }),
    messages: { [TICKET_LIST]: speechPort(said) },
    commands: [
      { command: 'my', words: 'tlist-menu-my', where: ['private', 'group'], roles: ROLES },
      {
        command: 'tickets',
        words: 'tlist-menu-tickets',
        where: ['private', 'group'],
        roles: ROLES,
      },
    ],
  } as const satisfies TicketPart;
}
