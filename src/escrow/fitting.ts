// Whatever is agreed, what is read of it fits into one of Telegram's messages: a card that outgrows it would
// stay on terms that nobody has agreed to any more. On the card titles give way; the message that proposes
// terms says them in full, each language by itself if need be.

import type { Locale } from '../platform/i18n.ts';
import { inLanguages } from '../platform/outbox/in-languages.ts';
import type { View } from '../platform/outbox/words.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import type { Escrow } from './escrow.ts';
import { MAX_TITLE_LENGTH, type StageTerms } from './terms.ts';
import type { EscrowViews } from './views.ts';

/** In UTF-16 units; Telegram takes 4096. */
export const LONGEST_TEXT = 4_000;

/** Signs of a title, tried from the left until the card fits. */
const TITLE_LENGTHS = [MAX_TITLE_LENGTH, 80, 60, 45, 35, 28, 22, 17, 13, 10, 7, 5, 3] as const;

/** The card in all languages of its room; titles are only as short as they must be. */
export function cardIn(
  views: Pick<EscrowViews, 'card'>,
  locales: readonly Locale[],
  escrow: Escrow,
  now: Date,
): View {
  const withTitles = (limit: number) =>
    inLanguages(locales, (locale) => views.card(locale, shortened(escrow, limit), now));
  for (const limit of TITLE_LENGTHS) {
    const view = withTitles(limit);
    if (view.text.length < LONGEST_TEXT) return view;
  }
  return withTitles(1);
}

function shortened(escrow: Escrow, limit: number): Escrow {
  const { stages, question } = escrow;
  const shorter = <Terms extends StageTerms>(one: Terms): Terms => ({
    ...one,
    title: truncate(one.title, limit),
  });
  const asked =
    question?.kind === 'change' ? { ...question, stages: question.stages.map(shorter) } : question;
  return { ...escrow, stages: stages.map(shorter), question: asked };
}

/** In all languages at once, or one after the other where that is too long; buttons stand under the last. */
export function saidIn(
  locales: readonly Locale[],
  view: (locale: Locale) => View,
): readonly [View, ...View[]] {
  const whole = inLanguages(locales, view);
  if (whole.text.length < LONGEST_TEXT) return [whole];
  const { keyboard } = whole;
  const texts = locales.map((locale): View => ({ text: view(locale).text }));
  const last = texts.pop() ?? whole;
  const closing = keyboard ? { ...last, keyboard } : last;
  const [first, ...more] = texts;
  return first ? [first, ...more, closing] : [closing];
}
