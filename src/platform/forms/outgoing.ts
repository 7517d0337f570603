// What is said of a form that nobody filled in to its end, in the private chat with the person.

import type { Locale, Translate } from '../i18n.ts';
import { targetIn } from '../outbox/addressing.ts';
import type { MessagePort, NewMessage } from '../outbox/index.ts';
import { factsOf, localeIn, wordsFor } from '../outbox/words.ts';
import type { FormRow } from './repository.ts';
import { hasKeyboard } from './runner.ts';

const EXPIRED = 'form-expired';

interface Facts {
  /** A reply keyboard is still there, and goes away with these words. */
  readonly keyboard: boolean;
}

export function expiredWords(row: FormRow): NewMessage {
  const reader = { destination: `person:${row.place.userId}`, locale: row.locale } as const;
  return wordsFor(reader, EXPIRED, { keyboard: hasKeyboard(row) });
}

export function createFormOutgoing(t: Translate): Readonly<Record<string, MessagePort>> {
  const say = (locale: Locale, { keyboard }: Facts) => ({
    text: t(locale, 'forms-expired'),
    ...(keyboard ? { reply_markup: { remove_keyboard: true } } : {}),
  });
  return {
    [EXPIRED]: {
      render: async (jobs) =>
        jobs.map(({ messages, place }) => {
          const args = messages[0]?.args ?? {};
          const payload = { ...targetIn(place), ...say(localeIn(args), factsOf<Facts>(args)) };
          return {
            status: 'calls',
            calls: [{ method: 'sendMessage', payload, repeatable: false }],
          };
        }),
    },
  };
}
