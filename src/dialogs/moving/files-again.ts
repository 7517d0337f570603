// A file of a dialog as it is shown again where the dialog goes on: whose it is, and whether the client
// has it, stands above it. Bare, it would look like the client's.

import type { Locale, Translate } from '../../platform/i18n.ts';
import type { ApiCall, Fallbacks, ReadyPlace } from '../../platform/outbox/index.ts';
import { isBusinessChat } from '../../platform/telegram/business-chat.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { DialogNotice, Person } from '../audience-repository.ts';
import { harmlessLine } from '../content/harmless.ts';
import { inOneText, sayingCalls } from '../content/telegram-saying.ts';
import { withFirstLine } from '../lines.ts';
import type { DialogMessage } from '../message.ts';
import { createWording } from '../outgoing/wording.ts';

export interface FileAgain {
  readonly kept: DialogMessage;
  readonly about: Pick<DialogNotice, 'clientName' | 'deskLocale'>;
  /** Whoever of staff has sent it; null: the client. */
  readonly author: Pick<Person, 'name'> | null;
  readonly place: Pick<ReadyPlace, 'chatId' | 'thread'>;
  readonly fallbacks: Pick<Fallbacks, 'anew' | 'plain'>;
}

/** Pure; nobody's telephone rings for what is shown again. */
export function createFilesAgain(t: Translate): (file: FileAgain) => ApiCall[] {
  const wording = createWording(t);

  return ({ kept, about, author, place, fallbacks }) => {
    const locale = about.deskLocale;
    const reader = { side: 'staff', locale } as const;
    const copies = !isBusinessChat(kept.chatId);
    const how = { anew: fallbacks.anew, answered: null, copies };
    const worded = wording.wordingOf(kept, reader, how);
    const line = lineOf(kept, author?.name ?? about.clientName, locale);
    const labelled = withFirstLine(worded.content, line);
    const label = { text: line, entities: [{ type: 'italic', offset: 0, length: line.length }] };
    // A sticker or a round video has no place for words: they go before it.
    const lead = labelled === worded.content ? { lead: leadOf(label, worded.lead) } : {};
    const where = { ...place, plain: fallbacks.plain, ...lead };
    const calls = sayingCalls(labelled, worded.original, where);
    return calls.map((call) => ({
      ...call,
      payload: { ...call.payload, disable_notification: true },
    }));
  };

  function lineOf({ purpose, delivery }: DialogMessage, who: string, locale: Locale): string {
    const name = harmlessLine(plainName(who, '…', 40));
    if (purpose === 'note' || purpose === 'held') return t(locale, 'moved-file-note', { name });
    const isGone = delivery === 'taking-back' || delivery === 'taken-back';
    return t(locale, isGone ? 'moved-file-taken-back' : 'moved-file', { name });
  }
}

function leadOf(label: Parameters<typeof inOneText>[0][number], origin: typeof label | null) {
  return inOneText(origin ? [label, origin] : [label], '\n');
}
