// The automatic answer out of hours, said only if it is still true when it leaves.

import type { DeskSettings } from '../../desks/settings.ts';
import { isOn } from '../../desks/settings.ts';
import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import {
  type MessagePort,
  parseDestination,
  type QueuedMessage,
  type SettledMessage,
} from '../../platform/outbox/index.ts';
import { closureAt } from '../../sla/calendar.ts';
import type { AnswerPlan } from '../../sla/deadline.ts';
import type { AudienceRepository } from '../audience-repository.ts';
import type { DialogRepository } from '../dialog-repository.ts';
import type { DialogWriter } from '../dialog-writer.ts';
import { numberIn } from '../outgoing/signs.ts';
import { type Saying, speechPort } from '../outgoing/speech.ts';
import type { AutoReplyRepository } from './repository.ts';
import type { AutoReplyView } from './views.ts';

export interface AutoReplyOutgoingDeps {
  readonly autoReplies: Pick<AutoReplyRepository, 'standing'>;
  readonly audience: Pick<AudienceRepository, 'clientLocales'>;
  readonly dialogs: Pick<DialogRepository, 'lock'>;
  readonly writer: DialogWriter;
  readonly desks: { readonly settingsOf: (deskId: number | null) => Promise<DeskSettings> };
  readonly answerPlan: Pick<AnswerPlan, 'calendar'>;
  readonly autoReplyView: AutoReplyView;
  readonly clock: Clock;
}

/** What the log calls one that has reached the client. */
const AUTO_REPLIED = 'auto-replied';

/** Its port; the card tells that it was said. */
export function createAutoReplyPort(
  deps: AutoReplyOutgoingDeps,
): Record<'auto-reply', MessagePort> {
  const { autoReplies, audience, dialogs, writer, desks, answerPlan, autoReplyView, clock } = deps;
  return { 'auto-reply': speechPort(({ messages: [message] }) => say(message), settled) };

  async function say(message: QueuedMessage | undefined): Promise<Saying> {
    const now = clock.now();
    const closure = closureAt(answerPlan.calendar, now);
    if (!message || !closure) return { drop: 'somebody works by now' };
    const since = new Date(String(message.args.since));
    const standing = await autoReplies.standing(numberIn(message, 'dialogId'), since);
    if (!standing || standing.isClosed || standing.isAnswered) return { drop: 'it was answered' };
    if (!isOn(await desks.settingsOf(standing.deskId), 'autoReply')) return { drop: 'it is off' };
    const { id } = parseDestination(message.destination);
    const locale = (await audience.clientLocales([id])).get(id) ?? 'ru';
    return autoReplyView(locale, closure.until, now);
  }

  async function settled(tx: Tx, replies: readonly SettledMessage[]): Promise<void> {
    const told = replies.flatMap(({ message, settlement }) =>
      settlement.status === 'sent' ? [numberIn(message, 'dialogId')] : [],
    );
    const events = told.map((subjectId): NewEvent => {
      const about = { subject: 'dialog', subjectId } as const;
      return { type: AUTO_REPLIED, ...about, actor: 'system', actorId: null };
    });
    const locked = await dialogs.lock(tx, [...new Set(told)]);
    await writer.write(tx, { changes: [], events, messages: [] }, systemCause('delivery'));
    for (const dialog of locked) await writer.redraw(tx, dialog);
  }
}
