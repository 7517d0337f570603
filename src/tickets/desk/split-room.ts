// Splitting as the desk puts it to use: the command, and the question that «Ещё…» asks too.

import { createReplyNow } from '../../platform/telegram/reply-now.ts';
import { ROLES } from '../../staff/staff.ts';
import type { TicketPart, TicketTools } from '../part.ts';
import { createSummaries } from '../summary.ts';
import type { TicketCardRepository } from './card-repository.ts';
import { createSplitForm } from './split-form.ts';
import { createSplitHandlers } from './split-handlers.ts';
import { createSplitService } from './split-service.ts';

export function createSplitRoom(tools: TicketTools & { readonly cards: TicketCardRepository }) {
  const splitting = createSplitService({ ...tools, ...createSummaries(tools.t) });
  const { ask, form } = createSplitForm({ ...tools, splitting });
  const replyNow = createReplyNow(tools.logger);
  const commands: NonNullable<TicketPart['commands']> = [
    { command: 'split', words: 'tdesk-menu-split', where: ['group'], roles: ROLES },
  ];
  const ticketOf = async (dialogId: number) =>
    (await tools.cards.ticketsOf([dialogId])).get(dialogId) ?? null;
  const handling = { ...tools, splitting, replyNow, form, ticketOf };
  return { ask, commands, composer: createSplitHandlers(handling) };
}
