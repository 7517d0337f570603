// What administrators read of the other system: that it takes everything, or what it has not taken and why.

import { InlineKeyboard } from 'grammy';
import { formatWhen } from '../../platform/dates.ts';
import { POST_PATIENCE_MS } from '../../platform/http/signed-post.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import type { View } from '../../platform/outbox/words.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import { ticketNumber } from '../ticket.ts';
import { retryAllButton, retryButton, skipButton } from './buttons.ts';
import type { DeadDelivery, DeliveryOverview, Failure } from './delivery-repository.ts';

/** Deeds that have words of their own; the others are «изменение». */
const NAMED: ReadonlySet<string> = new Set([
  ...['open', 'take', 'wait', 'resume', 'done', 'close', 'cancel', 'reopen', 'confirm', 'return'],
  ...[
    'withdraw',
    'write',
    'expire',
    'answered',
    'assign',
    'release',
    'split',
    'undo',
    'change-type',
    'change-urgency',
    'merge',
  ],
  ...['rate', 'partner', 'external-id', 'words', 'reworded', 'comment', 'comment-inside'],
]);

/** In signs: the other system's words may be a page long. */
const LONGEST_FAILURE = 200;

/** Times are shown in `timeZone`. */
export function createTrackerViews(t: Translate, timeZone: string) {
  function off(locale: Locale): View {
    return { text: t(locale, 'tracker-off') };
  }

  function list(locale: Locale, overview: DeliveryOverview, now: Date): View {
    const { dead, deadCount, newestDead } = overview;
    const trying = tryingLine(locale, overview);
    if (deadCount === 0) return { text: trying ?? t(locale, 'tracker-well') };
    const more = deadCount - dead.length;
    const text = [
      t(locale, 'tracker-title', { count: deadCount }),
      ...dead.map((one) => line(locale, one, now)),
      ...(more > 0 ? [t(locale, 'tracker-more', { count: more })] : []),
      ...(trying ? [trying] : []),
      t(locale, 'tracker-advice'),
    ].join('\n\n');
    const keyboard = new InlineKeyboard();
    for (const { id } of dead) {
      const target = { id, revision: 0 };
      keyboard.text(t(locale, 'tracker-retry', { id: String(id) }), retryButton.encode(target));
      keyboard.text(t(locale, 'tracker-skip', { id: String(id) }), skipButton.encode(target)).row();
    }
    if (deadCount > 1) {
      const target = { id: newestDead, revision: 0 };
      keyboard.text(t(locale, 'tracker-retry-all'), retryAllButton.encode(target));
    }
    return { text, keyboard };
  }

  function line(locale: Locale, one: DeadDelivery, now: Date): string {
    const { id, ticketId, deed, createdAt, failure, behind } = one;
    const said = t(locale, 'tracker-line', {
      id: String(id),
      number: ticketNumber(ticketId),
      deed: t(locale, `tracker-deed-${NAMED.has(deed) ? deed : 'other'}`),
      time: formatWhen(locale, timeZone, createdAt, now),
      failure: failureIn(locale, failure),
    });
    return behind > 0 ? `${said}\n${t(locale, 'tracker-behind', { count: behind })}` : said;
  }

  function tryingLine(locale: Locale, { trying, lastFailure }: DeliveryOverview): string | null {
    if (trying === 0 || !lastFailure) return null;
    const failure = failureIn(locale, lastFailure);
    return t(locale, 'tracker-trying', { count: trying, failure });
  }

  function failureIn(locale: Locale, { code, words: given }: Failure): string {
    if (code === null && given === 'timeout') {
      return t(locale, 'tracker-failure-timeout', { seconds: POST_PATIENCE_MS / 1_000 });
    }
    const words = plainName(given, '', LONGEST_FAILURE);
    if (code === null) return t(locale, 'tracker-failure-line', { words });
    if (words === '') return t(locale, 'tracker-failure-code', { code: String(code) });
    return t(locale, 'tracker-failure-answer', { code: String(code), words });
  }

  return { off, list };
}
