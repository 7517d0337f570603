// Figures as people read them: times, shares, ratings, and how they have changed.

import type { Tone } from '../../platform/documents/index.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';

const TAGS = { ru: 'ru-RU', en: 'en-GB' } as const satisfies Record<Locale, string>;
const MINUTE_MS = 60_000;
/** A share that changed by less than half a point has not changed. */
const POINT = 0.005;

export function createFigureWords(t: Translate) {
  /** Working time: «14 мин», «5 ч 20 мин», «31 ч»; a dash where nothing was measured. */
  function time(locale: Locale, ms: number | null): string {
    if (ms === null) return NOTHING;
    const minutes = Math.round(ms / MINUTE_MS);
    const hours = Math.floor(minutes / 60);
    if (hours === 0) return t(locale, 'duration-minutes', { minutes });
    if (minutes % 60 === 0) return t(locale, 'duration-hours', { hours });
    return t(locale, 'duration-hours-minutes', { hours, minutes: minutes % 60 });
  }

  /** «94 %». */
  function share(locale: Locale, value: number | null): string {
    if (value === null) return NOTHING;
    return t(locale, 'figure-percent', { percent: percentOf(value) });
  }

  /** «4,6». */
  function decimal(locale: Locale, value: number): string {
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return new Intl.NumberFormat(TAGS[locale], digits).format(value);
  }

  /** « (+7)»; nothing where nothing has changed. */
  function more(now: number, before: number): string {
    return now === before ? '' : ` (${signed(now - before)})`;
  }

  /** «+2 п. п.»: how a share has changed; null where it has not, or was none. */
  function points(locale: Locale, now: number | null, before: number | null): string | null {
    if (now === null || before === null) return null;
    const change = percentOf(now) - percentOf(before);
    return change === 0 ? null : t(locale, 'figure-points', { points: signed(change) });
  }

  return { time, share, decimal, more, points };
}

/** Where there is no figure. */
export const NOTHING = '—';

/** Rounded, but neither to all nor to nothing what is neither. */
export function percentOf(value: number): number {
  const percent = Math.round(value * 100);
  if (percent === 100 && value < 1) return 99;
  return percent === 0 && value > 0 ? 1 : percent;
}

/** «+7», «−3»: with a true minus. */
export function signed(change: number): string {
  return change > 0 ? `+${change}` : `−${Math.abs(change)}`;
}

/** Whether a change is for the better; `higher` says which way that is. */
export function toneOf(now: number | null, before: number | null, higher: 'good' | 'bad'): Tone {
  if (now === null || before === null || Math.abs(now - before) < POINT) return 'plain';
  return now > before === (higher === 'good') ? 'good' : 'bad';
}
