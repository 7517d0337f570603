// An employee has written in a topic of a group whose desk has moved away: nobody there is heard any
// more, and whoever speaks there is told so once.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { DeskLogRepository } from '../desk-log-repository.ts';

export interface MeetInFormerDesk {
  readonly cause: Cause;
  readonly chatId: number;
  readonly staffId: number;
}

export type MeetInFormerDeskOutcome =
  /** To be told now; `title`: of the group where the desk is. */
  | { readonly status: 'news'; readonly title: string }
  | { readonly status: 'told-before' | 'no-former-desk' | 'repeated' };

export interface MeetInFormerDeskDeps {
  readonly database: Database;
  readonly deskLog: DeskLogRepository;
  readonly clock: Clock;
}

/** Makes the verb; the telling itself is the caller's, and an update about another chat is left to others. */
export function createMeetInFormerDesk({
  database,
  deskLog,
  clock,
}: MeetInFormerDeskDeps): (command: MeetInFormerDesk) => Promise<MeetInFormerDeskOutcome> {
  return async ({ cause, chatId, staffId }) =>
    database.inTransaction(async (tx) => {
      const desk = await deskLog.findFormer(tx, chatId);
      if (!desk) return { status: 'no-former-desk' };
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const said = {
        deskId: desk.id,
        type: 'met-in-former-desk',
        about: { chatId, staffId },
      } as const;
      const isNews = await deskLog.noteOnce(tx, said, cause, clock.now());
      return isNews ? { status: 'news', title: desk.title } : { status: 'told-before' };
    });
}
