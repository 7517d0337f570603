// How long something takes, in words.

import type { Locale, Translate } from '../platform/i18n.ts';

/** «45 мин», «3 ч 20 мин», «2 дн.»; `minutes` whole, from 0. */
export function duration(t: Translate, locale: Locale, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return t(locale, 'duration-days', { days: Math.floor(hours / 24) });
  if (hours === 0) return t(locale, 'duration-minutes', { minutes });
  if (minutes % 60 === 0) return t(locale, 'duration-hours', { hours });
  return t(locale, 'duration-hours-minutes', { hours, minutes: minutes % 60 });
}
