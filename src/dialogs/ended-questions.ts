// Which questions have ended with a change of their dialogs, and how. Pure.

import type { EndedPromise } from '../sla/ended-clocks.ts';
import type { DialogChange } from './dialog-writer.ts';
import { isThreadOfSubject } from './subject.ts';

/**
 * The ends of these changes, at `now`. An answer that arrived and a call keep the promise; a question that was closed
 * or taken back is owed nothing. What the bot says by itself ends nothing, and neither does an answer that is taken
 * back: then the wait goes on from its old beginning.
 */
export function endedQuestions(changes: readonly DialogChange[], now: Date): EndedPromise[] {
  return changes.flatMap(({ before, after }) => {
    const since = before?.waitingSince;
    if (!before || !since || isThreadOfSubject(after.channel)) return [];
    if (after.waitingSince && after.waitingSince <= since) return [];
    const isAnswered = after.answersDelivered > before.answersDelivered;
    return [
      {
        ...({ subject: 'dialog', subjectId: after.id, clientId: after.clientId } as const),
        ...{ companyId: null, typeId: null, urgency: null },
        staffId: after.assigneeId ?? before.assigneeId,
        kind: before.answersDelivered === 0 ? 'response' : 'next_response',
        startedAt: since,
        endedAt: now,
        kept: isAnswered || after.status === 'had_call',
      },
    ];
  });
}
