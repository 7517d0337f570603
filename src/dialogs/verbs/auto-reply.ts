// Out of hours a client reads once when somebody will answer. It is no answer: no clock stops, no status
// changes, and whoever is answered all the same is told nothing of the kind.

import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import { closureAt } from '../../sla/calendar.ts';
import type { AnswerPlan } from '../../sla/deadline.ts';
import type { AutoReplyRepository } from '../auto-reply/repository.ts';
import { isThreadOfSubject } from '../subject.ts';
import { openedBy, type Step } from './received.ts';

/** Whoever was answered so shortly before they wrote is in a conversation that goes on over closing time. */
const CONVERSATION_MS = 30 * 60_000;

export interface AutoReplyDeps {
  readonly autoReplies: Pick<AutoReplyRepository, 'claim'>;
  readonly answerPlan: Pick<AnswerPlan, 'calendar'>;
  readonly clock: Clock;
}

/** What is said for these messages; in working hours nothing is asked of the database. */
export function createAutoReplies({ autoReplies, answerPlan, clock }: AutoReplyDeps) {
  return async (tx: Tx, steps: readonly Step[]): Promise<NewMessage[]> => {
    const now = clock.now();
    const closure = closureAt(answerPlan.calendar, now);
    const questions = closure ? steps.filter(isQuestion) : [];
    if (!closure || questions.length === 0) return [];
    const candidates = questions.map(({ dialog, address, received, askedAt }) => ({
      dialogId: dialog.id,
      addressId: address.addressId,
      opened: openedBy(received) !== 'no',
      since: new Date(Math.min(closure.since.getTime(), askedAt.getTime() - CONVERSATION_MS)),
    }));
    const told = await autoReplies.claim(tx, candidates, closure.until, now);
    return questions.flatMap(({ dialog, address, message }) => {
      if (!told.has(dialog.id)) return [];
      const args = { dialogId: dialog.id, since: now.toISOString() };
      const to = destination('client', address.addressId);
      return [{ destination: to, name: 'auto-reply', args, cause: message.cause }];
    });
  };
}

/** Thanks, words to a rating and the rest of an album ask for nothing; a ticket has told by when. */
function isQuestion({ said, received, dialog }: Step): boolean {
  if (isThreadOfSubject(dialog.channel)) return false;
  return (said === 'question' || said === 'wordless') && received.status !== 'rating-words';
}
