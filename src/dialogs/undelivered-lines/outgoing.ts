// A line about an answer that did not arrive, as it reads once something was done about it.

import type { Locale } from '../../platform/i18n.ts';
import type { ApiCall, MessageJob, MessagePort } from '../../platform/outbox/index.ts';
import type { AudienceRepository } from '../audience-repository.ts';
import type { DialogMessage } from '../message.ts';
import type { MessageRepository } from '../message-repository.ts';
import { callPort, numberIn } from '../outgoing/signs.ts';
import { speechBody } from '../outgoing/speech.ts';
import type { DialogViews } from '../views.ts';
import { UNDELIVERED_LINE } from './lines.ts';

export interface UndeliveredLinePortDeps {
  readonly audience: Pick<AudienceRepository, 'noticeAt'>;
  readonly messages: Pick<MessageRepository, 'list'>;
  readonly views: Pick<DialogViews, 'plain'>;
}

/** Says what is so when it leaves. */
export function createUndeliveredLinePort(
  deps: UndeliveredLinePortDeps,
): Record<typeof UNDELIVERED_LINE, MessagePort> {
  const { audience, messages, views } = deps;

  async function change({ place, messages: [queued] }: MessageJob): Promise<ApiCall | null> {
    const messageId = numberIn(queued, 'messageId');
    const answer = (await messages.list([messageId])).get(messageId);
    const fate = answer ? fateOf(answer) : null;
    const about = queued && fate ? await audience.noticeAt(queued.destination) : null;
    // It was said in a group that is another one now.
    if (!fate || !about || numberIn(queued, 'chatId') !== place.chatId) return null;
    const locale: Locale = about.deskLocale;
    const at = { chat_id: place.chatId, message_id: numberIn(queued, 'lineId') };
    const payload = { ...at, ...speechBody(views.plain(locale, `thread-line-${fate}`), false) };
    return { method: 'editMessageText', payload, repeatable: true };
  }

  return { [UNDELIVERED_LINE]: callPort(change) };
}

/** What has become of it, as its words are called; null: nothing that could be told. */
function fateOf({ purpose, delivery }: DialogMessage): string | null {
  if (purpose === 'note') return 'note';
  if (delivery === 'taking-back' || delivery === 'taken-back') return 'taken-back';
  return purpose === 'answer' ? delivery : null;
}
