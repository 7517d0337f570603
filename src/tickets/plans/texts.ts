// What people may type about plans and calendars: the words of all languages, found once.

import { type Translate, wordsInAll } from '../../platform/i18n.ts';
import type { SpanWords } from '../../sla/span-text.ts';

export function spanWordsIn(t: Translate): SpanWords {
  return {
    minutes: wordsInAll(t, 'sla-words-minutes'),
    hours: wordsInAll(t, 'sla-words-hours'),
    days: wordsInAll(t, 'sla-words-days'),
    now: wordsInAll(t, 'sla-words-now'),
  };
}
