// A dialog for tests, in whatever state they need.
import type { Dialog, DialogStatus } from '../../src/dialogs/dialog.ts';

/** Numbers of employees. */
export const KATYA = 7;
export const BORIS = 8;

export const noon = new Date('2026-11-21T09:00:00Z');
export const later = new Date('2026-11-21T10:00:00Z');

/** Katya has it, unless nobody has acted yet; one answer was delivered, nobody waits. */
export function dialogIn(status: DialogStatus, over: Partial<Dialog> = {}): Dialog {
  return {
    id: 42,
    deskId: 1,
    deskKind: 'forum',
    clientId: 5,
    addressId: 6,
    channel: 'telegram',
    status,
    statusBeforeNote: status === 'note' ? 'in_work' : null,
    assigneeId: status === 'unanswered' ? null : KATYA,
    holderActiveAt: null,
    revision: 3,
    previousId: null,
    openedAt: noon,
    closedAt: status === 'closed' ? noon : null,
    lastQuestionAt: noon,
    waitingSince: null,
    newCount: 0,
    answersDelivered: 1,
    thankedAt: null,
    lateWritingAt: null,
    rating: null,
    ratedAt: null,
    ratingWords: null,
    ...over,
  };
}
