// By which words of its name a file's kind is known, in every language of the house.

import { LOCALES, type Translate } from '../../../platform/i18n.ts';
import type { KindWords } from './file.ts';

const KINDS = [
  'specification',
  'certificate',
  'contract',
  'invoice',
  'schedule',
  'presentation',
] as const;

/** Read once; each sentence `file-words-…` is a list of beginnings parted by commas. */
export function readKindWords(t: Translate): KindWords {
  const wordsOf = (kind: (typeof KINDS)[number]) =>
    LOCALES.flatMap((locale) =>
      t(locale, `file-words-${kind}`)
        .split(',')
        .map((word) => word.trim().toLowerCase()),
    );
  return {
    specification: wordsOf('specification'),
    certificate: wordsOf('certificate'),
    contract: wordsOf('contract'),
    invoice: wordsOf('invoice'),
    schedule: wordsOf('schedule'),
    presentation: wordsOf('presentation'),
  };
}
