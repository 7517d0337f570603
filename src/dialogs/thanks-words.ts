// Every language's words for thanks: clients mix them.

import { LOCALES, type Translate } from '../platform/i18n.ts';
import { plainWords, type ThanksWords } from './content.ts';

export function thanksWords(t: Translate): ThanksWords {
  const words = (key: 'thanks-words' | 'thanks-beside') =>
    new Set(LOCALES.flatMap((locale) => plainWords(t(locale, key)).split(' ')));
  return { thanks: words('thanks-words'), beside: words('thanks-beside') };
}
