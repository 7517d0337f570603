// What an administrator reads about updates that could not be handled.

import { formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { PoisonedUpdate } from '../platform/inbox/index.ts';
import { plainName, truncate } from '../platform/telegram/plain-text.ts';
import type { PoisonOutcome } from './service.ts';

/** Kinds that have a word of their own. */
const NAMED: ReadonlySet<string> = new Set(['message', 'edited_message', 'callback_query']);

/** In signs: the line names the error, and the log has the rest. */
const LONGEST_FAILURE = 200;

export interface PoisonList {
  readonly total: number;
  readonly updates: readonly PoisonedUpdate[];
}

export type OperationsViews = ReturnType<typeof createOperationsViews>;

/** Times are shown in `timeZone`. */
export function createOperationsViews(t: Translate, timeZone: string) {
  function list(locale: Locale, { total, updates }: PoisonList, now: Date): string {
    if (total === 0) return t(locale, 'poison-none');
    const lines = updates.map((update) => line(locale, update, now));
    const more = total - updates.length;
    return [
      t(locale, 'poison-title', { count: total }),
      ...lines,
      ...(more > 0 ? [t(locale, 'poison-more', { count: more })] : []),
      t(locale, 'poison-usage'),
    ].join('\n\n');
  }

  function line(locale: Locale, update: PoisonedUpdate, now: Date): string {
    return t(locale, 'poison-line', {
      number: String(update.seq),
      time: formatWhen(locale, timeZone, update.receivedAt, now),
      kind: kindOf(locale, update),
      failure: plainName(update.failure, '—', LONGEST_FAILURE),
    });
  }

  function kindOf(locale: Locale, { kind }: PoisonedUpdate): string {
    if (kind === null) return t(locale, 'poison-kind-unreadable');
    if (NAMED.has(kind)) return t(locale, `poison-kind-${kind}`);
    return t(locale, 'poison-kind-other', { kind });
  }

  function outcome(locale: Locale, result: PoisonOutcome): string {
    const { status, ...facts } = result;
    return t(locale, `poison-${status}`, facts);
  }

  function unknownWord(locale: Locale, word: string): string {
    const said = t(locale, 'poison-unknown-word', { word: truncate(word, 32) });
    return `${said}\n\n${t(locale, 'poison-usage')}`;
  }

  return { list, outcome, unknownWord };
}
