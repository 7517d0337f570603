// Plans and calendars as those who work here read and change them; what they mean is known in src/sla.

import { createComposer } from '../../platform/telegram/composer.ts';
import { createReplyNow } from '../../platform/telegram/reply-now.ts';
import { ROLES } from '../../staff/staff.ts';
import { createTermsViews, type TermsViews } from '../groups/terms-views.ts';
import type { TicketPart, TicketTools } from '../part.ts';
import { defineCalendarForm } from './calendar-conversation.ts';
import { createCalendarHandlers } from './calendar-handlers.ts';
import { createCalendarViews } from './calendar-views.ts';
import { createPlanChoiceViews } from './choice-views.ts';
import { definePlanForm } from './conversation.ts';
import { createPlanHandlers } from './handlers.ts';
import { createPlanWords } from './plan-words.ts';
import { createPlanViews } from './views.ts';

/** A part of tickets, for it names their types and urgencies; nothing runs by itself. */
export function createTermsRoom(tools: TicketTools): TicketPart {
  const { t, sla, companies, database, logger } = tools;
  const { terms, plans: service } = sla;
  const termsViews = createTermsViews(tools);
  const words = createPlanWords(t, termsViews);
  const types = () => companies.types(database.prisma);
  const handlers = createPlanHandlers({
    ...{ ...tools, service, types, replyNow: createReplyNow(logger), form: () => form },
    views: createPlanViews({ t, words, termsViews, terms }),
    choices: createPlanChoiceViews({ t, words, terms }),
  });
  const form = definePlanForm({ ...tools, service, terms, types, words, show: handlers.show });
  const calendars = createCalendarRoom(tools, termsViews);
  return {
    composer: createComposer(handlers.composer, calendars),
    commands: [
      { command: 'sla', words: 'sla-menu', where: ['private'], roles: ROLES },
      { command: 'calendar', words: 'cal-menu', where: ['private'], roles: ROLES },
    ],
  };
}

function createCalendarRoom(tools: TicketTools, termsViews: TermsViews) {
  const { sla, logger } = tools;
  const handlers = createCalendarHandlers({
    ...{ ...tools, service: sla.calendars, form: () => form },
    ...{ views: createCalendarViews({ ...tools, termsViews }), replyNow: createReplyNow(logger) },
  });
  const form = defineCalendarForm({ ...tools, service: sla.calendars, show: handlers.show });
  return handlers.composer;
}
