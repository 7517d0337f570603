// The verbs of tickets, for handlers, sweeps and other features. Those with `In` take part in the caller's
// transaction.

import { type ActingDeps, createActing } from './verbs/act.ts';
import { type ChangingDeps, createChanging } from './verbs/change.ts';
import { createClosing } from './verbs/close.ts';
import { type CommentingDeps, createCommenting } from './verbs/comment.ts';
import { createOpening } from './verbs/open.ts';
import { createRating } from './verbs/rate.ts';
import { createSplitting } from './verbs/split.ts';
import { createUndoing } from './verbs/undo.ts';
import { createWorking } from './verbs/work.ts';

export type TicketServiceDeps = ActingDeps & ChangingDeps & CommentingDeps;

export type TicketService = ReturnType<typeof createTicketService>;

export function createTicketService(deps: TicketServiceDeps) {
  const acting = createActing(deps);
  const changing = createChanging(deps);
  const opening = createOpening(deps);
  return {
    ...{ ...opening, ...acting, ...changing },
    ...createSplitting({ ...deps, ...opening }),
    ...createClosing({ ...deps, ...acting }),
    ...createWorking(deps),
    ...createUndoing(deps),
    ...createCommenting(deps),
    ...createRating(deps),
  };
}
