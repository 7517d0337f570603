// Parts of sentences about partners: their fields, languages, stars and hours.

import { duration } from '../lookup/duration.ts';
import { formatDay, formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { type Candidate, isAway, type Partner, ratingOf, type Specialization } from './partner.ts';

export type PartnerWording = ReturnType<typeof createPartnerWording>;

/** Hours are of `timeZone` (IANA). */
export function createPartnerWording(t: Translate, timeZone: string) {
  function field(
    locale: Locale,
    { nameRu, nameEn }: Pick<Specialization, 'nameRu' | 'nameEn'>,
  ): string {
    return locale === 'ru' ? nameRu : nameEn;
  }

  function fields(locale: Locale, ids: readonly number[], all: readonly Specialization[]): string {
    return all
      .filter(({ id }) => ids.includes(id))
      .map((one) => field(locale, one))
      .join(', ');
  }

  function languages(locale: Locale, partner: Pick<Partner, 'languages'>): string {
    return partner.languages.map((code) => languageName(locale, code)).join(', ');
  }

  /** «★ 4,8 (12)». */
  function rating(locale: Locale, partner: Partner): string {
    const stars = ratingOf(partner);
    if (stars === null) return t(locale, 'candidate-unrated');
    const shown = NUMBERS[locale].format(stars);
    return t(locale, 'candidate-rating', { rating: shown, count: partner.ratingCount });
  }

  /** «★ 4,8 (12) · русский, английский · отвечает за 15 мин». */
  function candidate(locale: Locale, one: Candidate, now: Date): string {
    const minutes = one.answerSeconds === null ? null : Math.ceil(one.answerSeconds / 60);
    const parts = [
      ...standing(locale, one, now),
      rating(locale, one),
      languages(locale, one),
      ...(minutes === null
        ? []
        : [t(locale, 'candidate-answers', { time: duration(t, locale, Math.max(1, minutes)) })]),
      ...(one.openInvitations === 0
        ? []
        : [t(locale, 'candidate-asked', { count: one.openInvitations })]),
    ];
    return parts.join(' · ');
  }

  function standing(locale: Locale, one: Candidate, now: Date): string[] {
    if (one.inRoom !== 'no') return [t(locale, `candidate-${one.inRoom}`)];
    if (!isAway(one, now)) return [];
    if (one.awayUntil === null) return [t(locale, 'candidate-away')];
    const until = formatDay(locale, timeZone, one.awayUntil, now);
    return [t(locale, 'candidate-away-until', { until })];
  }

  function until(locale: Locale, date: Date, now: Date): string {
    return formatWhen(locale, timeZone, date, now);
  }

  return { field, fields, languages, rating, candidate, until };
}

const NUMBERS: Readonly<Record<Locale, Intl.NumberFormat>> = {
  ru: new Intl.NumberFormat('ru', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
};

const NAMES: Readonly<Record<Locale, Intl.DisplayNames>> = {
  ru: new Intl.DisplayNames('ru', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

/** «английский», «English», for a code like «en». */
export function languageName(locale: Locale, code: string): string {
  return NAMES[locale].of(code) ?? code;
}
