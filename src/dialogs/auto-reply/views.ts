// «Сейчас мы не работаем»: when somebody will answer, in the client's language. The hours are the
// company's, and so its zone is named: Telegram tells nobody where a client is.

import { calendarDay, formatDay, formatTime, zoneName } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { html } from '../../platform/telegram/html.ts';
import type { Speech } from '../views.ts';

export interface AutoReplyViewDeps {
  readonly t: Translate;
  /** IANA. */
  readonly timeZone: string;
}

export type AutoReplyView = ReturnType<typeof createAutoReplyView>;

const DAY_MS = 86_400_000;

/** The words of it as HTML; `opensAt`: when work begins. */
export function createAutoReplyView({ t, timeZone }: AutoReplyViewDeps) {
  function when(locale: Locale, opensAt: Date, now: Date): string {
    const time = formatTime(locale, timeZone, opensAt);
    const days = daysBetween(now, opensAt);
    if (days === 0) return t(locale, 'auto-reply-today', { time });
    if (days === 1) return t(locale, 'auto-reply-tomorrow', { time });
    const date = formatDay(locale, timeZone, opensAt, now);
    if (days > 6) return t(locale, 'auto-reply-date', { date, time });
    return t(locale, `auto-reply-weekday-${weekdayOf(opensAt)}`, { date, time });
  }

  function daysBetween(from: Date, to: Date): number {
    return Math.round((midnightOf(to) - midnightOf(from)) / DAY_MS);
  }

  function weekdayOf(date: Date): number {
    return new Date(midnightOf(date)).getUTCDay() || 7;
  }

  /** Of the civil day, as if the zone were UTC. */
  function midnightOf(date: Date): number {
    const { year, month, day } = calendarDay(timeZone, date);
    return Date.UTC(year, month - 1, day);
  }

  return (locale: Locale, opensAt: Date, now: Date): Speech => {
    const zone = zoneName(locale, timeZone, opensAt);
    const words = { when: when(locale, opensAt, now), zone };
    return { text: String(html`${t(locale, 'auto-reply', words)}`) };
  };
}
