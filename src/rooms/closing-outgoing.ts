// What a room reads when it is closed, and when it is opened again.

import type { Translate } from '../platform/i18n.ts';
import { wordsInLanguagesPort } from '../platform/outbox/in-languages.ts';
import type { MessagePort } from '../platform/outbox/index.ts';
import type { ClosingReason } from './closing.ts';

export function createClosingOutgoing(t: Translate): Readonly<Record<string, MessagePort>> {
  return {
    'room-closed': wordsInLanguagesPort<{ name: string; reason: ClosingReason }>(
      (locale, { name, reason }) => ({
        text: t(locale, 'room-closed', { name, reason: t(locale, `room-closing-${reason}`) }),
      }),
    ),
    'room-reopened': wordsInLanguagesPort<{ name: string }>((locale, facts) => ({
      text: t(locale, 'room-reopened', facts),
    })),
  };
}
