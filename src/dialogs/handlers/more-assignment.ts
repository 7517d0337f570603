// Entries of «Ещё…» about who has the dialog.

import type { DialogService } from '../service.ts';
import type { MoreEntry } from './more.ts';

export interface AssignmentEntriesDeps {
  readonly service: Pick<DialogService, 'release'>;
}

/** In the order in which people read them. */
export function createAssignmentEntries({ service }: AssignmentEntriesDeps): readonly MoreEntry[] {
  return [
    {
      code: 'release',
      words: 'more-release',
      offered: ({ status, assigneeId }, { id }) => status !== 'closed' && assigneeId === id,
      async act({ ctx, staff, dialog }) {
        const { cause } = ctx;
        const { status } = await service.release({ cause, staff, dialogId: dialog.id });
        if (status === 'done' || status === 'repeated') return { text: ctx.t('toast-release') };
        return { text: ctx.t('toast-more-no-longer'), alert: true };
      },
    },
  ];
}
