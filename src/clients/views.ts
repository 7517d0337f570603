// What clients read from the bot itself.

import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import type { Greeting } from './service.ts';

/** Plain text in the reader's language; `company` is the name in which the bot greets. */
export function createClientViews(t: Translate, company: string) {
  function greeting(locale: Locale, kind: Greeting): View {
    switch (kind) {
      case 'start':
        return { text: t(locale, 'client-start', { company }) };
      case 'help':
        return { text: t(locale, 'client-help', { company }) };
      case 'unknown-command':
        return { text: t(locale, 'client-unknown-command') };
    }
  }

  return { greeting };
}
