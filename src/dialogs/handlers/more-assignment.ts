// Entries of «Ещё…» about who has the dialog.

import type { BotContext } from '../../context.ts';
import type { Clock } from '../../platform/clock.ts';
import type { AssignmentViews } from '../assignment-views.ts';
import type { DialogService } from '../service.ts';
import type { ReleaseOutcome, TakeOverOutcome } from '../verbs/transfer.ts';
import type { MoreAnswer, MoreEntry } from './more.ts';

export interface AssignmentEntriesDeps {
  readonly service: Pick<DialogService, 'passing'>;
  readonly assignmentViews: AssignmentViews;
  readonly clock: Clock;
}

/** In the order in which people read them. */
export function createAssignmentEntries(deps: AssignmentEntriesDeps): readonly MoreEntry[] {
  const { service, assignmentViews: views, clock } = deps;

  function answerTo(
    ctx: BotContext,
    outcome: TakeOverOutcome | ReleaseOutcome,
    done: string,
  ): MoreAnswer {
    switch (outcome.status) {
      case 'done':
        return { text: done };
      case 'repeated':
        return { text: '' };
      case 'yours-already':
        return { text: ctx.t('toast-yours-already') };
      case 'nobodys':
        return { text: ctx.t('toast-more-no-longer'), alert: true };
      default:
        return { text: views.refused(ctx.locale, outcome, clock.now()), alert: true };
    }
  }

  return [
    {
      code: 'take-over',
      words: 'more-take-over',
      // Everywhere else the card's own button takes it.
      offered: ({ status, assigneeId }, { id }) =>
        status === 'in_work' && assigneeId !== null && assigneeId !== id,
      async act({ ctx, staff, dialog }) {
        const outcome = await service.passing.take({
          cause: ctx.cause,
          staff,
          dialogId: dialog.id,
        });
        return answerTo(ctx, outcome, ctx.t('toast-take'));
      },
    },
    {
      code: 'release',
      words: 'more-release',
      offered: ({ status, assigneeId }) => status !== 'closed' && assigneeId !== null,
      async act({ ctx, staff, dialog }) {
        const command = { cause: ctx.cause, staff, dialogId: dialog.id };
        return answerTo(ctx, await service.passing.giveBack(command), ctx.t('toast-release'));
      },
    },
  ];
}
